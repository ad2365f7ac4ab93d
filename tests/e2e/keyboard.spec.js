// With the keyboard alone: everything is reached in the order it is seen, can be seen to be reached, and works.
import { expect, test } from "./support/test.js";

const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";

/** Opens the lesson; the keyboard passes by the bookmark until the record is open. */
async function open(portal) {
  await portal.open(LESSON);
  await expect(portal.page.locator(".reader-bar").getByRole("button", { name: "加书签" })).toBeEnabled();
}

/** Goes on with Tab until `locator` has the focus. */
async function tabTo(page, locator, most = 60) {
  for (let step = 0; step < most; step++) {
    await page.keyboard.press("Tab");
    if (await locator.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(locator, `is reached with ${most} × Tab`).toBeFocused();
}

test("the first Tab reaches the way past the navigation, and it leads to the text", async ({ page, portal }) => {
  await open(portal);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "跳到正文" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement.closest("#main") !== null)).toBe(true);
});

test("from the top, Tab reaches what can be used, in the order it is seen, and shows where", async ({ page, portal }) => {
  await open(portal);
  const stops = [
    page.locator(".head").getByRole("link", { name: "课程" }),
    page.locator(".contents summary"),
    page.locator("#text figure img").first(),
    page.locator(".neighbours .next"),
    page.locator(".reader-bar").getByRole("button", { name: "加书签" }),
    page.locator(".view > summary"),
  ];
  for (const stop of stops) {
    await tabTo(page, stop);
    await expect(stop).toBeInViewport();
    const outline = await stop.evaluate((element) => getComputedStyle(element).outlineStyle);
    expect(outline).not.toBe("none");
  }
});

test("the contents open, and a line of them leads on from its section", async ({ page, portal }) => {
  await open(portal);
  await tabTo(page, page.locator(".contents summary"));
  await page.keyboard.press("Enter");
  const line = page.locator(".contents li a").nth(2);
  await tabTo(page, line, 5);
  const words = await line.textContent();
  await page.keyboard.press("Enter");
  await expect(page.locator("#text h2").filter({ hasText: words })).toBeInViewport();
});

test("a bookmark is put and the view is set with keys", async ({ page, portal }) => {
  await open(portal);
  await tabTo(page, page.locator(".reader-bar").getByRole("button", { name: "加书签" }));
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "删书签" })).toBeFocused();
  await tabTo(page, page.locator(".view > summary"), 3);
  await page.keyboard.press("Enter");
  await tabTo(page, page.locator('.view input[name="size"]:checked'), 3);
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("html")).toHaveAttribute("data-size", "4");
});

for (const key of ["Enter", "Space"]) {
  test(`${key} enlarges a picture, Escape closes it, and the keyboard is where it was`, async ({ page, portal }) => {
    await open(portal);
    const picture = page.locator("#text figure img").first();
    await tabTo(page, picture);
    await page.keyboard.press(key);
    await expect(page.locator("#picture")).toBeVisible();
    await expect(page.getByRole("button", { name: "关闭图片" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.locator("#picture")).toBeHidden();
    await expect(picture).toBeFocused();
  });
}

test("after going to another page, the keyboard begins at its text", async ({ page, portal }) => {
  await portal.open("lessons/shequ-zizhi/");
  await tabTo(page, page.locator(".lessons a").first());
  await page.keyboard.press("Enter");
  await expect(page.locator("#text")).toBeVisible();
  await expect(page.locator("#main")).toBeFocused();
});
