// The address says where one is, and "back" leads there.

import { AGENT, fileByProgram, LEADER, signIn } from "../support/desk.ts";
import { expect, takenOver, test } from "../support/story.ts";

for (const width of [1440, 360]) {
  test(`e_01 the address holds list, ticket and tab, and back keeps one's place, at ${width}`, async ({ page, server }) => {
    await page.setViewportSize({ width, height: 420 });
    await signIn(page, server, LEADER);
    await page.goto(`${server.url}/desk?view=resolved`);
    await takenOver(page);
    const last = page.locator(".row a.line").last();
    await last.scrollIntoViewIfNeeded();
    const place = await page.locator(".lines").evaluate((list) => list.scrollTop);
    expect(place).toBeGreaterThan(0);

    await last.click();
    await page.getByRole("link", { name: "对话", exact: true }).click();
    await page.waitForURL(/\/desk\/t\/GD-\d+\?.*view=resolved/);
    await page.waitForURL(/tab=talk/);
    await page.reload();
    await takenOver(page);
    await expect(page.getByRole("link", { name: "对话", exact: true })).toHaveAttribute("aria-current", "true");
    await page.goBack();
    await page.goBack();

    await page.waitForURL(/\/desk\?view=resolved/);
    await expect(last).toBeVisible();
  });
}

test("e_01 back to the list is back to the row, on one pane", async ({ page, server }) => {
  await page.setViewportSize({ width: 360, height: 420 });
  await signIn(page, server, LEADER);
  await page.goto(`${server.url}/desk?view=resolved`);
  await takenOver(page);
  const last = page.locator(".row a.line").last();
  await last.scrollIntoViewIfNeeded();
  const place = await page.locator(".lines").evaluate((list) => list.scrollTop);

  await last.click();
  await expect(page.getByRole("heading", { level: 1 }).last()).toBeVisible();
  await page.goBack();

  await expect(last).toBeInViewport();
  expect(await page.locator(".lines").evaluate((list) => list.scrollTop)).toBe(place);
});

test("c_13 new work comes to the list without moving what one reads", async ({ page, server }) => {
  await signIn(page, server, AGENT);
  await page.goto(`${server.url}/desk?shelf=queue`);
  await takenOver(page);
  const tab = page.getByRole("navigation", { name: "列表" }).getByRole("link", { name: /待申领/ });
  const before = Number((await tab.locator(".num").innerText()).trim());

  const { number } = await fileByProgram(server, "自己来到列表里");

  await expect(page.locator(".row").filter({ hasText: number })).toBeVisible({ timeout: 5_000 });
  await expect(tab.locator(".num")).toHaveText(String(before + 1));
});
