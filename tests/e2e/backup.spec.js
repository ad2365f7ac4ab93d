// A record leaves as one file, and comes back from it as it was; a file that is not whole changes nothing.
import { expect, test } from "./support/test.js";
import { Learners, events } from "./support/learners.js";
import { Portal } from "./support/portal.js";

const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";

/** A learner with a bookmark, and the backup of all. */
async function studied(portal, name = "小明") {
  const learners = new Learners(portal);
  await learners.add(name);
  await portal.open(LESSON);
  await portal.bookmark();
  return { learners, ...(await learners.backup()) };
}

/** The portal on another device. */
const device = async (browser, host) => new Portal(await (await browser.newContext()).newPage(), host);

test("a backup brings the same record to another device, and whoever it is of goes on there", async ({ portal, browser, host }) => {
  const { name, text } = await studied(portal);
  expect(name).toMatch(/^怀德学苑-备份-全部-\d{4}-\d\d-\d\d\.huaide-backup\.json$/);
  const here = events(await portal.record());
  const there = await device(browser, host);
  const learners = new Learners(there);
  const preview = await learners.bring(text);
  await expect(preview).toContainText("小明");
  await expect(preview).toContainText(/新增 \d+ 条：.*书签 1/);
  await learners.merge(text, `合并完成：新增 ${here.length} 条。`);
  await learners.isLearning("小明");
  expect(events(await there.record())).toEqual(here);
  await there.open(LESSON);
  await expect(there.page.locator("[data-bookmarked]")).toHaveCount(1);
  await there.page.context().close();
});

test("the same file twice adds nothing, and says so", async ({ portal }) => {
  const { learners, text } = await studied(portal);
  const before = events(await portal.record());
  await learners.merge(text, "没有新内容");
  expect(events(await portal.record())).toEqual(before);
});

test("a backup of one learner has nothing of the others", async ({ portal }) => {
  const { learners } = await studied(portal);
  await learners.add("老王");
  const { name, text } = await learners.backup("老王");
  expect(name).toContain("-老王-");
  expect(text).not.toContain("小明");
});

test("an older file revives nobody who was deleted since, unless it is asked to", async ({ page, portal }) => {
  const { learners, text } = await studied(portal);
  await learners.delete("小明");
  const files = await learners.bring(text);
  await expect(files).toContainText("这位学员在这里已删除");
  await learners.merge(text, "没有新内容");
  expect(events(await portal.record())).toEqual([]);
  await learners.bring(text);
  await page.getByLabel("恢复这位学员").check();
  await page.getByRole("button", { name: "合并进来" }).click();
  await expect(learners.card("小明")).toBeVisible();
  await portal.record((record) => JSON.stringify(record).includes("bookmarked"));
});

test("what was deleted here since stays deleted", async ({ page, portal }) => {
  const { learners, text } = await studied(portal);
  await portal.open(LESSON);
  await page.getByRole("button", { name: "删书签" }).click();
  await portal.record(({ events }) => events.some((event) => event.includes("retracted")));
  const files = await learners.bring(text);
  await expect(files).toContainText("1 条在这里删过了，不会回来");
  await learners.merge(text, "没有新内容");
  await portal.open(LESSON);
  await expect(page.locator("[data-bookmarked]")).toHaveCount(0);
});

for (const [what, spoil, why] of [
  ["cut off", (text) => text.slice(0, -40), "不完整"],
  ["changed", (text) => text.replace("小明", "大明"), "不一样"],
  ["of a newer version", (text) => text.replace('"v":1', '"v":99'), "更新的版本"],
  ["foreign", () => '{"hello":1}', "不是学习门户的备份"],
  ["no JSON", () => "你好", "不是备份文件"],
]) {
  test(`a file that is ${what} is refused whole, with the reason`, async ({ portal }) => {
    const { learners, text } = await studied(portal);
    const before = await portal.record();
    const files = await learners.bring(spoil(text));
    await expect(files.getByRole("status").filter({ hasText: why })).toBeVisible();
    await expect(files.getByRole("button", { name: "合并进来" })).toHaveCount(0);
    expect(await portal.record()).toEqual(before);
  });
}
