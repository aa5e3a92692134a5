// What stories of the administrator's door have in common.

import { expect, type Locator, type Page } from "@playwright/test";
import { signIn } from "./desk.ts";
import type { Server } from "./server.ts";
import { takenOver } from "./story.ts";

/** Signs in as administrator and goes there. */
export async function administer(page: Page, server: Server, path: string): Promise<void> {
  await signIn(page, server, "admin");
  await page.goto(`${server.url}${path}`);
  await takenOver(page);
}

/** Chooses one of the things in a menu. */
export async function choose(page: Page, menu: string, what: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: menu, exact: true }).click();
  await page.locator(".menu-list:popover-open").getByText(what).first().click();
}

/** Nothing has to be pushed sideways to be read, except inside what says so. */
export async function fitsItsWidth(page: Page): Promise<void> {
  const wide = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll("main")]
      .filter((it) => it.scrollWidth > it.clientWidth + 1)
      .map((it) => `${it.tagName} ${it.scrollWidth} > ${it.clientWidth}`),
  );
  expect(wide, page.url()).toEqual([]);
}

/** A dialog that was done with is gone. */
export async function gone(dialog: Locator): Promise<void> {
  await expect(dialog).toBeHidden();
}
