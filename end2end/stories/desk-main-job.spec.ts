// The main job, with three browsers at once: a customer's phone, an agent, a manager.

import { audit } from "../support/axe.ts";
import { LEADER, addWords, composer, said, send, signIn } from "../support/desk.ts";
import { COMPLAINT, fileTicket, numberOf } from "../support/portal.ts";
import { expect, takenOver, test } from "../support/story.ts";

test("a_01 c_13 a_03 d_10 k_01 h_01 file, handle, follow, confirm, watch", async ({ browser, complaints, person, server }) => {
  const phones = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  complaints.listenTo(phones);
  const phone = await phones.newPage();
  const [agent, manager] = [await person(), await person()];
  await signIn(agent, server);
  await signIn(manager, server, LEADER);
  await manager.goto(`${server.url}/boards`);
  await takenOver(manager);
  const filedToday = manager.locator(".figs a").first().locator("b");
  const before = Number((await filedToday.innerText()).replaceAll(",", ""));
  await agent.goto(`${server.url}/desk?shelf=queue`);
  await takenOver(agent);

  // The customer files; within a second it stands in the agent's queue, and the board has moved.
  const words = `买到假货，要求赔付 ${Date.now()}`;
  await fileTicket(phone, COMPLAINT, words, server.url);
  const number = await numberOf(phone);
  const row = agent.locator(".row").filter({ hasText: number });
  await expect(row).toBeVisible({ timeout: 5_000 });
  await expect(filedToday).toHaveText(String(before + 1), { timeout: 10_000 });

  // The agent takes it and answers; the phone shows it without being touched.
  await row.getByRole("link").click();
  await agent.getByRole("button", { name: /^领取/ }).click();
  await send(agent, "您好，我是张琪，正在为您核实。");
  await expect(said(phone, "正在为您核实")).toBeVisible({ timeout: 10_000 });
  await expect(phone.getByText(/张琪/).first()).toBeVisible();

  // The customer adds something; the agent's page shows it.
  await addWords(phone, "批号是 20250911B。");
  await expect(said(agent, "批号是 20250911B。")).toBeVisible({ timeout: 10_000 });

  // The agent tells the result and resolves in one go.
  await composer(agent).fill("已核实为假货，赔付 ¥267.00 今天到账。");
  await agent.getByRole("button", { name: /回复并/ }).click();
  await agent.getByRole("button", { name: "已赔付" }).click();
  await expect(said(phone, "赔付 ¥267.00")).toBeVisible({ timeout: 10_000 });

  // "Not solved" reopens the same ticket, with its history.
  await phone.getByRole("button", { name: "问题没解决" }).click();
  await expect(agent.getByText(/重新打开，第 1 次/)).toBeVisible({ timeout: 10_000 });

  await audit(phone);
  await audit(agent);
  await audit(manager);
  await phones.close();
});
