// How long the front page takes until the app has drawn the learner's next step, with a short log and with a long one.
//
// Both learners' browsers stand side by side and start in turn; medians count. The processor is a quarter as fast. The long log was read
// once before, as it is in life: it grew in many visits.
import { chromium } from "@playwright/test";
import { CHROMIUM } from "../chromium.js";
import { Host } from "../e2e/support/host.js";
import { learner, log, settled } from "./learner.js";
import { median } from "./median.js";

const COUNTS = { few: 50, many: 50_000 };
const RUNS = 9;

/** Measures starts of a site: {few, many, counts}, in ms. */
export async function start(folder) {
  const host = await new Host(folder, "/", { compressed: true }).start();
  const browser = await chromium.launch(CHROMIUM);
  try {
    const learners = {};
    for (const [name, count] of Object.entries(COUNTS)) learners[name] = await read(browser, host, count);
    const times = { few: [], many: [] };
    for (let run = 1; run <= RUNS; run += 1) {
      for (const name of Object.keys(COUNTS)) times[name].push(await opened(learners[name], host));
    }
    return { few: median(times.few), many: median(times.many), counts: COUNTS };
  } finally {
    await browser.close();
    await host.stop();
  }
}

/** A learner's browser with so many events in its store, which were read once. */
async function read(browser, host, count) {
  const page = await learner(browser, host, log(count));
  await page.addInitScript(watch);
  await opened(page, host);
  return settled(page);
}

/** Opens the front page; ms until the next step is drawn from the log. */
async function opened(page, host) {
  await page.goto("about:blank");
  await page.goto(host.url(""));
  await page.waitForFunction(() => globalThis.interactive, null, { timeout: 60_000 });
  return page.evaluate(() => globalThis.interactive);
}

/** Runs in the page, before anything else: notes when the link of the next step leads on in a lesson that was begun. */
function watch() {
  const look = () => {
    const step = document.querySelector("[data-part=step]");
    const isOn = document.documentElement.dataset.appState === "on" && step?.textContent.includes("上次读到这里");
    if (isOn) globalThis.interactive = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
