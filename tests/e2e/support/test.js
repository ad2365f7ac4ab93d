// What every test gets: a host of its own with a site, the portal as a reader meets it, and a console that must stay clean.
import { test as base, expect } from "@playwright/test";
import { Host } from "./host.js";
import { Portal } from "./portal.js";
import { site } from "./sites.js";

export { expect };

export const test = base.extend({
  /** The name of the site in sites.js, and the path it is served under. */
  siteName: ["sample", { option: true }],
  basePath: ["/", { option: true }],

  host: async ({ context, siteName, basePath }, use) => {
    const host = await new Host(site(siteName), basePath).start();
    await use(host);
    // A page that still loads something would complain of a host that is gone.
    await Promise.all(context.pages().map((page) => page.close()));
    await host.stop();
  },

  portal: async ({ page, host }, use) => use(new Portal(page, host)),

  /** Patterns of lines that a test brings about on purpose; any other line in the console, and any error, fails it. */
  expected: [
    async ({ context }, use) => {
      const lines = [];
      context.on("console", (message) => lines.push(`${message.type()}: ${message.text()} (${message.location().url})`));
      context.on("weberror", (error) => lines.push(`error: ${error.error()}`));
      const expected = [];
      await use(expected);
      expect(lines.filter((line) => !expected.some((pattern) => pattern.test(line)))).toEqual([]);
    },
    { auto: true },
  ],
});
