// The quiet self-check: one sentence a screen, help on every one, and nothing that stays unless it is kept.
import { rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { axeFindsNothing } from "./support/axe.js";
import { Learners } from "./support/learners.js";
import { SENTENCES } from "./support/moods.js";
import { publish } from "./support/sites.js";
import { expect, test } from "./support/test.js";

const help = (page) => page.locator("section.help");
const begin = (page) => page.getByRole("button", { name: "开始看看" }).click();
const on = (page) => page.locator(".mood button.main");
const answer = (page, name) => page.getByRole("radio", { name, exact: true });
const closing = (page) => page.locator(".mood .closing");

/** Answers sentences by {number: answer}, passes the others over, and comes to the end. */
async function answerAll(page, answers = {}) {
  await begin(page);
  for (let number = 1; number <= SENTENCES; number++) {
    await expect(page.locator(".mood")).toContainText(`第 ${number} 句`);
    if (answers[number]) await answer(page, answers[number]).check();
    await on(page).click();
  }
  await expect(page.getByRole("heading", { name: "看完了" })).toBeFocused();
}

/** All that this browser keeps of the portal, as text. */
const stored = (page) =>
  page.evaluate(async () => {
    // The mirror's mark comes some seconds after the start, and says nothing.
    const notes = Object.entries(localStorage).filter(([name]) => name !== "huaide.mirror");
    const all = [notes, { ...sessionStorage }, history.state];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise((done) => (indexedDB.open(name).onsuccess = ({ target }) => done(target.result)));
      for (const store of database.objectStoreNames) {
        const read = (what) => new Promise((done) => (database.transaction(store).objectStore(store)[what]().onsuccess = ({ target }) => done(target.result)));
        all.push(store, await read("getAllKeys"), await read("getAll"));
      }
      database.close();
    }
    return JSON.stringify(all);
  });

test("one sentence a screen, the keyboard on it, and the help below each", async ({ page, portal }) => {
  await portal.open("moods/");
  await expect(help(page)).toBeVisible();
  await begin(page);
  for (let number = 1; number <= SENTENCES; number++) {
    await expect(page.locator(".mood")).toContainText(`第 ${number} 句，共 ${SENTENCES} 句`);
    await expect(page.getByRole("heading", { level: 2 }).first()).toBeFocused();
    for (const call of ["12356", "12355", "120", "110"]) {
      await expect(page.locator(".calls").getByRole("link", { name: call })).toBeInViewport();
      await expect(help(page).getByRole("link", { name: call })).toBeVisible();
    }
    await expect(help(page)).toContainText("心理老师");
    await on(page).click();
  }
  await expect(help(page)).toBeVisible();
  await expect(page.locator(".mood")).toContainText("你一句也没有答，这没有关系");
  await expect(help(page).getByRole("link", { name: "12356" })).toHaveAttribute("href", "tel:12356");
});

test("the check is done by keyboard, goes back, and remembers on the way", async ({ page, portal }) => {
  await portal.open("moods/");
  await page.getByRole("button", { name: "开始看看" }).press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await expect(answer(page, "有时")).toBeChecked();
  await page.keyboard.press("Enter");
  await expect(page.locator(".mood")).toContainText("第 2 句");
  await page.getByRole("button", { name: "上一句" }).press("Enter");
  await expect(answer(page, "有时")).toBeChecked();
});

test("an answer that cannot wait brings the help above at once, with what to do, and the end is calm", async ({ page, portal }) => {
  await portal.open("moods/");
  await begin(page);
  for (let number = 1; number < SENTENCES; number++) await on(page).click();
  await expect(page.locator(".alarm")).toHaveCount(0);
  await answer(page, "没有").check();
  await expect(page.locator(".alarm")).toHaveCount(0);
  await answer(page, "有过一下").check();
  const alarm = page.getByRole("status").filter({ hasText: "现在就可以找人" });
  await expect(alarm.getByRole("link", { name: "12356" })).toBeVisible();
  await expect(page.locator(".care")).toContainText("谢谢你愿意说出来");
  await expect(help(page)).toBeVisible();
  await on(page).click();
  await expect(page.locator(".alarm")).toBeVisible();
  await expect(closing(page)).toContainText("今天就告诉一个人");
});

test("the same place on every sentence is an answer each time, and the last brings the help", async ({ page, portal }) => {
  await portal.open("moods/");
  await begin(page);
  for (let number = 1; number <= SENTENCES; number++) {
    await expect(page.locator(".mood")).toContainText(`第 ${number} 句`);
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    await page.locator(".mood .answer").nth(1).click();
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(1);
    if (number < SENTENCES) await on(page).click();
  }
  await expect(page.locator(".mood .alarm")).toBeVisible();
});

