// A leader's phone: a requirement is laid down in three taps, an approval given in three (D-14, R-02).

import type { Page } from "@playwright/test";
import { audit } from "../support/axe.ts";
import { AGENT, COLLEAGUE, fileByProgram, LEADER, openTicket, signIn } from "../support/desk.ts";
import { mark, row } from "../support/outside.ts";
import type { Server } from "../support/server.ts";
import { expect, takenOver, test } from "../support/story.ts";
import { Thumb } from "../support/thumb.ts";

/** 林岚, above the leader of 售后部. */
const DIRECTOR = "linlan";

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

async function call(server: Server, login: string, path: string, body?: object): Promise<any> {
  const token = server.ask("token", "create", "--agent", login, "--scope", "all");
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    method: body ? "POST" : "GET",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: body && JSON.stringify(body),
  });
  const said = await answer.text();
  expect(answer.ok, said).toBe(true);
  return said ? JSON.parse(said) : undefined;
}

const over = (page: Page) => page.getByRole("region", { name: "督办" });

test("d_14 a leader lays a requirement over a ticket in three taps, and lifts it", async ({ page, server }) => {
  const { number } = await fileByProgram(server, "一直没有结果的投诉");
  await signIn(page, server, DIRECTOR);
  await openTicket(page, server, number);
  const thumb = new Thumb();

  await thumb.tap(page.getByRole("button", { name: "督办", exact: true }));
  const dialog = page.getByRole("dialog", { name: "督办" });
  await audit(page);
  await thumb.tap(dialog.getByRole("button", { name: "3 天后" }));
  await thumb.tap(dialog.getByRole("button", { name: "下达督办" }));

  await expect(dialog).toBeHidden();
  await expect(over(page)).toContainText("售后部 王主管");
  expect(thumb.taps).toBe(3);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await audit(page);

  await over(page).getByRole("button", { name: "办结督办" }).tap();
  const lifting = page.getByRole("dialog", { name: "办结督办" });
  await lifting.getByRole("button", { name: "办结督办" }).tap();
  await expect(over(page)).toHaveCount(0);
});

test("d_14 the supervised side sees it, reports, and cannot lift it", async ({ page, person, server }) => {
  const { number } = await fileByProgram(server, "被督办的投诉");
  const deadline = new Date(Date.now() + 86_400_000).toISOString();
  await call(server, DIRECTOR, "/supervisions", { tickets: [number], requirement: "今天办结", deadline });
  await signIn(page, server, LEADER);
  await openTicket(page, server, number);
  await expect(over(page)).toContainText("今天办结");
  await expect(over(page).getByRole("button", { name: "办结督办" })).toHaveCount(0);

  await over(page).getByRole("button", { name: "签收" }).tap();
  await expect(over(page)).toContainText("已签收");
  await over(page).getByRole("button", { name: "反馈" }).tap();
  const report = page.getByRole("dialog", { name: "反馈" });
  await report.getByLabel("办理情况").fill("已联系商家，等鉴定结果。");
  await report.getByRole("button", { name: "反馈进展" }).tap();
  await expect(report).toBeHidden();
  await expect(over(page)).toContainText("已联系商家，等鉴定结果。");
  await audit(page);

  const agent = await person();
  await signIn(agent, server, COLLEAGUE);
  await openTicket(agent, server, number);
  await expect(over(agent)).toBeVisible();
  await expect(over(agent).getByRole("button", { name: "办结督办" })).toHaveCount(0);
});

test("d_14 what is overdue climbs to the next leader by itself", async ({ page, server }) => {
  const { number } = await fileByProgram(server, "没有按时办结的投诉");
  await signIn(page, server, LEADER);
  await openTicket(page, server, number);
  const deadline = new Date(Date.now() + 5_000).toISOString();

  await call(server, DIRECTOR, "/supervisions", { tickets: [number], requirement: "马上办结", deadline });

  await expect(over(page)).toContainText("王主管");
  await expect(over(page)).toContainText("客服中心 林岚", { timeout: 20_000 });
  await expect(over(page)).toContainText("已升级");
  await expect(mark(page, "督办升级到").first()).toBeVisible();
  await audit(page);
});

test("d_19 r_02 a superior approves in three taps, from the list to done", async ({ page, server }) => {
  const { number } = await call(server, AGENT, "/tickets", {
    category: ["申请", "赔付", "商品赔付"],
    subject: "请主管审批的赔付",
    description: "鉴定为假货，申请赔付。",
    customer: { name: "王小美", phone: "13812345521" },
    fields: { order: "884203117715", amount: "166.70" },
  });
  const entered = (await call(server, AGENT, `/tickets/${number}`)).tasks[0].id;
  await call(server, AGENT, `/tasks/${entered}/claim`, {});
  await call(server, AGENT, `/tasks/${entered}/complete`, { fields: { payout: "300" } });
  await signIn(page, server, LEADER);
  await page.goto(`${server.url}/desk`);
  await takenOver(page);
  const thumb = new Thumb();

  await thumb.tap(row(page, number).getByRole("link"));
  await thumb.tap(page.getByRole("button", { name: /赔付审核/ }));
  const dialog = page.getByRole("dialog", { name: /赔付审核/ });
  await expect(dialog).toContainText("300.00");
  await audit(page);
  await thumb.tap(dialog.getByRole("button", { name: "通过", exact: true }));

  await expect(dialog).toBeHidden();
  await expect(mark(page, "赔付审核").filter({ hasText: "通过" }).first()).toBeVisible();
  expect(thumb.taps).toBe(3);
});

test("d_14 one requirement over many tickets, and the board by department", async ({ page, server }) => {
  const filed = [await fileByProgram(server, "一起督办的甲"), await fileByProgram(server, "一起督办的乙")];
  await signIn(page, server, DIRECTOR);
  await page.goto(`${server.url}/desk?view=new`);
  await takenOver(page);

  await page.getByRole("button", { name: "选择多条" }).tap();
  for (const { number } of filed) await page.getByLabel(`选择 ${number}`).check();
  await page.getByRole("toolbar").getByRole("button", { name: "督办" }).tap();
  const dialog = page.getByRole("dialog", { name: "督办 2 件工单" });
  await dialog.getByRole("button", { name: "3 天后" }).tap();
  await dialog.getByRole("button", { name: "下达督办" }).tap();
  await expect(dialog).toBeHidden();

  await page.goto(`${server.url}/boards/supervisions`);
  await takenOver(page);
  const department = page.getByRole("row").filter({ hasText: "售后部" });
  await expect(department).toBeVisible();
  const one = page.locator(".supervisions article").first();
  for (const { number } of filed) await expect(one).toContainText(number);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await audit(page);
  await department.getByRole("link").first().tap();
  await page.waitForURL(/department=\d+&figure=issued/);
  await expect(one).toContainText(filed[0].number);
});
