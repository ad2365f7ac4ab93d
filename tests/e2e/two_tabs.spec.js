// Two tabs of one browser are one record: nothing of either is lost, and neither stands in the other's way.
import { expect, test } from "./support/test.js";
import { deleteDatabase, openBare } from "./support/database.js";

const FIRST = "lessons/shequ-zizhi/01-what-is-self-government/";
const SECOND = "lessons/shequ-zizhi/02-who-decides-who-acts/";
const marks = (tab) => tab.page.getByText("改名");

test("bookmarks of two tabs both stay, and each tab shows both", async ({ portal }) => {
  const [first, second] = [await portal.tab(), await portal.tab()];
  const shown = [await portal.tab(), await portal.tab()];
  for (const tab of shown) await tab.open("record/");
  await Promise.all([first.open(FIRST), second.open(SECOND)]);
  const button = ({ page }) => page.getByRole("button", { name: "加书签" });
  for (const tab of [first, second]) await expect(button(tab)).toBeEnabled();
  const mark = (tab) => button(tab).evaluate((button) => button.click());
  await Promise.all([mark(first), mark(second)]);
  for (const tab of shown) await expect(marks(tab)).toHaveCount(2);
  await portal.open("record/");
  await expect(marks(portal)).toHaveCount(2);
});

test("a bookmark that one tab takes away goes from the text that another tab has open", async ({ portal }) => {
  const [text, record] = [await portal.tab(), await portal.tab()];
  await text.open(FIRST);
  await text.bookmark();
  await expect(text.page.locator("[data-bookmarked]")).toHaveCount(1);
  await record.open("record/");
  await record.page.getByText("删除", { exact: true }).last().click();
  await record.page.getByRole("button", { name: "确定删除" }).last().click();
  await expect(marks(record)).toHaveCount(0);
  await expect(text.page.locator("[data-bookmarked]")).toHaveCount(0);
  await expect(text.page.getByRole("button", { name: "加书签" })).toHaveAttribute("aria-pressed", "false");
});

test("time that one tab reads is counted once by another that saw it going on", async ({ portal, context }) => {
  await context.clock.install();
  const reading = await portal.tab();
  await reading.read(FIRST);
  await context.clock.fastForward(20_000);
  await reading.page.mouse.move(100, 100);
  await context.clock.fastForward(14_000);
  const activeMs = (draft) => JSON.parse(JSON.parse(draft).record).event.deed.read.active_ms;
  await reading.record(({ drafts }) => drafts.some((draft) => activeMs(draft) > 31_000));
  await portal.open("record/");
  const text = portal.page.locator("#reading .entries").getByRole("listitem").filter({ hasText: "居民自治是什么" });
  await expect(text).toContainText("不到 1 分钟");
  await reading.page.close({ runBeforeUnload: true });
  await portal.record(({ events }) => events.length === 1);
  // The next thing heard from another tab shows that the end of the stretch was heard, too.
  const other = await portal.tab();
  await other.open(SECOND);
  await other.bookmark();
  await expect(marks(portal)).toHaveCount(1);
  await expect(text).toContainText("不到 1 分钟");
});

test("a tab lets go of the database when another one must change it, and opens it again", async ({ portal }) => {
  await portal.open(FIRST);
  await portal.bookmark();
  const other = await portal.tab();
  await openBare(other);
  expect(await deleteDatabase(other)).toBe(false);
  await portal.readTo(9);
  await portal.bookmark();
  await other.record(({ events }) => events.filter((event) => event.includes("bookmarked")).length === 1);
});
