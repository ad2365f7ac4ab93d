// How long a long text takes until the passages that were marked in it are painted: without any, with one, with many.
//
// The three learners' browsers open it in turn; medians count. The processor is a quarter as fast.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { CHROMIUM } from "../chromium.js";
import { Host } from "../e2e/support/host.js";
import { learner, settled } from "./learner.js";
import { median } from "./median.js";
import { publishSample } from "./sizes.js";

const COUNTS = [0, 1, 200];
const RUNS = 5;
const PARAGRAPHS = 500;
const ADDRESS = "materials/long/";
/** How many characters are marked, in the middle of their paragraph. */
const [FROM, TO] = [10, 34];

/** Measures: {paragraphs, characters, times: [{count, ms}]}; without a mark, ms until the app stands. */
export async function highlights() {
  const { out, characters } = publishLong();
  const host = await new Host(out, "/", { compressed: true }).start();
  const browser = await chromium.launch(CHROMIUM);
  try {
    const pages = [];
    for (const count of COUNTS) pages.push(await marked(browser, host, count));
    const times = COUNTS.map(() => []);
    for (let run = 1; run <= RUNS; run += 1) {
      for (const [index, page] of pages.entries()) times[index].push(await opened(page, host));
    }
    return { paragraphs: PARAGRAPHS, characters, times: COUNTS.map((count, index) => ({ count, ms: median(times[index]) })) };
  } finally {
    await browser.close();
    await host.stop();
  }
}

/** Publishes one text of many paragraphs, all different. */
function publishLong() {
  const content = join(process.env.HUAIDE_MADE, "long/content");
  mkdirSync(join(content, "materials"), { recursive: true });
  writeFileSync(join(content, "portal.toml"), `name = "怀德学苑"\n`);
  const paragraph = (_, index) => `第${index + 1}段说的是楼道里的灯。${"灯坏了，邻居们坐下来商量，把说好的事写下来贴在门口。".repeat(5)}`;
  const paragraphs = Array.from({ length: PARAGRAPHS }, paragraph);
  writeFileSync(join(content, "materials/long.md"), `# 长文\n\n${paragraphs.join("\n\n")}\n`);
  const { out } = publishSample({ content, out: join(process.env.HUAIDE_MADE, "long/site") });
  return { out, characters: paragraphs.join("").length };
}

/** A learner's browser with so many marked passages in its store. */
async function marked(browser, host, count) {
  const scout = await browser.newPage();
  await scout.goto(host.url(ADDRESS));
  const deeds = await scout.evaluate(anchored, { count, address: ADDRESS, from: FROM, to: TO });
  await scout.close();
  const page = await learner(browser, host, deeds);
  await page.addInitScript(watch, count);
  await opened(page, host);
  return settled(page);
}

/** Opens the text; ms until all marks are painted. */
async function opened(page, host) {
  await page.goto("about:blank");
  await page.goto(host.url(ADDRESS));
  await page.waitForFunction(() => globalThis.painted, null, { timeout: 60_000 });
  return page.evaluate(() => globalThis.painted);
}

/** Runs in the page: deeds that mark passages of so many paragraphs, all over the text. */
function anchored({ count, address, from, to }) {
  const { id, heading, blocks } = JSON.parse(document.getElementById("page").textContent).body.reading;
  const paragraphs = [...document.querySelectorAll("#text p")].map((paragraph) => paragraph.textContent);
  return Array.from({ length: count }, (_, number) => {
    const index = Math.floor((number * paragraphs.length) / count);
    const words = paragraphs[index];
    const place = { block: blocks.slice(4 * index, 4 * index + 4), before: [] };
    const [quote, before, after] = [words.slice(from, to), words.slice(0, from), words.slice(to, to + 32)];
    return { study: { highlighted: { document: id, title: heading, address, place, quote, before, after, colour: "yellow", note: "" } } };
  });
}

/** Runs in the page, before anything else: notes when the app stands and so many marks are painted. */
function watch(count) {
  const marks = document.getElementsByTagName("mark");
  const look = () => {
    const isThere = document.documentElement.dataset.appState === "on" && marks.length >= count;
    requestAnimationFrame(isThere ? () => (globalThis.painted = performance.now()) : look);
  };
  requestAnimationFrame(look);
}
