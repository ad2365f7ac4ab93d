// A browser as the build of 26 November 2026 left it, opened by this build: everything that its learners did is there and goes on.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { putProfile } from "./support/database.js";
import { EntryPanel } from "./support/entry.js";
import { Essay } from "./support/essay.js";
import { Learners } from "./support/learners.js";
import { Notes } from "./support/notes.js";
import { entries, section } from "./support/record.js";
import { edit, publish } from "./support/sites.js";
import { BEEPING, SpeechDesk } from "./support/speech.js";
import { expect, test } from "./support/test.js";

const TESTS = join(import.meta.dirname, "..");
const PROFILE = JSON.parse(readFileSync(join(TESTS, "frozen/profile-2026-11-26.json"), "utf8"));

test.use({ launchOptions: BEEPING });

test.beforeEach(async ({ page, portal, host }) => {
  // The portal in which the profile was made: the small one, whose essay contest takes photographed pages.
  const takePhotos = (folder) => edit(join(folder, "contests/xiaoshi.md"), (text) => text.replace("photos = 0", "photos = 2"));
  host.folder = publish("frozen-profile", { content: join(TESTS, "fixtures/small"), edit: takePhotos });
  await page.clock.install({ time: new Date("2026-11-27T18:00:00+08:00") });
  await putProfile(portal, PROFILE);
});

/** Nothing is told as damaged, missing, newer or not saved on the page that is open. */
const nothingIsAmiss = (page) => expect(page.getByRole("alert").filter({ hasText: /./ })).toHaveCount(0);

test("a profile of the build of November 2026 opens whole: read, marked, answered, declared", async ({ page, portal }) => {
  await portal.open("lessons/linju/");
  const lessons = page.locator(".lessons li .mark-word");
  await expect(lessons).toHaveText(["已学完", "学习中"], { useInnerText: true });
  await portal.open("lessons/linju/01-deng/");
  const notes = new Notes(portal);
  await expect.poll(() => notes.marked()).toEqual(["要紧的是谁去说一声", "公共照明由谁修"]);
  await expect(page.getByRole("button", { name: /旁注.*回家看看我们楼的公告栏/ })).toBeVisible();
  await expect(page.locator("#text [data-bookmarked]")).toContainText("打电话以前，她先看了一眼公告栏");
  await expect(page.getByLabel("写给自己的")).toHaveValue("一件小事，先有人说，才有人办。");
  await nothingIsAmiss(page);

  await portal.open("questions/linju-1/");
  await expect(page.getByRole("status").filter({ hasText: "接着上次的答" })).toBeVisible();
  await expect(page.locator(".question h2")).toContainText("第 2 题");
  await expect(page.getByLabel("看公告栏")).toBeChecked();
  await page.getByRole("button", { name: "上一题" }).click();
  await expect(page.locator(".feedback [role=status]")).toContainText("答对了");
  await nothingIsAmiss(page);

  await portal.open("practice/");
  await expect(page.locator("#desk")).toContainText("楼组长打电话以前先做了什么");
  await portal.open("record/");
  await expect(entries(page)).toHaveText([/一盏灯/, /十一月党课/]);
  await expect(section(page, "hours")).toContainText("已计入 1.5 学时");
  await expect(page.getByText("改名")).toHaveCount(1);
  await nothingIsAmiss(page);

  await portal.open("settings/");
  await expect(page.getByText("到现在为止的记录都已写到磁盘上。")).toBeVisible();
});

test("a profile of the build of November 2026 opens whole: written, spoken, handed in, and who learns", async ({ page, portal }) => {
  const learners = new Learners(portal);
  await learners.open();
  await learners.isLearning("李小红");
  await expect(page.locator(".person")).toHaveCount(2);
  await expect(learners.card("还没有名字的学员")).toBeVisible();
  await nothingIsAmiss(page);
  // A backup has every record of the profile as it was, and the stretch of reading that was going on.
  const { text } = await learners.backup();
  const backup = JSON.parse(text);
  const kept = Object.fromEntries(backup.events.map(({ event }) => [event.id, event]));
  const { events, drafts, slips } = PROFILE.stores;
  for (const [id, line] of events.values) expect(kept[id]).toEqual(JSON.parse(line).event);
  for (const [id, line] of drafts.values) expect(kept[id].deed).toEqual(JSON.parse(JSON.parse(line).record).event.deed);
  expect(backup.erased).toEqual(JSON.parse(Object.fromEntries(slips.values).erased));
  expect(text).not.toContain("小明");

  const essay = new Essay(portal);
  await portal.open("contests/xiaoshi/write/");
  await expect(essay.title).toHaveValue("楼下的灯");
  await expect(essay.text).toHaveValue("那天晚上楼道里很黑，王伯伯打着手电等我上楼。\n后来灯修好了，他还是站在门口看一眼。");
  const picture = page.locator(".photo img");
  await expect.poll(() => picture.evaluate((img) => img.complete && [img.naturalWidth, img.naturalHeight])).toEqual([90, 120]);
  await expect(await essay.openVersions()).toHaveCount(1);
  await expect(page.locator("section.entry")).toContainText("文件已经做过 1 次");
  await nothingIsAmiss(page);
  await portal.open("receipts/");
  await expect(page.locator(".receipts .entries")).toContainText("楼下的灯，第 1 次");

  const desk = new SpeechDesk(portal);
  await portal.open("contests/jiang/write/");
  await expect(desk.script).toHaveValue("各位邻居，大家好。我想说说楼道里的灯。");
  const { panel } = new EntryPanel(portal);
  await expect(panel.getByLabel("姓名，或者小名")).toHaveValue("李小红");
  await expect(panel.getByLabel("监护人的姓名")).toHaveValue("王芳");
  await expect(panel.getByLabel(/监护人是孩子的/)).toHaveValue("");
  expect(await desk.play(desk.take(1))).toBeGreaterThan(0.5);
  await nothingIsAmiss(page);

  await learners.choose("还没有名字的学员");
  await portal.open("record/");
  await expect(page.getByText("改名")).toHaveCount(1);
  await expect(entries(page)).toHaveCount(0);
});
