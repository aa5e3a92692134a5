// What every story starts from: a server of its own, and ears for what the browser complains of.

import { test as base, type BrowserContext, type Page } from "@playwright/test";
import { Complaints } from "./complaints.ts";
import { startServer, type Server } from "./server.ts";

export { expect } from "@playwright/test";

interface Scene {
  /** Fails the story when a page complained. `complaints.expect(…)` names one that is meant. */
  complaints: Complaints;
  /** One more browser with its own cookies: another person. */
  person: () => Promise<Page>;
}

interface House {
  /** A server on a fresh SQLite database with a small demo desk, shared by the stories of one worker. */
  server: Server;
}

export const test = base.extend<Scene, House>({
  server: [
    async ({}, use) => {
      const server = await startServer({ demo: 40 });
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],

  baseURL: async ({ server }, use) => use(server.url),

  complaints: [
    async ({ context }, use) => {
      const complaints = new Complaints();
      complaints.listenTo(context);
      await use(complaints);
      complaints.check();
    },
    { auto: true },
  ],

  person: async ({ browser, complaints }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext();
      contexts.push(context);
      complaints.listenTo(context);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

/** Waits until the page's program has taken over from the server's HTML. */
export async function takenOver(page: Page): Promise<void> {
  await page.locator("html[data-running]").waitFor({ state: "attached" });
}
