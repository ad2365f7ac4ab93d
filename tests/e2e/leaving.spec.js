// Who leaves right after reading on keeps the place, however they leave.
import { expect, test } from "./support/test.js";

const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";
const TIMES = 10;

const LEAVING = {
  // Closing in this way is not waited for by itself.
  "closing the tab": async ({ page }) => Promise.all([page.waitForEvent("close"), page.close({ runBeforeUnload: true })]),
  "reloading the page": async ({ page }) => page.reload(),
  "opening an address": async ({ page, host }) => page.goto(host.url("settings/")),
  // A real click would first scroll up to the link.
  "following a link": async ({ page, host }) => {
    await page.getByRole("link", { name: "设置" }).evaluate((link) => link.click());
    await expect(page).toHaveURL(host.url("settings/"));
  },
};

for (const [how, leave] of Object.entries(LEAVING)) {
  test(`${how} right after reading on keeps the place, ${TIMES} times of ${TIMES}`, async ({ portal, context }) => {
    await context.clock.install();
    const found = [];
    const read = [];
    for (let time = 1; time <= TIMES; time += 1) {
      const tab = await portal.tab();
      await tab.read(LESSON);
      read.push(await tab.readTo(time + 1));
      await leave(tab);
      const later = await portal.tab();
      await later.open(LESSON);
      await expect(later.page.getByRole("status").filter({ hasText: "已回到上次读到的地方" })).toBeVisible();
      found.push(await later.atTop());
      await Promise.all([tab.page.close(), later.page.close()]);
    }
    expect(found).toEqual(read);
  });
}
