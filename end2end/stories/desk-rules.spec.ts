// What the desk does by itself, and what people see of it: archiving, leaves for people, the steps
// that hold everything up, and what systems set in motion.

import { audit } from "../support/axe.ts";
import { fileByProgram, LEADER, signIn } from "../support/desk.ts";
import { expect, takenOver, test } from "../support/story.ts";

test("d_23 d_28 an administrator sets what the desk does by itself", async ({ page, server, complaints }) => {
  complaints.expect(/422/);
  await signIn(page, server, "admin");
  await page.goto(`${server.url}/admin/rules`);
  await takenOver(page);

  const days = page.getByLabel("关单后多少天");
  await expect(days).toHaveValue("90");
  await days.fill("4000");
  await days.evaluate((input: HTMLInputElement) => (input.form!.noValidate = true));
  await page.getByRole("button", { name: "保存" }).first().click();
  await expect(page.getByText(/1.*3650/)).toBeVisible();
  await expect(days).toHaveValue("4000");
  await days.fill("60");
  await page.getByRole("button", { name: "保存" }).first().click();
  await expect(page.getByText("已保存")).toBeVisible();

  await page.getByPlaceholder("按名称找分类").fill("商家售假");
  const leaf = page.getByRole("checkbox", { name: "投诉 / 已购买 / 商家售假" });
  await leaf.check();
  await audit(page);
  await page.reload();
  await takenOver(page);

  await expect(days).toHaveValue("60");
  await expect(leaf).toBeChecked();
});

test("d_25 a leader sees which step holds everything up", async ({ page, server }) => {
  await signIn(page, server, LEADER);
  await page.goto(`${server.url}/boards`);
  await takenOver(page);
  await page.getByRole("link", { name: "环节用时" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "环节用时" })).toBeVisible();
  await expect(page.getByText("瓶颈").first()).toBeVisible();
  await audit(page);
});

test("a_15 what systems set in motion is marked, and can be looked at alone", async ({ page, server }) => {
  const { number } = await fileByProgram(server, "系统上报的异常");
  await signIn(page, server);
  await page.goto(`${server.url}/desk?view=live`);
  await takenOver(page);

  await page.getByLabel("由谁触发").selectOption({ label: "系统触发" });
  await page.waitForURL(/by=system/);
  const row = page.locator(".row").filter({ hasText: number });
  await expect(row).toContainText("系统");
  await page.getByLabel("由谁触发").selectOption({ label: "人触发" });
  await page.waitForURL(/by=person/);
  await expect(page.locator(".row").first()).toBeVisible();
  await expect(row).toHaveCount(0);
  await audit(page);
});
