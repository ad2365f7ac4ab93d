// On paper: a text without anything of the screen, black on white, on A4.
import assert from "node:assert/strict";
import { constants, inflateSync } from "node:zlib";
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

/** The sizes of the pages of a PDF, in whole points. They may stand in its compressed parts. */
const sizes = (pdf) =>
  [...readable(pdf).matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(([, width, height]) => [Math.round(width), Math.round(height)]);

function readable(pdf) {
  const text = pdf.toString("latin1");
  const parts = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) => pdf.subarray(index + length));
  const inflated = parts.map((part) => {
    try {
      return inflateSync(part, { finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1");
    } catch {
      // Not every part is compressed, or in this way.
      return "";
    }
  });
  return [text, ...inflated].join("\n");
}

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
  // Engines round 210 mm up or down to points.
  for (const [width, height] of sizes(pdf)) expect([Math.abs(width - 595.5) < 1, height]).toEqual([true, 842]);
});
