// The sites that other browsers than the newest Chromium are tried with: the small portal, and the same with a newer app.
import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { newerApp, publish } from "../e2e/support/sites.js";

const CONTENT = resolve(import.meta.dirname, "../fixtures/small");

/** Playwright calls this once. */
export default function makeSites() {
  rmSync(process.env.HUAIDE_MADE, { recursive: true, force: true });
  mkdirSync(join(process.env.HUAIDE_MADE, "sites"), { recursive: true });
  publish("small", { content: CONTENT });
  publish("small-newer", { content: CONTENT, app: newerApp() });
}

/** The folder of one of them. */
export const small = (name = "small") => join(process.env.HUAIDE_MADE, "sites", name);
