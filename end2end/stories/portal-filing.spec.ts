// A customer files a ticket: by taps, by typing, without our program, on a bad network.

import type { Route } from "@playwright/test";
import { audit } from "../support/axe.ts";
import { COMPLAINT, describe, fillContact, numberOf, pickByTaps, ticketsOf } from "../support/portal.ts";
import { expect, takenOver, test } from "../support/story.ts";

test("b_01 filing by taps: three at most, and the number is shown", async ({ page }) => {
  await page.goto("/new");
  await takenOver(page);

  const taps = await pickByTaps(page, COMPLAINT);
  await describe(page, "11 月 18 日买的护手霜是假的，包装印刷模糊。");
  await fillContact(page);
  await page.getByRole("button", { name: "提交", exact: true }).click();

  expect(taps).toBeLessThanOrEqual(3);
  await expect(page.getByText("已提交，您的工单号")).toBeVisible();
  expect(await numberOf(page)).toMatch(/^GD-\d+$/);
  await audit(page);
});

test("b_01 filing by pinyin initials", async ({ page }) => {
  await page.goto("/new");
  await takenOver(page);

  await page.getByRole("searchbox").fill("sjsj");
  await page.getByRole("link", { name: /商家售假/ }).first().click();

  await expect(page.getByLabel("请描述一下")).toBeVisible();
  await audit(page);
});

test("everything that is missing is said at once, and nothing typed is lost", async ({ page, complaints }) => {
  complaints.expect(/422/);
  await page.goto("/new");
  await takenOver(page);
  await pickByTaps(page, COMPLAINT);
  await page.getByLabel("怎么称呼您").fill("小美");
  await page.getByLabel("手机号").fill("12a");

  await page.getByRole("button", { name: "提交", exact: true }).click();

  await expect(page.getByText("请填写这一项").first()).toBeVisible();
  await expect(page.getByText("电话号码不对，请检查")).toBeVisible();
  await expect(page.getByLabel("怎么称呼您")).toHaveValue("小美");
  await audit(page);
});

test("two taps on the button make one ticket", async ({ page, server }) => {
  await page.goto("/new");
  await takenOver(page);
  await pickByTaps(page, COMPLAINT);
  const words = `双击只算一次 ${Date.now()}`;
  await describe(page, words);
  await fillContact(page);

  await page.getByRole("button", { name: "提交", exact: true }).dblclick();

  await expect(page.getByText("已提交，您的工单号")).toBeVisible();
  expect(await ticketsOf(server, words)).toBe(1);
});

test("a connection lost while filing makes one ticket after its return", async ({ page, context, server, complaints }) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load/);
  await page.goto("/new");
  await takenOver(page);
  await pickByTaps(page, COMPLAINT);
  const words = `断网也不丢 ${Date.now()}`;
  await describe(page, words);
  await fillContact(page);
  await context.setOffline(true);

  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByText("已保存，待发送")).toBeVisible();
  await audit(page);
  await context.setOffline(false);

  await expect(page.getByText("已提交，您的工单号")).toBeVisible();
  expect(await ticketsOf(server, words)).toBe(1);
});

test("an answer lost on its way back makes one ticket, too", async ({ page, server, complaints }) => {
  complaints.expect(/ERR_FAILED|Failed to load/);
  await page.goto("/new");
  await takenOver(page);
  await pickByTaps(page, COMPLAINT);
  const words = `答复丢了 ${Date.now()}`;
  await describe(page, words);
  await fillContact(page);
  const losing = async (route: Route) => {
    await route.fetch();
    await route.abort();
  };
  await page.route("**/new", losing, { times: 1 });

  await page.getByRole("button", { name: "提交", exact: true }).click();

  await expect(page.getByText("已提交，您的工单号")).toBeVisible();
  expect(await ticketsOf(server, words)).toBe(1);
});

test("a draft survives the page", async ({ page }) => {
  await page.goto("/new");
  await takenOver(page);
  await pickByTaps(page, COMPLAINT);
  await describe(page, "写到一半");
  await page.getByLabel("手机号").fill("13812345521");
  await expect(page.getByText("已保存在这台设备上")).toBeVisible();

  await page.goto("/new");
  await takenOver(page);

  await expect(page.getByLabel("请描述一下")).toHaveValue("写到一半");
  await expect(page.getByLabel("手机号")).toHaveValue("13812345521");
  await expect(page.getByText("已恢复上次没有提交的内容")).toBeVisible();
  await audit(page);
});
