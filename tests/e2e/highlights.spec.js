// Marked passages: four pens, each with a word and a line of its own; the text stays as it is.
import { THEMES, axeFindsNothing } from "./support/axe.js";
import { Notes } from "./support/notes.js";
import { expect, test } from "./support/test.js";

const LESSON = "lessons/samples/01-everything/";
const WORDS = "院子里的灯坏了三天";
const OTHER = "记账的是退休的老会计";

test.use({ siteName: "texts" });

async function open(portal) {
  await portal.open(LESSON);
  return new Notes(portal);
}

test("selected words are marked with one press; nothing moves; they are marked at the next visit", async ({ page, portal }) => {
  const notes = await open(portal);
  await notes.begin();
  const before = await notes.blocks();
  await notes.mark(WORDS);
  expect(await notes.marked()).toEqual([WORDS]);
  expect(await notes.blocks()).toEqual(before);
  await expect(page.getByRole("status").filter({ hasText: "已划线：重点" })).toBeAttached();
  await expect(notes.tools).toBeHidden();
  await page.close();
  const again = await portal.tab();
  const later = await open(again);
  await expect.poll(() => later.marked()).toEqual([WORDS]);
  expect(await later.blocks()).toEqual(before);
});

test("the button takes up what was selected before the program came", async ({ page, portal }) => {
  const notes = await open(portal);
  await notes.select(WORDS);
  await page.getByRole("button", { name: "笔记", exact: true }).click();
  await expect(notes.tools).toBeVisible();
  await notes.tools.getByRole("button", { name: "好句" }).click();
  await expect.poll(() => notes.marked()).toEqual([WORDS]);
});

test("a selection over blocks becomes one passage in each", async ({ portal }) => {
  const notes = await open(portal);
  await notes.begin();
  const before = await notes.blocks();
  await notes.select("谁也没有去报修", "第二段接着讲");
  await notes.tools.getByRole("button", { name: "疑问" }).click();
  await expect.poll(async () => (await notes.marked()).length).toBe(2);
  const [first, second] = await notes.marked();
  expect([first.startsWith("谁也没有去报修"), second]).toEqual([true, "第二段接着讲"]);
  expect(await notes.blocks()).toEqual(before);
  await notes.openPanel();
  await expect(notes.lines).toHaveCount(2);
});

test("a passage over a table, a reading and bold words leaves all of them as they were", async ({ portal }) => {
  const notes = await open(portal);
  await notes.begin();
  const before = await notes.blocks();
  await notes.select("开头一段写", "最后一段");
  await notes.tools.getByRole("button", { name: "要做" }).click();
  await expect.poll(async () => (await notes.marked()).length).toBeGreaterThan(30);
  expect(await notes.blocks()).toEqual(before);
});

