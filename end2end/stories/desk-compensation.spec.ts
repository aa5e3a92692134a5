// A compensation: worked out, refused, worked out again, approved, paid by the shop.

import { audit } from "../support/axe.ts";
import { AGENT, LEADER, openTicket, signIn } from "../support/desk.ts";
import { beginStep, claim, mark, row, standsInMine, things } from "../support/outside.ts";
import type { Server } from "../support/server.ts";
import { startShop, type Shop } from "../support/shop.ts";
import { expect, takenOver, test } from "../support/story.ts";

const ORDER = "884203117715";
const REFUSAL = "金额偏高，请按实付金额重新核定。";

let shop: Shop;

test.beforeAll(async ({ server }) => {
  shop = await startShop(server);
});

test.afterAll(() => shop.stop());

async function file(server: Server): Promise<string> {
  const token = server.ask("token", "create", "--agent", AGENT, "--scope", "all");
  const answer = await fetch(`${server.url}/api/v1/tickets`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({
      category: ["申请", "赔付", "商品赔付"],
      subject: "精华液鉴定为假货",
      description: "鉴定报告已附，要求赔付。",
      customer: { name: "王小美", phone: "13812345521" },
      fields: { order: ORDER, amount: "166.70" },
    }),
  });
  expect(answer.status).toBe(201);
  return (await answer.json()).number;
}

test("d_11 e_05 j_02 a refused amount comes back as a task, the second is paid", async ({ page, person, server }) => {
  const number = await file(server);
  await signIn(page, server);
  await openTicket(page, server, number);
  await claim(page);

  // The calculator writes the amount; finishing sends the task away.
  const side = page.getByRole("complementary", { name: "客户与字段" });
  const calculator = side.locator("details.calculator-form").filter({ hasText: "赔付金额" });
  await calculator.locator("summary").click();
  await expect(calculator.locator("output")).toContainText("¥500.00");
  await calculator.getByRole("button", { name: "保存结果" }).click();
  await expect(side.locator(".pair").filter({ hasText: "赔付金额" }).first()).toContainText("500.00");
  const enter = await beginStep(page, /核定赔付金额/);
  await audit(page);
  await enter.getByRole("button", { name: "确定" }).click();
  await expect(enter).toHaveCount(0);
  await page.goto(`${server.url}/desk`);
  await takenOver(page);
  await expect(row(page, number)).toHaveCount(0);

  // The leader refuses, and says why.
  const leader = await person();
  await signIn(leader, server, LEADER);
  await standsInMine(leader, server.url, number, "赔付审核");
  await openTicket(leader, server, number);
  const review = await beginStep(leader, /赔付审核/);
  await expect(review).toContainText("500.00");
  await review.getByLabel("给下一步的说明").fill(REFUSAL);
  await review.getByRole("button", { name: "未通过", exact: true }).click();

  // A new task, with the reason, in the right person's list.
  await expect(row(page, number)).toContainText("二次处理", { timeout: 15_000 });
  await openTicket(page, server, number);
  const again = await beginStep(page, /二次处理/);
  await expect(again).toContainText(REFUSAL);
  await again.getByLabel("赔付金额").fill("300.00");
  await again.getByRole("button", { name: "确定" }).click();
  await expect(again).toHaveCount(0);

  // The second amount passes, and the shop pays it once.
  await standsInMine(leader, server.url, number, "赔付审核");
  await openTicket(leader, server, number);
  const second = await beginStep(leader, /赔付审核/);
  await expect(second).toContainText("300.00");
  await second.getByRole("button", { name: "通过", exact: true }).click();
  await openTicket(page, server, number);
  await expect(mark(page, "「优选商城 · 支付赔付」已办成")).toBeVisible({ timeout: 15_000 });
  await expect(things(page).getByRole("article").filter({ hasText: "付款单" })).toBeVisible();
  const paid = (await shop.effects()).filter((it) => it.operation === "payments");
  expect(paid.map((it) => [it.request.amount, it.asked])).toEqual([["300.00", 1]]);
  await audit(page);
});

test("b_13 e_04 an order's number fills what the order is of", async ({ page, server }) => {
  await signIn(page, server);
  await page.goto(`${server.url}/desk/new`);
  await takenOver(page);
  await page.getByLabel("分类", { exact: true }).selectOption({ label: "订单 / 酒店 / 房态确认" });
  const order = page.getByRole("textbox", { name: /^订单号/ });
  await order.fill("770011223344");
  await order.blur();
  await expect(page.getByRole("status").filter({ hasText: "查到订单" })).toBeVisible();
  await expect(page.getByLabel("商品名称")).not.toHaveValue("");
  await audit(page);
});
