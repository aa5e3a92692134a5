// The two doors, and what they say to whoever has the wrong key.

import type { Page } from "@playwright/test";
import { audit } from "../support/axe.ts";
import { expect, takenOver, test } from "../support/story.ts";

async function tryAtThePortal(page: Page): Promise<void> {
  await page.getByLabel("手机号或邮箱").fill("13800000001");
  await page.getByLabel("密码").fill("wrong-password");
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page.getByRole("alert")).toHaveText("手机号、邮箱或密码不对。");
}

async function tryAtTheDesk(page: Page): Promise<void> {
  await page.getByLabel("账号").fill("zhangqi");
  await page.getByLabel("密码").fill("wrong-password");
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page.getByText("账号或密码不对。")).toBeVisible();
}

test("a wrong password is called that, at both doors", async ({ page, complaints }) => {
  complaints.expect(/40[13]/);
  await page.goto("/sign-in");
  await takenOver(page);
  await tryAtThePortal(page);
  await audit(page);

  await page.goto("/desk/sign-in");
  await takenOver(page);
  await tryAtTheDesk(page);
  await audit(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a wrong password leads back to the form and says so", async ({ page, complaints }) => {
    complaints.expect(/40[13]/);
    await page.goto("/sign-in");
    await tryAtThePortal(page);

    await page.goto("/desk/sign-in");
    await tryAtTheDesk(page);

    await page.getByLabel("账号").fill("zhangqi");
    await page.getByLabel("密码").fill("gongdan-demo");
    await page.getByRole("button", { name: "登录", exact: true }).click();
    await expect(page.getByRole("heading", { name: "我的待办" })).toBeVisible();
  });
});
