// The speech desk without a recording: the script, the prompter, the timer, the review; by keyboard, offline, and on a narrow phone.
import { axeFindsNothing } from "./support/axe.js";
import { expect, test } from "./support/test.js";
import { BEEPING, DESK, SpeechDesk } from "./support/speech.js";

const LONG = "各位邻居，大家好。我想说说楼下的车棚。\n".repeat(40);

/** Where time stands still between the steps of a test, so that a slow machine changes nothing. */
const [NOW, LATER] = [new Date("2027-01-26T10:00:00+08:00"), new Date("2027-01-26T11:00:00+08:00")];

test.use({ launchOptions: BEEPING });

test("the script, the title and the group are kept from the first key", async ({ page, portal }) => {
  const desk = new SpeechDesk(portal);
  await desk.open();
  await desk.script.pressSequentially("车");
  await desk.isSaved();
  await desk.reload();
  await expect(desk.script).toHaveValue("车");
  await page.getByLabel("题目").fill("楼下的车棚");
  await page.getByRole("radio", { name: "小学组" }).check();
  await desk.isSaved();
  await desk.reload();
  await expect(page.getByLabel("题目")).toHaveValue("楼下的车棚");
  await expect(page.getByRole("radio", { name: "小学组" })).toBeChecked();
});

test("a script that is typed by composition is left alone, and kept when it is composed", async ({ page, portal }) => {
  const desk = new SpeechDesk(portal);
  await desk.open();
  await desk.script.click();
  const device = await page.context().newCDPSession(page);
  for (const text of ["c", "ch", "che", "车棚"]) {
    await device.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await expect(desk.script).toHaveValue(text);
  }
  expect(await desk.slips("speech/")).toEqual({});
  await device.send("Input.insertText", { text: "车棚" });
  await desk.isSaved();
  await desk.reload();
  await expect(desk.script).toHaveValue("车棚");
});

test("the prompter goes by so many 字 a minute, waits, and goes back to the beginning", async ({ page, portal }) => {
  await page.clock.install({ time: NOW });
  const desk = new SpeechDesk(portal);
  await desk.open();
  await page.clock.pauseAt(LATER);
  await desk.script.fill(LONG);
  const spoken = () => desk.prompter.locator(".spoken").evaluate((span) => span.textContent.replaceAll(/\s/g, "").length);
  await page.getByRole("button", { name: "只练，不录" }).click();
  await page.clock.runFor(60_000);
  // 180 字 a minute is where it begins.
  await expect.poll(spoken).toBe(180);
  await expect.poll(() => desk.prompter.evaluate((frame) => frame.scrollTop)).toBeGreaterThan(200);
  await page.getByRole("button", { name: "暂停" }).click();
  await page.clock.runFor(30_000);
  expect(await spoken()).toBe(180);
  await page.getByRole("button", { name: "回到开头" }).click();
  await expect.poll(spoken).toBe(0);
  await expect(desk.timer).toHaveText("0:00");
});

test("the prompter is led by the keyboard alone, and keeps its pace", async ({ page, portal }) => {
  await page.clock.install({ time: NOW });
  const desk = new SpeechDesk(portal);
  await desk.open();
  await page.clock.pauseAt(LATER);
  await desk.script.fill(LONG);
  await desk.prompter.focus();
  for (let more = 0; more < 6; more++) await page.keyboard.press("ArrowUp");
  await expect(page.getByText("每分钟 240 字")).toBeVisible();
  const spoken = () => desk.prompter.locator(".spoken").evaluate((span) => span.textContent.replaceAll(/\s/g, "").length);
  await page.keyboard.press("Space");
  await page.clock.runFor(30_000);
  await expect.poll(spoken).toBe(120);
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(spoken).toBeLessThan(120);
  await page.keyboard.press("Home");
  await expect.poll(spoken).toBe(0);
  await desk.isSaved();
  await page.clock.resume();
  await desk.reload();
  await expect(page.getByText("每分钟 240 字")).toBeVisible();
});

test("who wants less motion sees the prompter jump by lines", async ({ page, portal }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const desk = new SpeechDesk(portal);
  await desk.open();
  expect(await desk.prompter.evaluate((frame) => getComputedStyle(frame).scrollBehavior)).toBe("auto");
  await page.emulateMedia({ reducedMotion: "no-preference" });
  expect(await desk.prompter.evaluate((frame) => getComputedStyle(frame).scrollBehavior)).toBe("smooth");
});

test("the timer says in words when it is long enough, when to close, and when it is too long", async ({ page, portal }) => {
  await page.clock.install({ time: NOW });
  const desk = new SpeechDesk(portal);
  await desk.open();
  await page.clock.pauseAt(LATER);
  const timer = page.locator(".timer");
  const after = async (ms, words) => {
    await page.clock.runFor(ms);
    await expect(timer).toContainText(words);
  };
  await page.getByRole("button", { name: "只练，不录" }).click();
  await after(60_000, "再讲 2 分钟就够最短时间");
  await after(95_000, "再讲 25 秒就够最短时间");
  await after(35_000, "时间够了，还可以讲");
  await after(90_000, "快到最长时间");
  await expect(page.locator("#stage").getByRole("status").filter({ hasText: "还有半分钟，可以收尾了" })).toHaveCount(1);
  await after(60_000, "比最长时间多了");
});

