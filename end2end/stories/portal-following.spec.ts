// A customer follows a ticket: by its link, live, until it is really solved.

import type { Page } from "@playwright/test";
import { audit } from "../support/axe.ts";
import { COMPLAINT, fileTicket, numberOf, resolve } from "../support/portal.ts";
import { expect, takenOver, test } from "../support/story.ts";

test("a forged link shows nothing, and the same for every number", async ({ page, person, complaints }) => {
  complaints.expect(/404/);
  await fileTicket(page, COMPLAINT, "不能让别人看到的话");
  const number = await numberOf(page);
  const link = new URL(page.url());
  const key = link.searchParams.get("k") ?? "";
  const stranger = await person();
  const forged = [`/t/${number}?k=${key.slice(0, -2)}xx`, `/t/${number}`, `/t/GD-999999?k=${key}`];

  const bodies = [];
  for (const address of forged) {
    const answer = await stranger.goto(link.origin + address);
    expect(answer?.status()).toBe(404);
    bodies.push(await stranger.getByRole("main").innerText());
    await expect(stranger.getByText("不能让别人看到的话")).toHaveCount(0);
  }

  expect(new Set(bodies).size).toBe(1);
  await audit(stranger);
});

test("a_03 what an agent does shows without a reload", async ({ page, server }) => {
  await fileTicket(page, COMPLAINT, "等处理结果");
  await takenOver(page);

  await resolve(server, await numberOf(page));

  await expect(page.getByRole("heading", { name: "已处理完，请您确认" })).toBeVisible();
  await audit(page);
});

/** As a thumb does it: away from the composer at the bottom of the screen first. */
async function rate(page: Page, question: string, stars: RegExp): Promise<void> {
  const star = page.getByRole("group", { name: question }).getByLabel(stars);
  await star.evaluate((it) => it.scrollIntoView({ block: "center" }));
  await star.check({ force: true });
}

test("d_10 not solved: one tap, the same ticket again, counted; k_01 then a rating, one tap each", async ({ page, server }) => {
  await fileTicket(page, COMPLAINT, "修好了又坏");
  const number = await numberOf(page);
  await resolve(server, number);

  await page.getByRole("button", { name: "问题没解决" }).click();

  await expect(page.getByText("重新处理 1 次")).toBeVisible();
  expect(await numberOf(page)).toBe(number);

  await resolve(server, number);
  await rate(page, "处理结果", /^★?5 星/);
  await expect(page.getByText("谢谢您的评价")).toBeVisible();
  await rate(page, "处理过程", /^★?4 星/);
  await page.getByRole("button", { name: "已经解决了" }).click();

  await expect(page.getByRole("heading", { name: "已结束" })).toBeVisible();
  await audit(page);
});

test("d_15 urging is counted and not heard twice at once", async ({ page }) => {
  await fileTicket(page, COMPLAINT, "等了很久");
  await takenOver(page);

  await page.getByRole("button", { name: "催一下" }).click();

  await expect(page.getByText("已催 1 次")).toBeVisible();
  await expect(page.getByRole("button", { name: "催一下" })).toBeDisabled();
  await expect(page.getByText(/后可以再催/)).toBeVisible();
  await audit(page);
});

test("an answer written while the connection is gone goes when it is back", async ({ page, context, complaints }) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load/);
  await fileTicket(page, COMPLAINT, "先提交");
  await takenOver(page);
  await context.setOffline(true);

  await page.getByLabel("补充说明……").fill("断网时写的");
  await page.getByRole("button", { name: "发送" }).click();
  await expect(page.getByText("已保存，待发送")).toBeVisible();
  await context.setOffline(false);

  await expect(page.getByRole("list", { name: "沟通记录" }).getByText("断网时写的")).toHaveCount(1);
  await audit(page);
});

test("a customer with an account finds the ticket in their own list", async ({ page }) => {
  await page.goto("/register");
  await takenOver(page);
  await page.getByLabel("怎么称呼您").fill("周小美");
  await page.getByLabel("手机号").fill(`139${String(Date.now()).slice(-8)}`);
  await page.getByLabel("新密码").fill("correct-horse-7");
  await page.getByRole("button", { name: "注册" }).click();
  await expect(page.getByText("还没有工单。")).toBeVisible();

  await page.goto("/new");
  await takenOver(page);
  await expect(page.getByLabel("怎么称呼您")).toHaveValue("周小美");
  await fileTicket(page, COMPLAINT, "登录后提交");
  await page.goto("/my");

  await expect(page.getByRole("link", { name: /登录后提交/ })).toBeVisible();
  await audit(page);
});
