// One field, two people: what one types outlives what the other saves, and the second one chooses.

import { audit } from "../support/axe.ts";
import { COLLEAGUE, fileByProgram, openTicket, signIn } from "../support/desk.ts";
import { expect, test } from "../support/story.ts";

test("leap_12 the same field changed by two people is shown as a choice", async ({ page, person, server }) => {
  const { number } = await fileByProgram(server, "两个人改同一个字段");
  const other = await person();
  await signIn(page, server);
  await signIn(other, server, COLLEAGUE);
  await openTicket(page, server, number);
  await openTicket(other, server, number);
  const batch = (who: typeof page) => who.locator(".side .pair").filter({ hasText: "批号" });

  await page.getByRole("button", { name: "修改批号" }).click();
  await batch(page).locator("input").fill("L2");
  await other.getByRole("button", { name: "修改批号" }).click();
  await batch(other).locator("input").fill("L1");
  await batch(other).locator("input").press("Enter");
  await expect(batch(other)).toContainText("L1");
  await expect(page.getByText(/批号.*L1/)).toBeVisible({ timeout: 10_000 });

  await expect(batch(page).locator("input")).toHaveValue("L2");
  await batch(page).locator("input").press("Enter");
  await expect(page.getByText("刘洋刚刚也改了这一项，用哪个？")).toBeVisible();
  await audit(page);
  await page.getByRole("button", { name: "用我的：L2" }).click();

  await expect(batch(page)).toContainText("L2");
  await expect(batch(other)).toContainText("L2", { timeout: 10_000 });
});

test("leap_12 two people change different fields, and both stay", async ({ page, person, server }) => {
  const { number } = await fileByProgram(server, "各改各的字段");
  const other = await person();
  await signIn(page, server);
  await signIn(other, server, COLLEAGUE);
  await openTicket(page, server, number);
  await openTicket(other, server, number);
  const change = async (who: typeof page, field: string, value: string) => {
    await who.getByRole("button", { name: `修改${field}` }).click();
    const input = who.locator(".side .pair").filter({ hasText: field }).locator("input");
    await input.fill(value);
    await input.press("Enter");
  };

  await change(page, "批号", "L7");
  await change(other, "店铺名称", "云朵母婴");

  for (const who of [page, other]) {
    await expect(who.locator(".side")).toContainText("L7", { timeout: 10_000 });
    await expect(who.locator(".side")).toContainText("云朵母婴", { timeout: 10_000 });
  }
});
