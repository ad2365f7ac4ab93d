// Reading time: what makes a lesson finished, and what does not.
import { expect, test } from "./support/test.js";
import { stretches } from "./support/portal.js";

const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";
const DONE_AFTER_PART = 1 / 5;

test.beforeEach(async ({ page }) => page.clock.install());

const finish = (page) => page.locator(".finish");
const mark = (page) => page.locator(".lessons li").first().locator(".mark-word");
const seconds = (record) => stretches(record).reduce((sum, { active_ms }) => sum + active_ms / 1000, 0);

/** Follows the way up to the series. */
async function goUp(page) {
  await page.locator(".crumbs a").last().click();
  await expect(page.locator(".lessons")).toBeVisible();
}

test("a lesson read to its end in a fifth of its estimate is finished, and the next one is offered", async ({ page, portal }) => {
  await portal.open(LESSON);
  await portal.timeRuns();
  await portal.readFor((await portal.estimate()) * DONE_AFTER_PART);
  await portal.readToEnd();
  await portal.readFor(10);
  await expect(finish(page)).toContainText("已学完");
  await goUp(page);
  await expect(mark(page)).toHaveText("已学完", { useInnerText: true });
  await expect(page.locator("main .how-far")).toContainText("已学完 1 / 4 课");
  await page.getByRole("link", { name: "怀德学苑" }).click();
  await expect(page.locator("a.step")).toContainText("上一篇已学完，接下来");
  await expect(page.locator("a.step")).toHaveAttribute("href", /02-who-decides-who-acts\/$/);
});

test("someone who rushes to the end has only seen the lesson", async ({ page, portal }) => {
  await portal.open(LESSON);
  await portal.timeRuns();
  await portal.readToEnd();
  await portal.readFor((await portal.estimate()) * DONE_AFTER_PART * 0.8);
  await expect(finish(page)).toContainText("已浏览");
  await goUp(page);
  await expect(mark(page)).toHaveText("已浏览", { useInnerText: true });
  await expect(page.locator("main .how-far")).toContainText("已学完 0 / 4 课");
});

test("a lesson that was not read to its end stays unfinished however long it is open", async ({ page, portal }) => {
  await portal.open(LESSON);
  await portal.timeRuns();
  await portal.readFor(await portal.estimate());
  await expect(finish(page)).toContainText("读到最后一段");
  await goUp(page);
  await expect(mark(page)).toHaveText("学习中", { useInnerText: true });
});

test("time without a sign of life counts for a minute, and again when the reader stirs", async ({ page, portal }) => {
  await portal.open(LESSON);
  await portal.timeRuns();
  await portal.readFor(20);
  await page.clock.runFor("10:00");
  const still = seconds(await portal.record(({ events }) => events.length === 1));
  expect(still).toBeGreaterThan(60);
  expect(still).toBeLessThan(95);
  await portal.readFor(40);
  const stirred = seconds(await portal.record(({ drafts }) => drafts.length === 1));
  expect(stirred - still).toBeGreaterThan(10);
  expect(stirred - still).toBeLessThan(45);
});

test("time in which the page is hidden is not counted", async ({ page, portal }) => {
  await portal.open(LESSON);
  await portal.timeRuns();
  await portal.readFor(20);
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  const hidden = seconds(await portal.record(({ events }) => events.length === 1));
  await page.clock.fastForward("30:00");
  await page.evaluate(() => {
    delete document.visibilityState;
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await portal.readFor(20);
  const both = seconds(await portal.record(({ drafts }) => drafts.length === 1));
  expect(hidden).toBeGreaterThan(15);
  expect(both - hidden).toBeLessThan(30);
});

test("a device whose calendar clock was set back counts no second less", async ({ page, portal }) => {
  await portal.open(LESSON);
  await portal.timeRuns();
  await portal.readFor(20);
  await page.clock.setSystemTime(new Date("2020-01-01T00:00:00+08:00"));
  await portal.readFor(20);
  await page.getByRole("link", { name: "学习记录" }).click();
  const [stretch] = stretches(await portal.record(({ events }) => events.length === 1));
  expect(stretch.active_ms / 1000).toBeGreaterThan(38);
});
