// What stories of a partner's phone have in common.

import { expect, type Browser, type Page } from "@playwright/test";
import type { Complaints } from "./complaints.ts";
import type { Server } from "./server.ts";

/** A phone of 360 px, with fingers. */
export async function newPhone(browser: Browser, complaints: Complaints, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    locale: "zh-CN",
    javaScriptEnabled,
  });
  complaints.listenTo(context);
  return context.newPage();
}

/** The newest letter to this phone or address that has what is looked for. */
export async function letterTo(server: Server, to: string, pattern: RegExp): Promise<string> {
  let found: string | undefined;
  await expect(() => {
    const letters = server.letters().filter((letter) => letter.startsWith(`To: ${to}\r\n`));
    found = letters.reverse().map((letter) => letter.match(pattern)?.[1]).find((it) => it !== undefined);
    expect(found).toBeDefined();
  }).toPass({ timeout: 20_000 });
  return found as string;
}

export function linkTo(server: Server, phone: string): Promise<string> {
  return letterTo(server, phone, /(https?:\/\/\S+\/p\/\S+)/);
}

/** Has a code sent, and types it. */
export async function comeIn(page: Page, server: Server, link: string, phone: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("button", { name: "发送验证码" }).click();
  await expect(page.getByLabel("6 位验证码")).toBeVisible();
  await page.getByLabel("6 位验证码").fill(await letterTo(server, phone, /验证码是 (\d{6})/));
  await page.getByRole("button", { name: "进入" }).click();
}
