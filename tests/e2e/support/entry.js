// Handing an entry in, as a pupil and a guardian do, and opening it as the organiser does.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect } from "@playwright/test";

const KEY = resolve(import.meta.dirname, "../../fixtures/test-organiser.key.txt");

export class EntryPanel {
  constructor(portal) {
    Object.assign(this, { portal, page: portal.page });
    this.panel = this.page.locator("section.entry");
    this.make = this.panel.getByRole("button", { name: "做成文件" });
    this.made = this.page.locator("#entry-made");
    this.receipt = this.page.locator("#entry-receipt");
  }

  async chooseGroup(name) {
    await this.page.getByRole("radio", { name }).check();
  }

  /** Fills in the form of a child: {name, age, school}. */
  async isFrom({ name = "小雨", age = "10", school = "第一小学" } = {}) {
    await this.panel.getByLabel("姓名，或者小名").fill(name);
    await this.panel.getByLabel("年龄").selectOption(age);
    await this.panel.getByLabel("学校").fill(school);
  }

  async guardian({ name = "王芳", relation = "母亲" } = {}) {
    await this.panel.getByLabel("监护人的姓名").fill(name);
    await this.panel.getByLabel(/监护人是孩子的/).fill(relation);
  }

  /** Answers a question of the consent, which is found by its first words. */
  async answer(question, answer) {
    await this.panel.getByRole("group", { name: question }).getByRole("radio", { name: answer, exact: true }).check();
  }

  /** Everything that a child's entry needs. */
  async fill(who) {
    await this.isFrom(who);
    await this.guardian();
    await this.answer(/^参加/, "同意");
    await this.answer(/^公开作品/, "同意");
    await this.answer(/写上姓名/, "不同意");
    await this.answer(/照片或者声音/, "不同意");
  }

  /** Makes the file, and waits until it can be handed over. */
  async makes(revision = 1) {
    await this.make.click();
    await expect(this.receipt.locator("dl")).toContainText(`第几次 ${revision} `, { useInnerText: true });
  }

  /** Saves the file; gives its name and its bytes. */
  async save() {
    return saved(this.page, this.made.getByRole("button", { name: "存下文件" }));
  }
}

/** What a button lets the browser save: {name, bytes}. */
export async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** Opens a file as the organiser does, with the program `age` if it is sealed, and `unzip`: {manifest, files: {name: bytes}}. */
export function opened({ name, bytes }) {
  const folder = mkdtempSync(join(tmpdir(), "huaide-entry-"));
  const [file, zip] = [join(folder, name), join(folder, "entry.zip")];
  writeFileSync(file, bytes);
  if (bytes.subarray(0, 2).toString() === "PK") writeFileSync(zip, bytes);
  else execFileSync("age", ["-d", "-i", KEY, "-o", zip, file]);
  const names = execFileSync("unzip", ["-Z1", zip], { encoding: "utf8" }).trim().split("\n");
  const read = (name) => execFileSync("unzip", ["-p", zip, name], { maxBuffer: 1 << 27 });
  const files = Object.fromEntries(names.map((name) => [name, read(name)]));
  rmSync(folder, { recursive: true });
  return { manifest: JSON.parse(files["manifest.json"]), files, names };
}
