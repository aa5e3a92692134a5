// A thumb that counts its taps, and taps only what it can see.

import { expect, type Locator } from "@playwright/test";

export class Thumb {
  taps = 0;

  async tap(what: Locator): Promise<void> {
    await expect(what).toBeInViewport({ ratio: 0.5 });
    await what.tap();
    this.taps += 1;
  }
}
