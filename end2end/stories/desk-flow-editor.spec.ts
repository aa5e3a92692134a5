// An administrator makes the compensation's flow out of nothing: tried, mended, published, changed.

import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { administer, choose, fitsItsWidth, gone } from "../support/admin.ts";
import { audit } from "../support/axe.ts";
import { startShop, type Shop } from "../support/shop.ts";
import { expect, test } from "../support/story.ts";

const ENTER = "核定赔付金额";
const REVIEW = "赔付审核";
const AGAIN = "二次处理";
const PAY = "支付赔付款";

let shop: Shop;

test.beforeAll(async ({ server }) => {
  shop = await startShop(server);
});

test.afterAll(() => shop.stop());

const steps = (page: Page): Locator => page.getByRole("region", { name: "节点", exact: true });
const panel = (page: Page): Locator => page.getByRole("region", { name: "节点设置" });
const named = (page: Page, name: string): Locator => steps(page).getByRole("button", { name, exact: true });
const way = (page: Page, outcome: string): Locator =>
  panel(page).locator("li.way").filter({ has: page.locator(`option:checked:text-is("${outcome}时")`) });

async function add(page: Page, kind: string, name: string): Promise<void> {
  await choose(page, "添加节点", kind);
  await page.locator("#step-title").fill(name);
}

/** Begins a flow, and takes away what it begins with, with keys alone. */
async function nothing(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "新建流程" }).click();
  const naming = page.getByRole("dialog", { name: "新建流程" });
  await naming.getByLabel("名称").fill(name);
  await naming.getByLabel("名称").press("Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  for (const step of ["接收", "处理", "反馈"]) {
    await named(page, step).focus();
    await page.keyboard.press("Delete");
    await expect(named(page, step)).toHaveCount(0);
  }
  await expect(page.getByText("流程里还没有节点，先添加一个。")).toBeVisible();
}

/** Whoever enters the amount fills it in; a superior decides; who is refused does it again. */
async function compensation(page: Page): Promise<void> {
  await add(page, "处理", ENTER);
  await panel(page).getByLabel("怎么做").fill("按赔付规则计算金额，可以用右侧的计算器。");
  await panel(page).getByRole("button", { name: "添加字段" }).click();
  await panel(page).getByRole("combobox", { name: "字段", exact: true }).selectOption({ label: "赔付金额" });
  await add(page, "审批", REVIEW);
  await way(page, "未通过").getByRole("combobox", { name: "去", exact: true }).selectOption({ label: "＋ 新节点……" });
  await page.locator("#step-title").fill(AGAIN);
  await named(page, REVIEW).click();
  await add(page, "操作其他系统", PAY);
  await panel(page).getByRole("combobox", { name: "做哪个操作" }).selectOption({ label: "优选商城 · 支付赔付" });
  for (const outcome of ["未通过", "结果未知"]) {
    await way(page, outcome).getByRole("combobox", { name: "去", exact: true }).selectOption({ label: AGAIN });
  }
}

async function publish(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "发布", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "发布新版本" });
  await expect(dialog).toBeVisible();
  return dialog;
}

// First, before the others leave drafts behind.
test("d_04 on a phone the flow is read without pushing it sideways", async ({ page, server }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await administer(page, server, "/admin/flows");
  await fitsItsWidth(page);
  await audit(page);
  await page.getByRole("main").getByRole("link", { name: "商品赔付", exact: true }).click();
  await expect(named(page, REVIEW)).toBeVisible();
  await fitsItsWidth(page);
  await named(page, REVIEW).click();
  await expect(page.locator("#step-title")).toHaveValue(REVIEW);
  await fitsItsWidth(page);
  await audit(page);
});

