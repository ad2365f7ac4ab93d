// What axe-core finds on a page that stands still: colours in the middle of a change belong to no theme.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "@playwright/test";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Axe finds nothing on a page that follows the device, in the light and in the dark; `inside` names a part of it. */
export async function axeFindsNothing(page, { inside, schemes = ["light", "dark"] } = {}) {
  const found = [];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
    for (const fault of await axeFaults(page, { inside })) found.push(`${colorScheme}: ${fault}`);
  }
  expect(found).toEqual([]);
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
