// The English interface: everything around the texts is in English, and says so; the texts stay as they are.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "./support/test.js";

const CONTENT_FOLDER = resolve(import.meta.dirname, "../../content");

const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";
const PAGES = ["", "lessons/", "lessons/shequ-zizhi/", LESSON, "materials/", "record/", "settings/", "offline/", "no/such/page/"];
/** Where words are Chinese in every language: the text, its headings, a sample of its size, the name of the language. */
const CHINESE = "script, #text, .contents ol, .packs label, fieldset.size, fieldset.language";

/** All that the organiser wrote. */
const CONTENT = readdirSync(CONTENT_FOLDER, { recursive: true })
  .filter((name) => /\.(md|toml)$/.test(name))
  .map((name) => readFileSync(join(CONTENT_FOLDER, name), "utf8"))
  .join("\n");

/** The Chinese words that are seen and that the organiser did not write. */
const chinese = (page) =>
  page.evaluate(({ places, content }) => {
    const words = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement: parent, data } = walker.currentNode;
      const isSeen = parent.checkVisibility({ checkVisibilityCSS: true }) && !parent.closest(places);
      if (isSeen && /\p{Script=Han}/u.test(data) && !content.includes(data.trim())) words.push(data.trim());
    }
    return words;
  }, { places: CHINESE, content: CONTENT });

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("huaide.view", '{"language":"en"}'));
});

for (const address of PAGES) {
  test(`in English, no Chinese word is left around the content of /${address}`, async ({ page, portal, expected }) => {
    if (address.startsWith("no/")) expected.push(/404 \(Not Found\)/);
    await portal.open(address);
    await portal.record(({ about }) => about.length > 0);
    expect(await chinese(page)).toEqual([]);
  });
}

test("the interface changes its language at once and everywhere, and is marked as English", async ({ page, portal }) => {
  await page.addInitScript(() => localStorage.removeItem("huaide.view"));
  await portal.open("settings/");
  const nav = page.locator(".head nav");
  await expect(nav).toContainText("课程", { useInnerText: true });
  await page.getByRole("radio", { name: "English" }).check();
  await expect(nav.getByRole("link", { name: "Lessons" })).toBeVisible();
  await expect(nav).not.toContainText("课程", { useInnerText: true });
  await expect(nav.getByText("Lessons")).toHaveAttribute("lang", "en");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
  await page.getByRole("radio", { name: "中文" }).check();
  await expect(nav).toContainText("课程", { useInnerText: true });
});

test("what is said aloud to a screen reader is in the language that was chosen, too", async ({ page, portal }) => {
  await portal.open(LESSON);
  const spoken = await page.locator(".head nav").ariaSnapshot();
  expect(spoken).toContain("Main sections");
  expect(spoken).not.toMatch(/\p{Script=Han}/u);
  await expect(page.getByRole("button", { name: "Bookmark" })).toBeVisible();
  await expect(page.getByRole("progressbar", { name: "How much is read" })).toBeAttached();
});
