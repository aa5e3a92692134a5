// Every error a page writes to the console, and every exception nobody caught.

import { expect, type BrowserContext } from "@playwright/test";

export class Complaints {
  private readonly heard: string[] = [];
  private readonly meant: RegExp[] = [];

  listenTo(context: BrowserContext): void {
    context.on("console", (message) => {
      if (message.type() === "error") this.heard.push(`${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => this.heard.push(String(error.error())));
  }

  /** This story provokes such a complaint: a lost connection, a refused request. */
  expect(pattern: RegExp): void {
    this.meant.push(pattern);
  }

  check(): void {
    const surprising = this.heard.filter((text) => !this.meant.some((it) => it.test(text)));
    expect(surprising, "the browser complained").toEqual([]);
  }
}
