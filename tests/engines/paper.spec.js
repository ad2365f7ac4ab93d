// On paper: a text without anything of the screen, black on white, on A4.
import assert from "node:assert/strict";
import { LESSON } from "../tasks/places.js";
import { expect, test } from "./support/test.js";

/** What belongs to the screen. */
const SCREEN = ".head, .skip, .foot, .bars, .reader-bar, .position, .contents, .crumbs, .finish, .neighbours, .tools, .resumed, dialog";

/** Turns the rules for paper into those that hold: no driver of all engines can ask for another medium. */
function asOnPaper() {
  for (const sheet of document.styleSheets) turn(sheet.cssRules);
  function turn(rules) {
    for (const rule of rules) {
      if (rule.media) {
        const words = rule.media.mediaText.replace(/\bscreen\b/g, "tty").replace(/\bprint\b/g, "all");
        rule.media.mediaText = words;
      }
      if (rule.cssRules) turn(rule.cssRules);
    }
  }
}

const sizes = (pdf) =>
  [...pdf.toString("latin1").matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(([, width, height]) => [Math.round(width), Math.round(height)]);

test("nothing of the screen is printed, and the text is black on white also from the dark", async ({ reader }) => {
  await reader.open();
  await reader.run(() => localStorage.setItem("huaide.view", '{"theme":"dark","size":"7"}'));
  await reader.open(LESSON);
  await reader.run(asOnPaper);
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.getClientRects().length > 0).map((one) => one.className);
  assert.deepEqual(await reader.run(shown, SCREEN), []);
  assert.equal((await reader.run(shown, "main h1, #text p")).length > 10, true);
  const { color, background } = await reader.run(() => {
    const { color, backgroundColor } = getComputedStyle(document.body);
    return { color, background: backgroundColor };
  });
  assert.deepEqual([color, background], ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
});

test("a lesson becomes an A4 document", async ({ reader, device, engine }) => {
  test.skip(engine === "webkit", "WebKit's driver makes no PDF");
  await reader.open(LESSON);
  const pdf = Buffer.from(await device.session.printPage({ width: 21.0, height: 29.7 }), "base64");
  expect(sizes(pdf).length).toBeGreaterThan(0);
  expect(new Set(sizes(pdf).map(String))).toEqual(new Set(["595,842"]));
});
