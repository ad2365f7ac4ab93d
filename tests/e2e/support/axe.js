// What axe-core finds on a page that stands still: colours in the middle of a change belong to no theme.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "@playwright/test";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What a device asks for, by the theme that a page which follows it has then. */
const ASKED = {
  light: { colorScheme: "light", contrast: "no-preference" },
  dark: { colorScheme: "dark", contrast: "no-preference" },
  contrast: { colorScheme: "light", contrast: "more" },
};
/** All themes. */
export const THEMES = Object.keys(ASKED);

/** Axe finds nothing on a page that follows the device, in some themes; `inside` names a part of it. */
export async function axeFindsNothing(page, { inside, themes = ["light", "dark"] } = {}) {
  expect(await axeFaultsIn(page, themes, { inside })).toEqual([]);
}

/** What axe finds on a page that follows the device, in each of these themes, a line each. It is light again afterwards. */
export async function axeFaultsIn(page, themes, { inside } = {}) {
  const found = [];
  for (const theme of themes) {
    await follow(page, theme);
    for (const fault of await axeFaults(page, { inside })) found.push(`${theme}: ${fault}`);
  }
  await follow(page, "light");
  return found;
}

async function follow(page, theme) {
  await page.emulateMedia(ASKED[theme]);
  await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
}

/** What axe finds on a page as it looks now, a line each: the rule, the element, what is wrong with it. */
export async function axeFaults(page, { inside } = {}) {
  await standsStill(page);
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  const { violations } = await page.evaluate((inside) => globalThis.axe.run(inside ?? document, { resultTypes: ["violations"] }), inside);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${told(node)}`));
}

/** Brings what moves to its end: whoever asks for less motion gets no new transitions, but those that are under way go on, and those of what
 *  is out of sight wait until it comes into sight. */
async function standsStill(page) {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.evaluate(() => {
    const ends = (one) => Number.isFinite(one.effect.getComputedTiming().endTime);
    document.getAnimations().filter(ends).forEach((one) => one.finish());
  });
}

const told = ({ target, html, failureSummary }) => `${target.join(" ")} (${html}): ${failureSummary.replaceAll(/\s+/g, " ")}`;
