// The study note (心得体会) after a text: kept from the first key, counted, saved, shown on the record, taken away.
import { readFileSync } from "node:fs";
import { Notes, deeds } from "./support/notes.js";
import { expect, test } from "./support/test.js";

const LESSON = "lessons/samples/01-everything/";
const TEXT = "商量比下通知慢，可是办得成。";

test.use({ siteName: "texts" });

const field = (page) => page.getByLabel("写给自己的");
const section = (page) => page.locator(".reflection");

async function begin(portal) {
  await portal.open(LESSON);
  await portal.page.getByRole("button", { name: "写心得" }).click();
  await expect(field(portal.page)).toBeFocused();
}

test("it is counted while it is written, and saved is said when it is saved", async ({ page, portal }) => {
  await begin(portal);
  await page.keyboard.type(TEXT);
  await expect(section(page).locator("summary")).toContainText("14 字");
  await expect(section(page).getByRole("status")).toContainText("还没有保存");
  await section(page).getByRole("button", { name: "保存" }).click();
  await expect(section(page).getByRole("status").locator(".zh")).toHaveText("已保存");
  const record = await portal.record(({ slips }) => !slips.includes(TEXT));
  expect(deeds(record, "reflected").map(({ text }) => text)).toEqual([TEXT]);
  await page.reload();
  await portal.appRuns();
  await expect(field(page)).toHaveValue(TEXT);
});

test("a half-written note is there after the page died", async ({ page, portal }) => {
  await begin(portal);
  await page.keyboard.type("才写了半句");
  await portal.record(({ slips }) => slips.includes("才写了半句"));
  const again = await portal.tab();
  await again.open(LESSON);
  await again.page.getByRole("button", { name: "写心得" }).click();
  await expect(field(again.page)).toHaveValue("才写了半句");
});

for (const closed of ["first", "second"]) {
  test(`two tabs with one note keep what both wrote, when the ${closed} is closed first`, async ({ portal }) => {
    const tabs = { first: await portal.tab(), second: await portal.tab() };
    await begin(tabs.first);
    await begin(tabs.second);
    await expect(field(tabs.second.page)).not.toBeEditable();
    await tabs.first.page.bringToFront();
    await field(tabs.first.page).press("End");
    await tabs.first.page.keyboard.type("第一个标签页写的。");
    await tabs.second.page.bringToFront();
    await section(tabs.second.page).getByRole("button", { name: "在这里接着写" }).click();
    await expect(field(tabs.second.page)).toHaveValue("第一个标签页写的。");
    await expect(field(tabs.second.page)).toBeEditable();
    await expect(field(tabs.first.page)).not.toBeEditable();
    await field(tabs.second.page).press("End");
    await tabs.second.page.keyboard.type("第二个标签页写的。");
    const other = closed === "first" ? "second" : "first";
    for (const tab of [closed, other]) await tabs[tab].page.close({ runBeforeUnload: true });
    await begin(portal);
    await expect(field(portal.page)).toHaveValue("第一个标签页写的。第二个标签页写的。");
  });
}

test("going to another lesson saves it", async ({ page, portal }) => {
  await begin(portal);
  await page.keyboard.type(TEXT);
  await page.locator(".neighbours .next").click();
  await portal.record((record) => deeds(record, "reflected").some(({ text }) => text === TEXT));
  await expect(field(page)).toHaveValue("");
  await page.goBack();
  await expect(field(page)).toHaveValue(TEXT);
});

test("the panel counts it, the record shows it, and all notes leave as one Markdown file", async ({ page, portal }) => {
  await begin(portal);
  await page.keyboard.type(TEXT);
  await section(page).getByRole("button", { name: "保存" }).click();
  const notes = new Notes(portal);
  await notes.begin();
  await notes.markAndWrite("院子里的灯坏了三天", "下次议事会上讲");
  await notes.openPanel();
  await expect(notes.panel).toContainText("这一篇有 2 条笔记。");
  await portal.open("record/");
  const all = page.locator(".note-record");
  await expect(all).toContainText(TEXT);
  await expect(all.locator("[data-pen=yellow]")).toHaveText("院子里的灯坏了三天");
  await expect(all).not.toContainText("正在对照课文");
  const [download] = await Promise.all([page.waitForEvent("download"), all.getByRole("button", { name: "下载全部笔记" }).click()]);
  expect(download.suggestedFilename()).toMatch(/^笔记-\d{4}-\d\d-\d\d\.md$/);
  const text = readFileSync(await download.path(), "utf8");
  for (const words of ["# 我的学习笔记", "> 院子里的灯坏了三天", "批注：下次议事会上讲", "（14 字）", TEXT]) expect(text).toContain(words);
});

test("the record without notes says how to make one", async ({ page, portal }) => {
  await portal.open("record/");
  await expect(page.locator(".note-record")).toContainText("还没有笔记");
  await expect(page.locator(".note-record").getByRole("button")).toBeHidden();
});
