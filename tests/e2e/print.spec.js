// Paper: a text without anything of the screen, and a series as one handout.
import { expect, test } from "./support/test.js";

const SERIES = "lessons/shequ-zizhi/";
const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";
/** What belongs to the screen. */
const SCREEN =
  ".head, .skip, .foot, .bars, .reader-bar, .position, .contents, .crumbs, .finish, .neighbours, .tools, .resumed, dialog";
/** The size of A4 in points. */
const A4 = { width: 595, height: 842 };

/** Width and height of the pages of a PDF, in whole points. */
const sizes = (pdf) =>
  [...pdf.toString("latin1").matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => ({
    width: Math.round(width),
    height: Math.round(height),
  }));

/** Counts how often the page was told to print, instead of printing. */
const countPrints = (page) =>
  page.addInitScript(() => {
    globalThis.printed = 0;
    globalThis.print = () => globalThis.printed++;
  });

test("a lesson on paper has its card and its text, and nothing of the screen", async ({ page, portal }) => {
  await portal.open(LESSON);
  await page.getByRole("button", { name: "加书签" }).click();
  await expect(page.getByRole("button", { name: "删书签" })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(SCREEN).filter({ visible: true })).toHaveCount(0);
  await expect(page.locator("h1")).toBeVisible();
  await expect(page.locator(".card")).toContainText("社区活动室");
  await expect(page.locator("#text figure img").first()).toBeVisible();
  await expect(page.locator("#text .footnotes")).toBeVisible();
});

test("a lesson becomes an A4 document of several pages, black on white also from the dark", async ({ page, portal }) => {
  await page.addInitScript(() => localStorage.setItem("huaide.view", '{"theme":"dark","size":"7"}'));
  await portal.open(LESSON);
  const pages = sizes(await page.pdf({ preferCSSPageSize: true }));
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.length).toBeLessThan(12);
  expect([...new Set(pages.map((size) => JSON.stringify(size)))]).toEqual([JSON.stringify(A4)]);
  await page.emulateMedia({ media: "print" });
  const body = page.locator("body");
  await expect(body).toHaveCSS("background-color", "rgb(255, 255, 255)");
  await expect(body).toHaveCSS("color", "rgb(0, 0, 0)");
});

test("the button under a lesson prints the page", async ({ page, portal }) => {
  await countPrints(page);
  await portal.open(LESSON);
  await page.getByRole("button", { name: "打印这一篇" }).click();
  await expect.poll(() => page.evaluate(() => globalThis.printed)).toBe(1);
});

test("the page of a series prints every lesson whole, with its pictures, and is then as it was", async ({ page, portal }) => {
  await countPrints(page);
  await portal.open(SERIES);
  const titles = await page.locator(".lessons h2").allTextContents();
  await page.getByRole("button", { name: "打印整个系列" }).click();
  await expect.poll(() => page.evaluate(() => globalThis.printed)).toBe(1);
  const chapters = page.locator("#handout > section");
  expect(await chapters.locator("h1").allTextContents()).toEqual(titles);
  const words = await chapters.locator("#text").evaluateAll((texts) => texts.map((text) => text.textContent.length));
  expect(words.filter((length) => length > 2000)).toHaveLength(titles.length);
  for (const picture of await chapters.locator("img").all()) {
    await expect.poll(() => picture.evaluate((img) => img.complete && img.naturalWidth > 0)).toBe(true);
  }
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("#main, .crumbs, .tools").filter({ visible: true })).toHaveCount(0);
  await expect(chapters.first()).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page.locator("#handout")).toHaveCount(0);
  await page.emulateMedia({ media: "screen" });
  await expect(page.locator(".lessons")).toBeVisible();
});

test("a handout that would lack a lesson is not printed, and the reader is told", async ({ page, portal, host, expected }) => {
  expected.push(/500 \(Internal Server Error\)/);
  await countPrints(page);
  await page.addInitScript(() => localStorage.setItem("huaide.keep", '"stopped"'));
  await portal.open(SERIES);
  host.faults["lessons/shequ-zizhi/03-a-good-meeting/"] = (_request, response) => response.writeHead(500).end();
  await page.getByRole("button", { name: "打印整个系列" }).click();
  await expect(page.getByRole("status").filter({ hasText: "没能打开那一页" })).toBeVisible();
  expect(await page.evaluate(() => globalThis.printed)).toBe(0);
});
