// The tests of browsers of 2020 and 2021. Playwright only runs them: it cannot drive a Chromium as old as these, which Puppeteer does.
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  outputDir: "results",
  globalSetup: "../tasks/sites.js",
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  reporter: [["list"], ["json"]],
  projects: [{ name: "80" }, { name: "92" }],
});
