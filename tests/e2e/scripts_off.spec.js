// Without scripts every address can be read and followed by its links, and nothing pretends to work.
import { expect, test } from "./support/test.js";

/** What only a script can bring to life. */
const NEEDS_SCRIPTS = ":is(button, input, select, textarea, [data-act], .needs-app, .needs-js)";

test.use({ javaScriptEnabled: false });

/** The addresses that the links of the open page lead to, within the portal. */
async function links(page, host) {
  const root = host.url();
  const hrefs = await page.locator("a[href]:not([download], [type])").evaluateAll((all) => all.map((link) => link.href));
  return hrefs.map((href) => href.split("#")[0]).filter((href) => href.startsWith(root));
}

/** Opens every page that can be reached from home and calls `look` on each; gives their addresses. */
async function walk(page, host, look) {
  const found = new Set([host.url()]);
  for (const url of found) {
    const answer = await page.goto(url);
    expect(answer.status(), url).toBe(200);
    await look(url);
    for (const next of await links(page, host)) found.add(next);
  }
  return [...found].map((url) => decodeURI(url.slice(host.url().length)));
}

for (const siteName of ["sample", "texts"]) {
  test.describe(`the site ${siteName}`, () => {
    test.use({ siteName });

    test("every page can be reached and read, says what is off, and has no dead button", async ({ page, host, portal }) => {
      const reached = await walk(page, host, async (url) => {
        await expect(page.locator("main h1"), url).toBeVisible();
        await expect(page.locator("noscript .bar"), url).toBeVisible();
        await expect(page.locator(NEEDS_SCRIPTS).filter({ visible: true }), url).toHaveCount(0);
      });
      const wanted = portal.pages().filter((address) => address !== "offline/");
      expect(wanted.filter((address) => !reached.includes(address))).toEqual([]);
    });
  });
}

test("the page says in one sentence what does not work, and not that something failed", async ({ page, host }) => {
  await page.goto(host.url());
  await expect(page.locator(".bar:visible")).toHaveCount(1);
  await expect(page.locator(".bar:visible")).toContainText("浏览器关闭了脚本：课文照常可读");
});

test("the contents open, and lead to the sections of a text", async ({ page, host }) => {
  await page.goto(host.url("lessons/shequ-zizhi/01-what-is-self-government/"));
  await page.locator(".contents summary").click();
  const line = page.locator(".contents a").last();
  await line.click();
  await expect(page.locator("#text h2").last()).toBeInViewport();
});

test("the dark of the system is followed", async ({ page, host }) => {
  const paper = () => page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(host.url());
  const light = await paper();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(paper).not.toBe(light);
});
