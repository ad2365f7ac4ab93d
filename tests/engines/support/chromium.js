// Chromium, driven by Playwright, for somebody of `tests/tasks`.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { CHROMIUM } from "../../chromium.js";

const VIEW = { viewport: { width: 390, height: 844 }, locale: "zh-CN", timezoneId: "Asia/Shanghai" };

export class Chromium {
  constructor(folder, context, page) {
    Object.assign(this, { folder, context, page });
  }

  /** Starts one with a profile of its own, which stays in `folder` if one is named. */
  static async start(folder = mkdtempSync(join(tmpdir(), "huaide-chromium-"))) {
    const context = await chromium.launchPersistentContext(folder, { ...CHROMIUM, ...VIEW });
    return new Chromium(folder, context, context.pages()[0]);
  }

  goto(address) {
    return this.page.goto(address);
  }

  run(action, ...values) {
    return this.page.evaluate(`(${action})(...${JSON.stringify(values)})`);
  }

  async find(action, ...values) {
    const found = (await this.page.evaluateHandle(`(${action})(...${JSON.stringify(values)})`)).asElement();
    return found && { click: () => found.click(), type: (text) => found.type(text), attach: (file) => found.setInputFiles(file) };
  }

  async saved(act) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), act()]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  }

  /** Closes it, and forgets the profile. */
  async end() {
    await this.context.close();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
