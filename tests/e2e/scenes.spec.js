// A scene is walked part by part, and is a whole page without scripts and on paper.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { axeFindsNothing } from "./support/axe.js";
import { expect, test } from "./support/test.js";

const SCENE = "scenes/zhuanfa/";
const PARTS = ["转到群里", "问一问", "删掉算了", "发给本人", "交给老师", "说出看到的", "陪他去", "撤回补救", "开个玩笑", "不关我的事", "去吓对方"];

const text = (page) => page.locator("#text");
/** The headings of the parts that are shown. */
const heading = (page) => page.locator("#text > h2").filter({ visible: true });
const choice = (page, name) => text(page).getByRole("link", { name });
const steps = (page) => page.getByRole("navigation", { name: "走过的路" }).getByRole("listitem");

/** Walks to an end, by tap. */
async function walk(page, ...choices) {
  for (const name of choices) await choice(page, name).click();
}

test("one part is shown at a time, and a choice leads on", async ({ page, portal }) => {
  await portal.open(SCENE);
  await expect(heading(page)).toHaveCount(0);
  await expect(text(page).getByRole("link")).toHaveCount(3);
  await walk(page, "转到班级群");
  await expect(heading(page)).toHaveText(["转到群里"]);
  await expect(heading(page)).toBeFocused();
  await expect(heading(page)).toBeInViewport();
  await expect(text(page)).not.toContainText("星期五晚上", { useInnerText: true });
  await expect(steps(page)).toHaveText(["开头", "转到群里"], { useInnerText: true });
  await expect(page.getByRole("status").filter({ hasText: "第 2 步" })).toHaveText("第 2 步：转到群里", { useInnerText: true });
});

test("a scene is walked by keyboard alone", async ({ page, portal }) => {
  await portal.open(SCENE);
  await choice(page, "转到班级群").focus();
  await page.keyboard.press("Enter");
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(choice(page, "马上撤回")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText(["撤回补救"]);
  await page.getByRole("button", { name: "从头再来" }).press("Enter");
  await expect(heading(page)).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("one step back, the browser's back and forward, and a link into the scene", async ({ page, portal, host }) => {
  await portal.open(SCENE);
  await walk(page, "不转，先问", "先存着");
  await expect(heading(page)).toHaveText(["发给本人"]);
  await page.getByRole("button", { name: "上一步" }).click();
  await expect(heading(page)).toHaveText(["问一问"]);
  await expect(steps(page)).toHaveCount(2);
  await page.goBack();
  await expect(heading(page)).toHaveCount(0);
  await page.goForward();
  await page.goForward();
  await expect(heading(page)).toHaveText(["发给本人"]);
  await expect(steps(page)).toHaveCount(3);
  const address = page.url();
  await page.reload();
  await portal.appRuns();
  await expect(heading(page)).toHaveText(["发给本人"]);
  await expect(steps(page)).toHaveCount(3);
  await page.goto(host.url(""));
  await page.goto(address);
  await portal.appRuns();
  await expect(heading(page)).toHaveText(["发给本人"]);
  await expect(page.getByRole("button", { name: "上一步" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "从头再来" })).toBeVisible();
});

test("an end is written down once, and says how many others there are", async ({ page, portal }) => {
  await portal.open(SCENE);
  await walk(page, "转到班级群", "马上撤回");
  await expect(page.locator(".told")).toContainText("已保存");
  await expect(page.locator(".end")).toContainText("有 7 个结尾，你走到过 1 个，还有 6 个");
  expect(await ends(page)).toBe(1);
  await page.reload();
  await portal.appRuns();
  await expect(page.locator(".end")).toContainText("你走到过 1 个");
  await page.getByRole("button", { name: "从头再来" }).click();
  await walk(page, "转到班级群", "马上撤回");
  await expect(heading(page)).toHaveText(["撤回补救"]);
  await page.getByRole("button", { name: "从头再来" }).click();
  await walk(page, "转到班级群", "开个玩笑");
  await expect(page.locator(".end")).toContainText("你走到过 2 个");
  await expect.poll(() => ends(page)).toBe(2);
});

/** How many ends the record has. */
const ends = (page) =>
  page.evaluate(async () => {
    const database = await new Promise((done) => (indexedDB.open("huaide").onsuccess = ({ target }) => done(target.result)));
    const stores = database.transaction([...database.objectStoreNames]);
    const all = await Promise.all(
      [...database.objectStoreNames].map((name) => new Promise((done) => (stores.objectStore(name).getAll().onsuccess = ({ target }) => done(target.result)))),
    );
    database.close();
    return (JSON.stringify(all).match(/played/g) ?? []).length;
  });

test("an end shows the notes that it names, under their own numbers, and a note is no step", async ({ page, portal }) => {
  await portal.open(SCENE);
  await expect(page.locator(".footnotes")).toBeHidden();
  await walk(page, "转到班级群", "马上撤回");
  const notes = page.locator(".footnotes li").filter({ visible: true });
  await expect(notes).toHaveCount(4);
  await expect(notes.first()).toHaveAttribute("value", "4");
  await text(page).locator(".footnote a").filter({ visible: true }).first().click();
  await expect(notes.first()).toBeInViewport();
  await expect(heading(page)).toHaveText(["撤回补救"]);
  await notes.first().getByRole("link", { name: "回到正文" }).click();
  await expect(heading(page)).toHaveText(["撤回补救"]);
  await page.getByRole("button", { name: "上一步" }).click();
  await expect(heading(page)).toHaveText(["转到群里"]);
});

test("on paper every part is there, with boxes and where each choice leads", async ({ page, portal }) => {
  await page.addInitScript(() => {
    globalThis.printed = 0;
    globalThis.print = () => globalThis.printed++;
  });
  await portal.open(SCENE);
  await walk(page, "转到班级群");
  await page.getByRole("button", { name: "打印成讨论纸" }).click();
  await expect.poll(() => page.evaluate(() => globalThis.printed)).toBe(1);
  const folder = mkdtempSync(join(tmpdir(), "huaide-pdf-"));
  const file = join(folder, "scene.pdf");
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  const paper = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }).replaceAll(/\s/g, "");
  rmSync(folder, { recursive: true });
  for (const part of [...PARTS, "星期五晚上", "法律怎么说", "第一千一百八十八条"]) expect(paper).toContain(part);
  expect(paper).toContain("□转到班级群，反正大家都在转→转到群里");
  expect(paper).not.toContain("走过的路");
  expect(paper).not.toContain("从头再来");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("all parts stand one below the other, and choices are links between them", async ({ page, host }) => {
    await page.goto(host.url(SCENE));
    await expect(heading(page)).toHaveText(PARTS);
    await choice(page, "转到班级群").click();
    await expect(heading(page).first()).toBeInViewport();
  });
});

test("a scene is walked offline, and nothing is wider than a small phone", async ({ page, portal, host, expected }) => {
  expected.push(/ERR_CONNECTION_REFUSED/);
  await page.setViewportSize({ width: 360, height: 700 });
  await portal.open();
  await portal.isKeptWhole();
  await host.stop();
  await portal.open(SCENE);
  await walk(page, "当作没看见", "不关我的事");
  await expect(page.locator(".end")).toContainText("你走到过 1 个");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const targets = await page.locator(".walk button").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(Math.min(...targets)).toBeGreaterThanOrEqual(44);
});

test("axe finds nothing in a scene, in the light and in the dark", async ({ page, portal }) => {
  await portal.open(SCENE);
  await walk(page, "转到班级群");
  await axeFindsNothing(page);
});
