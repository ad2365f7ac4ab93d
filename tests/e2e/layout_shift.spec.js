// The app takes over a page without moving anything, whatever the reader has chosen.
import { expect, test } from "./support/test.js";

const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";
const MOST = 0.02;
const DESK = { width: 1280, height: 800 };
const VIEWS = {
  "as published": {},
  "in dark": { theme: "dark" },
  "in the largest text": { size: "7" },
  "in English": { language: "en" },
};
/** The pages, and what is on each when the app has drawn all that it knows of a reader who was here before. */
const PAGES = {
  "": '.step[href*="01-what"]',
  "lessons/": ".how-far",
  "lessons/shequ-zizhi/": '.mark-word[data-status="browsed"]',
  [LESSON]: "#text [data-bookmarked]",
  "record/": "#reading .entries li",
  "settings/": ".packs li",
};

/** Notes what moves, on a device that is as slow as an old phone. */
async function watchShifts(page) {
  const device = await page.context().newCDPSession(page);
  await device.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  await page.addInitScript(() => {
    globalThis.shifted = [];
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries()) {
        const what = sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? node?.nodeName);
        globalThis.shifted.push({ value, what });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** All that moved, when what was drawn has been painted and measured. */
async function expectStill(page, address) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const shifts = await page.evaluate(() => globalThis.shifted);
  const sum = shifts.reduce((sum, { value }) => sum + value, 0);
  expect(sum, `${address}: ${JSON.stringify(shifts)}`).toBeLessThanOrEqual(MOST);
}

test.describe("on a desk", () => {
  test.use({ viewport: DESK });

  test("nothing moves when the app takes over", async ({ page, portal }) => takeOver(page, portal, {}));
});

for (const [how, view] of Object.entries(VIEWS)) {
  test(`nothing moves when the app takes over, ${how}`, async ({ page, portal }) => takeOver(page, portal, view));
}

/** Opens every page and sees that nothing moves. */
async function takeOver(page, portal, view) {
  await page.addInitScript((view) => localStorage.setItem("huaide.view", JSON.stringify(view)), view);
  await watchShifts(page);
  for (const address of Object.keys(PAGES)) {
    await portal.open(address);
    await portal.record(({ about }) => about.length > 0);
    if (address === "settings/") await expect(page.locator(".packs li").first()).toBeVisible();
    await expectStill(page, address);
  }
}

test("nothing moves for someone who comes back and has read and marked much", async ({ page, portal }) => {
  await page.clock.install();
  await portal.open(LESSON);
  await portal.readToEnd();
  await portal.bookmark();
  await portal.readFor(20);
  await expect(page.locator(".finish")).toContainText("已浏览");
  await page.close();
  const again = await portal.tab();
  await watchShifts(again.page);
  for (const [address, sign] of Object.entries(PAGES)) {
    await again.open(address);
    await expect(again.page.locator(sign).first()).toBeAttached();
    await expectStill(again.page, address);
  }
});
