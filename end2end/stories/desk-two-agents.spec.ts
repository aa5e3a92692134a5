// Two agents on one ticket: nobody's work is lost, and everybody sees who is there.

import { audit } from "../support/axe.ts";
import { COLLEAGUE, addWords, composer, fileByProgram, openTicket, said, send, signIn } from "../support/desk.ts";
import { expect, takenOver, test } from "../support/story.ts";

test("i_01 two agents see each other, and each other's work, at once", async ({ page, person, server }) => {
  const { number } = await fileByProgram(server, "两个人同时处理");
  const other = await person();
  await signIn(page, server);
  await signIn(other, server, COLLEAGUE);
  await openTicket(page, server, number);
  await openTicket(other, server, number);

  await expect(page.getByTitle(/刘洋正在/)).toBeVisible({ timeout: 15_000 });
  await composer(other).fill("我来补充一点，还没写完");
  await send(page, "您好，正在核实。");

  await expect(said(other, "您好，正在核实。")).toBeVisible({ timeout: 10_000 });
  await expect(composer(other)).toHaveValue("我来补充一点，还没写完");
  await audit(page);
});

test("leap_12 a draft survives a reload, another browser and somebody else's changes", async ({ page, person, server }) => {
  const { number } = await fileByProgram(server, "草稿不丢");
  await signIn(page, server);
  await openTicket(page, server, number);
  await composer(page).fill("写到一半的回复");
  await expect(page.getByText("草稿已保存")).toBeVisible();

  const other = await person();
  await signIn(other, server, COLLEAGUE);
  await openTicket(other, server, number);
  await send(other, "同事先回复了。");
  await page.reload();
  await takenOver(page);
  const elsewhere = await person();
  await signIn(elsewhere, server);
  await openTicket(elsewhere, server, number);

  await expect(composer(page)).toHaveValue("写到一半的回复");
  await expect(composer(elsewhere)).toHaveValue("写到一半的回复");
});

test("leap_12 sending warns when the customer wrote meanwhile", async ({ page, person, complaints, server }) => {
  complaints.expect(/409/);
  const { number, link } = await fileByProgram(server, "客户又补充了");
  await signIn(page, server);
  await openTicket(page, server, number);
  await composer(page).fill("根据您说的情况");
  const phone = await person();
  await phone.goto(server.url + link);
  await takenOver(phone);
  await addWords(phone, "等等，还有一件事。");
  await expect(said(page, "等等，还有一件事。")).toBeVisible({ timeout: 10_000 });

  await page.getByRole("button", { name: /发送回复/ }).click();
  await expect(page.getByText("您写的时候来了新消息")).toBeVisible();
  await expect(composer(page)).toHaveValue("根据您说的情况");
  await page.getByRole("button", { name: /仍然发送/ }).click();

  await expect(said(page, "根据您说的情况")).toBeVisible();
});
