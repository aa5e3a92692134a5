// A hotel order is paid and nobody has confirmed the room: one question to business staff moves it.

import { audit } from "../support/axe.ts";
import { openTicket, signIn } from "../support/desk.ts";
import { beginStep, claim, mark, standsInMine, things } from "../support/outside.ts";
import { startShop, type Shop } from "../support/shop.ts";
import { expect, test } from "../support/story.ts";

/** Leads 酒店业务部, and answers what it is asked. */
const HOTELS = "fangtai";
/** Of 渠道服务组. */
const CHANNELS = "jiangxin";
const ROOM = /这间房能确认吗/;

let shop: Shop;

test.beforeAll(async ({ server }) => {
  shop = await startShop(server);
});

test.afterAll(() => shop.stop());

async function unconfirmed(id: string, order: string): Promise<string> {
  const data = {
    order: { no: order, product: "西湖国宾馆 高级双床房" },
    customer: { name: "陆远", phone: "13900007788" },
  };
  const told = await shop.emit({ id, kind: "order.unconfirmed", data });
  expect(told.body.outcome).toBe("created");
  return told.body.tickets[0];
}

async function done(operation: string, order: string) {
  const effects = await shop.effects();
  return effects.filter((it) => it.operation === operation && it.request.order === order);
}

test("d_02 j_02 d_26 yes advances the order once and asks for the voucher", async ({ page, person, server }) => {
  const order = "770011223344";
  const number = await unconfirmed("room-1", order);
  await signIn(page, server, HOTELS);
  await standsInMine(page, server.url, number, "这间房能确认吗？");
  await openTicket(page, server, number);
  const room = await beginStep(page, ROOM);
  await expect(room).toContainText(order);
  await audit(page);
  await room.getByRole("button", { name: "有房", exact: true }).click();
  await expect(mark(page, "「优选商城 · 确认房间」已办成")).toBeVisible({ timeout: 15_000 });
  expect((await done("confirm_room", order)).map((it) => it.asked)).toEqual([1]);

  // The voucher is a task of those who have the ticket, and goes out through the shop, too.
  const agent = await person();
  await signIn(agent, server, CHANNELS);
  await openTicket(agent, server, number);
  await claim(agent);
  const voucher = await beginStep(agent, /发送入住凭证/);
  await voucher.getByRole("button", { name: "确定" }).click();
  await expect(things(agent).getByRole("article").filter({ hasText: "凭证" })).toBeVisible({ timeout: 15_000 });
  expect(await done("vouchers", order)).toHaveLength(1);
  await audit(agent);
});

test("d_02 j_02 no opens the branch of refusal", async ({ page, person, server }) => {
  const order = "770011225566";
  const number = await unconfirmed("room-2", order);
  await signIn(page, server, HOTELS);
  await openTicket(page, server, number);
  const room = await beginStep(page, ROOM);
  await room.getByLabel("给下一步的说明").fill("当晚满房。");
  await room.getByRole("button", { name: "无房", exact: true }).click();
  await expect(mark(page, "「优选商城 · 无房取消」已办成")).toBeVisible({ timeout: 15_000 });

  const agent = await person();
  await signIn(agent, server, CHANNELS);
  await openTicket(agent, server, number);
  await claim(agent);
  await expect(agent.getByRole("toolbar", { name: "操作" }).getByRole("button", { name: /联系客户换房或退款/ })).toBeVisible();
  expect(await done("confirm_room", order)).toEqual([]);
  expect(await done("refuse_room", order)).toHaveLength(1);
});

test("a_14 d_26 the hotel's own system answers for its staff", async ({ page, server }) => {
  const order = "770011227788";
  const number = await unconfirmed("room-3", order);
  const data = { order: { no: order }, answer: "yes", by: "酒店直连系统" };
  const answer = { id: "answer-1", kind: "room.answered", data };
  const told = await shop.emit(answer);
  const again = await shop.emit(answer);
  expect(told.body).toEqual({ outcome: "advanced", tickets: [number] });
  expect(again).toEqual(told);

  await signIn(page, server, CHANNELS);
  await openTicket(page, server, number);
  await expect(mark(page, "「优选商城 · 确认房间」已办成")).toBeVisible({ timeout: 15_000 });
  expect(await done("confirm_room", order)).toHaveLength(1);
});
