// Pictures: they keep their room while they load, and can be seen large.
import { expect, test } from "./support/test.js";

const LESSON = "lessons/samples/01-everything/";

test.use({ siteName: "texts" });

const figure = (page) => page.locator("#text figure").filter({ hasText: "先议后行" });
const dialog = (page) => page.locator("#picture");

test("a picture opens large with its caption, and its button closes it", async ({ page, portal }) => {
  await portal.open(LESSON);
  await figure(page).locator("img").click();
  await expect(dialog(page)).toBeVisible();
  await expect(dialog(page)).toContainText("图一　先议后行");
  const large = dialog(page).getByRole("img", { name: "两个圆角的图形，左圆右方" });
  await expect.poll(() => large.evaluate((img) => img.naturalWidth)).toBe(480);
  await expect(dialog(page).locator("figure > *")).toHaveCount(2);
  await page.getByRole("button", { name: "关闭图片" }).click();
  await expect(dialog(page)).toBeHidden();
});

test("a picture is larger in the dialog than in the text, on a phone held sideways and on a desk", async ({ page, portal }) => {
  for (const viewport of [{ width: 844, height: 600 }, { width: 1280, height: 800 }]) {
    await page.setViewportSize(viewport);
    await portal.open(LESSON);
    const small = await figure(page).locator("img").boundingBox();
    await figure(page).locator("img").click();
    await expect.poll(async () => (await dialog(page).locator("img").boundingBox())?.width ?? 0).toBeGreaterThan(small.width * 1.2);
    const large = await dialog(page).locator("img").boundingBox();
    expect(large.x).toBeGreaterThanOrEqual(0);
    expect(large.x + large.width).toBeLessThanOrEqual(viewport.width);
  }
});

test("a click beside the large picture closes it, one on it does not", async ({ page, portal }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await portal.open(LESSON);
  await figure(page).locator("img").click();
  await dialog(page).locator("img").click();
  await expect(dialog(page)).toBeVisible();
  await page.mouse.click(5, 5);
  await expect(dialog(page)).toBeHidden();
});

test("a picture without a caption opens without one, also after another was open", async ({ page, portal }) => {
  await portal.open(LESSON);
  await figure(page).locator("img").click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "一块渐变的颜色" }).click();
  await expect(dialog(page).getByRole("img", { name: "一块渐变的颜色" })).toBeVisible();
  await expect(dialog(page).locator("figcaption")).toHaveCount(0);
});

test("where the browser has no dialogs, a picture opens and closes all the same", async ({ page, portal }) => {
  await page.addInitScript(() => {
    const { prototype } = HTMLDialogElement;
    for (const name of ["open", "showModal", "close"]) delete prototype[name];
    // What a browser without dialogs takes them for.
    window.HTMLUnknownElement = HTMLDialogElement;
    delete window.HTMLDialogElement;
  });
  await portal.open(LESSON);
  const close = page.getByRole("button", { name: "关闭图片" });
  for (const leave of [() => close.click(), () => page.keyboard.press("Escape"), () => page.mouse.click(5, 300)]) {
    await figure(page).locator("img").click();
    await expect(dialog(page)).toContainText("图一　先议后行");
    await expect(close).toBeVisible();
    await leave();
    await expect(dialog(page)).toBeHidden();
  }
});

for (const siteName of ["sample", "texts"]) {
  test.describe(`the site ${siteName}`, () => {
    test.use({ siteName });

    test("every picture of every text has its size, its words, and room before it loads", async ({ page, portal, host }) => {
      let seen = 0;
      for (const address of portal.pages()) {
        await page.goto(host.url(address));
        for (const picture of await page.locator("#text img").all()) {
          seen++;
          const { width, height, alt, loading, ratio } = await picture.evaluate((img) => ({
            ...Object.fromEntries(["width", "height", "alt", "loading"].map((name) => [name, img.getAttribute(name)])),
            ratio: img.clientWidth / img.clientHeight,
          }));
          expect(alt.length, address).toBeGreaterThan(2);
          expect(loading).toBe("lazy");
          expect(Math.abs(ratio - width / height), `${address} ${alt}`).toBeLessThan(0.05);
        }
      }
      expect(seen).toBeGreaterThan(1);
    });
  });
}
