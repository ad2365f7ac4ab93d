// The portal can be installed as an app, under any path.
import { expect, test } from "./support/test.js";

/** What a headless browser cannot have: a place to install to. */
const HEADLESS = ["in-incognito"];

for (const [siteName, basePath] of [["sample", "/"], ["sub", "/community/learn/"]]) {
  test.describe(`at ${basePath}`, () => {
    test.use({ siteName, basePath });

    test("the manifest names the portal, where it begins, and icons of the right sizes", async ({ page, portal, host }) => {
      await portal.open("lessons/");
      const address = await page.locator("link[rel=manifest]").evaluate((link) => link.href);
      expect(address).toBe(host.url("manifest.webmanifest"));
      const manifest = await (await page.request.get(address)).json();
      expect(manifest).toMatchObject({ name: "怀德学苑", short_name: "怀德学苑", display: "standalone" });
      const places = [manifest.start_url, manifest.scope, manifest.id].map((place) => new URL(place, address).href);
      expect(places).toEqual([host.url(), host.url(), host.url()]);
      const sizes = await page.evaluate(sizesOf, { icons: manifest.icons, address });
      expect(sizes).toEqual(manifest.icons.map(({ sizes }) => sizes));
      expect(sizes).toEqual(expect.arrayContaining(["192x192", "512x512"]));
      expect(manifest.icons.some(({ purpose }) => purpose === "maskable")).toBe(true);
    });

    test("the browser sees no reason against installing it", async ({ page, portal, context }) => {
      await portal.open();
      await portal.isReadyForOffline();
      const browser = await context.newCDPSession(page);
      const { installabilityErrors } = await browser.send("Page.getInstallabilityErrors");
      expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => !HEADLESS.includes(id))).toEqual([]);
      const { data, errors } = await browser.send("Page.getAppManifest");
      expect(errors).toEqual([]);
      expect(data).toContain("怀德学苑");
    });
  });
}

/** Runs in the page: the size of each icon as it is drawn; "any" for what is drawn in any size. */
async function sizesOf({ icons, address }) {
  const sizeOf = async ({ src, type }) => {
    const icon = new Image();
    icon.src = new URL(src, address).href;
    await icon.decode();
    return type === "image/svg+xml" ? "any" : `${icon.naturalWidth}x${icon.naturalHeight}`;
  };
  return Promise.all(icons.map(sizeOf));
}