test("the end says what helps with heavy answers, and shows no score", async ({ page, portal }) => {
  await portal.open("moods/");
  await answerAll(page, { 1: "几乎每天", 2: "有时", 3: "从不" });
  await expect(page.locator(".cares > li")).toHaveCount(1);
  await expect(page.locator(".cares")).toContainText("睡前半小时");
  await expect(closing(page)).toContainText("放着几件不太轻的事");
  await expect(page.locator(".mood")).not.toContainText(/分数|得分|\d+ ?分|抑郁|诊断/, { useInnerText: true });
  await page.getByRole("button", { name: "再看一遍" }).click();
  await expect(answer(page, "几乎每天")).toBeChecked();
});

test("nothing stays: not in the database, not beside it, not after loading again", async ({ page, portal }) => {
  await portal.open("moods/");
  const before = await stored(page);
  await answerAll(page, { 1: "几乎每天", [SENTENCES]: "常常会想" });
  const after = await stored(page);
  for (const trace of ["moods", "sleep", "几乎每天", "常常会想"]) expect(after).not.toContain(trace);
  expect(after.length).toBe(before.length);
  await page.reload();
  await portal.appRuns();
  await expect(page.getByRole("button", { name: "看一看留着的" })).toHaveCount(0);
  await begin(page);
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
});

test("stopping forgets what was answered", async ({ page, portal }) => {
  await portal.open("moods/");
  await begin(page);
  await answer(page, "常常").check();
  await page.getByRole("button", { name: "不做了" }).click();
  await expect(page.getByRole("status").filter({ hasText: "都没有留下" })).toBeVisible();
  await begin(page);
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
});

test("kept answers stay on this device until they are deleted, and no backup has them by itself", async ({ page, portal }) => {
  await portal.open("moods/");
  await answerAll(page, { 1: "几乎每天" });
  await page.getByRole("button", { name: "留在这台设备上" }).click();
  await expect(page.getByRole("status").filter({ hasText: "已留在这台设备上" })).toBeVisible();
  await page.reload();
  await portal.appRuns();
  await page.getByRole("button", { name: "看一看留着的" }).click();
  await expect(page.locator(".cares")).toContainText("睡前半小时");
  const { text } = await new Learners(portal).backup();
  for (const trace of ["moods", "sleep"]) expect(text).not.toContain(trace);
  await portal.open("moods/");
  await page.getByRole("button", { name: "删掉留着的" }).click();
  await expect(page.getByRole("status").filter({ hasText: "已删掉" })).toBeVisible();
  await expect(page.getByRole("button", { name: "看一看留着的" })).toHaveCount(0);
  expect(await stored(page)).not.toContain("sleep");
});

test("a pupil can save a text file of their own", async ({ page, portal }) => {
  await portal.open("moods/");
  await answerAll(page, { 1: "几乎每天" });
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "存成文字文件" }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/^心情-\d{4}-\d\d-\d\d\.txt$/);
  const text = await readFile(await download.path(), "utf8");
  expect(text).toContain("几乎每天");
  expect(text).toContain("这不是诊断");
});

test("the check works offline, and on a small phone the help follows at once", async ({ page, portal, host, expected }) => {
  expected.push(/ERR_CONNECTION_REFUSED/);
  await page.setViewportSize({ width: 360, height: 740 });
  await portal.open();
  await portal.isKeptWhole();
  await host.stop();
  await portal.open("moods/");
  await begin(page);
  await answer(page, "常常").check();
  await on(page).click();
  await expect(page.locator(".mood")).toContainText("第 2 句");
  await expect(page.getByRole("heading", { level: 2 }).first()).toBeFocused();
  const [form, below] = [await page.locator(".mood").boundingBox(), await help(page).boundingBox()];
  expect(below.y - (form.y + form.height)).toBeLessThan(80);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const targets = await page.locator(".answer, .mood button").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(Math.min(...targets)).toBeGreaterThanOrEqual(44);
});

test("axe finds nothing on any screen, in the light and in the dark", async ({ page, portal }) => {
  await portal.open("moods/");
  await axeFindsNothing(page);
  await begin(page);
  for (let number = 1; number < SENTENCES; number++) await on(page).click();
  await answer(page, "常常会想").check();
  await axeFindsNothing(page);
  await on(page).click();
  await axeFindsNothing(page);
});

test.describe("where the portal has no check", () => {
  test.use({ siteName: "no-moods" });
  test.beforeAll(() => void publish("no-moods", { edit: (folder) => rmSync(join(folder, "moods.toml")) }));

  test("the page says so and still names the help, and the programme does not offer it", async ({ page, host }) => {
    await page.goto(host.url("moods/"));
    await expect(page.locator("#main")).toContainText("这个门户没有准备心情小镜子");
    await expect(help(page).getByRole("link", { name: "12356" })).toBeVisible();
    await page.goto(host.url("activities/"));
    await expect(page.getByRole("link", { name: "安静地看一看" })).toHaveCount(0);
  });
});
