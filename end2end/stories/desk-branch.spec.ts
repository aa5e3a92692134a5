// Where a customer lives, and telling them what the branch has done.

import { audit } from "../support/axe.ts";
import { AGENT, fileByProgram, openTicket, signIn } from "../support/desk.ts";
import { beginStep, claim, mark, row } from "../support/outside.ts";
import { expect, takenOver, test } from "../support/story.ts";

test("c_09 an agent says where the customer lives, on the ticket and on their page", async ({ page, server }) => {
  const { number } = await fileByProgram(server, "搬家后的地址");
  await signIn(page, server);
  await openTicket(page, server, number);
  const side = page.getByRole("complementary", { name: "客户与字段" });

  await side.getByRole("button", { name: "修改所在地区" }).click();
  await side.getByRole("combobox", { name: "所在地区" }).fill("浙江/杭州");
  await audit(page);
  await side.getByRole("button", { name: "保存" }).click();

  await expect(side.getByText("浙江 / 杭州")).toBeVisible();
  await expect(mark(page, "所在地区").first()).toBeVisible();
  await page.goto(`${server.url}/desk/customers?q=13812345521`);
  await takenOver(page);
  await page.getByRole("link", { name: /王小美/ }).first().click();
  await expect(page.getByRole("article").getByText("浙江 / 杭州")).toBeVisible();
  await audit(page);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("d_17 call back at: the task goes, and says when it is back", async ({ page, server, complaints }) => {
    complaints.expect(/422/);
    const { number } = await fileByProgram(server, "打不通的电话");
    await signIn(page, server, AGENT);
    await openTicket(page, server, number);
    await claim(page);
    const handle = await beginStep(page, /处理/);
    await handle.getByRole("button", { name: "确定" }).click();
    await expect(handle).toHaveCount(0);

    const tell = await beginStep(page, /反馈/);
    await tell.getByLabel("约好时间再联系").check();
    await tell.getByLabel("什么时候再联系").last().fill("2020-01-01T09:00");
    await tell.getByRole("button", { name: "确定" }).click();
    await expect(tell.getByText("时间已经过去")).toBeVisible();
    await tell.getByRole("button", { name: "1 小时后" }).click();
    await audit(page);
    await tell.getByRole("button", { name: "确定" }).click();
    await expect(tell).toHaveCount(0);

    await expect(mark(page, "再联系").first()).toBeVisible();
    await page.goto(`${server.url}/desk`);
    await takenOver(page);
    await expect(row(page, number)).toHaveCount(0);
    await page.goto(`${server.url}/desk?shelf=waiting`);
    await expect(row(page, number)).toBeVisible();
  });
});
