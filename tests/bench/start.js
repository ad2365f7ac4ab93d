// How long the front page takes until the app has drawn the learner's next step, with a short log and with a long one.
//
// Both learners' browsers stand side by side and start in turn; medians count. The processor is a quarter as fast. The long log was read
// once before, as it is in life: it grew in many visits.
import { chromium } from "@playwright/test";
import { CHROMIUM } from "../chromium.js";
import { Host } from "../e2e/support/host.js";

const COUNTS = { few: 50, many: 50_000 };
const RUNS = 9;
const LESSONS = ["01-what-is-self-government", "02-who-decides-who-acts", "03-a-good-meeting", "04-help-and-learn"];
const HOUR = 3_600_000;

const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

/** Measures starts of a site: {few, many, counts}, in ms. */
export async function start(folder) {
  const host = await new Host(folder, "/", { compressed: true }).start();
  const browser = await chromium.launch(CHROMIUM);
  try {
    const learners = {};
    for (const [name, count] of Object.entries(COUNTS)) learners[name] = await learner(browser, host, count);
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

/** A learner's browser with so many events in its store. */
async function learner(browser, host, count) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(host.url(""));
  await page.waitForFunction(() => document.documentElement.dataset.appState === "on");
  await page.waitForFunction(async () => (await indexedDB.databases()).some(({ name }) => name === "huaide"));
  await page.waitForTimeout(500);
  await page.evaluate(fill, { count, lessons: LESSONS, hour: HOUR });
  await opened(page, host);
  // What is kept of the first reading is written after it.
  await page.waitForTimeout(3_000);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  return page;
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

/** Runs in the page: puts events of reading and answering into the store, as the app writes them. */
async function fill({ count, lessons, hour }) {
  const database = await new Promise((done) => {
    indexedDB.open("huaide").onsuccess = ({ target }) => done(target.result);
  });
  const about = await new Promise((done) => {
    database.transaction("about").objectStore("about").get("identity").onsuccess = ({ target }) => done(JSON.parse(target.result));
  });
  const hexadecimal = (value, digits) => value.toString(16).padStart(digits, "0");
  const begin = Date.now() - count * hour;
  const transaction = database.transaction(["events", "journal"], "readwrite");
  for (let order = 1; order <= count; order += 1) {
    const at = { unix_ms: begin + order * hour, offset_minutes: 480 };
    const time = hexadecimal(at.unix_ms, 12);
    const id = `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${hexadecimal(order, 12)}`;
    const lesson = lessons[order % lessons.length];
    const number = (order % lessons.length) + 1;
    const read = {
      document: `shequ-zizhi-${number}`,
      title: "课",
      address: `lessons/shequ-zizhi/${lesson}/`,
      active_ms: 1_000,
      estimate_ms: 3_600_000_000,
      reached_end: false,
      place: null,
    };
    const answered = {
      question: `shequ-zizhi-${number}.q${(order % 9) + 1}`,
      revision: "00000000",
      bank: `shequ-zizhi-${number}`,
      stem: "题",
      answer: { judged: order % 3 > 0 },
      verdict: { earned: order % 3 > 0 ? 1_000 : 0 },
      occasion: "test",
    };
    const isReading = order % 2 === 0;
    const deed = isReading ? { read } : { study: { answered } };
    const event = { id, learner: about.learner, device: about.device, order, at, deed };
    transaction.objectStore("events").put(JSON.stringify({ v: isReading ? 1 : 2, event }), id);
    transaction.objectStore("journal").add(id);
  }
  await new Promise((done) => (transaction.oncomplete = done));
  database.close();
  localStorage.setItem("huaide.witness", String(count));
}
