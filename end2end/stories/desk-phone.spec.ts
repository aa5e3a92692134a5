// An agent on the way: one pane, thumbs, and all of the work.

import { audit } from "../support/axe.ts";
import { composer, fileByProgram, said, signIn } from "../support/desk.ts";
import { expect, takenOver, test } from "../support/story.ts";

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

test("e_01 claim, answer, look up and resolve on 360 pixels", async ({ page, server }) => {
  const { number } = await fileByProgram(server, "路上处理的工单");
  const fits = async () => {
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, page.url()).toBe(360);
  };
  await signIn(page, server);
  await page.goto(`${server.url}/desk?shelf=queue`);
  await takenOver(page);
  await fits();
  await audit(page);

  await page.locator(".row").filter({ hasText: number }).getByRole("link").tap();
  await page.getByRole("button", { name: /^领取/ }).tap();
  await expect(page.getByRole("button", { name: /^完成/ })).toBeVisible();
  await fits();
  await composer(page).fill("您好，已经在处理。");
  await page.getByRole("button", { name: /发送回复/ }).tap();
  await expect(said(page, "您好，已经在处理。")).toBeVisible();
  await audit(page);

  await page.getByRole("link", { name: "客户与字段" }).tap();
  const customer = page.getByRole("complementary", { name: "客户与字段" });
  await expect(customer.getByText("138 **** 5521").first()).toBeVisible();
  await fits();
  await audit(page);
  await page.getByRole("link", { name: "返回" }).tap();

  await page.getByRole("button", { name: /^解决/ }).tap();
  const dialog = page.getByRole("dialog", { name: "解决" });
  await dialog.getByLabel("已赔付").check();
  await audit(page);
  await dialog.getByRole("button", { name: "解决" }).tap();

  await expect(page.getByText("已解决").first()).toBeVisible();
});

test("c_07 a leader ticks several by touch and hands them over", async ({ page, server }) => {
  const first = await fileByProgram(server, "要一起转派的第一张");
  const second = await fileByProgram(server, "要一起转派的第二张");
  await signIn(page, server, "wangzhuguan");
  await page.goto(`${server.url}/desk?view=new`);
  await takenOver(page);
  const row = (number: string) => page.locator(".row").filter({ hasText: number });
  await expect(row(first.number).getByRole("checkbox")).toBeHidden();

  await page.getByRole("button", { name: "选择多条" }).tap();
  await row(first.number).getByRole("checkbox").tap();
  await row(second.number).getByRole("checkbox").tap();

  await expect(page.getByRole("status").filter({ hasText: "2" }).first()).toBeVisible();
  await audit(page);
  const bar = page.getByRole("toolbar");
  await bar.getByRole("button", { name: "转派" }).tap();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox").first().selectOption({ index: 1 });
  await dialog.getByRole("button", { name: "转派", exact: true }).tap();

  await expect(dialog).toBeHidden();
  await expect(bar).toBeHidden();
});
