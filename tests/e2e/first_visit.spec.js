// A first visit: the text is there before the app, the app takes over without moving anything, and everything is kept by itself.
import { expect, test } from "./support/test.js";

test("the text can be read before the app runs, and the app takes over without moving it", async ({ page, portal }) => {
  await page.addInitScript(() => {
    globalThis.shifted = 0;
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) globalThis.shifted += shift.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await portal.open("lessons/shequ-zizhi/01-what-is-self-government/");
  await expect(page.locator("#text")).toContainText("居民自治");
  await expect(page.getByRole("status").filter({ hasText: "学习记录会自动记下" })).toBeVisible();
  expect(await page.evaluate(() => globalThis.shifted)).toBeLessThanOrEqual(0.02);
});

test("a small portal is kept whole by itself", async ({ page, portal }) => {
  await portal.open();
  await portal.isKeptWhole();
  await page.getByRole("link", { name: "设置" }).click();
  await expect(page.locator(".packs li").first()).toContainText("已保存");
});
