// Notes: each mark leads to its own note, and the note leads back.
import { expect, test } from "./support/test.js";

test.use({ siteName: "texts" });

test("marks are numbered in the order of their notes, and one note can be marked twice", async ({ page, portal }) => {
  await portal.open("lessons/samples/01-everything/");
  const marks = page.locator("#text .footnote a");
  expect(await marks.allTextContents()).toEqual(["1", "1", "2"]);
  expect(await marks.evaluateAll((all) => new Set(all.map(({ id }) => id)).size)).toBe(3);
});

test("a mark leads to its note, and the note leads back to its mark", async ({ page, portal }) => {
  await portal.open("lessons/samples/01-everything/");
  const mark = page.locator("#text .footnote a").last();
  await mark.click();
  const note = page.locator("#text .footnotes li:target");
  await expect(note).toContainText("第二条注释");
  await expect(note).toBeInViewport();
  await note.getByRole("link", { name: "回到正文" }).click();
  await expect(mark).toBeInViewport();
});
