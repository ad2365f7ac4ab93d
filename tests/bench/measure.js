// One visit of one page on a slow phone: a new browser, slow 4G (1.6 Mbit/s, 150 ms), a processor a quarter as fast.
import { chromium } from "@playwright/test";
import { CHROMIUM } from "../chromium.js";

const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const NO_NETWORK = { offline: true, latency: 0, downloadThroughput: 0, uploadThroughput: 0 };
const CPU_SLOWDOWN = 4;
const PATIENCE = { timeout: 60_000 };

/**
 * Opens `url` and waits for `words`. Gives {text, blocking, kilobytes, requests, offline}: ms until the frame that shows the words; ms
 * of long tasks beyond 50 each; what the page loaded; ms until the words on a second visit without a network, null if it failed.
 */
export async function visit({ url, words }) {
  const browser = await chromium.launch(CHROMIUM);
  try {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    const loaded = await slowDown(devtools);
    await page.addInitScript(watch, words);
    await page.goto(url, { waitUntil: "load", ...PATIENCE });
    await page.waitForFunction(() => globalThis.seen.text, null, PATIENCE);
    await page.waitForLoadState("networkidle", PATIENCE);
    // The app starts after the first paint; its work counts as well.
    await page.waitForTimeout(500);
    const { text, blocking } = await page.evaluate(seen);
    const first = { text, blocking, kilobytes: loaded.bytes / 1000, requests: loaded.requests };
    // Whatever keeps pages for offline may do so in its own time.
    await page.waitForTimeout(1500);
    return { ...first, offline: await again(context, page, devtools) };
  } finally {
    await browser.close();
  }
}

async function slowDown(devtools) {
  const loaded = { bytes: 0, requests: 0 };
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => {
    loaded.bytes += encodedDataLength;
    loaded.requests += 1;
  });
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", SLOW_4G);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
  return loaded;
}

async function again(context, page, devtools) {
  await devtools.send("Network.emulateNetworkConditions", NO_NETWORK);
  await context.setOffline(true);
  try {
    await page.reload({ waitUntil: "commit", timeout: 15_000 });
    await page.waitForFunction(() => globalThis.seen?.text, null, { timeout: 15_000 });
    return await page.evaluate(() => globalThis.seen.text);
  } catch {
    // A page that does not open without a network has no time to tell.
    return null;
  }
}

/** Runs in the page, before anything else. `textContent` forces no layout; the frame after it is the one that shows the words. */
function watch(words) {
  globalThis.seen = { blocking: 0 };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.seen.blocking += Math.max(0, duration - 50);
  }).observe({ type: "longtask", buffered: true });
  const look = () => {
    const main = document.querySelector("main") ?? document.body;
    const isThere = main?.textContent.includes(words);
    requestAnimationFrame(isThere ? () => (globalThis.seen.text = performance.now()) : look);
  };
  requestAnimationFrame(look);
}

/** Runs in the page: what was seen; the words are not on the screen before the first paint. */
function seen() {
  const painted = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
  return { ...globalThis.seen, text: Math.max(globalThis.seen.text, painted) };
}