test("who practises without a recording looks at themselves with the rubric, and reads what to practise", async ({ page, portal }) => {
  const desk = new SpeechDesk(portal);
  await desk.open();
  await page.getByText("照评分标准看看自己练得怎样").click();
  await page.getByRole("group", { name: /^讲法/ }).getByRole("radio", { name: /^像念稿子/ }).check();
  const next = page.locator(".review .next");
  await expect(next).toContainText("讲法");
  await expect(next).not.toContainText(/\d/);
  await desk.isSaved();
  await desk.reload();
  await page.getByText("照评分标准看看自己练得怎样").click();
  await expect(page.getByRole("radio", { name: /^像念稿子/ })).toBeChecked();
});

test("two tabs never have the same speech: the second waits, and opens when the first is closed", async ({ page, portal }) => {
  const desk = new SpeechDesk(portal);
  await desk.open();
  await desk.script.fill("第一扇窗");
  await desk.isSaved();
  const second = await portal.tab();
  await second.open(DESK);
  await expect(second.page.getByText("在另一个窗口或标签页里开着")).toBeVisible();
  await page.close();
  await expect(second.page.getByLabel("演讲稿")).toHaveValue("第一扇窗");
});

test("a draft that cannot be read is put aside, and that is said", async ({ page, portal }) => {
  const desk = new SpeechDesk(portal);
  await desk.open();
  await desk.script.fill("车");
  await desk.isSaved();
  await page.evaluate(
    () =>
      new Promise((done) => {
        indexedDB.open("huaide").onsuccess = ({ target }) => {
          const transaction = target.result.transaction("slips", "readwrite");
          const slips = transaction.objectStore("slips");
          slips.getAllKeys().onsuccess = ({ target }) =>
            slips.put("{\"newer\":1}", target.result.find((name) => name.endsWith("/speech/yanjiang-2027")));
          transaction.oncomplete = () => done(target.result.close());
        };
      }),
  );
  await page.reload();
  await expect(page.getByText("已经原样放到一边")).toBeVisible();
  await expect(desk.script).toHaveValue("");
  expect(await desk.slips("speech/")).toEqual({ "speech/yanjiang-2027/strange/1": "{\"newer\":1}" });
});

test("everything is deleted for good in two presses", async ({ page, portal }) => {
  const desk = new SpeechDesk(portal);
  await desk.open();
  await desk.script.fill("不要了");
  await desk.recordFor(2);
  await page.getByText("全部删掉，重新开始").click();
  await expect(page.getByText("已经提交的文件不会跟着删").last()).toBeVisible();
  await page.getByRole("button", { name: "永远全部删掉" }).click();
  await expect(desk.script).toHaveValue("");
  await expect.poll(() => desk.slips("speech")).toEqual({});
});

test("a frame that comes late, when all was deleted, finds no prompter to move and breaks nothing", async ({ page, portal }) => {
  await page.addInitScript(() => {
    const soon = requestAnimationFrame;
    globalThis.requestAnimationFrame = (draw) => soon(() => setTimeout(draw, globalThis.late ?? 0, performance.now()));
  });
  const desk = new SpeechDesk(portal);
  await desk.open();
  await desk.script.fill(LONG);
  await page.getByRole("button", { name: "只练，不录" }).click();
  await expect(page.locator(".spoken")).not.toBeEmpty();
  await page.evaluate(() => (globalThis.late = 2_000));
  await page.getByText("全部删掉，重新开始").click();
  await page.getByRole("button", { name: "永远全部删掉" }).click();
  await expect(desk.script).toHaveValue("");
  await page.evaluate(() => new Promise((frame) => requestAnimationFrame(frame)));
  await desk.script.fill("重新写");
  await desk.isSaved();
});

test("axe finds nothing, with a take and its review open, in light and in dark", async ({ page, portal }) => {
  const desk = new SpeechDesk(portal);
  await desk.open();
  await desk.script.fill(LONG);
  await desk.recordFor(2);
  await page.getByText("照评分标准听第 1 遍").click();
  await axeFindsNothing(page);
});

for (const language of ["zh", "en"]) {
  test(`nothing is cut off on a narrow phone in large letters, ${language}`, async ({ page, portal }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    const view = JSON.stringify({ language, size: "7" });
    await page.addInitScript((view) => localStorage.setItem("huaide.view", view), view);
    await portal.open(DESK);
    await page.locator("#speech-script").fill(LONG);
    await page.locator("#record").click();
    await expect(page.getByRole("timer")).toHaveText("0:02");
    await page.locator("#record").click();
    await expect(page.locator(".take")).toHaveCount(1);
    await page.locator(".review > summary").click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll("#desk *")]
        .filter((one) => one.checkVisibility() && !one.closest(".hidden") && one.getBoundingClientRect().right > innerWidth + 1)
        .map((one) => `${one.tagName}.${one.className}`),
    );
    expect(wide).toEqual([]);
  });
}
