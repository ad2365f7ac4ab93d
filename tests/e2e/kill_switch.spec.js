// The organiser's switch for emergencies: what works offline is taken back everywhere, and can be switched on again.
import { expect, test } from "./support/test.js";
import { site } from "./support/sites.js";

const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";
const workers = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

/** Waits until something of a page is as it shall be; the worker that goes loads the page again meanwhile, and ends what is looked at. */
const becomes = (look, wanted) => expect(async () => expect(await look()).toEqual(wanted)).toPass({ timeout: 10_000 });

/** Opens a page of the switched-off portal. Where Chromium lets the new worker wait (docs/DESIGN.md), the reader's next page ends that. */
async function visit(page, url) {
  let isThere = false;
  await expect(async () => {
    // The worker that goes loads the page before again, and that may be in the way of this one.
    if (!isThere) await page.goto(url);
    isThere = true;
    if ((await page.locator("html").getAttribute("data-offline")) === "off") return;
    await page.waitForFunction(() => document.documentElement.dataset.offline === "off", null, { timeout: 10_000 }).catch(() => page.goto(url));
    await expect(page.locator("html")).toHaveAttribute("data-offline", "off", { timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
}

test.beforeEach(async ({ page, portal }) => {
  await portal.open();
  await portal.isKeptWhole();
  for (const name of ["somebody-else", "huaide.mirror"]) await page.evaluate((name) => caches.open(name), name);
});

test("on the next visit worker and kept pages are gone, the mirror of what was made is not, and the portal works online", async ({ page, portal, host }) => {
  host.folder = site("retired");
  await visit(page, host.url(LESSON));
  await portal.appRuns();
  await becomes(() => workers(page), 0);
  await becomes(() => page.evaluate(async () => (await caches.keys()).sort()), ["huaide.mirror", "somebody-else"]);
  await page.getByRole("link", { name: "设置" }).click();
  await expect(page.getByText("组织者已停用离线保存。联网时一切照常。")).toBeVisible();
  host.asked.length = 0;
  await portal.open(LESSON);
  expect(host.asked).toContain(`/${LESSON}`);
  expect(await workers(page)).toBe(0);
});

test("what was read and marked survives the switch", async ({ page, portal, host }) => {
  await portal.open(LESSON);
  await page.getByRole("button", { name: "加书签" }).click();
  await expect(page.getByText("已加书签")).toBeVisible();
  host.folder = site("retired");
  await visit(page, host.url("record/"));
  await portal.appRuns();
  await expect(page.getByText("还没有书签")).toHaveCount(0);
  await expect(page.getByText("改名")).toBeVisible();
});

test("switched on again, everything is kept again", async ({ page, portal, host }) => {
  host.folder = site("retired");
  await visit(page, host.url());
  await becomes(() => workers(page), 0);
  host.folder = site("sample");
  await portal.open();
  await portal.isKeptWhole();
  await portal.isReadyForOffline();
  await host.stop();
  await portal.open(LESSON);
  await expect(page.locator("#text")).toContainText("居民自治");
});
