import { audit } from "../support/axe.ts";
import { expect, takenOver, test } from "../support/story.ts";

test("the portal comes alive", async ({ page }) => {
  await page.goto("/");

  await takenOver(page);

  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await audit(page);
});

test("the workspace comes alive", async ({ page }) => {
  await page.goto("/desk");

  await takenOver(page);

  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await audit(page);
});

test("a page that is not there says so", async ({ page, complaints }) => {
  complaints.expect(/404/);

  const answer = await page.goto("/nothing/here");

  expect(answer?.status()).toBe(404);
  await takenOver(page);
  await audit(page);
});
