// What the flow asks the customer, answered on the page of their ticket.

import { audit } from "../support/axe.ts";
import { openTicket, signIn } from "../support/desk.ts";
import { card, fileVisit } from "../support/question.ts";
import { expect, takenOver, test } from "../support/story.ts";

test("d_24 d_26 a question is answered with a tap, and the agent reads it", async ({ page, person, server, complaints }) => {
  complaints.expect(/422/);
  await page.goto("/new");
  await takenOver(page);
  const number = await fileVisit(page, server);

  // It comes by itself to the page that is open.
  await expect(page.getByRole("heading", { name: "有一个问题等您答复" })).toBeVisible();
  await expect(card(page)).toContainText("上门检测费 50 元");
  await expect(card(page)).toContainText("空调 1.5 匹");
  await audit(page);

  // What is missing is said where it is missing, and nothing is lost.
  await card(page).getByText("不需要了…").click();
  await card(page).getByLabel("理由").fill("还没有想好");
  await card(page).getByRole("button", { name: "同意上门" }).click();
  await expect(card(page).getByText("请填写这一项")).toBeVisible();
  await expect(card(page).getByLabel("理由")).toHaveValue("还没有想好");
  await card(page).getByLabel("所在城市").selectOption("浙江 / 杭州");
  await card(page).getByRole("button", { name: "同意上门" }).click();

  await expect(card(page)).toHaveCount(0);
  await expect(page.getByRole("list", { name: "沟通记录" }).getByText("同意上门")).toHaveCount(1);
  await expect(page.getByRole("heading", { name: "正在上门维修" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    page.viewportSize()?.width ?? 0,
  );
  await audit(page);

  const agent = await person();
  await signIn(agent, server, "linxiaofeng");
  await openTicket(agent, server, number);
  await expect(agent.locator(".bubble").filter({ hasText: "同意上门" })).toBeVisible();
  await expect(agent.locator(".mark").filter({ hasText: "是否同意上门检测？" }).first()).toBeVisible();
});

test("d_26 nobody answers for somebody else", async ({ page, server }) => {
  await page.goto("/new");
  await takenOver(page);
  const number = await fileVisit(page, server);
  await expect(card(page)).toBeVisible();
  const key = new URL(page.url()).searchParams.get("k") ?? "";
  const task = await card(page).locator("input[name=task]").inputValue();
  const send = (address: string, k: string) =>
    fetch(`${server.url}${address}`, {
      method: "POST",
      headers: { accept: "application/json" },
      body: new URLSearchParams({ k, task, outcome: "no", "note.no": "替他答" }),
    });

  const forged = await send(`/t/${number}/answer`, `${key.slice(0, -2)}xx`);
  const without = await send(`/t/${number}/answer`, "");

  expect([forged.status, without.status]).toEqual([404, 404]);
  await expect(card(page)).toBeVisible();
});
