// The browser tests: zero retries, a clean console in each, and sites made by the publisher itself before the first one.
import { defineConfig } from "@playwright/test";
import { CHROMIUM } from "../chromium.js";

export default defineConfig({
  testDir: ".",
  outputDir: "results",
  globalSetup: "./support/sites.js",
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 240_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json"]],
  use: {
    viewport: { width: 390, height: 844 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    launchOptions: CHROMIUM,
  },
});
