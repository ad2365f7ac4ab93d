// Writing an essay: kept from the first key, counted, checked against the contest's rules, read aloud, deleted for good.
import { readFile } from "node:fs/promises";
import { axeFindsNothing } from "./support/axe.js";
import { expect, test } from "./support/test.js";
import { DESK, Essay } from "./support/essay.js";

test("the first key is kept before anything is asked, twenty times out of twenty", async ({ page, portal }) => {
  const essay = new Essay(portal);
  await essay.open();
  const keys = "abcdefghijklmnopqrst";
  for (let count = 0; count < keys.length; count++) {
    await essay.text.press("ControlOrMeta+End");
    await page.keyboard.press(keys[count]);
    await essay.reload();
    await expect(essay.text).toHaveValue(keys.slice(0, count + 1));
  }
});

test("it is said to be saved only when it is on the disk", async ({ page, portal }) => {
  await page.addInitScript(() => {
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...options) {
      const begun = transaction.apply(this, options);
      // Before the app's own listener, which is told after this one.
      begun.addEventListener("complete", () => (globalThis.written = begun.text ?? globalThis.written));
      return begun;
    };
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value, key) {
      if (String(key).includes("essay/")) this.transaction.text = JSON.parse(value).text;
      return put.call(this, value, key);
    };
    new MutationObserver(() => {
      const line = document.querySelector(".keeping");
      const text = document.getElementById("essay-text")?.value;
      // The words and the attribute change one after the other.
      if (line?.dataset.keeping !== "kept" || !line.textContent.includes("已保存") || !text) return;
      globalThis.said = (globalThis.said ?? 0) + 1;
      if (globalThis.written !== text) globalThis.lied = text;
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  const essay = new Essay(portal);
  await essay.open();
  await essay.text.pressSequentially("The lamp on the stairs was broken.", { delay: 20 });
  await essay.isSaved();
  expect(await page.evaluate(() => globalThis.said)).toBeGreaterThan(0);
  expect(await page.evaluate(() => globalThis.lied)).toBeUndefined();
});

test("字数 are told with and without punctuation, and what the group still wants", async ({ portal }) => {
  const essay = new Essay(portal);
  await essay.open();
  await essay.write("路灯亮了。爷爷说：“好！”");
  await expect(essay.length).toContainText("13 字");
  await expect(essay.length).toContainText("不算标点 8 字");
  await expect(essay.checklist).toContainText("还没有选参加哪一组");
  await essay.page.getByRole("radio", { name: /小学组/ }).check();
  await expect(essay.length).toContainText("要 400 到 600 字");
  await expect(essay.checklist).toContainText("还差 387 字：现在 13 字，至少要 400 字");
  await essay.text.fill("写".repeat(601));
  await expect(essay.checklist).toContainText("多了 1 字");
  await essay.text.fill("写".repeat(500));
  await expect(essay.checklist).toContainText("字数正好：500 字");
});

test("the checklist says what is wanting, and everything is there again after a reload", async ({ page, portal }) => {
  await page.clock.install({ time: new Date("2027-02-18T13:59:00+08:00") });
  const essay = new Essay(portal);
  await essay.open();
  const { checklist } = essay;
  await expect(checklist).toContainText("还没有写题目");
  await expect(checklist).toContainText("2027年2月20日 星期六 18:00 截止（北京时间），还有 2 天 4 小时");
  await expect(checklist.getByRole("listitem")).toHaveCount(5);
  await essay.title.fill("一盏灯");
  await page.getByRole("radio", { name: /中学组/ }).check();
  await checklist.getByRole("checkbox", { name: /自己写的/ }).check();
  await page.getByText("先想一想").click();
  await page.getByLabel("我想写的是").fill("修灯的人");
  await page.getByRole("textbox", { name: /^提纲/ }).fill("先写黑，再写亮");
  await essay.isSaved();
  await essay.reload();
  await expect(essay.title).toHaveValue("一盏灯");
  await expect(page.getByRole("radio", { name: /中学组/ })).toBeChecked();
  await expect(checklist.getByRole("checkbox")).toBeChecked();
  await expect(page.getByLabel("我想写的是")).toHaveValue("修灯的人");
  await expect(page.getByRole("textbox", { name: /^提纲/ })).toHaveValue("先写黑，再写亮");
  await expect(checklist).toContainText("题目有了");
  await expect(checklist).toContainText("已声明原创");
});

test("the deadline is the portal's, whatever the zone of the device", async ({ browser, host }) => {
  const context = await browser.newContext({ timezoneId: "America/New_York", locale: "zh-CN" });
  const page = await context.newPage();
  await page.clock.install({ time: new Date("2027-02-20T17:58:10+08:00") });
  await page.goto(host.url(DESK));
  await expect(page.locator(".checklist")).toContainText("2027年2月20日 星期六 18:00 截止（北京时间），还有 1 分钟");
  await page.clock.fastForward(120_000);
  await expect(page.locator(".checklist")).toContainText("已经截止");
  await context.close();
});

test("without a network one writes on, and nothing is lost", async ({ portal, host }) => {
  const essay = new Essay(portal);
  await portal.open();
  await portal.isKeptWhole();
  await host.stop();
  await essay.open();
  await essay.write("没有网络也写。");
  await essay.reload();
  await expect(essay.text).toHaveValue("没有网络也写。");
});

/** From now on the disk is full for essays whenever `isFull` says so. */
const mayBeFull = (page) =>
  page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (value, key) {
      if (globalThis.isFull && String(key).includes("essay/")) throw new DOMException("full", "QuotaExceededError");
      return put.call(this, value, key);
    };
  });

