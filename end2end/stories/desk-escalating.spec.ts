// What a group cannot solve goes up, to where an administrator said.

import { audit } from "../support/axe.ts";
import { fileByProgram, openTicket, signIn } from "../support/desk.ts";
import { expect, takenOver, test } from "../support/story.ts";

test("d_21 an agent hands up what the group cannot solve, one priority higher", async ({ page, complaints, server }) => {
  complaints.expect(/422/);
  // Whoever hands up to another department no longer sees the ticket, and the page finds out.
  complaints.expect(/404/);
  const { number } = await fileByProgram(server, "要求三倍赔付，我们答应不了");
  await signIn(page, server);
  await openTicket(page, server, number);

  await page.locator(".doings").getByRole("button", { name: "更多" }).click();
  await page.getByRole("button", { name: "升级", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "升级" });
  await dialog.getByRole("button", { name: "升级" }).click();
  await expect(dialog.getByText("请填写这一项")).toBeVisible();
  await dialog.getByLabel("为什么解决不了").fill("金额超出我们的权限");
  await audit(page);
  await dialog.getByRole("button", { name: "升级" }).click();

  await expect(dialog).toBeHidden();
  await expect(page.getByText("这张工单已转走")).toBeVisible();
  await expect(page.locator(".ticket").getByText("要求三倍赔付")).toBeHidden();
});

test("d_21 an administrator says where each group hands up, and comes back by the rail", async ({ page, server }) => {
  await signIn(page, server, "admin");
  // The administrator's door is a program of its own: the browser goes there and back by itself.
  await page.getByRole("link", { name: "设置" }).click();
  await page.waitForURL("**/admin");
  await takenOver(page);
  await page.getByRole("link", { name: "小组" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "小组" })).toBeVisible();

  const choice = page.getByRole("combobox", { name: "物流查询组 · 升级给" });
  await choice.selectOption({ label: "售后一组" });
  await expect(page.getByText("已保存：物流查询组")).toBeVisible();
  await audit(page);
  await page.reload();
  await takenOver(page);
  await expect(choice.locator("option:checked")).toHaveText("售后一组");

  await page.goBack();
  await page.locator(".rail").getByRole("link", { name: "待办" }).click();
  await page.waitForURL("**/desk");
  await takenOver(page);
  await expect(page.locator(".rail")).toBeVisible();
});
