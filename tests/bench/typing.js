// How long a key takes at the essay desk and in a bare textarea, with the same 5,000 字 and a processor a quarter as fast: from the key
// to the frame that shows it, and the work of the page until the next key. Both are opened in turn, so that a busy moment of the machine
// meets both.
import { chromium } from "@playwright/test";
import { CHROMIUM } from "../chromium.js";
import { Host, send } from "../e2e/support/host.js";
import { median } from "./median.js";

const DESK = "contests/zhengwen-2027/write/";
const CPU_SLOWDOWN = 4;
const VISITS = 4;
const KEYS = 100;
const KEY_MS = 100;
/** A text of 5,000 字 in paragraphs of a hundred. */
const TEXT = "楼道里的灯坏了三天，没有人修。".repeat(334).slice(0, 5_000).replace(/(.{100})/gu, "$1\n");
const BARE = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><style>textarea { box-sizing: border-box; inline-size: 100%;
  block-size: min(60vh, 34rem); font: 18px/1.9 sans-serif; }</style><textarea id="essay-text"></textarea>`;

/** Notes the time of each key: from the event to the task after the frame that shows it. */
function watch() {
  const field = document.getElementById("essay-text");
  globalThis.times = [];
  field.addEventListener("beforeinput", ({ timeStamp }) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => globalThis.times.push(performance.now() - timeStamp);
      port2.postMessage(0);
    });
  }, { capture: true });
}

const at = (all, share) => [...all].sort((one, other) => one - other)[Math.floor((all.length - 1) * share)];

/** One visit: the time of each key, in ms, and the work per key. */
async function measure(url) {
  const browser = await chromium.launch(CHROMIUM);
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(url);
    const field = page.locator("#essay-text:not([readonly])");
    await field.fill(TEXT);
    await field.press("ControlOrMeta+End");
    await page.waitForTimeout(1_500);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Performance.enable");
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
    const work = async () => (await devtools.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value;
    await page.evaluate(watch);
    const begun = await work();
    for (let count = 0; count < KEYS; count++) {
      const next = Date.now() + KEY_MS;
      await page.keyboard.insertText("灯");
      await page.waitForTimeout(Math.max(0, next - Date.now()));
    }
    const worked = (await work()) - begun;
    return { times: await page.evaluate(() => globalThis.times), work: (worked * 1_000) / KEYS };
  } finally {
    await browser.close();
  }
}

/** What several visits come to. */
function together(visits) {
  const times = visits.flatMap(({ times }) => times);
  return { median: at(times, 0.5), p95: at(times, 0.95), work: median(visits.map(({ work }) => work)) };
}

/** The time per key of both, and how many times that of the bare field the desk takes at the 95th percentile. */
export async function typing(folder) {
  const host = await new Host(folder).start();
  host.faults.bare = (request, response) => send(response, { status: 200, headers: { "content-type": "text/html" }, body: Buffer.from(BARE) });
  try {
    const visits = { bare: [], desk: [] };
    for (let visit = 1; visit <= VISITS; visit += 1) {
      visits.bare.push(await measure(host.url("bare")));
      visits.desk.push(await measure(host.url(DESK)));
    }
    const [bare, desk] = [together(visits.bare), together(visits.desk)];
    return { bare, desk, ratio: desk.p95 / bare.p95 };
  } finally {
    await host.stop();
  }
}
