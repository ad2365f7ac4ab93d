// A text that the organiser changed: the reader is told, and sees it the next time.
import { expect, test } from "./support/test.js";
import { site } from "./support/sites.js";

const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";
const ADDED = "这一句是后来加的。";

test("a changed text is told of at once and shown the next time, also without a network", async ({ page, portal, host }) => {
  await portal.open();
  await portal.isKeptWhole();
  await portal.isReadyForOffline();
  host.folder = site("changed");
  await portal.open(LESSON);
  await expect(page.locator("#text")).not.toContainText(ADDED);
  await expect(page.getByRole("status").filter({ hasText: "这一页刚有更新" })).toBeVisible();
  await host.stop();
  await portal.open(LESSON);
  await expect(page.locator("#text")).toContainText(ADDED);
});

test("a changed text is told of when it is reached by a link", async ({ page, portal, host }) => {
  await portal.open("lessons/shequ-zizhi/");
  await portal.isKeptWhole();
  host.folder = site("changed");
  await page.getByRole("main").getByRole("link", { name: "居民自治是什么" }).click();
  await expect(page.getByRole("status").filter({ hasText: "这一页刚有更新" })).toBeVisible();
});
