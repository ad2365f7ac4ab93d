// The mirror of what learners made.
import { expect } from "@playwright/test";
import { mirrored } from "../../tasks/page.js";

/** Waits until the mirror has these words, or has them no more. */
export const isMirrored = (page, words, has = true) => expect.poll(async () => (await page.evaluate(mirrored)).includes(words)).toBe(has);

/** The section in which what is missing is found. */
export const finding = (page) => page.locator("#lost");
