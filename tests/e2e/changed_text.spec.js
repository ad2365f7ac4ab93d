// A text that the organiser changed: the reader is told, and sees it the next time.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./support/test.js";
import { site } from "./support/sites.js";

const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";
const ADDED = "这一句是后来加的。";
const INDEX = "packs/index.json";

/** Waits until the new lists are kept, too: the page asks for them in its turn, and the index is kept after all that it names. */
async function listsAreKept({ page, host }) {
  const kept = () => page.evaluate(async (url) => (await caches.match(url)).text(), host.url(INDEX));
  await expect.poll(kept).toBe(readFileSync(join(host.folder, INDEX), "utf8"));
}

test("a changed text is told of at once and shown the next time, also without a network", async ({ page, portal, host }) => {
  await portal.open();
  await portal.isKeptWhole();
  await portal.isReadyForOffline();
  host.folder = site("changed");
  await portal.open(LESSON);
  await expect(page.locator("#text")).not.toContainText(ADDED);
  await expect(page.getByRole("status").filter({ hasText: "这一页刚有更新" })).toBeVisible();
  await listsAreKept({ page, host });
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

test("a changed text is told of when the worker knew it before the page was drawn", async ({ page, portal }) => {
  await portal.open("lessons/shequ-zizhi/");
  await portal.isKeptWhole();
  await page.evaluate(() => {
    const parse = DOMParser.prototype.parseFromString;
    // The text is here; drawing it is held up until the worker has spoken.
    DOMParser.prototype.parseFromString = function (html, type) {
      document.documentElement.dataset.fresher = "lessons/shequ-zizhi/01-what-is-self-government/";
      document.dispatchEvent(new Event("huaide:fresher"));
      return parse.call(this, html, type);
    };
  });
  await page.getByRole("main").getByRole("link", { name: "居民自治是什么" }).click();
  await expect(page.getByRole("status").filter({ hasText: "这一页刚有更新" })).toBeVisible();
  await page.locator(".neighbours .next").click();
  await expect(page).toHaveURL(/02-who/);
  await expect(page.getByRole("status").filter({ hasText: "这一页刚有更新" })).toBeHidden();
});
