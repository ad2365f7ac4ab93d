// The holiday programme as somebody looks through it.
import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";

/** The activities whose codes are known, by their addresses. */
export const CROSSING = "activities/hanjia-2027/jiaojing/";
export const PHONES = "activities/shujia-2027/shouji/";

/** The test code of an activity, by its id. */
export function code(activity) {
  const codes = readFileSync(new URL("../../fixtures/attendance-codes.txt", import.meta.url), "utf8");
  return new RegExp(`^${activity} (.+)$`, "m").exec(codes)[1];
}

/** The place in which the program draws. */
export const desk = (page) => page.locator("#desk");

/** The cards that are shown. */
export const cards = (page) => desk(page).locator(".activity:visible");

/** Chooses a view: 列表, 月历 or 一天. */
export const look = (page, name) => desk(page).getByRole("radio", { name, exact: true }).check();

/** Nothing is wider than the window. */
export async function fits(page) {
  const { width } = page.viewportSize();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}
