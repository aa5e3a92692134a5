// The portal as plain HTML: no program, and nothing is missing but comfort.

import { audit } from "../support/axe.ts";
import { COMPLAINT, describe, fillContact, numberOf, pickByTaps, PHOTO } from "../support/portal.ts";
import { card, fileVisit } from "../support/question.ts";
import { expect, test } from "../support/story.ts";

// axe is a script, so its turn comes in a browser that runs scripts; here the page has to work.
test.use({ javaScriptEnabled: false });

test("filing without JavaScript: a flaw, what was typed is still there, then the number", async ({ page, complaints }) => {
  complaints.expect(/422/);
  await page.goto("/new");
  await pickByTaps(page, COMPLAINT);
  await page.getByLabel("怎么称呼您").fill("小美");
  await page.getByLabel("手机号").fill("12a");
  await page.locator("input[type=file]").last().setInputFiles(PHOTO);

  await page.getByRole("button", { name: "提交", exact: true }).click();

  await expect(page.getByText("电话号码不对，请检查")).toBeVisible();
  await expect(page.getByLabel("怎么称呼您")).toHaveValue("小美");
  await expect(page.getByText("小票.png")).toBeVisible();

  await describe(page, "没有脚本也要能提交。");
  await fillContact(page);
  await page.getByRole("button", { name: "提交", exact: true }).click();

  await expect(page.getByText("已提交，您的工单号")).toBeVisible();
  expect(await numberOf(page)).toMatch(/^GD-\d+$/);
  await expect(page.getByRole("img", { name: "小票.png" })).toBeVisible();
});

test("searching without JavaScript", async ({ page }) => {
  await page.goto("/new");

  await page.getByRole("searchbox").fill("售假");
  await page.getByRole("button", { name: "搜索" }).click();

  await expect(page.getByRole("link", { name: /商家售假/ }).first()).toBeVisible();
});

test("answering and urging without JavaScript", async ({ page }) => {
  await page.goto("/new");
  await pickByTaps(page, COMPLAINT);
  await describe(page, "请尽快。");
  await fillContact(page);
  await page.getByRole("button", { name: "提交", exact: true }).click();

  await page.getByLabel("补充说明……").fill("补充一张小票。");
  await page.getByRole("button", { name: "发送" }).click();
  await page.getByRole("button", { name: "催一下" }).click();

  await expect(page.getByText("补充一张小票。")).toBeVisible();
  await expect(page.getByText("已催 1 次")).toBeVisible();
  await expect(page.getByRole("button", { name: "催一下" })).toBeDisabled();
});

test("d_26 a question of the flow is answered without JavaScript", async ({ page, server, complaints }) => {
  complaints.expect(/422/);
  await page.goto("/new");
  const number = await fileVisit(page, server);
  await page.reload();

  await card(page).getByText("不需要了…").click();
  await card(page).getByRole("button", { name: "不需要了" }).click();
  await expect(card(page).getByText("请填写这一项").first()).toBeVisible();
  await card(page).getByLabel("所在城市").selectOption("广东 / 深圳");
  await card(page).getByLabel("理由").fill("自己修好了");
  await card(page).getByRole("button", { name: "不需要了" }).click();

  await expect(card(page)).toHaveCount(0);
  await expect(page.getByText("自己修好了")).toBeVisible();
  expect(await numberOf(page)).toBe(number);
});

test.describe("with a browser that runs scripts", () => {
  test.use({ javaScriptEnabled: true });

  for (const address of ["/", "/new", "/my", "/sign-in", "/register", "/forgot", "/reset"]) {
    test(`${address} can be used by everybody`, async ({ page }) => {
      await page.goto(address);

      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await audit(page);
    });
  }
});
