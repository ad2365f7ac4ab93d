// The site on a USB stick: opened by a double click, without any host.
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { expect, test } from "./support/test.js";
import { site } from "./support/sites.js";

const file = (address) => pathToFileURL(join(site("texts"), address)).href;

/** What the browser says of a page from a disk: it has no manifest. */
const NO_MANIFEST = /manifest/i;

test("from home to a lesson and back by clicking, with its pictures, and the page says what is off", async ({ page, expected }) => {
  expected.push(NO_MANIFEST);
  await page.goto(file("index.html"));
  await expect(page.locator(".app-off")).toBeVisible();
  await expect(page.locator(".app-off")).toContainText("课文照常可读");
  await page.locator("main a", { hasText: "一篇样样都有的课文" }).first().click();
  await expect(page).toHaveURL(file("lessons/samples/01-everything/index.html"));
  await expect(page.locator("#text")).toContainText("电费怎么分，也写得明明白白");
  for (const picture of await page.locator("#text img").all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((img) => img.complete && img.naturalWidth > 0)).toBe(true);
  }
  await expect(page.locator("html")).toHaveAttribute("data-app-state", "off");
  await page.locator(".brand").click();
  await expect(page).toHaveURL(file("index.html"));
});

test("every link of every page leads to a page", async ({ page, expected }) => {
  expected.push(NO_MANIFEST);
  const found = new Set([file("index.html")]);
  for (const url of found) {
    await page.goto(url);
    await expect(page.locator("main h1"), url).toBeVisible();
    const links = await page.locator("a[href]:not([download], [type])").evaluateAll((all) => all.map((link) => link.href.split("#")[0]));
    for (const link of links.filter((link) => link.startsWith(file("")))) found.add(link);
  }
  expect(found.size).toBeGreaterThan(9);
  expect([...found].filter((url) => url.endsWith("/"))).toEqual([]);
});

test("a link to a section of another text leads to the section, and the look of the text can be set", async ({ page, expected }) => {
  expected.push(NO_MANIFEST);
  await page.goto(file("lessons/samples/01-everything/index.html"));
  await page.getByRole("link", { name: "下一课的第二节" }).click();
  await expect(page).toHaveURL(/02-long-title\/index\.html#....$/);
  await expect(page.getByRole("heading", { name: "第二节" })).toBeInViewport();
  await page.locator(".view > summary").click();
  await page.getByRole("radio", { name: "深色" }).check();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
