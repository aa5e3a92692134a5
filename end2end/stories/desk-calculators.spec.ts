// An administrator declares a calculator: a worked example that is wrong keeps it from tickets.

import type { Page } from "@playwright/test";
import { administer, fitsItsWidth, gone } from "../support/admin.ts";
import { audit } from "../support/axe.ts";
import { expect, test } from "../support/story.ts";

const NAME = "延误赔付（试）";

async function input(page: Page, n: number, name: string, kind: string): Promise<void> {
  await page.getByRole("button", { name: "添加输入项" }).click();
  await page.getByLabel(`第 ${n} 个输入项：名称`).fill(name);
  await page.getByLabel(`第 ${n} 个输入项：类型`).selectOption({ label: kind });
}

test("e_05 a worked example that fails keeps a calculator from being published, and says why", async ({ page, server }) => {
  await administer(page, server, "/admin/calculators");
  await page.getByRole("button", { name: "新建计算器" }).click();
  const naming = page.getByRole("dialog", { name: "新建计算器" });
  await naming.getByLabel("名称").fill(NAME);
  await naming.getByRole("button", { name: "开始编写" }).click();
  await expect(page.getByRole("heading", { level: 1, name: NAME })).toBeVisible();

  // Typed inputs; what is too long is said where it stands.
  await input(page, 1, "货款", "金额");
  await input(page, 2, "天数", "天数");
  await input(page, 3, "方式", "选项");
  await page.getByLabel("第 3 个输入项：选项").fill("空运 / 陆运");
  await page.getByLabel("第 1 个输入项：名称").fill("一二三四五六七八九十一二三四五六七八九十一");
  await expect(page.getByText("最多 20 个字").first()).toBeVisible();
  await page.getByLabel("第 1 个输入项：名称").fill("货款");
  await page.getByLabel("公式", { exact: true }).fill('货款 × 天数 × if(方式 = "空运", 2%, 1%)');
  await expect(page.getByText("公式没有问题")).toBeVisible();
  await page.getByLabel("结果名称").fill("应赔金额");

  // The example is worked out wrongly.
  await page.getByRole("button", { name: "添加例子" }).click();
  await page.getByLabel("第 1 个例子：货款").fill("200");
  await page.getByLabel("第 1 个例子：天数").fill("3");
  await page.getByLabel("第 1 个例子：方式").fill("空运");
  await page.getByLabel("第 1 个例子：应得").fill("6");
  await page.getByRole("button", { name: "发布", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "发布" });
  await expect(dialog).toContainText("实际算出 12.00");
  await expect(dialog.getByRole("button", { name: "发布" })).toBeDisabled();
  await audit(page);
  await dialog.getByRole("button", { name: "关闭" }).click();
  await gone(dialog);

  // Corrected, it is the first version.
  await page.getByLabel("第 1 个例子：应得").fill("12");
  await expect(page.getByRole("status").filter({ hasText: "草稿已保存" })).toBeVisible();
  await page.getByRole("button", { name: "发布", exact: true }).click();
  await dialog.getByLabel(/为什么改/).fill("按天赔付");
  await dialog.getByRole("button", { name: "发布" }).click();
  await gone(dialog);
  const versions = page.locator(".versions > li");
  await expect(versions).toHaveCount(1);
  await expect(versions.first()).toContainText("按天赔付");
  await expect(page.getByRole("list", { name: "适用分类" })).toContainText("全部分类");
  await audit(page);

  // A new formula is a new version, and says what it changed.
  await page.getByLabel("公式", { exact: true }).fill('货款 × 天数 × if(方式 = "空运", 3%, 1%)');
  await page.getByLabel("第 1 个例子：应得").fill("18");
  await expect(page.getByRole("status").filter({ hasText: "草稿已保存" })).toBeVisible();
  await page.getByRole("button", { name: "发布", exact: true }).click();
  await expect(dialog).toContainText("公式");
  await dialog.getByRole("button", { name: "发布" }).click();
  await gone(dialog);
  await expect(versions).toHaveCount(2);
});

test("e_05 on a phone a calculator is read without pushing it sideways", async ({ page, server }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await administer(page, server, "/admin/calculators");
  await fitsItsWidth(page);
  await audit(page);
  await page.getByRole("main").getByRole("link", { name: /^赔付金额/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "赔付金额" })).toBeVisible();
  await fitsItsWidth(page);
  await audit(page);
});
