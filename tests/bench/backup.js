// How long a backup of a long log takes, from the press to the file, on a processor a quarter as fast; and whether the page goes on.
import { readFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { CHROMIUM } from "../chromium.js";
import { Host } from "../e2e/support/host.js";
import { learner, log, slowDown } from "./learner.js";
import { median } from "./median.js";

const COUNT = 50_000;
const RUNS = 3;

/** Measures saving of a site's backup: {events, ms, still, answered, megabytes}; `still` is the longest time without a frame. */
export async function backup(folder) {
  const host = await new Host(folder, "/", { compressed: true }).start();
  const browser = await chromium.launch(CHROMIUM);
  try {
    const page = await learner(browser, host, log(COUNT));
    await page.goto(host.url("learners/"));
    await page.locator(".person[aria-current=true]").waitFor({ timeout: 60_000 });
    await page.getByRole("button", { name: "存成备份文件" }).waitFor();
    await page.waitForTimeout(3_000);
    await slowDown(page);
    const runs = [];
    for (let run = 1; run <= RUNS; run += 1) runs.push(await saved(page));
    const of = (figure) => median(runs.map((run) => run[figure]));
    return { events: COUNT, ms: of("ms"), still: of("still"), answered: of("answered"), megabytes: of("megabytes") };
  } finally {
    await browser.close();
    await host.stop();
  }
}

/** Saves a backup, and then presses something else. */
async function saved(page) {
  await page.evaluate(watch);
  const start = performance.now();
  const [download] = await Promise.all([
    page.waitForEvent("download", { timeout: 120_000 }),
    page.evaluate(() => document.querySelector("form.saving button").click()),
  ]);
  const ms = performance.now() - start;
  const text = await readFile(await download.path(), "utf8");
  const { events } = JSON.parse(text);
  if (events.length < COUNT) throw new Error(`${events.length} events in the backup, of ${COUNT}`);
  await page.getByRole("status").filter({ hasText: "已存成文件" }).waitFor();
  const [still, answered] = [await page.evaluate(() => globalThis.still), await page.evaluate(pressed)];
  return { ms, still, answered, megabytes: Buffer.byteLength(text) / 1e6 };
}

/** Runs in the page: notes the longest time from one frame to the next. */
function watch() {
  cancelAnimationFrame(globalThis.watching);
  globalThis.still = 0;
  let last = performance.now();
  const look = (now) => {
    globalThis.still = Math.max(globalThis.still, now - last);
    last = now;
    globalThis.watching = requestAnimationFrame(look);
  };
  globalThis.watching = requestAnimationFrame(look);
}

/** Runs in the page: opens or closes the form for another learner; ms until the frame that shows it. */
function pressed() {
  const start = performance.now();
  document.querySelector(".add > summary").click();
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start))));
}
