// A ticket handled without a mouse, and without a letter going astray while Chinese is composed.

import { audit } from "../support/axe.ts";
import { composer, fileByProgram, said, signIn } from "../support/desk.ts";
import { expect, takenOver, test } from "../support/story.ts";

test("e_06 from the list to the answer by keys alone", async ({ page, server }) => {
  const { number } = await fileByProgram(server, "只用键盘");
  await signIn(page, server);
  await page.goto(`${server.url}/desk/t/${number}`);
  await takenOver(page);

  await page.keyboard.press("r");
  await expect(composer(page)).toBeFocused();
  await page.keyboard.type("您好，已收到。");
  await page.keyboard.press("Control+Enter");
  await expect(said(page, "您好，已收到。")).toBeVisible();
  await composer(page).blur();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "快捷键" })).toBeVisible();
  await audit(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("e");
  await expect(page.getByRole("dialog", { name: "解决" })).toBeVisible();
  await audit(page);
});

test("e_06 letters typed while composing do nothing else", async ({ page, server }) => {
  const { number } = await fileByProgram(server, "输入法");
  await signIn(page, server);
  await page.goto(`${server.url}/desk/t/${number}`);
  await takenOver(page);

  await page.evaluate(() => {
    const composing = { key: "e", isComposing: true, keyCode: 229, bubbles: true } as KeyboardEventInit;
    document.body.dispatchEvent(new KeyboardEvent("keydown", composing));
  });

  await expect(page.getByRole("dialog", { name: "解决" })).toBeHidden();
});

test("the palette finds a ticket by its number", async ({ page, server }) => {
  const { number } = await fileByProgram(server, "命令面板");
  await signIn(page, server);

  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("输入命令、工单号或关键词").fill(number);
  await expect(page.getByRole("dialog").getByText(number).first()).toBeVisible();
  await page.keyboard.press("Enter");

  await page.waitForURL(`**/desk/t/${number}**`);
  await audit(page);
});