test("the keyboard selects, marks, and opens what it marked", async ({ page, portal }) => {
  const notes = await open(portal);
  await notes.begin();
  await page.locator("#text p").filter({ hasText: "第五段讲后来" }).dblclick({ position: { x: 120, y: 12 } });
  for (let count = 0; count < 4; count += 1) await page.keyboard.press("Shift+ArrowRight");
  const words = await page.evaluate(() => getSelection().toString());
  await expect(notes.tools).toBeVisible();
  await notes.tools.getByRole("button", { name: "重点" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => notes.marked()).toEqual([words]);
  await expect(page.locator("#text mark")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(notes.panel).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(notes.panel).toBeHidden();
});

test("without selecting, the block at the top of the window is marked whole", async ({ page, portal }) => {
  const notes = await open(portal);
  const words = await portal.readTo(20);
  await page.getByRole("button", { name: "笔记", exact: true }).focus();
  await page.keyboard.press("Enter");
  await notes.panel.getByRole("button", { name: "好句" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await notes.marked()).join("")).toBe(words.trim());
});

test("a press on a mark opens it: another pen, deleted, brought back", async ({ page, portal }) => {
  const notes = await open(portal);
  await notes.begin();
  await notes.mark(WORDS);
  await notes.mark_of(WORDS).click();
  await expect(notes.panel).toContainText(WORDS);
  await expect(notes.panel.getByRole("button", { name: "重点" })).toHaveAttribute("aria-pressed", "true");
  await notes.panel.getByRole("button", { name: "疑问" }).click();
  await expect(page.locator("#text mark")).toHaveAttribute("data-pen", "blue");
  await notes.panel.getByRole("button", { name: "删除" }).click();
  await expect(page.locator("#text mark")).toHaveCount(0);
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(page.locator("#text mark")).toHaveAttribute("data-pen", "blue");
});

test("the program comes by itself only while there is a note", async ({ page, portal }) => {
  const notes = await open(portal);
  const flag = () => page.evaluate(() => localStorage.getItem("huaide.notes"));
  expect(await flag()).toBe(null);
  await notes.begin();
  await notes.mark(WORDS);
  await expect.poll(flag).toBe("1");
  await notes.mark_of(WORDS).click();
  await notes.panel.getByRole("button", { name: "删除" }).click();
  await expect.poll(flag).toBe(null);
});

test("going to another lesson and back draws each mark once", async ({ page, portal }) => {
  const notes = await open(portal);
  await notes.begin();
  await notes.mark(WORDS);
  await page.locator(".neighbours .next").click();
  await expect(page.locator("h1")).not.toHaveText("一篇样样都有的课文");
  await expect(page.locator("#notes details")).toBeVisible();
  await expect(page.locator("#text mark")).toHaveCount(0);
  await page.goBack();
  await expect(notes.mark_of(WORDS)).toHaveCount(1);
  await expect(page.locator("dialog.note-panel")).toHaveCount(1);
  await notes.mark(OTHER, "好句");
  expect((await notes.marked()).sort()).toEqual([WORDS, OTHER].sort());
});

test("entered by the front page, a lesson takes notes all the same", async ({ page, portal }) => {
  await portal.open("lessons/samples/");
  await page.getByRole("link", { name: "一篇样样都有的课文" }).click();
  await expect(page.locator("#text p").first()).toBeVisible();
  const notes = new Notes(portal);
  await notes.begin();
  await notes.mark(WORDS);
});

test("whoever cannot get the program is told so, and reads on", async ({ expected, page, portal }) => {
  expected.push(/error: Failed to load resource/);
  // A worker would keep the program with the rest of the app, and give it out if it is ready before the press.
  await page.addInitScript(() => delete Navigator.prototype.serviceWorker);
  await page.route(/app\/study/, (route) => route.abort());
  await open(portal);
  await page.getByRole("button", { name: "笔记", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "笔记没能打开" })).toBeVisible();
});

test("in every theme the words on each pen are read easily, and every pen has a line of its own", async ({ page, portal }) => {
  const notes = await open(portal);
  await notes.begin();
  for (const [words, pen] of [[WORDS, "重点"], [OTHER, "疑问"], ["一个月以后", "好句"], ["引用的一段话", "要做"]]) await notes.mark(words, pen);
  for (const theme of ["light", "dark", "contrast"]) {
    await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), theme);
    const { ratios, lines } = await page.evaluate(() => {
      const channel = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
      const light = (colour) => {
        const [r, g, b] = colour.match(/[\d.]+/g).map((part) => channel(part / 255));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const ratio = (one, other) => {
        const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
        return (high + 0.05) / (low + 0.05);
      };
      const probe = document.body.appendChild(document.createElement("i"));
      const colours = ["ink", "quiet", "accent"].map((name) => {
        probe.style.color = `var(--${name})`;
        return getComputedStyle(probe).color;
      });
      const marks = ["yellow", "blue", "green", "pink"].map((pen) => getComputedStyle(document.querySelector(`mark[data-pen=${pen}]`)));
      const ratios = marks.flatMap(({ backgroundColor }) => colours.map((colour) => ratio(colour, backgroundColor)));
      return { ratios, lines: marks.map((style) => style.textDecorationStyle) };
    });
    expect(Math.min(...ratios), theme).toBeGreaterThanOrEqual(4.5);
    expect(new Set(lines).size).toBe(4);
  }
});

test("on paper a mark is a line, and the tools are gone", async ({ page, portal }) => {
  const notes = await open(portal);
  await notes.begin();
  await notes.mark(WORDS);
  await page.emulateMedia({ media: "print" });
  const mark = page.locator("#text mark");
  await expect(mark).toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
  await expect(mark).toHaveCSS("text-decoration-line", "underline");
  await expect(page.locator(".reflection")).toBeHidden();
});

test("axe finds nothing in the pens, the list, a note and the study note, in every theme", async ({ page, portal }) => {
  const notes = await open(portal);
  await notes.begin();
  await notes.markAndWrite(WORDS, "下次开会讲");
  await page.locator(".reflection summary").click();
  await notes.select(OTHER);
  await expect(notes.tools).toBeVisible();
  await axeFindsNothing(page, { themes: THEMES });
  await notes.tools.getByRole("button", { name: "疑问" }).click();
  // As long as the words are selected, the button takes up a pen.
  await expect(notes.mark_of(OTHER).first()).toBeVisible();
  await notes.openPanel();
  await axeFindsNothing(page, { themes: THEMES });
  await notes.lines.first().click();
  await expect(notes.panel.getByLabel("旁注")).toBeVisible();
  await axeFindsNothing(page, { themes: THEMES });
});
