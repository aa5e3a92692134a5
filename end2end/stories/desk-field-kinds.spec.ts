// Each kind of field in the workspace: asked for on the phone, shown, and changed.

import type { Page } from "@playwright/test";
import { PHOTO } from "../support/portal.ts";
import { signIn } from "../support/desk.ts";
import { expect, takenOver, test } from "../support/story.ts";

/** Somebody calls about a matter of this kind. */
async function begin(page: Page, leaf: string): Promise<void> {
  await page.locator("input[name=phone]").fill("13812345521");
  await page.locator(".new-form select").first().selectOption({ label: leaf });
}

test("an agent ticks, chooses and adds a file, and changes it later", async ({ page, server }) => {
  await signIn(page, server, "admin");
  await page.goto(`${server.url}/desk/new`);
  await takenOver(page);
  await begin(page, "投诉 / 已购买 / 商品质量");
  await page.locator(".new-form").getByRole("textbox", { name: /订单号/ }).fill("884203117715");
  await page.getByLabel("不能开机").check();
  await page.locator("textarea[name=description]").fill("电话里说开不了机。");
  await page.locator(".new-form button[data-kind=primary]").click();
  await page.locator("a[href*='/desk/t/GD-']").first().click();
  await takenOver(page);
  const faults = page.locator(".side .pair").filter({ hasText: "哪里有问题" });
  await expect(faults).toContainText("不能开机");

  await faults.getByRole("button").click();
  await faults.getByLabel("缺少配件").check();
  await faults.getByRole("button", { name: "保存" }).click();

  await expect(faults).toContainText("缺少配件");
  await expect(faults).toContainText("不能开机");
});

test("a file in a field opens from the ticket", async ({ page, server }) => {
  await signIn(page, server, "admin");
  await page.goto(`${server.url}/desk/new`);
  await takenOver(page);
  await begin(page, "投诉 / 物流配送 / 包裹破损");
  await page.locator(".new-form").getByRole("textbox", { name: /订单号/ }).fill("884203117715");
  await page.getByLabel(/开箱照片/).setInputFiles(PHOTO);
  await page.locator("textarea[name=description]").fill("箱子破了。");
  await page.locator(".new-form button[data-kind=primary]").click();
  await page.locator("a[href*='/desk/t/GD-']").first().click();
  await takenOver(page);

  const photo = page.locator(".side .pair").filter({ hasText: "开箱照片" });
  await expect(photo.getByRole("link", { name: /小票\.png/ })).toBeVisible();
});
