// What the database loses is told, and taken back from the mirror; what a learner deletes or gives up leaves the mirror too.
import { deleteDatabase } from "./support/database.js";
import { DESK, Essay } from "./support/essay.js";
import { Learners } from "./support/learners.js";
import { finding, isMirrored } from "./support/mirror.js";
import { expect, test } from "./support/test.js";

const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";
const WORDS = "门口的路口，天天有人看着。";

test("an emptied database is told, at the desk too, and the essay and the record are taken back from the mirror", async ({ page, portal }) => {
  await portal.open(LESSON);
  await portal.bookmark();
  const essay = new Essay(portal);
  await essay.open();
  await essay.write(WORDS);
  await isMirrored(page, WORDS);
  await isMirrored(page, "bookmarked");
  await deleteDatabase(portal);
  await essay.open();
  await expect(page.locator(".lost")).toContainText("现在磁盘上找不到");
  // Whoever does not look writes on: the older text stays in the mirror.
  await essay.write("新写的。");
  await isMirrored(page, "新写的");
  await page.locator(".lost").getByRole("link", { name: "去找回" }).click();
  await portal.appRuns();
  await expect(finding(page)).toContainText("这里 4 字");
  await expect(finding(page)).toContainText("副本里 13 字");
  await finding(page).getByRole("button", { name: "取回" }).click();
  await expect(finding(page)).toContainText("已取回");
  await expect(page.getByRole("alert")).toBeEmpty();
  await portal.open("record/");
  await expect(page.getByText("改名")).toBeVisible();
  await essay.open();
  await expect(essay.text).toHaveValue(WORDS);
  await essay.openVersions();
  await expect(essay.versions).toContainText("4 字");
  await expect(page.locator(".lost")).toHaveCount(0);
});

test("a learner who is deleted leaves the mirror, and the others stay", async ({ page, portal }) => {
  const learners = new Learners(portal);
  await learners.add("小明");
  const essay = new Essay(portal);
  await essay.open();
  await essay.write(WORDS);
  await isMirrored(page, WORDS);
  await learners.add("奶奶");
  await isMirrored(page, "奶奶");
  await learners.delete("小明");
  await isMirrored(page, WORDS, false);
  await isMirrored(page, "小明", false);
  await isMirrored(page, "奶奶");
});

test("what somebody gives up is told no more and leaves the mirror", async ({ page, portal }) => {
  await portal.open(LESSON);
  await portal.bookmark();
  await isMirrored(page, "bookmarked");
  await deleteDatabase(portal);
  await portal.open("learners/");
  await portal.warns("条以前保存过的学习记录不见了");
  await finding(page).getByRole("button", { name: "不找了" }).click();
  await finding(page).getByRole("button", { name: "确定不找了" }).click();
  await expect(finding(page)).toContainText("以后不再提醒");
  await expect(page.getByRole("alert")).toBeEmpty();
  await isMirrored(page, "bookmarked", false);
  await portal.open(DESK);
  await expect(page.getByRole("alert")).toBeEmpty();
});