test("d_04 b_15 d_11 the compensation's flow is made out of nothing, tried and published", async ({ page, server }) => {
  await administer(page, server, "/admin/flows");
  await nothing(page, "赔付（新）");
  await compensation(page);
  await expect(page.getByText("可以发布", { exact: true })).toBeVisible();

  // It stands behind the review in the list; keys put it there.
  await named(page, AGAIN).focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(steps(page).locator(".step-name")).toHaveText([ENTER, REVIEW, PAY, AGAIN]);
  await expect(named(page, AGAIN)).toBeFocused();

  // An imagined ticket is refused once, and paid.
  await page.getByRole("button", { name: "试走", exact: true }).click();
  const bench = page.getByRole("region", { name: "试走" });
  const stop = (name: string) => bench.locator(".trail > li[data-open]").filter({ hasText: name });
  await stop(ENTER).getByRole("button", { name: "完成" }).click();
  await stop(REVIEW).getByRole("button", { name: "未通过" }).click();
  await expect(stop(AGAIN)).toContainText(`做「${ENTER}」的人`);
  await stop(AGAIN).getByRole("button", { name: "完成" }).click();
  await stop(REVIEW).getByRole("button", { name: "通过", exact: true }).click();
  await stop(PAY).getByRole("button", { name: "已确认" }).click();
  await expect(bench.getByText("流程走完了，工单解决。")).toBeVisible();
  await audit(page);
  await bench.getByRole("button", { name: "回到设计" }).click();

  // What is new is said before it is published.
  const first = await publish(page);
  await expect(first.getByRole("listitem")).toHaveCount(4);
  await audit(page);
  await first.getByRole("button", { name: "发布" }).click();
  await gone(first);
  await expect(page.getByText("第 1 版", { exact: true })).toBeVisible();

  // A change is a difference.
  await named(page, REVIEW).click();
  await panel(page).getByLabel("几小时内完成").fill("8");
  const second = await publish(page);
  await expect(second.getByRole("listitem")).toHaveCount(1);
  await expect(second.getByRole("listitem")).toContainText(REVIEW);
  await expect(second.getByRole("listitem")).toContainText("时限");
  await second.getByLabel(/这一版改了什么/).fill("审核要有时限");
  await second.getByRole("button", { name: "发布" }).click();
  await gone(second);
  await choose(page, "更多", "历史版本");
  const history = page.getByRole("dialog", { name: "历史版本" });
  await expect(history.getByRole("listitem").first()).toContainText("审核要有时限");
  await audit(page);
});

test("d_04 a draft that leads nowhere or names nobody is refused in words", async ({ page, server }) => {
  await administer(page, server, "/admin/flows");
  await nothing(page, "走不通的流程");
  await add(page, "处理", ENTER);

  // Nobody would have it: there is no other step whose handler it could be.
  await panel(page).getByRole("combobox", { name: "谁来做" }).selectOption({ label: "做某一步的人" });
  await expect(panel(page).getByText("还没有选好谁来做")).toBeVisible();
  await panel(page).getByRole("combobox", { name: "谁来做" }).selectOption({ label: "工单所在组的待领池" });

  // Round and round.
  await panel(page).getByRole("combobox", { name: "去", exact: true }).selectOption({ label: ENTER });
  const dialog = await publish(page);
  await expect(dialog.getByText("工单会一直转圈")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "发布" })).toBeDisabled();
  await audit(page);
  await dialog.getByRole("button", { name: "关闭" }).click();
  await gone(dialog);

  // The list of what is wrong leads to where it is.
  await page.locator(".flow-problems").getByRole("button", { name: ENTER }).click();
  await panel(page).getByRole("combobox", { name: "去", exact: true }).selectOption({ label: "流程结束" });
  await expect(page.getByText("可以发布", { exact: true })).toBeVisible();
});

test("d_04 a flow goes out as a file, comes in again, and can be had back", async ({ complaints, page, server }) => {
  complaints.expect(/422/);
  await administer(page, server, "/admin/flows");
  await page.getByRole("main").getByRole("link", { name: "商品赔付", exact: true }).click();
  await expect(named(page, REVIEW)).toBeVisible();
  const coming = page.waitForEvent("download");
  await choose(page, "更多", "导出文件");
  const file = await coming;
  expect(file.suggestedFilename()).toBe("商品赔付.json");
  const text = readFileSync(await file.path(), "utf8");

  const input = page.locator('input[type="file"]');
  const json = (text: string) => ({ name: "flow.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await input.setInputFiles(json(text.replaceAll(REVIEW, "主管审核")));
  await expect(named(page, "主管审核")).toBeVisible();
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(named(page, REVIEW)).toBeVisible();
  await input.setInputFiles(json("{}"));
  await expect(page.getByText("这不是流程文件")).toBeVisible();
});
