// An administrator connects a system, tries it, and sees what goes over the line.

import { audit } from "../support/axe.ts";
import { signIn } from "../support/desk.ts";
import { startShop, type Shop } from "../support/shop.ts";
import { expect, takenOver, test } from "../support/story.ts";

const ORDER = "884203117715";
const RULES = {
  operations: [
    {
      key: "order",
      name: "订单",
      does: { look: { at: "order", shows: [{ key: "supplier", label: "所属供应商", at: "/supplier" }] } },
      method: "GET",
      path: "/orders/{number}",
      reading: { reason: "/message" },
    },
  ],
};

let shop: Shop;

test.beforeAll(async ({ server }) => {
  shop = await startShop(server);
});

test.afterAll(() => shop.stop());

test("j_08 j_09 a system is connected without code, and tried", async ({ page, server }) => {
  await signIn(page, server, "admin");
  await page.goto(`${server.url}/admin/connectors`);
  await takenOver(page);
  await page.getByRole("button", { name: "新建连接器" }).click();
  const creating = page.getByRole("dialog", { name: "新建连接器" });
  await creating.getByLabel("名称").fill("备用商城");
  await creating.getByLabel("标识").fill("spare");
  await creating.getByLabel("地址").fill(shop.url);
  await creating.getByRole("button", { name: "开始设置" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "备用商城" })).toBeVisible();
  const main = page.getByRole("main");
  await expect(main.getByText("未签名", { exact: true })).toBeVisible();

  // What can be asked of it, as text; the secret goes in and never comes out.
  await main.getByRole("button", { name: "以文本编辑" }).click();
  const text = page.getByRole("dialog", { name: "以文本编辑" });
  await text.getByRole("textbox").fill('{ "operations": 1 }');
  await text.getByRole("button", { name: "应用" }).click();
  await expect(text.getByRole("alert")).toContainText("第 1 行不对");
  await audit(page);
  await text.getByRole("textbox").fill(JSON.stringify(RULES));
  await text.getByRole("button", { name: "应用" }).click();
  await main.getByLabel("签名密钥").fill("sample-shop");
  await main.getByRole("button", { name: "保存" }).click();
  await expect(main.getByText("已签名", { exact: true })).toBeVisible();
  await expect(main.getByLabel("签名密钥")).toHaveValue("");

  await main.getByLabel("单号").fill(ORDER);
  await main.getByRole("button", { name: "查询", exact: true }).click();
  await expect(main.locator(".answered")).toContainText("HTTP 200");
  await expect(main.locator(".answered .pair")).toContainText("所属供应商");
  await audit(page);

  // What is wrong stands at its place.
  await main.getByLabel("允许的主机").fill("elsewhere.example.com");
  await main.getByRole("button", { name: "保存" }).click();
  await expect(main.locator("#hosts-flaw")).toBeVisible();
});

test("j_08 events and calls are seen where the system is set up", async ({ page, server }) => {
  const told = await shop.emit({
    id: "seen-1",
    kind: "after_sales.anomaly",
    data: {
      order: { no: ORDER },
      what: "退货签收三天仍未退款。",
      customer: { name: "周敏", phone: "13900004412" },
    },
  });
  await signIn(page, server, "admin");
  await page.goto(`${server.url}/admin/connectors`);
  await takenOver(page);
  await page.getByRole("main").getByRole("link", { name: /优选商城/ }).click();

  const events = page.locator("section").filter({ hasText: "收到的事件" }).getByRole("listitem");
  await expect(events.filter({ hasText: "seen-1" })).toContainText(told.body.tickets[0]);
  await audit(page);
});

test("j_08 whoever is no administrator sees no connector", async ({ page, server }) => {
  await signIn(page, server);
  await page.goto(`${server.url}/admin/connectors`);
  await takenOver(page);

  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expect(page.getByText("优选商城")).toHaveCount(0);
});
