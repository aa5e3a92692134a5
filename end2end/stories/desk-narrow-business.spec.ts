// Whoever only answers sees the question and nothing else; a superior approves in three taps (D-26,
//

import { audit } from "../support/axe.ts";
import { AGENT, fileByProgram, openTicket, signIn } from "../support/desk.ts";
import { newPhone } from "../support/partner.ts";
import { expect, test } from "../support/story.ts";

test("d_26 business staff answer on a phone and see nothing of the ticket", async ({ browser, complaints, page, server }) => {
  complaints.expect(/40[34]/);
  const { number } = await fileByProgram(server, `客房确认 ${Date.now()}`);
  await signIn(page, server, AGENT);
  await openTicket(page, server, number);
  await page.getByRole("button", { name: "询问", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "询问" });
  await dialog.getByLabel(/问谁/).selectOption({ label: "叶舞" });
  await dialog.getByRole("textbox").fill("10 月 3 日还有大床房吗？");
  await dialog.getByRole("button", { name: "询问" }).click();

  const phone = await newPhone(browser, complaints);
  await signIn(phone, server, "yewu");
  await expect(phone).toHaveURL(/\/desk\/tasks$/);
  await phone.getByRole("link", { name: /大床房/ }).click();
  await expect(phone.getByText("王小美")).toHaveCount(0);
  await audit(phone);
  await phone.getByLabel("答复").fill("有，已留");
  await phone.getByRole("button", { name: "提交答复" }).click();
  await expect(phone.getByText("已答复")).toBeVisible();
  await phone.goto(`${server.url}/desk/t/${number}`);
  await expect(phone.getByText("包装印刷模糊")).toHaveCount(0);
  await expect(page.locator(".asked")).toContainText("有，已留", { timeout: 10_000 });
});
