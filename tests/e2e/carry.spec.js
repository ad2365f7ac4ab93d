// What can be carried away: books and zips are fetched by the browser, with and without a worker, and a portal that was unpacked into
// a folder is read from there.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "./support/test.js";

const SERIES = "lessons/shequ-zizhi/";

/** Clicks a link and waits for the file; gives its path. */
async function fetched(page, link) {
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(await download.failure()).toBeNull();
  return download.path();
}

test("a series is offered as a book and a zip, and the whole portal as a zip", async ({ page, host, portal }) => {
  await portal.open(SERIES);
  await portal.isReadyForOffline();
  for (const file of ["shequ-zizhi.epub", "shequ-zizhi.zip"]) {
    const path = await fetched(page, page.locator(`.carry a[href$="${file}"]`));
    expect(readFileSync(path).equals(readFileSync(join(host.folder, SERIES, file))), file).toBe(true);
  }
  await expect(page).toHaveURL(host.url(SERIES));
  await portal.open("settings/");
  const path = await fetched(page, page.locator(".carry a"));
  expect(readFileSync(path).equals(readFileSync(join(host.folder, "portal.zip")))).toBe(true);
});

test("without a network a book is not mistaken for a page", async ({ page, host, portal, expected }) => {
  expected.push(/ERR_CONNECTION_REFUSED|Failed to load/);
  await portal.open(SERIES);
  await portal.isReadyForOffline();
  await host.stop();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".carry a").first().click()]);
  expect(await download.failure()).not.toBeNull();
  await expect(page).toHaveURL(host.url(SERIES));
  await expect(page.goto(host.url(`${SERIES}shequ-zizhi.epub`))).rejects.toThrow("ERR_CONNECTION_REFUSED");
});

for (const zip of [`${SERIES}shequ-zizhi.zip`, "portal.zip"]) {
  test(`${zip} is unpacked, and read from its folder by its links`, async ({ page, host, expected }, testInfo) => {
    // From a folder no browser starts a program or reads a manifest; the page says so in one sentence.
    expected.push(/blocked by CORS policy|ERR_FAILED/);
    const folder = testInfo.outputPath("unpacked");
    execFileSync("unzip", ["-q", join(host.folder, zip), "-d", folder]);
    const [root] = readdirSync(folder);
    await page.goto(pathToFileURL(join(folder, root, "index.html")).href);
    await expect(page.locator(".app-off")).toContainText("课文照常可读");
    await page.locator(".cards a").first().click();
    await expect(page.locator(".carry a[href$='.zip']")).toHaveCount(0);
    await page.locator(".lessons a").first().click();
    await expect(page.locator("#text")).toContainText("居民自治");
    const picture = page.locator("#text img").first();
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image) => image.naturalWidth)).toBeGreaterThan(0);
    await page.locator(".brand").click();
    await expect(page.locator(".cards")).toBeVisible();
  });
}
