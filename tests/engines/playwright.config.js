// The tests of Firefox and WebKit. Playwright only runs them: the browsers are Debian's own, driven through WebDriver.
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
  projects: [{ name: "firefox" }, { name: "webkit" }],
});
