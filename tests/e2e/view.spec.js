// How texts look: a choice applies at once, is there before the first paint the next time, and needs no WebAssembly.
import { expect, test } from "./support/test.js";

const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";

const look = (page) =>
  page.evaluate(() => {
    const { fontSize, lineHeight } = getComputedStyle(document.querySelector("#text p"));
    return { size: parseFloat(fontSize), leading: parseFloat(lineHeight) / parseFloat(fontSize) };
  });
const paper = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

/** Chooses in the form behind the tool bar, as a reader does: the words beside the hidden dot are pressed. */
async function choose(page, name, value) {
  if (!(await page.locator(".view").evaluate((details) => details.open))) await page.locator(".view > summary").click();
  await page.locator(`.view label:has(input[name="${name}"][value="${value}"])`).click();
}

test("the seven text sizes grow step by step, at once", async ({ page, portal }) => {
  await portal.open(LESSON);
  const sizes = [];
  for (const step of ["1", "2", "3", "4", "5", "6", "7"]) {
    await choose(page, "size", step);
    sizes.push((await look(page)).size);
  }
  expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));
  expect(sizes).toHaveLength(7);
  expect(sizes[6] / sizes[0]).toBeGreaterThanOrEqual(1.8);
});

test("the three line spacings grow step by step", async ({ page, portal }) => {
  await portal.open(LESSON);
  const spacings = [];
  for (const step of ["1", "2", "3"]) {
    await choose(page, "spacing", step);
    spacings.push((await look(page)).leading);
  }
  expect(spacings[0]).toBeLessThan(spacings[1]);
  expect(spacings[1]).toBeLessThan(spacings[2]);
});

test("the four themes differ, and the system's follows the system", async ({ page, portal }) => {
  await portal.open(LESSON);
  const papers = {};
  for (const theme of ["light", "dark", "contrast"]) {
    await choose(page, "theme", theme);
    papers[theme] = await paper(page);
  }
  expect(new Set(Object.values(papers)).size).toBe(3);
  await choose(page, "theme", "system");
  await expect.poll(() => paper(page)).toBe(papers.light);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => paper(page)).toBe(papers.dark);
  await page.emulateMedia({ colorScheme: "light", contrast: "more" });
  await expect.poll(() => paper(page)).toBe(papers.contrast);
});

test("a choice is there before the app, on every page, and in another tab at once", async ({ page, portal }) => {
  await portal.open(LESSON);
  const other = await portal.tab();
  await other.open("settings/");
  await choose(page, "size", "6");
  await choose(page, "theme", "dark");
  await expect(other.page.locator("html")).toHaveAttribute("data-size", "6");
  await expect(other.page.locator('input[name="theme"][value="dark"]')).toBeChecked();
  await portal.holdApp();
  await page.reload();
  const html = page.locator("html");
  await expect(html).toHaveAttribute("data-app-state", "starting");
  await expect(html).toHaveAttribute("data-size", "6");
  await expect(html).toHaveAttribute("data-theme", "dark");
  await portal.letAppStart();
  await page.locator(".view > summary").click();
  await expect(page.locator('.view input[name="size"][value="6"]')).toBeChecked();
});

test("what another program left under the name of the choice does no harm", async ({ page, portal }) => {
  await page.addInitScript(() => localStorage.setItem("huaide.view", '{"size":"99","theme":"dark","spacing":null,"more":[1]}'));
  await portal.open(LESSON);
  await expect(page.locator("html")).toHaveAttribute("data-size", "3");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator("html")).toHaveAttribute("data-spacing", "2");
});
