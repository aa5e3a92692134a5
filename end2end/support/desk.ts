// What stories of the agent's door have in common.

import { expect, type Page } from "@playwright/test";
import type { Server } from "./server.ts";
import { takenOver } from "./story.ts";

export const PASSWORD = "gongdan-demo";
/** Of 售后一组, whose work is claimed. */
export const AGENT = "zhangqi";
export const COLLEAGUE = "liuyang";
/** Leads 售后部. */
export const LEADER = "wangzhuguan";

export async function signIn(page: Page, server: Server, login = AGENT): Promise<void> {
  await page.goto(`${server.url}/desk/sign-in`);
  await takenOver(page);
  await page.getByLabel("账号").fill(login);
  await page.getByLabel("密码").fill(PASSWORD);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.waitForURL((url) => url.pathname.startsWith("/desk") && !url.pathname.includes("sign-in"));
  await takenOver(page);
}

interface Filed {
  number: string;
  link: string;
}

/** A program files for a customer; quicker than tapping where the tapping is not the story. */
export async function fileByProgram(server: Server, subject: string): Promise<Filed> {
  const token = server.ask("token", "create", "--agent", AGENT, "--scope", "all");
  const answer = await fetch(`${server.url}/api/v1/tickets`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({
      category: ["投诉", "已购买", "商家售假"],
      subject,
      description: "包装印刷模糊，批号查不到。",
      customer: { name: "王小美", phone: "13812345521" },
      fields: { order: "884203117715" },
    }),
  });
  expect(answer.status).toBe(201);
  return (await answer.json()) as Filed;
}

export async function openTicket(page: Page, server: Server, number: string): Promise<void> {
  await page.goto(`${server.url}/desk/t/${number}`);
  await takenOver(page);
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
}

export function composer(page: Page) {
  return page.locator("#composer");
}

export async function send(page: Page, words: string): Promise<void> {
  await composer(page).fill(words);
  await page.getByRole("button", { name: /发送回复/ }).click();
  await expect(page.locator(".bubble").filter({ hasText: words })).toBeVisible();
}

/** What somebody said, wherever it stands. */
export function said(page: Page, words: string) {
  return page.getByText(words).first();
}

/** The customer adds something on the progress page. */
export async function addWords(phone: Page, words: string): Promise<void> {
  await phone.locator("#reply textarea").fill(words);
  await phone.getByRole("button", { name: "发送" }).click();
}
