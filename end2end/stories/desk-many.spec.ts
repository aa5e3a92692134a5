// Many tickets in one call, with an answer for each.

import { audit } from "../support/axe.ts";
import { fileByProgram, LEADER, signIn } from "../support/desk.ts";
import { resolve } from "../support/portal.ts";
import { expect, takenOver, test } from "../support/story.ts";

test("c_07 a leader hands tickets over together, and reads which could not go", async ({ page, server }) => {
  const filed = await Promise.all(["一起转派甲", "一起转派乙"].map((it) => fileByProgram(server, it)));
  const [going, staying] = filed.map(({ number }) => number);
  await signIn(page, server, LEADER);
  await page.goto(`${server.url}/desk?view=new`);
  await takenOver(page);
  await page.getByLabel(`选择 ${going}`).check();
  await page.getByLabel(`选择 ${staying}`).check();
  await expect(page.getByText("已选 2 件")).toBeVisible();
  await page.getByRole("toolbar", { name: "批量操作" }).getByRole("button", { name: "转派" }).click();
  const dialog = page.getByRole("dialog", { name: "转派 2 件工单" });
  await dialog.getByLabel("转给哪个组").selectOption({ label: "售后二组" });
  await audit(page);

  // Somebody else finishes one of them meanwhile.
  await resolve(server, staying);
  await dialog.getByRole("button", { name: "转派" }).click();

  await expect(dialog.getByText("1 件已转派，1 件不能转派")).toBeVisible();
  await expect(dialog.getByRole("listitem")).toHaveCount(1);
  await expect(dialog.getByRole("listitem")).toContainText(staying);
  await audit(page);
  await dialog.getByRole("button", { name: "确定" }).click();
  await page.goto(`${server.url}/desk/t/${going}`);
  await expect(page.getByText("转派给 售后二组")).toBeVisible();
});

test("c_07 all rows in sight are picked with one click", async ({ page, server }) => {
  await signIn(page, server, LEADER);
  await page.goto(`${server.url}/desk?view=live`);
  await takenOver(page);
  const rows = await page.locator(".row").count();

  await page.locator(".row .tick input").first().check();
  await page.getByRole("button", { name: /^全选/ }).click();

  await expect(page.getByText(`已选 ${rows} 件`)).toBeVisible();
});
