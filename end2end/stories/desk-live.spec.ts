// A lost connection is said, and made good.

import { fileByProgram, signIn } from "../support/desk.ts";
import { lineTo } from "../support/line.ts";
import { expect, takenOver, test } from "../support/story.ts";

test("what happened while the stream was down is there when it is back", async ({ page, context, complaints, server }) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK|ERR_FAILED|Failed to (load|fetch)/);
  await signIn(page, server);
  await page.goto(`${server.url}/desk?shelf=queue`);
  await takenOver(page);
  await context.setOffline(true);

  const { number } = await fileByProgram(server, "断线期间来的工单");
  await context.setOffline(false);

  await expect(page.locator(".row").filter({ hasText: number })).toBeVisible({ timeout: 15_000 });
});

test("e_01 a stream that broke goes on after the last event it heard", async ({ page, complaints, server }) => {
  complaints.expect(/ERR_|Failed to (load|fetch)/);
  const line = await lineTo(server.url);
  const row = (number: string) => page.locator(".row").filter({ hasText: number });
  await signIn(page, { ...server, url: line.url });
  await page.goto(`${line.url}/desk?shelf=queue`);
  await takenOver(page);
  const heard = await fileByProgram(server, "连着的时候来的工单");
  await expect(row(heard.number)).toBeVisible();

  line.cut();
  await expect(page.locator(".rail .lost")).toContainText("断");
  const missed = await fileByProgram(server, "线断的时候来的工单");
  line.mend();

  await expect(row(missed.number)).toBeVisible({ timeout: 20_000 });
  const [first, ...again] = line.lastEventIds;
  expect(first).toBeUndefined();
  expect(again.at(-1)).toMatch(/^\d+/);
  line.close();
});

test("h_02 every number of the board opens the list behind it", async ({ page, server }) => {
  await signIn(page, server, "wangzhuguan");
  await page.goto(`${server.url}/boards`);
  await takenOver(page);

  const filed = page.locator(".figs a").first();
  const number = await filed.locator("b").innerText();
  await filed.click();

  await expect(page.getByRole("heading", { level: 1, name: "今日新建" })).toBeVisible();
  await expect(page.locator(".lines .counted")).toHaveText(`共 ${number} 条`);
  await expect(page.locator(".lines .row")).toHaveCount(Math.min(Number(number), 50));
});
