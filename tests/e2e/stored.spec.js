// What is stored and where: one page, published from the code's own list, readable without scripts.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { axeFindsNothing } from "./support/axe.js";
import { expect, test } from "./support/test.js";

/** The code's own list. */
const LIST = readFileSync(resolve(import.meta.dirname, "../../crates/youth/src/kept.rs"), "utf8");
const LINES = [...LIST.matchAll(/^ {4}\w+: \w+, \w+, \w+;$/gm)].length;

const rows = (page) => page.locator(".stored tbody tr");

test("the page lists a row for every line of the code's list: what, whether it leaves, how it goes", async ({ page, portal }) => {
  await portal.open("stored/");
  expect(LINES).toBeGreaterThan(30);
  await expect(rows(page)).toHaveCount(LINES);
  for (const row of await rows(page).all()) {
    await expect(row.getByRole("rowheader")).not.toBeEmpty();
    await expect(row.getByRole("cell")).toHaveCount(2);
  }
  const memory = page.getByRole("table", { name: "在打开的这一页里，没有存" });
  await expect(memory.getByRole("row", { name: /心情小镜子的答案/ })).toContainText("不会；除非你自己存成文字文件");
  await expect(page.getByRole("table", { name: "在学习记录里" })).toContainText("签到过哪些活动");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the whole list is there", async ({ page, host }) => {
    await page.goto(host.url("stored/"));
    await expect(rows(page).filter({ visible: true })).toHaveCount(LINES);
  });
});

test("axe finds nothing, in the light and in the dark, and nothing is wider than a small phone", async ({ page, portal }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await portal.open("stored/");
  await axeFindsNothing(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
