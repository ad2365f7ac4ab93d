// What every test of an engine gets: a host of its own with the small site, and somebody at a browser whose profile is new.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect } from "@playwright/test";
import { Host } from "../../e2e/support/host.js";
import { Reader } from "../../tasks/reader.js";
import { small } from "../../tasks/sites.js";
import { Browser } from "./browser.js";
import { startDisplay } from "./display.js";

export { expect };

/** What is written to the console by a page, as each engine tells it. */
const FROM_PAGES = /^CONSOLE |^JavaScript (error|warning): http/;

/** WebKit does not know this word of the policy, and says so on every page. Firefox stops the scripts of a page that is closed (docs/DESIGN.md). */
const KNOWN = /Unrecognized Content-Security-Policy directive 'manifest-src'|Script terminated by timeout/;

export const test = base.extend({
  /** What an engine says on the console besides, and may. */
  known: [/(?!)/, { option: true }],

  engine: async ({}, use, { project }) => use(project.name),

  display: [
    async ({}, use) => {
      const display = await startDisplay();
      await use(display.name);
      await display.stop();
    },
    { scope: "worker" },
  ],

  host: async ({}, use) => {
    const host = await new Host(small()).start();
    await use(host);
    await host.stop();
  },

  /** Starts browsers, each with a profile of its own: `of("webkit")` is another engine than the one that is tried. */
  devices: async ({ engine, display, known }, use) => {
    const started = [];
    await use(async (of = engine) => {
      const folder = mkdtempSync(join(tmpdir(), `huaide-${of}-`));
      const browser = await new Browser(of, folder, display).start();
      started.push(browser);
      return browser;
    });
    for (const browser of started) {
      await browser.end();
      rmSync(browser.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
    const said = started.flatMap(({ said }) => said).filter((line) => FROM_PAGES.test(line) && !KNOWN.test(line) && !known.test(line));
    expect(said).toEqual([]);
  },

  device: async ({ devices }, use) => use(await devices()),

  reader: async ({ device, host }, use) => use(new Reader(device, host)),
});
