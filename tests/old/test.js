// What every test of an old Chromium gets: a host of its own with the small site, and somebody at a browser whose profile is new.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect } from "@playwright/test";
import { Host } from "../e2e/support/host.js";
import { Reader } from "../tasks/reader.js";
import { small } from "../tasks/sites.js";
import { Browser } from "./browser.js";

export { expect };

/** Before Chromium 97 this word of the policy is unknown, and every page says so. */
const KNOWN = /'wasm-unsafe-eval'/;

export const test = base.extend({
  host: async ({}, use) => {
    const host = await new Host(small()).start();
    await use(host);
    await host.stop();
  },

  /** Starts browsers, each with a profile of its own. */
  devices: async ({}, use, { project }) => {
    const started = [];
    await use(async () => {
      const browser = await new Browser(project.name, mkdtempSync(join(tmpdir(), "huaide-old-"))).start();
      started.push(browser);
      return browser;
    });
    for (const browser of started) {
      await browser.close();
      rmSync(browser.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
    expect(started.flatMap(({ faults }) => faults).filter((fault) => !KNOWN.test(fault))).toEqual([]);
  },

  device: async ({ devices }, use) => use(await devices()),

  reader: async ({ device, host }, use) => use(new Reader(device, host)),
});
