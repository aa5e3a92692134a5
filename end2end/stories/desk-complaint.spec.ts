// A complaint the consumers' association passes on, from the case number to the file that answers it.

import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { audit } from "../support/axe.ts";
import { openTicket, signIn } from "../support/desk.ts";
import { startSampleShop, type SampleShop } from "../support/sample-shop.ts";
import { startServer, type Server } from "../support/server.ts";
import { expect, takenOver, test } from "../support/story.ts";

const COMPLAINTS = "chenjing";
const REPAIR = "dazhuang";
const BOSS = "zhouzong";
const SHOP = "yunying";
const WAREHOUSE = "qiancang";
const ORDER = "884203117715";

let shop: SampleShop;
let desk: Server;

// A desk of its own, which knows this shop and no other.
test.beforeAll(async () => {
  shop = await startSampleShop();
  desk = await startServer({ demo: 20, shop: shop.url });
});

test.afterAll(async () => {
  await desk.stop();
  await shop.stop();
});

/** The association's own system files it, through the door that is theirs. */
async function file(desk: Server): Promise<string> {
  const token = desk.ask("token", "create", "--agent", COMPLAINTS, "--scope", "all");
  const answer = await fetch(`${desk.url}/api/v1/tickets`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({
      channel: "c315",
      category: ["投诉", "监管转办", "315 转办"],
      subject: "上门维修碰坏了遥控器",
      description: "师傅修电视时碰坏了遥控器，电话13800000315。",
      customer: { name: "周秀英", phone: "13800000315" },
      fields: { case: "315-2026-1124-07", order: ORDER },
    }),
  });
  expect(answer.status).toBe(201);
  return (await answer.json()).number;
}

test("d_18 m_06 k_07 a complaint by way of 315, answered with one file", async ({ page, person }) => {
  test.setTimeout(240_000);
  const number = await file(desk);
  await signIn(page, desk, COMPLAINTS);

  // One search finds the repair of two months ago, with what the customer thought of it.
  await page.getByRole("searchbox", { name: "搜索工单、客户、订单号" }).fill("周秀英");
  await page.keyboard.press("Enter");
  const repaired = page.locator(".row").filter({ hasText: "电视开不了机" });
  await expect(repaired).toBeVisible();
  const old = (await repaired.getByRole("link").first().getAttribute("href"))!.match(/GD-\d+/)![0];
  await openTicket(page, desk, number);
  await page.getByRole("button", { name: /^领取/ }).click();
  const side = page.getByRole("complementary", { name: "客户与字段" });
  const earlier = side.locator(".old").filter({ hasText: "电视开不了机" });
  await expect(earlier.locator(".rating")).toHaveAttribute("aria-label", "5 星");
  await page.getByRole("toolbar", { name: "操作" }).getByRole("button", { name: "更多" }).click();
  await page.getByRole("button", { name: "关联工单", exact: true }).click();
  const link = page.getByRole("dialog", { name: "关联工单" });
  await link.getByLabel("另一张工单的编号").fill(old);
  await link.getByRole("button", { name: "关联工单", exact: true }).click();
  await expect(link).toHaveCount(0);
  await finish(page, /核对历史工单与评价/, "");

  // The repair department answers, the superior approves; both at once.
  const repair = await person();
  await signIn(repair, desk, REPAIR);
  await standsInMine(repair, desk.url, number, "维修部说明情况");
  await openTicket(repair, desk, number);
  await finish(repair, /维修部说明情况/, "属实，师傅上门时碰坏了遥控器。");
  const boss = await person();
  await signIn(boss, desk, BOSS);
  await standsInMine(boss, desk.url, number, "请示上级");
  await openTicket(boss, desk, number);
  const decide = await beginStep(boss, /请示上级/);
  await decide.getByLabel("给下一步的说明").fill("同意补发新遥控器。");
  await decide.getByRole("button", { name: "通过", exact: true }).click();
  await expect(decide).toHaveCount(0);

  // Shop and warehouse send a new one; the shop's system is asked once.
  await standsInMine(page, desk.url, number, "确定处理方案");
  await openTicket(page, desk, number);
  await finish(page, /确定处理方案/, "补发新遥控器一个。");
  for (const [login, step] of [[SHOP, "商城下补发单"], [WAREHOUSE, "仓库发出配件"]] as const) {
    const office = await person();
    await signIn(office, desk, login);
    await standsInMine(office, desk.url, number, step);
    await openTicket(office, desk, number);
    await finish(office, new RegExp(step), "已办。");
  }
  await standsInMine(page, desk.url, number, "告知客户与消协");
  const sent = (await shop.effects()).filter((effect) => effect.operation === "shipments");
  expect(sent.map((effect) => effect.asked)).toEqual([1]);

  // The whole chain with its time on one page, for the house and for the association.
  await openTicket(page, desk, number);
  await page.getByRole("toolbar", { name: "操作" }).getByRole("button", { name: "更多" }).click();
  await page.getByRole("link", { name: "复盘包", exact: true }).click();
  await takenOver(page);
  const steps = page.getByRole("table", { name: "处理环节与用时" });
  await expect(steps.getByRole("row").filter({ hasText: "维修部说明情况" })).toContainText("刘大壮");
  await expect(page.getByRole("main")).toContainText("全程用时");
  await expect(page.getByRole("table", { name: "外部系统操作" })).toContainText(sent[0].reference);
  await expect(page.getByRole("table", { name: "关联工单与评价" }).getByRole("row").filter({ hasText: old })).toContainText("★★★★★");
  await audit(page);
  await page.getByRole("link", { name: "监管机构", exact: true }).click();
  const answered = steps.getByRole("row").filter({ hasText: "维修部说明情况" });
  await expect(answered).toContainText("维修部");
  await expect(page.getByRole("main")).not.toContainText("刘大壮");
  await expect(page.getByRole("main")).not.toContainText("13800000315");

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "下载 PDF", exact: true }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(`${number}-regulator.pdf`);
  expect(readFileSync(await download.path()).subarray(0, 5).toString()).toBe("%PDF-");
  await openTicket(page, desk, number);
  await expect(page.locator(".mark").filter({ hasText: "取走复盘包（监管机构）" })).toBeVisible();
});

/** The dialog in which one of my steps is ended. */
async function beginStep(page: Page, step: RegExp): Promise<Locator> {
  await page.getByRole("toolbar", { name: "操作" }).getByRole("button", { name: step }).click();
  return page.getByRole("dialog", { name: step });
}

async function finish(page: Page, step: RegExp, note: string): Promise<void> {
  const dialog = await beginStep(page, step);
  if (note) await dialog.getByLabel("给下一步的说明").fill(note);
  await dialog.getByRole("button", { name: "确定", exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

/** It waits for whoever is signed in, under this name. */
async function standsInMine(page: Page, url: string, number: string, step: string): Promise<void> {
  await page.goto(`${url}/desk`);
  await takenOver(page);
  await expect(page.locator(".row").filter({ hasText: number })).toContainText(step, { timeout: 15_000 });
}
