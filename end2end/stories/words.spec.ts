// Who asks in which language, and is answered in it.

import { audit } from "../support/axe.ts";
import { expect, test } from "../support/story.ts";

const SPOKEN = [
  ["zh-CN", "zh-Hans", "有什么可以帮您？"],
  ["zh-SG", "zh-Hans", "有什么可以帮您？"],
  ["zh-TW", "zh-Hant", "有什麼可以幫您？"],
  ["zh-HK", "zh-Hant", "有什麼可以幫您？"],
  ["en-GB", "en", "How can we help?"],
];

for (const [asked, answered, words] of SPOKEN) {
  test.describe(asked, () => {
    test.use({ locale: asked });

    test(`a browser that asks for ${asked} is answered in ${answered}`, async ({ page }) => {
      await page.goto("/");

      await expect(page.locator("html")).toHaveAttribute("lang", answered);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words);
      await audit(page);
    });
  });
}
