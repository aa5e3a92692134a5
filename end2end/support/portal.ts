// What stories of the customer's door have in common.

import { expect, type Page } from "@playwright/test";
import type { Server } from "./server.ts";
import { takenOver } from "./story.ts";

export const COMPLAINT = ["投诉", "已购买", "商家售假"];

/** The smallest picture there is: one dot. */
export const PHOTO = {
  name: "小票.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
};

/** Taps down the tree; answers how many taps it took. */
export async function pickByTaps(page: Page, path: string[]): Promise<number> {
  let taps = 0;
  for (const name of path) {
    const choice = page.locator(".picker .tiles a, .picker .rows a").filter({ hasText: name });
    // A level that is shown together with the next one needs no tap.
    if ((await choice.count()) === 0) continue;
    await choice.first().click();
    taps += 1;
    await expect(page.locator(".crumb").filter({ hasText: name }).first()).toBeVisible();
  }
  await expect(page.getByLabel("请描述一下")).toBeVisible();
  // The leaf's own fields come after it.
  await expect(page.locator("form.filing")).toHaveAttribute("aria-busy", "false");
  return taps;
}

export async function describe(page: Page, words: string): Promise<void> {
  await page.getByLabel("请描述一下").fill(words);
  const order = page.getByLabel(/订单号/);
  if ((await order.count()) > 0) await order.fill("884203117715");
}

export async function fillContact(page: Page): Promise<void> {
  await page.getByLabel("怎么称呼您").fill("小美");
  await page.getByLabel("手机号").fill("13812345521");
}

/** `base` names the server where several are running. */
export async function fileTicket(page: Page, path: string[], words: string, base = ""): Promise<void> {
  await page.goto(`${base}/new`);
  await takenOver(page);
  await pickByTaps(page, path);
  await describe(page, words);
  await fillContact(page);
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByText("已提交，您的工单号")).toBeVisible();
}

export async function numberOf(page: Page): Promise<string> {
  return (await page.locator(".state .chip.num").first().innerText()).trim();
}

/** What an agent does elsewhere, through the door for programs. */
export async function resolve(server: Server, number: string): Promise<void> {
  const answer = await ask(server, `/tickets/${number}/resolve`, { code: "solved" });
  expect(answer.ok, await answer.text()).toBe(true);
}

/** Somebody of the desk takes it, and its flow goes on. */
export async function take(server: Server, number: string): Promise<void> {
  const ticket = (await (await ask(server, `/tickets/${number}`)).json()) as { tasks: { id: number }[] };
  const answer = await ask(server, `/tasks/${ticket.tasks[0].id}/claim`, {});
  expect(answer.ok, await answer.text()).toBe(true);
}

/** How many tickets say these words. */
export async function ticketsOf(server: Server, words: string): Promise<number> {
  const answer = await ask(server, `/tickets?q=${encodeURIComponent(words)}`);
  const found = (await answer.json()) as { items: unknown[] };
  return found.items.length;
}

const tokens = new Map<string, string>();

function ask(server: Server, path: string, body?: object): Promise<Response> {
  const token = tokens.get(server.url) ?? server.ask("token", "create", "--agent", "admin", "--scope", "all");
  tokens.set(server.url, token);
  return fetch(`${server.url}/api/v1${path}`, {
    method: body ? "POST" : "GET",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: body && JSON.stringify(body),
  });
}
