// A device whose clock is set back between two stretches of reading counts right and keeps the order.
import { expect, test } from "./support/test.js";

const FIRST = "lessons/shequ-zizhi/01-what-is-self-government/";
const SECOND = "lessons/shequ-zizhi/02-who-decides-who-acts/";
const YEAR = 365 * 24 * 3_600_000;

test("what was read last stays last, and no time is lost, when the clock goes back a year", async ({ page, portal, context }) => {
  await context.clock.install({ time: new Date("2026-06-01T10:00:00+08:00") });
  await portal.read(FIRST);
  await portal.open();
  await expect(page.getByRole("link", { name: "接着读" })).toContainText("居民自治是什么");
  await context.clock.setSystemTime(Date.parse("2026-06-01T10:00:00+08:00") - YEAR);
  await portal.read(SECOND);
  const words = await portal.readTo(9);
  await portal.open();
  await expect(page.getByRole("link", { name: "接着读" })).toContainText("议行分设");
  await portal.open("record/");
  await expect(page.locator("#reading .entries").getByRole("link")).toHaveText([/议行分设/, /居民自治是什么/]);
  const days = page.locator("#charts details tbody th");
  await expect(days).toHaveText([/2025年6月1日/]);
  await page.getByLabel("年份").selectOption("2026");
  await expect(days).toHaveText([/2026年6月1日/]);
  await portal.open(SECOND);
  await expect.poll(() => portal.atTop()).toBe(words);
});
