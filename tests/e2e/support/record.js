// The page of the record as a learner works on it, and what it prints.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";

/** A section of the record by its anchor. */
export const section = (page, name) => page.locator(`section#${name}`);

/** The rows of the entries that count. */
export const entries = (page) => section(page, "entries").locator("tbody tr");

/** Fills in the form for declared study: {kind, mode, title, day, hours, remark}, each as it is called on the page. */
export async function fillIn(page, { kind, mode, title, day, hours, remark }) {
  const form = section(page, "declare");
  if (kind) await form.getByRole("radio", { name: kind }).check();
  if (mode) await form.getByRole("radio", { name: mode }).check();
  if (title) await form.getByLabel("学了什么").fill(title);
  if (day) await form.getByLabel("日期").fill(day);
  if (hours) await form.getByLabel("多少学时").fill(hours);
  if (remark) await form.getByLabel("备注").fill(remark);
}

/** Declares study, and waits until it is said to be saved. */
export async function declare(page, study) {
  const before = await entries(page).count();
  await fillIn(page, study);
  await section(page, "declare").getByRole("button", { name: "记下来" }).click();
  await expect(entries(page)).toHaveCount(before + 1);
  await expect(page.locator(".told")).toContainText("已保存");
}

/** Reads a lesson to its end, and waits until it is finished. The clock must be installed. */
export async function finish(portal, address) {
  await portal.open(address);
  await portal.timeRuns();
  await portal.readFor((await portal.estimate()) / 5);
  await portal.readToEnd();
  await portal.readFor(10);
  await expect(portal.page.locator(".finish")).toContainText("已学完");
}

/** Presses a button that prints, and gives what would come out: {size, pages, text}. Printing must be held back by `holdPrint`. */
export async function print(page, button) {
  await button.click();
  await expect(page.locator("#handout")).toBeAttached();
  return paper(page);
}

/** What the page prints as it stands: {size, pages, text}. */
export async function paper(page) {
  const folder = mkdtempSync(join(tmpdir(), "huaide-pdf-"));
  const file = join(folder, "sheet.pdf");
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  const info = execFileSync("pdfinfo", [file], { encoding: "utf8" });
  const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info);
  return { size: [Math.round(width), Math.round(height)], pages: Number(/Pages:\s+(\d+)/.exec(info)[1]), text };
}

/** Lets no window for printing open. */
export const holdPrint = (page) => page.addInitScript(() => (globalThis.print = () => {}));

/** A4 on its side, in points. */
export const LANDSCAPE = [842, 595];
