// A portal under a path of a site that has other things too: everything stays below that path.
import { expect, test } from "./support/test.js";

const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";
const BASE = "/community/learn/";

test.use({ siteName: "sub", basePath: BASE });

const outside = (host) => host.asked.filter((path) => !path.startsWith(BASE));

/** Where the links of the open page lead; of the programme in each of its seasons. */
async function hrefsOf(page) {
  const links = page.locator("a[href]:not([download], [type])");
  const hrefs = async () => links.evaluateAll((all) => all.map((link) => link.href.split("#")[0]));
  const seasons = page.getByRole("group", { name: "哪个假期" }).getByRole("radio");
  // The programme is drawn when it is known what was chosen the last time.
  if (await page.locator("[data-desk=programme]").count()) await expect(seasons.first()).toBeVisible();
  const found = await hrefs();
  for (const season of await seasons.all()) {
    await season.check();
    found.push(...(await hrefs()));
  }
  return found;
}

test("every page is reached by the links, works, and asks for nothing outside", async ({ page, host, portal }) => {
  const root = host.url();
  const found = new Set([root]);
  for (const url of found) {
    await page.goto(url);
    await portal.appRuns();
    await expect(page.locator("main h1"), url).toBeVisible();
    const hrefs = await hrefsOf(page);
    expect(hrefs.filter((href) => href.startsWith(new URL("/", root)) && !href.startsWith(root)), url).toEqual([]);
    for (const href of hrefs.filter((href) => href.startsWith(root))) found.add(href);
  }
  const reached = [...found].map((url) => decodeURI(url.slice(root.length)));
  expect(portal.pages().filter((address) => address !== "offline/" && !reached.includes(address))).toEqual([]);
  expect(outside(host)).toEqual([]);
});

test("going from page to page without loading anew stays below the path, and so do the icons", async ({ page, host, portal }) => {
  await portal.open();
  await page.evaluate(() => (globalThis.sameDocument = true));
  await page.locator(".cards a").first().click();
  await page.locator(".lessons a").first().click();
  await expect(page.locator("#text")).toBeVisible();
  await expect(page).toHaveURL(host.url(LESSON));
  await page.goBack();
  await expect(page.locator(".lessons")).toBeVisible();
  expect(await page.evaluate(() => globalThis.sameDocument)).toBe(true);
  const links = await page.locator("head link[href]").evaluateAll((all) => all.map(({ href }) => href));
  expect(links.filter((href) => !href.startsWith(host.url()))).toEqual([]);
  expect(outside(host)).toEqual([]);
});

test("an address that is none says so, and its links lead into the portal", async ({ page, host, portal, expected }) => {
  expected.push(/404 \(Not Found\)/);
  for (const address of ["nothing", "lessons/nothing/at/all/"]) {
    await portal.open(address);
    await expect(page.getByRole("heading", { name: "没有这一页" })).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: "课程" }).click();
    await expect(page).toHaveURL(host.url("lessons/"));
    await expect(page.locator(".cards")).toBeVisible();
  }
  expect(outside(host)).toEqual([]);
});

test("what is kept opens without a network", async ({ page, host, portal }) => {
  await portal.open(LESSON);
  await portal.isKeptWhole();
  await page.close();
  await host.stop();
  const cold = await portal.tab();
  await cold.open(LESSON);
  await expect(cold.page.locator("#text")).toContainText("居民自治");
  await cold.picturesShow();
  await cold.page.locator(".neighbours .next").click();
  await expect(cold.page).toHaveURL(host.url("lessons/shequ-zizhi/02-who-decides-who-acts/"));
});
