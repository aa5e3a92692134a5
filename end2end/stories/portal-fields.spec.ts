// Each kind of field, as a customer fills it in (B-07, B-12, B-13).

import { PHOTO, describe, fillContact, numberOf, pickByTaps, ticketsOf } from "../support/portal.ts";
import { expect, takenOver, test } from "../support/story.ts";

const BROKEN = ["投诉", "物流配送", "包裹破损"];
const FAULTY = ["投诉", "已购买", "商品质量"];
const FROZEN = ["申请", "解除冻结"];

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a file in a field, and one choice of few", async ({ page }) => {
    await page.goto("/new");
    await pickByTaps(page, BROKEN);
    await describe(page, "外箱压扁了。");
    await page.getByText("顺丰速运", { exact: true }).click();
    await page.getByLabel(/开箱照片/).setInputFiles(PHOTO);
    await fillContact(page);

    await page.getByRole("button", { name: "提交", exact: true }).click();

    await expect(page.getByText("已提交，您的工单号")).toBeVisible();
    await expect(page.getByRole("img", { name: "小票.png" })).toBeVisible();
  });

  test("a file in a field is kept when something else is wrong", async ({ page, complaints }) => {
    complaints.expect(/422/);
    await page.goto("/new");
    await pickByTaps(page, BROKEN);
    await page.getByLabel(/开箱照片/).setInputFiles(PHOTO);
    await fillContact(page);
    await page.getByRole("button", { name: "提交", exact: true }).click();
    await expect(page.getByText("小票.png").first()).toBeVisible();

    await describe(page, "外箱压扁了。");
    await page.getByRole("button", { name: "提交", exact: true }).click();

    await expect(page.getByText("已提交，您的工单号")).toBeVisible();
    await expect(page.getByRole("img", { name: "小票.png" })).toBeVisible();
  });
});

test("several choices, a day, and a file", async ({ page, server }) => {
  const words = `开机没有反应 ${Date.now()}`;
  await page.goto("/new");
  await takenOver(page);
  await pickByTaps(page, FAULTY);
  await describe(page, words);
  await page.getByText("不能开机", { exact: true }).click();
  await page.getByText("声音异常", { exact: true }).click();
  await page.getByLabel(/发生日期/).fill("2026-01-02");
  await fillContact(page);

  await page.getByRole("button", { name: "提交", exact: true }).click();

  await expect(page.getByText("已提交，您的工单号")).toBeVisible();
  expect(await ticketsOf(server, words)).toBe(1);
});

test("a file in a field goes ahead of the form", async ({ page }) => {
  await page.goto("/new");
  await takenOver(page);
  await pickByTaps(page, BROKEN);
  await describe(page, "外箱压扁了，里面碎了。");
  await page.getByLabel(/开箱照片/).setInputFiles(PHOTO);
  await fillContact(page);

  await page.getByRole("button", { name: "提交", exact: true }).click();

  await expect(page.getByText("已提交，您的工单号")).toBeVisible();
  await expect(page.getByRole("img", { name: "小票.png" })).toBeVisible();
});

test("b_12 an identity number is checked", async ({ page, complaints }) => {
  complaints.expect(/422/);
  await page.goto("/new");
  await takenOver(page);
  await pickByTaps(page, FROZEN);
  await describe(page, "账户被冻结了。");
  await fillContact(page);
  await page.getByLabel(/身份证号/).fill("110105194912310021");
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.locator(".flaw:visible")).toHaveCount(1);

  await page.getByLabel(/身份证号/).fill("11010519491231002X");
  await page.getByRole("button", { name: "提交", exact: true }).click();

  await expect(page.getByText("已提交，您的工单号")).toBeVisible();
  expect(await numberOf(page)).toMatch(/^GD-\d+$/);
});
