// Asking several at once beside the flow, and their answers side by side.

import { audit } from "../support/axe.ts";
import { LEADER, fileByProgram, openTicket, signIn } from "../support/desk.ts";
import { expect, takenOver, test } from "../support/story.ts";

const COMPLAINTS = "zhaojingli";

test("c_14 d_12 d_13 two departments are asked, and the asker does not have to watch", async ({ browser, complaints, page, server }) => {
  const filed = await fileByProgram(server, `维修记录核实 ${Date.now()}`);
  await signIn(page, server);
  await openTicket(page, server, filed.number);
  await page.getByRole("button", { name: /^领取/ }).click();
  const row = page.locator(".row").filter({ hasText: filed.number });
  await page.getByRole("link", { name: /该我处理/ }).click();
  await expect(row).toBeVisible();
  await openTicket(page, server, filed.number);

  // Two departments; each question arrives with whoever leads it.
  await page.getByRole("button", { name: "询问", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "询问" });
  await dialog.getByLabel(/问谁/).selectOption({ label: "投诉部" });
  await dialog.getByLabel(/问谁/).selectOption({ label: "售后部" });
  await dialog.getByLabel("问题").fill("两个月前的维修记录属实吗？");
  await audit(page);
  await dialog.getByRole("button", { name: "询问" }).click();
  const cards = page.getByRole("region", { name: "询问与答复" }).getByRole("article");
  await expect(cards).toHaveCount(2);
  await page.goto(`${server.url}/desk`);
  await takenOver(page);
  await expect(row).toHaveCount(0);

  // One answers from a phone: the row, the button, the words.
  const phones = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  complaints.listenTo(phones);
  const phone = await phones.newPage();
  await signIn(phone, server, COMPLAINTS);
  await phone.locator(".row").filter({ hasText: "两个月前的维修记录" }).getByRole("link").click();
  await phone.getByRole("button", { name: /^答复/ }).click();
  await phone.getByRole("dialog").getByLabel("答复").fill("属实，上门时碰坏了遥控器。");
  await audit(phone);
  await phone.getByRole("dialog").getByRole("button", { name: "确定" }).click();
  await phones.close();

  // The other returns it unanswered; with that the last question is settled and the task is back.
  const leader = await browser.newContext();
  complaints.listenTo(leader);
  const other = await leader.newPage();
  await signIn(other, server, LEADER);
  await openTicket(other, server, filed.number);
  await other.getByRole("button", { name: /^答复/ }).click();
  await other.getByRole("dialog").getByLabel("答复").fill("没有其他记录。");
  await other.getByRole("dialog").getByRole("button", { name: "确定" }).click();
  await leader.close();
  await expect(row).toBeVisible({ timeout: 10_000 });
  await openTicket(page, server, filed.number);
  await expect(cards.filter({ hasText: "上门时碰坏了遥控器" })).toBeVisible();
  await expect(cards.filter({ hasText: "没有其他记录" })).toBeVisible();
  await audit(page);
});
