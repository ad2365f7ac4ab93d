// axe-core finds nothing, on every kind of page, in every theme, on a phone and on a desk, in both languages.
import { THEMES, axeFaults, axeFaultsIn } from "./support/axe.js";
import { expect, test } from "./support/test.js";

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };
const LESSON = "lessons/samples/01-everything/";
const READING = ["lessons/", "lessons/samples/", LESSON, "materials/", "materials/reading/bus/"];
const COMMUNITY = ["notices/", "notices/open/", "notices/over/", "partners/", "partners/police/"];
const PAGES = ["", ...READING, ...COMMUNITY, "record/", "settings/"];
const MORE = ["offline/", "none/"];

test.use({ siteName: "texts" });

/** Opens an address and waits until the app has drawn what it knows. */
async function open(portal, address) {
  await portal.open(address);
  await portal.record(({ about }) => about.length > 0);
  if (address === "settings/") await expect(portal.page.locator(".packs li").first()).toBeVisible();
}

/** The pages in four parts, which are walked at the same time. */
const PARTS = { reading: ["", ...READING], "the community": COMMUNITY, "what is the reader's own": ["record/", "settings/"], others: MORE };

for (const [what, addresses] of Object.entries(PARTS)) {
  test(`axe finds nothing on pages of ${what}, in every theme, on a phone and on a desk, and in English`, async ({ page, portal, expected }) => {
    expected.push(/404 \(Not Found\)/);
    const found = [];
    for (const address of addresses) {
      await open(portal, address);
      for (const viewport of [PHONE, DESK]) {
        await page.setViewportSize(viewport);
        for (const fault of await axeFaultsIn(page, THEMES)) found.push(`/${address}, ${viewport.width} px, ${fault}`);
      }
      await portal.choose({ language: "en" });
      for (const fault of await axeFaults(page)) found.push(`/${address}, in English: ${fault}`);
      await portal.choose({ language: "zh" });
    }
    expect(found).toEqual([]);
  });
}

test("axe finds nothing without the app", async ({ page, host, portal, expected }) => {
  expected.push(/404 \(Not Found\)|MIME/);
  for (const program of portal.programs()) host.faults[program] = (_request, response) => response.writeHead(404).end();
  for (const address of [...PAGES, ...MORE]) {
    await page.goto(host.url(address));
    await portal.appIsOff();
    expect(await axeFaults(page), address).toEqual([]);
  }
});

test("axe finds nothing where the record is full and things are open", async ({ page, portal }) => {
  await page.clock.install();
  await portal.open(LESSON);
  await portal.readToEnd();
  await portal.readFor(130);
  await page.getByRole("button", { name: "加书签" }).click();
  await expect(page.getByRole("button", { name: "删书签" })).toBeVisible();
  await page.locator(".view > summary").click();
  await page.locator(".contents summary").click();
  const found = await axeFaults(page);
  await page.getByRole("link", { name: "学习记录" }).click();
  await expect(page.locator(".entries > li")).toHaveCount(2);
  for (const summary of await page.locator(".entries summary").all()) await summary.click();
  expect([...found, ...(await axeFaults(page))]).toEqual([]);
});

test("axe finds nothing while a picture is enlarged", async ({ page, portal }) => {
  await portal.open(LESSON);
  await page.locator("#text figure img").first().click();
  await expect(page.locator("#picture")).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
});
