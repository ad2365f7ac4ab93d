// Bookmarks and the record: put, found again, renamed, followed, taken back; what was read can be deleted.
import { expect, test } from "./support/test.js";
import { stretches } from "./support/portal.js";

const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";

const section = (page, name) => page.locator("#desk section").filter({ has: page.getByRole("heading", { name }) });
const entries = (page, name) => section(page, name).locator(".entries > li");
const said = (page, words) => page.getByRole("status").filter({ hasText: words });
const marked = (page) => page.locator("#text [data-bookmarked]");

/** Puts a bookmark on the n-th block of the lesson; gives its words. */
async function putBookmark(portal, index) {
  await portal.open(LESSON);
  const words = await portal.readTo(index);
  await portal.page.getByRole("button", { name: "加书签" }).click();
  await expect(said(portal.page, "已加书签")).toBeVisible();
  return words;
}

async function openRecord(page) {
  await page.getByRole("link", { name: "学习记录" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "学习记录" })).toBeVisible();
}

test("a bookmark is put with one press, shows in the text, and survives the tab", async ({ page, portal }) => {
  const words = await putBookmark(portal, 12);
  await expect(page.getByRole("button", { name: "删书签" })).toHaveAttribute("aria-pressed", "true");
  await expect(marked(page)).toHaveText(words);
  await page.close();
  const again = await portal.tab();
  await again.open(LESSON);
  await expect(marked(again.page)).toHaveText(words);
});

test("a bookmark stands in the record, can be renamed, and leads back to its block", async ({ page, portal }) => {
  const words = await putBookmark(portal, 12);
  await openRecord(page);
  const entry = entries(page, "书签");
  await expect(entry).toHaveCount(1);
  await expect(entry).toContainText(words.trim().slice(0, 10));
  await entry.locator(".rename summary").click();
  await entry.getByLabel("书签的名字").fill("灯坏了找谁");
  await entry.getByRole("button", { name: "保存" }).click();
  await expect(entry.getByRole("link", { name: "灯坏了找谁" })).toBeVisible();
  await page.reload();
  await portal.appRuns();
  await page.getByRole("link", { name: "灯坏了找谁" }).click();
  await expect(page.locator("#text")).toBeVisible();
  await expect.poll(() => portal.atTop()).toBe(words);
});

test("a bookmark is taken back where it was put", async ({ page, portal }) => {
  await putBookmark(portal, 12);
  await page.getByRole("button", { name: "删书签" }).click();
  await expect(said(page, "已删除这里的书签")).toBeVisible();
  await expect(marked(page)).toHaveCount(0);
  await openRecord(page);
  await expect(section(page, "书签")).toContainText("还没有书签");
});

test("one of two bookmarks is taken back in the record, after asking once more", async ({ page, portal }) => {
  await putBookmark(portal, 12);
  const kept = await putBookmark(portal, 20);
  await openRecord(page);
  await expect(entries(page, "书签")).toHaveCount(2);
  const last = entries(page, "书签").last();
  await expect(last.getByRole("button", { name: "确定删除" })).toBeHidden();
  await last.locator(".delete summary").click();
  await last.getByRole("button", { name: "确定删除" }).click();
  await expect(entries(page, "书签")).toHaveCount(1);
  await expect(entries(page, "书签")).toContainText(kept.trim().slice(0, 10));
  await page.reload();
  await portal.appRuns();
  await expect(entries(page, "书签")).toHaveCount(1);
});

test("what was read can be deleted: it leaves the sums, and its place is forgotten", async ({ page, portal }) => {
  await page.clock.install();
  await portal.open(LESSON);
  await portal.timeRuns();
  await portal.readTo(20);
  await portal.readFor(130);
  await portal.record((record) => stretches(record).some(({ active_ms }) => active_ms > 120_000));
  await openRecord(page);
  const entry = entries(page, "读过的");
  await expect(entry).toContainText("居民自治是什么");
  await expect(page.locator("#reading .sums")).toContainText("2 分钟");
  await entry.locator(".delete summary").click();
  await entry.getByRole("button", { name: "确定删除" }).click();
  await expect(section(page, "读过的")).toContainText("还没有读过什么");
  await expect(page.locator("#reading .sums")).toContainText("0 分钟");
  await page.locator(".head").getByRole("link", { name: "怀德学苑" }).click();
  await expect(page.locator("a.step")).toContainText("第一次来？从这里开始");
});
