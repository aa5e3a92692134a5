import { defineConfig } from "@playwright/test";

// The system's browser: nothing is downloaded.
const chromium = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

export default defineConfig({
  testDir: "./stories",
  outputDir: "../target/end2end",
  // Each worker has a server and a database of its own (support/server.ts).
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // The programs are built without optimisation, and start slowly on a small machine.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    launchOptions: chromium,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    trace: "retain-on-failure",
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1440, height: 900 } } },
    {
      name: "phone",
      // Stories of servers and of the agent's desk bring the screens they need.
      testIgnore: ["servers/**", "**/desk-*.spec.ts"],
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    },
  ],
});
