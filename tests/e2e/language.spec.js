// The English interface: everything around the texts is in English, and says so; the texts stay as they are.
import { expect, test } from "./support/test.js";

const PAGES = ["", "lessons/", "lessons/shequ-zizhi/", "lessons/shequ-zizhi/01-what-is-self-government/", "materials/", "record/"];
const MORE = ["settings/", "offline/", "no/such/page/"];
/** What the organiser wrote, and the name of the other language. */
const CONTENT = "#text, .brand, .hero, .step strong, .cards a, .cards .kicker + h2 + p, .lessons a, .lessons h2 + p, .contents ol, "
  + ".title h1, .title .summary, .crumbs a:last-child, .card dd, .neighbours strong, .packs label, .fieldset-language, .foot p:first-child";

/** The Chinese words that are seen outside of the content. */
const chinese = (page) =>
  page.evaluate((content) => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement: parent, data } = walker.currentNode;
      const seen = parent.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true });
      if (seen && !parent.closest(`${content}, script, fieldset`) && /\p{Script=Han}/u.test(data)) found.push(data.trim());
    }
    return found;
  }, CONTENT);

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("huaide.view", '{"language":"en"}'));
});

for (const address of [...PAGES, ...MORE]) {
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
  await page.getByText("English", { exact: true }).click();
  await expect(nav.getByRole("link", { name: "Lessons" })).toBeVisible();
  await expect(nav).not.toContainText("课程", { useInnerText: true });
  await expect(nav.getByText("Lessons")).toHaveAttribute("lang", "en");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
  await page.getByText("中文", { exact: true }).click();
  await expect(nav).toContainText("课程", { useInnerText: true });
});

test("what is said aloud to a screen reader is in the language that was chosen, too", async ({ page, portal }) => {
  await portal.open("lessons/shequ-zizhi/01-what-is-self-government/");
  const tree = await page.locator(".reader-bar, .head").evaluateAll((parts) => parts.map((part) => part.innerText).join());
  expect(tree).not.toMatch(/\p{Script=Han}{2}/u);
  await expect(page.getByRole("button", { name: "Bookmark" })).toBeVisible();
  await expect(page.getByRole("progressbar", { name: "How much is read" })).toBeAttached();
});
