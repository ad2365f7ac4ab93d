// A newer app is offered, never forced; what was kept stays readable, each page with the app it was made for.
import { expect, test } from "./support/test.js";
import { site } from "./support/sites.js";

const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";

test.beforeEach(async ({ portal }) => {
  await portal.open();
  await portal.isKeptWhole();
  await portal.isReadyForOffline();
});

test("nothing changes until the reader agrees, and then the newer app runs", async ({ page, portal, host }) => {
  const old = portal.buildOnDisk();
  host.folder = site("newer");
  await portal.open(LESSON);
  await portal.newerIsOffered();
  await page.getByRole("main").getByRole("link", { name: "下一篇" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "议行分设" })).toBeVisible();
  await portal.newerIsOffered();
  expect(await portal.build()).toBe(old);
  await portal.update();
  expect(await portal.build()).toBe(portal.buildOnDisk());
  await expect(page.locator(".bar.update")).toHaveCount(0);
});

test("who types is not interrupted, and finishes before agreeing", async ({ page, portal, host }) => {
  await portal.open(LESSON);
  await page.getByRole("button", { name: "加书签" }).click();
  await expect(page.getByText("已加书签")).toBeVisible();
  await portal.open("record/");
  await page.getByText("改名").click();
  const field = page.getByLabel("书签的名字");
  await field.fill("");
  await field.pressSequentially("要");
  host.folder = site("newer");
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await page.waitForFunction(async () => Boolean((await navigator.serviceWorker.ready).waiting));
  await expect(field).toBeFocused();
  await field.pressSequentially("点");
  await expect(field).toHaveValue("要点");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("link", { name: "要点" })).toBeVisible();
  await portal.open(LESSON);
  await portal.update();
  await portal.open("record/");
  await expect(page.getByRole("link", { name: "要点" })).toBeVisible();
});

test("after an update everything kept opens without a network", async ({ portal, host }) => {
  host.folder = site("newer");
  await portal.open(LESSON);
  await portal.update();
  await host.stop();
  await opens(await portal.tab(), portal.pages(), [portal.buildOnDisk(), portal.buildOnDisk(site("sample"))]);
});

test("an update that the reader left lying changes nothing without a network", async ({ portal, host }) => {
  host.folder = site("newer");
  await portal.open(LESSON);
  await portal.newerIsOffered();
  await host.stop();
  await opens(await portal.tab(), oneOfEachKind(portal.pages()), [portal.buildOnDisk(site("sample"))]);
});

test("an update that comes while no page is open changes nothing without a network", async ({ page, portal, host }) => {
  host.folder = site("newer");
  await portal.open(LESSON);
  await portal.newerIsOffered();
  const last = await portal.tab();
  await last.page.goto("about:blank");
  await page.close();
  await host.stop();
  await opens(last, oneOfEachKind(last.pages()), [portal.buildOnDisk(), portal.buildOnDisk(site("sample"))]);
});

/** Of pages that lie equally deep in one folder the first. */
function oneOfEachKind(addresses) {
  const kind = (address) => `${address.split("/")[0]} ${address.split("/").length}`;
  return [...new Map(addresses.toReversed().map((address) => [kind(address), address])).values()];
}

/** Opens pages cold and looks that each runs with its own app, one of `builds`. */
async function opens(portal, addresses, builds) {
  for (const address of addresses) {
    await portal.open(address);
    await expect(portal.page.locator("main h1")).toBeVisible();
    expect(builds).toContain(await portal.build());
  }
}
