// A supplier's penalty: lines sent to the supplier's phone; one disputed with a photo, the rest
// confirmed and signed (D-20, K-06).

import { audit } from "../support/axe.ts";
import { AGENT, fileByProgram, openTicket, signIn } from "../support/desk.ts";
import { comeIn, linkTo, newPhone } from "../support/partner.ts";
import { PHOTO } from "../support/portal.ts";
import { expect, takenOver, test } from "../support/story.ts";

const PHONE = "13700001111";

test("d_20 k_06 penalty lines are disputed with a photo, confirmed and signed on a phone", async ({ browser, complaints, page, server }) => {
  const { number } = await fileByProgram(server, `质量罚款 ${Date.now()}`);
  await signIn(page, server, AGENT);
  await openTicket(page, server, number);

  // The agent sends two lines.
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("button", { name: "发送明细给合作方" }).click();
  const dialog = page.getByRole("dialog", { name: "发送明细给合作方" });
  await dialog.getByLabel("合作方").selectOption({ label: "华美电子" });
  await dialog.getByLabel("请对方确认什么").fill("10 月质量罚款");
  await dialog.getByLabel("明细").fill("遥控器迟发 3 单");
  await dialog.getByLabel("金额（元）").fill("300");
  await dialog.getByRole("button", { name: /加一行/ }).click();
  await dialog.getByLabel("明细").nth(1).fill("错发 1 单");
  await dialog.getByLabel("金额（元）").nth(1).fill("1,200.50");
  await dialog.getByRole("button", { name: "发送明细给合作方" }).click();
  await expect(page.locator(".confirmations")).toContainText("华美电子");

  // The supplier comes in by link and code, and sees only what is asked.
  const phone = await newPhone(browser, complaints);
  await comeIn(phone, server, await linkTo(server, PHONE), PHONE);
  await takenOver(phone);
  await expect(phone.getByRole("heading", { name: "10 月质量罚款" })).toBeVisible();
  await expect(phone.getByText("¥1,500.50")).toBeVisible();
  await expect(phone.getByText("王小美")).toHaveCount(0);
  await audit(phone);

  // One is disputed with a photo, the other confirmed, and a finger signs.
  const [first, second] = [phone.getByRole("group").nth(0), phone.getByRole("group").nth(1)];
  await first.getByText("有异议").click();
  await first.getByLabel("异议理由").fill("已按时补发，见签收单");
  await first.getByLabel(/凭证照片/).setInputFiles(PHOTO);
  await second.getByText("确认", { exact: true }).click();
  await phone.getByLabel("签署人姓名").fill("李姐");
  await sign(phone);
  await phone.getByRole("button", { name: "提交答复" }).click();
  await expect(phone.getByText("李姐 签署于")).toBeVisible();
  await expect(phone.locator(".signed img")).toBeVisible();
  await audit(phone);

  // The agent's page shows it by itself, as a record with names.
  const box = page.locator(".confirmations");
  await expect(box).toContainText("已按时补发", { timeout: 10_000 });
  await expect(box.locator(".signed")).toContainText(/SHA-256 [0-9a-f]{64}/);
  await expect(page.getByText("李姐 · 华美电子").first()).toBeVisible();
  await audit(page);
});

async function sign(phone: import("@playwright/test").Page): Promise<void> {
  const pad = phone.locator("canvas");
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error("there is no pad to sign on");
  await phone.mouse.move(box.x + 30, box.y + 60);
  await phone.mouse.down();
  for (let step = 1; step <= 12; step += 1) {
    await phone.mouse.move(box.x + 30 + step * 20, box.y + 60 + (step % 2 ? -25 : 25));
  }
  await phone.mouse.up();
}

test("d_05 a forged or altered link shows nothing, and a browser without a program can answer", async ({ browser, complaints, server, page }) => {
  complaints.expect(/404|422/);
  const { number } = await fileByProgram(server, `错发罚款 ${Date.now()}`);
  await signIn(page, server, AGENT);
  await openTicket(page, server, number);
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("button", { name: "发送明细给合作方" }).click();
  const dialog = page.getByRole("dialog", { name: "发送明细给合作方" });
  await dialog.getByLabel("合作方").selectOption({ label: "远东食品" });
  await dialog.getByLabel("请对方确认什么").fill("9 月错发罚款");
  await dialog.getByLabel("明细").fill("错发");
  await dialog.getByLabel("金额（元）").fill("50");
  await dialog.getByRole("button", { name: "发送明细给合作方" }).click();
  const link = await linkTo(server, "13700002221");

  const plain = await newPhone(browser, complaints, false);
  const altered = link.slice(0, -6) + (link.endsWith("AAAAAA") ? "BBBBBB" : "AAAAAA");
  for (const bad of [`${server.url}/p/nonsense`, altered]) {
    await plain.goto(bad);
    await expect(plain.getByRole("heading", { name: "链接无效或已过期" })).toBeVisible();
    await expect(plain.getByText("罚款")).toHaveCount(0);
  }
  await plain.goto(link);
  await expect(plain.getByText("罚款")).toHaveCount(0);

  await comeIn(plain, server, link, "13700002221");
  await plain.getByRole("button", { name: "提交答复" }).click();
  await expect(plain.getByText("请选择确认或有异议")).toBeVisible();
  await plain.getByText("确认", { exact: true }).click();
  await plain.getByLabel("签署人姓名").fill("老陈");
  await plain.getByText("以姓名代替手写签名").click();
  await plain.getByRole("button", { name: "提交答复" }).click();
  await expect(plain.getByText("老陈 签署于")).toBeVisible();
});