test("a full disk is told with the reason, the text stays, and can be saved as a file", async ({ page, portal, expected }) => {
  expected.push(/QuotaExceeded/);
  await mayBeFull(page);
  const essay = new Essay(portal);
  await essay.open();
  await essay.write("第一句。");
  await page.evaluate(() => (globalThis.isFull = true));
  await essay.title.fill("灯/火");
  await expect(essay.keeping).toContainText("未保存");
  await expect(page.getByRole("alert").filter({ hasText: "存储空间满了。文字还在这一页上" })).toBeVisible();
  const alert = page.locator(".write-here [role=alert]");
  const [download] = await Promise.all([page.waitForEvent("download"), alert.getByRole("button", { name: /存成文件/ }).click()]);
  expect(download.suggestedFilename()).toBe("灯_火.txt");
  expect(await readFile(await download.path(), "utf8")).toBe("灯/火\n\n第一句。\n");
  await expect(alert.getByRole("button", { name: "再试一次" })).toBeVisible();
});

test("when there is room again, saving goes on by itself", async ({ page, portal, expected }) => {
  expected.push(/QuotaExceeded/);
  await mayBeFull(page);
  const essay = new Essay(portal);
  await essay.open();
  await essay.write("第一句。");
  await page.evaluate(() => (globalThis.isFull = true));
  await essay.text.fill("第一句。第二句。");
  await expect(essay.keeping).toContainText("未保存");
  await page.evaluate(() => (globalThis.isFull = false));
  await essay.isSaved();
  expect((await essay.draft()).text).toBe("第一句。第二句。");
});

test("who leaves while something is not saved is asked, and nobody else", async ({ page, portal, expected }) => {
  expected.push(/QuotaExceeded/);
  await mayBeFull(page);
  const essay = new Essay(portal);
  await essay.open();
  await essay.text.click();
  await page.keyboard.type("第一句。");
  await essay.isSaved();
  await page.evaluate(() => (globalThis.isFull = true));
  await page.keyboard.type("第二句。");
  await expect(essay.keeping).toContainText("未保存");
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await expect(essay.text).toHaveValue("第一句。第二句。");
  await page.evaluate(() => (globalThis.isFull = false));
  await essay.isSaved();
  const closed = page.waitForEvent("close");
  await page.close({ runBeforeUnload: true });
  await closed;
});

test("a draft that cannot be read is not written over", async ({ page, portal }) => {
  const essay = new Essay(portal);
  await essay.open();
  await essay.write("以后的格式");
  await page.evaluate(async () => {
    const database = await new Promise((done) => {
      indexedDB.open("huaide").onsuccess = ({ target }) => done(target.result);
    });
    const slips = database.transaction("slips", "readwrite").objectStore("slips");
    const keys = await new Promise((done) => (slips.getAllKeys().onsuccess = ({ target }) => done(target.result)));
    slips.put('{"from":"later"}', keys.find((key) => key.includes("/essay/")));
    await new Promise((done) => (slips.transaction.oncomplete = done));
    database.close();
  });
  await page.reload();
  await portal.appRuns();
  await expect(page.locator(".essay")).toContainText("读不懂它，没有动它");
  await page.getByRole("button", { name: "放到一边，另写一篇" }).click();
  await expect(essay.text).toHaveValue("");
  await portal.record(({ slips }) => slips.includes('{"from":"later"}'));
});

