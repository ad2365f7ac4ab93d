// Photographed pages of an essay: what is kept of them, and what is handed in.
import { axeFindsNothing } from "./support/axe.js";
import { EntryPanel, opened } from "./support/entry.js";
import { Essay } from "./support/essay.js";
import { jpeg, look, withExif } from "./support/pictures.js";
import { paper } from "./support/record.js";
import { expect, test } from "./support/test.js";

const EXIF = 0xe1;

async function desk(portal) {
  const essay = new Essay(portal);
  await essay.open();
  const panel = new EntryPanel(portal);
  await panel.chooseGroup(/小学组/);
  return { essay, panel, photos: portal.page.locator(".photos"), pages: portal.page.locator(".photo") };
}

const file = (name, buffer) => ({ name, mimeType: "image/jpeg", buffer });
const add = (page, files) => page.getByLabel("拍照，或者选照片").setInputFiles(files);

/** What is handed in of the photos. */
async function handedIn(panel) {
  await panel.fill();
  await panel.makes();
  const { files, names } = opened(await panel.save());
  return names.filter((name) => name.startsWith("photos/")).map((name) => look(files[name]));
}

test("a photo loses place and camera, stands upright, and has 2,000 pixels at most", async ({ page, portal }) => {
  const { panel, pages, photos } = await desk(portal);
  const taken = withExif(await jpeg(page, { width: 3000, height: 2000 }));
  expect(look(taken).kinds).toContain(EXIF);
  await add(page, [file("IMG_1.jpg", taken)]);
  await expect(pages).toHaveCount(1);
  await expect(photos).toContainText("加了 1 页");
  await portal.record(({ slips }) => !slips.some((slip) => Buffer.from(slip, "base64").includes("Exif")));
  const [photo] = await handedIn(panel);
  expect(photo).toMatchObject({ width: 1333, height: 2000 });
  expect(photo.kinds).not.toContain(EXIF);
});

test("pages are put in order, turned and cropped, by keyboard too, and stay so after a reload", async ({ page, portal }) => {
  const { essay, panel, pages } = await desk(portal);
  await add(page, [file("a.jpg", await jpeg(page, { width: 800, height: 600 })), file("b.jpg", await jpeg(page, { width: 500, height: 400 }))]);
  await expect(pages).toHaveCount(2);
  await pages.last().getByRole("button", { name: /往前/ }).focus();
  await page.keyboard.press("Enter");
  await expect(pages.first().getByRole("button", { name: /往前/ })).toBeFocused();
  await pages.last().getByRole("button", { name: /向右转/ }).click();
  await pages.last().locator(".crop > summary").click();
  const left = pages.last().getByLabel("左边裁掉");
  await left.focus();
  for (let step = 0; step < 10; step += 1) await page.keyboard.press("ArrowRight");
  await expect(left).toHaveValue("10");
  await essay.isSaved();
  await essay.reload();
  await expect(pages).toHaveCount(2);
  const found = (await handedIn(panel)).map(({ width, height }) => [width, height]);
  expect(found).toEqual([[500, 400], [540, 800]]);
});

test("no more pages are taken than the rules allow, and one that cannot be read is explained", async ({ page, portal }) => {
  const { pages, photos } = await desk(portal);
  await add(page, [{ name: "IMG_2.HEIC", mimeType: "image/heic", buffer: Buffer.from("no picture") }]);
  await expect(photos).toContainText("“IMG_2.HEIC”浏览器读不了");
  const small = await jpeg(page, { width: 60, height: 40 });
  await add(page, [1, 2, 3, 4, 5].map((number) => file(`${number}.jpg`, small)));
  await expect(pages).toHaveCount(4);
  await expect(photos).toContainText("最多 4 页，多出来的没有加");
});

test("a deleted page is gone from the disk", async ({ page, portal }) => {
  const { pages } = await desk(portal);
  await add(page, [file("a.jpg", await jpeg(page, { width: 60, height: 40 }))]);
  await portal.record(({ slips }) => slips.some((slip) => slip.startsWith("/9j/")));
  await pages.getByText("删掉这一页").click();
  await pages.getByRole("button", { name: "真的删掉" }).click();
  await expect(pages).toHaveCount(0);
  await portal.record(({ slips }) => !slips.some((slip) => slip.startsWith("/9j/")));
  await expect(page.locator("#photos-heading")).toBeFocused();
});

test("photos are taken without a network, and the group that types has none", async ({ page, host, portal }) => {
  await portal.open();
  await portal.isKeptWhole();
  await host.stop();
  const { panel, pages, photos } = await desk(portal);
  const small = await jpeg(page, { width: 60, height: 40 });
  await add(page, [file("a.jpg", small)]);
  await expect(pages).toHaveCount(1);
  await panel.chooseGroup(/中学组/);
  await expect(photos).toContainText("这一组不收手写的照片");
});

test("the menu of the browser prints the pages, a sheet each, and nothing that stands beside them", async ({ page, portal }) => {
  const { essay, pages } = await desk(portal);
  await essay.title.fill("楼道里的灯");
  const large = await jpeg(page, { width: 900, height: 1200 });
  await add(page, [file("a.jpg", large), file("b.jpg", large)]);
  await expect(pages.locator("img")).toHaveCount(2);
  const printed = await paper(page);
  expect(printed.pages).toBe(2);
  expect(printed.text.replace(/\s/g, "")).toBe("楼道里的灯");
});

test("axe finds nothing, and nothing is wider than a small phone", async ({ page, portal }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const { pages } = await desk(portal);
  await add(page, [file("a.jpg", await jpeg(page, { width: 800, height: 600 }))]);
  await expect(pages.locator("img")).toBeVisible();
  await page.locator(".photo summary").evaluateAll((all) => all.forEach((one) => (one.parentElement.open = true)));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await axeFindsNothing(page);
});
