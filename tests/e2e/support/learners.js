// The page of who is learning, as those meet it who share a browser.
import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";

export class Learners {
  constructor(portal) {
    Object.assign(this, { portal, page: portal.page });
  }

  async open() {
    await this.portal.open("learners/");
  }

  /** The card of a learner. */
  card(name) {
    return this.page.locator(".person").filter({ has: this.page.getByRole("heading", { name }) });
  }

  /** Adds a learner, who is learning from then on. */
  async add(name) {
    await this.open();
    await this.page.locator(".add > summary").click();
    await this.page.getByLabel("名字或小名").fill(name);
    await this.page.getByRole("button", { name: "保存", exact: true }).click();
    await this.isLearning(name);
  }

  async choose(name) {
    await this.open();
    await this.page.getByRole("button", { name: `切换到${name}` }).click();
    await this.isLearning(name);
  }

  async isLearning(name) {
    await expect(this.card(name)).toHaveAttribute("aria-current", "true");
  }

  /** Deletes a learner, by the two presses that it takes. */
  async delete(name) {
    await this.open();
    const card = this.card(name);
    await card.getByText("删除", { exact: true }).click();
    await card.getByRole("button", { name: `删除${name}` }).click();
    await card.getByRole("button", { name: `永远删除${name}` }).click();
    await expect(this.card(name)).toHaveCount(0);
  }

  /** Presses a button, and gives what is saved then: {name, text}. */
  async saved(button) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), button.click()]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
  }

  /** Saves a backup of all, or of one. */
  async backup(name) {
    await this.open();
    if (name) await this.page.getByRole("radio", { name }).check();
    return this.saved(this.page.getByRole("button", { name: "存成备份文件" }));
  }

  /** Chooses a backup, and waits for what is said of it. */
  async bring(text, name = "怀德学苑-备份.huaide-backup.json") {
    await this.open();
    const file = { name, mimeType: "application/json", buffer: Buffer.from(text) };
    await this.page.getByLabel("选一个备份文件").setInputFiles(file);
    return this.page.locator("#files");
  }

  /** Merges a backup, and waits until these words are said. */
  async merge(text, words) {
    const files = await this.bring(text);
    await files.getByRole("button", { name: "合并进来" }).click();
    await expect(files.getByRole("status").filter({ hasText: words })).toBeVisible();
  }
}

/** The events of a record, sorted: what must be the same wherever it is. */
export const events = ({ events }) => [...events].sort();
