// Several people share one browser, and nothing of theirs is mixed.
import { THEMES, axeFindsNothing } from "./support/axe.js";
import { expect, test } from "./support/test.js";
import { Learners } from "./support/learners.js";

const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";
const BANK = "questions/shequ-zizhi-1/";

/** Whose the events are that say `word`, by their number. */
function owners({ events }, word) {
  const found = events.map((json) => JSON.parse(json).event).filter(({ deed }) => JSON.stringify(deed).includes(word));
  return found.map(({ learner }) => learner);
}

test("bookmarks of two learners do not mix, on the record or in the text", async ({ page, portal }) => {
  const learners = new Learners(portal);
  await learners.add("老王");
  await portal.open(LESSON);
  await portal.bookmark();
  await learners.add("小明");
  await portal.open(LESSON);
  await expect(page.locator("[data-bookmarked]")).toHaveCount(0);
  await portal.readTo(6);
  await portal.bookmark();
  const record = await portal.record(({ events }) => events.filter((event) => event.includes("bookmarked")).length === 2);
  expect(new Set(owners(record, "bookmarked")).size).toBe(2);
  await portal.open("record/");
  await expect(page.getByRole("link", { name: "现在是小明在学，换人" })).toBeVisible();
  await learners.choose("老王");
  await portal.open("record/");
  await expect(page.getByRole("link", { name: "现在是老王在学，换人" })).toBeVisible();
  await expect(page.getByText("改名")).toHaveCount(1);
});

test("answers of two learners do not mix", async ({ page, portal }) => {
  const learners = new Learners(portal);
  for (const name of ["老王", "小明"]) {
    await learners.add(name);
    await portal.open(BANK);
    await page.locator("#desk input[type=radio]").last().check();
    await page.locator("#desk").getByRole("button", { name: /看看对不对|交|答/ }).first().click();
    await portal.record((record) => owners(record, "answered").length === (name === "老王" ? 1 : 2));
  }
  expect(new Set(owners(await portal.record(), "answered")).size).toBe(2);
});

test("an open tab follows whoever is chosen in another", async ({ portal }) => {
  const learners = new Learners(portal);
  await learners.add("老王");
  await learners.add("小明");
  const [text, record] = [await portal.tab(), await portal.tab()];
  await text.open(LESSON);
  await record.open("record/");
  const reloaded = text.page.waitForEvent("load");
  await learners.choose("老王");
  await reloaded;
  await text.appRuns();
  await text.bookmark();
  await expect(record.page.getByRole("link", { name: "现在是老王在学，换人" })).toBeVisible();
  const { events } = await portal.record(({ events }) => events.some((event) => event.includes("bookmarked")));
  const wang = events.map((json) => JSON.parse(json).event).find(({ deed }) => deed.study?.introduced?.name === "老王");
  expect(owners({ events }, "bookmarked")).toEqual([wang.learner]);
});

test("what is filled in is there again after a reload, and a name can be changed", async ({ page, portal }) => {
  const learners = new Learners(portal);
  await learners.open();
  await page.locator(".add > summary").click();
  await page.getByLabel("名字或小名").fill("小明");
  await page.getByRole("radio", { name: "银杏" }).check();
  await portal.record(({ slips }) => slips.some((slip) => slip.includes("小明") && slip.includes('"picture":3')));
  await page.reload();
  await portal.appRuns();
  await page.locator(".add > summary").click();
  await expect(page.getByLabel("名字或小名")).toHaveValue("小明");
  await expect(page.getByRole("radio", { name: "银杏" })).toBeChecked();
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await learners.isLearning("小明");
  await learners.card("小明").getByText("改资料").click();
  await page.getByLabel("名字或小名").fill("明明");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await learners.isLearning("明明");
  await portal.record(({ slips }) => !slips.some((slip) => slip.includes("明明")));
  await portal.open("settings/");
  await expect(page.getByText("现在是明明在学。")).toBeVisible();
});

