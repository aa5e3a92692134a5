// A ticket whose flow asks the customer something.

import { expect, type Page } from "@playwright/test";
import { describe, fillContact, numberOf, pickByTaps, take } from "./portal.ts";
import type { Server } from "./server.ts";

export const QUESTION = "是否同意上门检测？";

/** Filed on the page that is open, and come to the customer's step. Answers with its number. */
export async function fileVisit(page: Page, server: Server): Promise<string> {
  await pickByTaps(page, ["申请", "上门维修"]);
  await describe(page, "空调不制冷，需要师傅上门。");
  await page.getByLabel("商品名称").fill("空调 1.5 匹");
  await fillContact(page);
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByText("已提交，您的工单号")).toBeVisible();
  const number = await numberOf(page);
  await take(server, number);
  return number;
}

/** The card with the answers. */
export function card(page: Page) {
  return page.getByRole("region", { name: QUESTION });
}
