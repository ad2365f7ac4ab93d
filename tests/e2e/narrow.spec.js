// The narrowest phone and the largest text: nothing is cut off, and no page scrolls sideways.
import { expect, test } from "./support/test.js";

/** 320 CSS pixels are what WCAG 1.4.10 (reflow) asks for. */
const NARROWEST = { width: 320, height: 568 };

/** What is wider than the window, unless it scrolls in a box of its own or is only heard. */
const tooWide = (page) =>
  page.evaluate(() => {
    const isOwn = (element) => element.closest(".table, pre, .hidden, .skip, dialog:not([open])");
    const all = [...document.querySelectorAll("body *")].filter((element) => element.checkVisibility() && !isOwn(element));
    const wide = all.filter((element) => element.getBoundingClientRect().right > innerWidth + 1);
    return wide.map((element) => `${element.tagName}.${element.className} ${element.textContent.slice(0, 20)}`);
  });

for (const siteName of ["sample", "texts"]) {
  test.describe(`the site ${siteName}`, () => {
    test.use({ siteName, viewport: NARROWEST });

    test("no page scrolls sideways, in either language", async ({ page, portal }) => {
      await page.addInitScript(() => localStorage.setItem("huaide.view", '{"size":"7"}'));
      for (const address of portal.pages()) {
        await portal.open(address);
        await portal.record(({ about }) => about.length > 0);
        for (const language of ["zh", "en"]) {
          await portal.choose({ language, size: "7" });
          expect(await tooWide(page), `${address}, ${language}`).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(NARROWEST.width);
        }
      }
    });
  });
}

test("the form for the view fits on the narrowest phone", async ({ page, portal }) => {
  await page.setViewportSize(NARROWEST);
  await portal.open("lessons/shequ-zizhi/01-what-is-self-government/");
  await page.locator(".view > summary").click();
  await page.locator('.view label:has(input[name="size"][value="7"])').click();
  expect(await tooWide(page)).toEqual([]);
  for (const fieldset of await page.locator(".view fieldset").all()) {
    await fieldset.scrollIntoViewIfNeeded();
    await expect(fieldset).toBeInViewport({ ratio: 0.99 });
  }
});
