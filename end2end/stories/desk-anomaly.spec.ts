// An after-sales anomaly that the shop's own system reports: a refund, once, or somebody's task.

import { audit } from "../support/axe.ts";
import { openTicket, signIn } from "../support/desk.ts";
import { beginStep, mark, standsInMine, things } from "../support/outside.ts";
import type { Server } from "../support/server.ts";
import { startShop, type Shop } from "../support/shop.ts";
import { expect, test } from "../support/story.ts";

/** 退款组, whose work is dealt out: whoever has the least gets it. */
const LOGINS: Record<string, string> = { 宋佳: "songjia", 唐毅: "tangyi", 韩梅: "hanmei" };

let shop: Shop;

test.beforeAll(async ({ server }) => {
  shop = await startShop(server);
});

test.afterAll(() => shop.stop());

function anomaly(id: string, order: string) {
  return {
    id,
    kind: "after_sales.anomaly",
    data: {
      order: { no: order },
      what: "仓库拒收退货，系统没有退款。",
      amount: "12.00",
      customer: { name: "周敏", phone: "13900004412" },
    },
  };
}

/** Whom the work found. */
async function handlerOf(server: Server, number: string): Promise<string> {
  const token = server.ask("token", "create", "--agent", "admin", "--scope", "all");
  const headers = { authorization: `Bearer ${token}` };
  const ticket = await (await fetch(`${server.url}/api/v1/tickets/${number}`, { headers })).json();
  return LOGINS[ticket.tasks[0].handler.name];
}

async function refundsOf(order: string) {
  const effects = await shop.effects();
  return effects.filter((it) => it.operation === "refunds" && it.request.order === order);
}

test("a_14 j_04 j_06 told twice it is one ticket, and the shop refunds once", async ({ page, server }) => {
  const order = "884203117715";
  const event = anomaly("anomaly-1", order);
  const told = await shop.emit(event);
  const again = await shop.emit(event);
  expect([told.status, told.body.outcome]).toEqual([200, "created"]);
  expect(again).toEqual(told);
  const [number] = told.body.tickets;

  // It has found somebody, once, and shows what the order is of.
  await signIn(page, server, await handlerOf(server, number));
  const lines = page.locator(".row").filter({ hasText: `售后异常：订单 ${order}` });
  await expect(lines).toHaveCount(1);
  await openTicket(page, server, number);
  const about = things(page).getByRole("article").filter({ hasText: order });
  await expect(about).toContainText("未退款");
  await audit(page);

  // One decision, and the shop has done it.
  const verdict = await beginStep(page, /处理结论/);
  await verdict.getByRole("button", { name: "退款", exact: true }).click();
  await expect(mark(page, "「优选商城 · 退款」已办成")).toBeVisible({ timeout: 15_000 });
  await expect(things(page).getByRole("article").filter({ hasText: "退款单" })).toBeVisible();
  await expect(about).toContainText("部分退款");
  const done = await refundsOf(order);
  expect(done.map((it) => [it.request.amount, it.asked])).toEqual([["12.00", 1]]);

  const telling = await beginStep(page, /告知客户/);
  await telling.getByRole("button", { name: "确定" }).click();
  await expect(mark(page, "已把结果告知客户")).toBeVisible();
  await audit(page);
});

test("j_04 d_11 a refund the shop refuses is a task with the reason", async ({ page, server }) => {
  const order = "884203117999";
  await shop.script("refunds", { how: "refuse", reason: "账户已冻结" });
  const told = await shop.emit(anomaly("anomaly-2", order));
  const [number] = told.body.tickets;
  await signIn(page, server, await handlerOf(server, number));
  await openTicket(page, server, number);
  const verdict = await beginStep(page, /处理结论/);
  await verdict.getByRole("button", { name: "退款", exact: true }).click();
  await expect(verdict).toBeHidden();

  await standsInMine(page, server.url, number, "退款失败，人工处理");
  await openTicket(page, server, number);
  await expect(mark(page, "「优选商城 · 退款」被拒")).toContainText("账户已冻结");
  const repair = await beginStep(page, /退款失败，人工处理/);
  await expect(repair).toContainText("账户已冻结");
  await audit(page);
  expect(await refundsOf(order)).toEqual([]);
  await expect(things(page).getByRole("article").filter({ hasText: "退款单" })).toHaveCount(0);
});