test("a deleted draft is gone for good, with its versions, and the page says what may stay", async ({ page, portal }) => {
  const essay = new Essay(portal);
  await essay.open();
  await essay.write("秘密的一段");
  await essay.cut();
  await page.getByRole("button", { name: "删掉这篇稿子" }).click();
  await expect(page.locator(".leave")).toContainText("旧的内容可能还在磁盘上留一阵子");
  await page.getByRole("button", { name: "永远删掉" }).click();
  await expect(essay.text).toHaveValue("");
  await portal.record(({ slips }) => slips.every((slip) => !slip.includes("秘密")));
  await essay.reload();
  await expect(essay.text).toHaveValue("");
  await expect(essay.versions).toContainText("留下的版本（0）");
});

test("it is honest where there is no voice", async ({ portal }) => {
  const essay = new Essay(portal);
  await essay.open();
  await expect(portal.page.locator(".aloud")).toContainText("没有中文的朗读声音");
});

test("a voice of the device reads sentence by sentence, and stops", async ({ page, portal }) => {
  await page.addInitScript(() => {
    globalThis.spoken = [];
    const voices = [["Distant", "zh-CN", false], ["Own", "zh_CN", true]].map(([name, lang, localService]) => ({ name, lang, localService }));
    for (const voice of voices) Object.setPrototypeOf(voice, SpeechSynthesisVoice.prototype);
    SpeechSynthesis.prototype.getVoices = () => voices;
    SpeechSynthesis.prototype.cancel = () => (globalThis.spoken = []);
    SpeechSynthesis.prototype.speak = (utterance) => globalThis.spoken.push([utterance.voice, utterance]);
    Object.defineProperty(SpeechSynthesisUtterance.prototype, "voice", { set(voice) { this.own = voice; }, get() { return this.own?.name; } });
  });
  const essay = new Essay(portal);
  await essay.open();
  await essay.title.fill("灯");
  await essay.write("灯亮了。爷爷笑了！");
  await page.getByRole("button", { name: "读给我听" }).click();
  const spoken = () => page.evaluate(() => globalThis.spoken.map(([voice, { text }]) => [voice, text]));
  await expect.poll(spoken).toEqual([["Own", "灯"], ["Own", "灯亮了。"], ["Own", "爷爷笑了！"]]);
  await page.getByRole("button", { name: "停下" }).click();
  await expect.poll(spoken).toEqual([]);
});

test("the keyboard alone writes, chooses, keeps a version and opens the paper", async ({ page, portal }) => {
  const essay = new Essay(portal);
  await essay.open();
  const tabTo = async (locator) => {
    for (let presses = 0; presses < 60; presses++) {
      if (await locator.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error("the keyboard does not get there");
  };
  await tabTo(page.getByRole("radio", { name: /小学组/ }));
  await page.keyboard.press("Space");
  await tabTo(essay.title);
  await page.keyboard.insertText("灯");
  await tabTo(essay.text);
  await page.keyboard.insertText("楼道里的灯亮了。");
  await essay.isSaved();
  await tabTo(page.getByRole("checkbox", { name: /自己写的/ }));
  await page.keyboard.press("Space");
  await tabTo(page.getByRole("button", { name: "留一版" }));
  await page.keyboard.press("Enter");
  await expect(essay.versions).toContainText("留下的版本（1）");
  await tabTo(essay.paper.locator("summary"));
  await page.keyboard.press("Enter");
  await expect(essay.paper.locator(".grid-paper")).toHaveCount(1);
  await essay.isSaved();
  await expect.poll(() => essay.draft()).toMatchObject({ group: "xiaoxue", title: "灯", text: "楼道里的灯亮了。", own_work: true });
});

test("axe finds nothing, in the light and in the dark, and nothing is wider than a small phone", async ({ page, portal }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const essay = new Essay(portal);
  await essay.open();
  await essay.title.fill("很长很长的题目".repeat(6));
  await essay.write("写在稿纸上。".repeat(80));
  await essay.cut();
  await essay.write("写在纸上。");
  await page.locator("details > summary").evaluateAll((all) => all.forEach((one) => (one.parentElement.open = true)));
  await essay.versions.getByRole("button", { name: "看看改了什么" }).first().click();
  await page.getByRole("button", { name: "删掉这篇稿子" }).click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await axeFindsNothing(page);
});
