// How long an entry takes to be packed and sealed: 3,000 字 and four photographed pages, on a processor a quarter as fast.
import { chromium } from "@playwright/test";
import { CHROMIUM } from "../chromium.js";
import { EntryPanel, opened } from "../e2e/support/entry.js";
import { Essay } from "../e2e/support/essay.js";
import { Host } from "../e2e/support/host.js";
import { jpeg } from "../e2e/support/pictures.js";
import { Portal } from "../e2e/support/portal.js";
import { slowDown } from "./learner.js";
import { median } from "./median.js";

const RUNS = 5;
const SENTENCE = "楼下的一件小事我一直记到今天，";

/** Packs on a site, again and again: {ms, megabytes, files}. */
export async function packing(folder) {
  const host = await new Host(folder).start();
  const browser = await chromium.launch(CHROMIUM);
  try {
    const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    const [essay, panel] = await written(page, host);
    const atFullSpeed = await slowDown(page);
    const times = [];
    for (let run = 1; run <= RUNS; run += 1) times.push(await page.evaluate(packed, run));
    await atFullSpeed();
    await essay.isSaved();
    const file = await panel.save();
    return { ms: median(times), megabytes: file.bytes.length / 1e6, files: opened(file).names.length };
  } finally {
    await browser.close();
    await host.stop();
  }
}

/** An essay of 3,000 字 with four photographed pages, and the panel filled in. */
async function written(page, host) {
  const portal = new Portal(page, host);
  const [essay, panel] = [new Essay(portal), new EntryPanel(portal)];
  await essay.open();
  await panel.chooseGroup(/小学组/);
  await essay.title.fill("一把伞");
  await essay.write(SENTENCE.repeat(3_000 / SENTENCE.length));
  const buffer = await jpeg(page, { width: 3000, height: 4000, noise: true });
  const files = [1, 2, 3, 4].map((number) => ({ name: `${number}.jpg`, mimeType: "image/jpeg", buffer }));
  await page.getByLabel("拍照，或者选照片").setInputFiles(files);
  await page.locator(".photo").nth(3).waitFor();
  await panel.fill();
  await essay.isSaved();
  return [essay, panel];
}

/** Runs in the page: presses the button; ms until the receipt of this run is drawn. */
function packed(run) {
  const isThere = () => document.querySelector("#entry-receipt dl")?.children[4].lastElementChild.textContent === String(run);
  const start = performance.now();
  document.querySelector("#entry-make").click();
  return new Promise((done) => {
    const look = () => (isThere() ? done(performance.now() - start) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  });
}
