// Where the program cannot start, the page stays readable, says so in one sentence, and nothing pretends to work.
import { expect, test } from "./support/test.js";
import { send } from "./support/host.js";

const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";

/** Answers the addresses of the programs with another answer. */
function spoil({ host, portal }, change) {
  for (const program of portal.programs()) host.faults[program] = (_request, response, answer) => send(response, change(answer));
}

/** Such a browser does not tell either how a page came. */
function withoutPrograms() {
  delete globalThis.WebAssembly;
  Performance.prototype.getEntriesByType = () => [];
}

const WAYS = {
  "is not there": (test) => spoil(test, () => ({ status: 404, headers: {}, body: Buffer.from("not here") })),
  "is a page of HTML": (test) => {
    const headers = { "content-type": "text/html" };
    spoil(test, () => ({ status: 200, headers, body: Buffer.from("<!doctype html><p>404</p>") }));
  },
  "is cut short": (test) => spoil(test, ({ body, ...answer }) => ({ ...answer, body: body.subarray(0, body.length / 2) })),
  "cannot run, for the browser has no WebAssembly": ({ page }) => page.addInitScript(withoutPrograms),
};

/** Buttons and fields that are seen, except those that work without the program: for the look of the text, to close a bar. */
const dead = (page) => page.locator(":is(button, input, [data-act], [role=button]):visible:not(.view-form *, [data-close])");

for (const [how, bring] of Object.entries(WAYS)) {
  test(`when the program ${how}, texts can be read and the page says what is off`, async ({ page, host, portal, expected }) => {
    expected.push(/404 \(Not Found\)|incorrect.*MIME type|WebAssembly/i);
    await bring({ page, host, portal });
    for (const address of ["", "lessons/shequ-zizhi/", LESSON, "record/", "settings/"]) {
      await page.goto(host.url(address));
      await portal.appIsOff();
      await expect(page.locator(".app-off"), address).toBeVisible();
      await expect(page.locator(".app-off"), address).toContainText("课文照常可读");
      await expect(page.locator(".needs-app:visible"), address).toHaveCount(0);
      await expect(dead(page), address).toHaveCount(0);
    }
    await page.goto(host.url(LESSON));
    await expect(page.locator("#text")).toContainText("居民自治");
    await page.locator(".neighbours .next").click();
    await expect(page).toHaveURL(/02-who-decides-who-acts\/$/);
  });
}

test("the sentence can be put away", async ({ page, host, portal, expected }) => {
  expected.push(/404 \(Not Found\)/);
  WAYS["is not there"]({ host, portal });
  await page.goto(host.url(LESSON));
  await portal.appIsOff();
  await page.locator(".app-off").getByRole("button").click();
  await expect(page.locator(".app-off")).toBeHidden();
});

test("the look of the text can be set without the program, and lasts", async ({ page, host, portal, expected }) => {
  expected.push(/404 \(Not Found\)/);
  WAYS["is not there"]({ host, portal });
  await page.goto(host.url(LESSON));
  await portal.appIsOff();
  const size = () => page.locator("#text p").first().evaluate((block) => parseFloat(getComputedStyle(block).fontSize));
  const before = await size();
  await page.locator(".view > summary").click();
  await page.locator('.view label:has(input[name="size"][value="7"])').click();
  await page.getByRole("radio", { name: "深色" }).check();
  await expect.poll(size).toBeGreaterThan(before);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator("html")).toHaveAttribute("data-size", "7");
});

test("a page of the worker whose program does not come is loaded once more, and says so then", async ({ page, host, portal, expected }) => {
  expected.push(/ERR_CONNECTION_REFUSED|ERR_FAILED|Failed to fetch/);
  await portal.open();
  await portal.isReadyForOffline();
  await page.evaluate(async () => {
    const script = new URL(document.documentElement.dataset.app, location.href).href;
    for (const name of await caches.keys()) await (await caches.open(name)).delete(script);
  });
  await host.stop();
  await page.goto(host.url());
  await portal.appIsOff();
  expect(await page.evaluate(() => performance.getEntriesByType("navigation")[0].type)).toBe("reload");
});