test("a deleted learner is gone from the store, and the other one goes on", async ({ page, portal }) => {
  const learners = new Learners(portal);
  await learners.add("老王");
  await learners.add("小明");
  await portal.open(LESSON);
  await portal.bookmark();
  await learners.open();
  await learners.card("小明").getByText("删除", { exact: true }).click();
  await expect(learners.card("小明")).toContainText("不能恢复");
  await expect(learners.card("小明")).toContainText("浏览器整理磁盘以前");
  await learners.delete("小明");
  await learners.isLearning("老王");
  await portal.record((record) => record.events.length === 1 && record.drafts.length === 0 && !JSON.stringify(record).includes("小明"));
  await page.reload();
  await portal.appRuns();
  await expect(page.locator(".person")).toHaveCount(1);
  await expect(page.locator("[data-part=bars]").getByRole("alert")).toBeEmpty();
});

test("when the last learner is deleted, somebody new begins", async ({ page, portal }) => {
  const learners = new Learners(portal);
  await learners.add("小明");
  await learners.card("小明").getByText("删除", { exact: true }).click();
  await expect(learners.card("小明")).toContainText("这里只有这一位");
  await learners.delete("小明");
  await learners.isLearning("还没有名字的学员");
  await portal.open(LESSON);
  await portal.bookmark();
  await page.evaluate(() => localStorage.removeItem("huaide.learner"));
  await portal.open("record/");
  await portal.record(({ events }) => events.some((event) => event.includes("bookmarked")));
});

test("what is open on the page stays open when somebody is chosen", async ({ page, portal }) => {
  const learners = new Learners(portal);
  await learners.add("小明");
  await learners.add("老王");
  const open = learners.card("小明").locator(".delete");
  await open.locator("summary").click();
  await page.getByRole("button", { name: "切换到小明" }).click();
  await learners.isLearning("小明");
  // What a guest may have left is swept away now; reading waits for that.
  await portal.record();
  await expect(page.locator(".told")).toContainText("小明");
  await expect(open).toHaveAttribute("open");
  await expect(page.getByRole("button", { name: "删除小明" })).toBeVisible();
});

test("who only looks leaves nothing", async ({ page, portal }) => {
  const learners = new Learners(portal);
  await learners.add("老王");
  await page.getByRole("button", { name: "只看看，不记录" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await portal.open(LESSON);
  await portal.bookmark();
  await learners.open();
  await expect(page.getByText("现在是访客在看")).toBeVisible();
  await expect(page.locator(".person")).toHaveCount(1);
  await page.getByRole("button", { name: "看完了，清除本次记录" }).click();
  await learners.isLearning("老王");
  const { events } = await portal.record(({ events, drafts }) => events.length === 1 && drafts.length === 0);
  expect(JSON.stringify(events)).not.toContain("bookmarked");
});

test("by the keyboard alone a learner is added, chosen and deleted", async ({ page, portal }) => {
  const learners = new Learners(portal);
  const press = async (target, key) => {
    await target.focus();
    await page.keyboard.press(key);
  };
  await learners.open();
  await press(page.locator(".add > summary"), "Enter");
  await page.getByLabel("名字或小名").focus();
  await page.keyboard.type("小明");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "14 岁以下" })).toBeChecked();
  await press(page.getByRole("button", { name: "保存", exact: true }), "Enter");
  await learners.isLearning("小明");
  await press(learners.card("小明").locator(".delete > summary"), "Enter");
  await press(page.getByRole("button", { name: "删除小明" }), "Enter");
  await press(page.getByRole("button", { name: "永远删除小明" }), "Enter");
  await learners.isLearning("还没有名字的学员");
});

test("axe finds nothing on the page of learners, in every theme", async ({ page, portal }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  const learners = new Learners(portal);
  await learners.add("小明");
  const { text } = await learners.backup();
  await learners.bring(text);
  await page.locator(".add > summary").click();
  await learners.card("小明").getByText("删除", { exact: true }).click();
  await learners.card("小明").getByText("改资料").click();
  await expect(page.getByLabel("名字或小名")).toHaveCount(2);
  await page.getByRole("button", { name: "删除小明" }).click();
  await expect(page.getByRole("button", { name: "合并进来" })).toBeVisible();
  await axeFindsNothing(page, { themes: THEMES });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
