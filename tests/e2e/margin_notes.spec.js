// Notes in the margin: beside the passage where there is room, else a small sign; kept from the first key.
import { Notes, deeds } from "./support/notes.js";
import { expect, test } from "./support/test.js";

const LESSON = "lessons/samples/01-everything/";
const WORDS = "院子里的灯坏了三天";

test.use({ siteName: "texts" });

async function open(portal) {
  await portal.open(LESSON);
  const notes = new Notes(portal);
  await notes.begin();
  return notes;
}

const inMargin = (page) => page.locator("#text > .margin button");

test.describe("on a desk", () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test("a note stands beside its passage, and moves nothing", async ({ page, portal }) => {
    const notes = await open(portal);
    const before = await notes.blocks();
    await notes.markAndWrite(WORDS, "下次议事会上讲");
    await notes.markAndWrite("楼组长把几户邻居请到一起", "问问楼组长");
    expect(await notes.blocks()).toEqual(before);
    await expect(inMargin(page)).toHaveCount(2);
    const [first, second] = await Promise.all([0, 1].map((index) => inMargin(page).nth(index).boundingBox()));
    const text = await page.locator("#text").boundingBox();
    const mark = await notes.mark_of(WORDS).boundingBox();
    expect(first.x).toBeGreaterThan(text.x + text.width);
    expect(first.x + first.width).toBeLessThan(1280);
    expect(Math.abs(first.y - mark.y)).toBeLessThan(8);
    expect(second.y).toBeGreaterThanOrEqual(first.y + first.height);
    await inMargin(page).first().click();
    await expect(notes.panel.getByLabel("旁注")).toHaveValue("下次议事会上讲");
  });
});

test("on a phone a small sign opens the note, and the page grows no wider", async ({ page, portal }) => {
  const notes = await open(portal);
  await notes.markAndWrite(WORDS, "下次议事会上讲");
  const sign = page.getByRole("button", { name: /旁注.*下次议事会上讲/ });
  await expect(sign).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await sign.click();
  await expect(notes.panel.getByLabel("旁注")).toHaveValue("下次议事会上讲");
});

test("a note that was not saved is still there after the page died", async ({ page, portal }) => {
  const notes = await open(portal);
  await notes.select(WORDS);
  await notes.tools.getByRole("button", { name: "写旁注" }).click();
  await expect(notes.panel.getByLabel("旁注")).toBeFocused();
  await page.keyboard.type("写到一半");
  await expect(notes.panel.getByRole("status")).toContainText("还没有保存");
  await portal.record(({ slips }) => slips.includes("写到一半"));
  // A page that dies says nothing: its last word must be on the disk already.
  const again = await portal.tab();
  await again.open(LESSON);
  const later = new Notes(again);
  await later.mark_of(WORDS).click();
  await expect(later.panel.getByLabel("旁注")).toHaveValue("写到一半");
});

test("closing the panel saves the note; an emptied note is gone from the margin", async ({ page, portal }) => {
  const notes = await open(portal);
  await notes.select(WORDS);
  await notes.tools.getByRole("button", { name: "写旁注" }).click();
  await notes.panel.getByLabel("旁注").fill("随手一记");
  await page.keyboard.press("Escape");
  await expect(inMargin(page)).toHaveCount(1);
  await inMargin(page).click();
  await notes.panel.getByLabel("旁注").fill("");
  await page.keyboard.press("Escape");
  await expect(inMargin(page)).toHaveCount(0);
  await expect(notes.mark_of(WORDS)).toHaveCount(1);
  const record = await portal.record(({ slips }) => slips.every((slip) => slip !== "随手一记"));
  expect(deeds(record, "highlighted")).toHaveLength(1);
});
