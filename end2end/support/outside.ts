// What stories have in common in which the desk operates the shop.

import { expect, type Locator, type Page } from "@playwright/test";

/** Takes the task that is in the queue. */
export async function claim(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^领取/ }).click();
}

/** The dialog in which one of my steps is ended. */
export async function beginStep(page: Page, step: RegExp): Promise<Locator> {
  await page.getByRole("toolbar", { name: "操作" }).getByRole("button", { name: step }).click();
  return page.getByRole("dialog", { name: step });
}

/** What the ticket is about over there. */
export function things(page: Page): Locator {
  return page.getByRole("region", { name: "业务单据" });
}

/** A ticket's line in the list at the left. */
export function row(page: Page, number: string): Locator {
  return page.locator(".row").filter({ hasText: number });
}

/** A line of the history that nobody wrote. */
export function mark(page: Page, words: string): Locator {
  return page.locator(".mark").filter({ hasText: words });
}

/** It waits for whoever is signed in, under this name. */
export async function standsInMine(page: Page, url: string, number: string, step: string): Promise<void> {
  await page.goto(`${url}/desk`);
  await expect(row(page, number)).toContainText(step, { timeout: 15_000 });
}
