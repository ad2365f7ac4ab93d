// The sites that the tests open, made by the publisher before the first test: the sample portal, the same under a sub-path, the
// same with a newer app, the same with one changed text, the same with a picture in two series, the same of an organiser who
// switched off what works offline, and a portal of one's own with everything that a text can have.
import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const { HUAIDE_PUBLISH, HUAIDE_APP, HUAIDE_MADE, TEST_WORKER_INDEX } = process.env;
const CHECKOUT = resolve(import.meta.dirname, "../../..");

/** The text that is another one on the site "changed". */
const CHANGED_TEXT = "lessons/shequ-zizhi/01-what-is-self-government.md";

/** The sites that all tests share. */
const SHARED = ["sample", "sub", "newer", "changed", "shared", "retired", "texts", "small", "small-newer"];

/** The folder of a site. One that a test publishes is its worker's own: two workers that publish the same would write over each other. */
export const site = (name) => join(HUAIDE_MADE, "sites", placed(name));
const placed = (name) => (TEST_WORKER_INDEX && !SHARED.includes(name) ? `${name}-${TEST_WORKER_INDEX}` : name);

/** Copies a content folder, changes it with `edit(folder)`, publishes it; gives the folder of the site. */
export function publish(name, { content = join(CHECKOUT, "content"), app = HUAIDE_APP, base = "/", edit } = {}) {
  const copy = join(HUAIDE_MADE, "content", placed(name));
  rmSync(copy, { recursive: true, force: true });
  cpSync(content, copy, { recursive: true });
  edit?.(copy);
  execFileSync(HUAIDE_PUBLISH, ["publish", "--content", copy, "--app", app, "--out", site(name), "--base", base], { stdio: "pipe" });
  return site(name);
}

/** Changes a file with `change(text)`. */
export function edit(file, change) {
  writeFileSync(file, change(readFileSync(file, "utf8")));
}

/** Switches off what works offline. */
const switchOff = (folder) => edit(join(folder, "portal.toml"), (text) => text.replace("offline = true", "offline = false"));

/** Lets a second series show a picture of the first. */
function sharePicture(folder) {
  const [from, to] = ["shequ-zizhi", "weichengnian-baohu"].map((series) => join(folder, "lessons", series));
  cpSync(join(from, "figures/meeting-steps.svg"), join(to, "figures/meeting-steps.svg"));
  edit(join(to, "01-rights-and-protection.md"), (text) => `${text}\n![开会的几步](figures/meeting-steps.svg)\n`);
}

/** The app with another style sheet and another icon: a build of its own, with other file names. */
export function newerApp() {
  const app = join(HUAIDE_MADE, "newer-app");
  rmSync(app, { recursive: true, force: true });
  cpSync(HUAIDE_APP, app, { recursive: true });
  appendFileSync(join(app, "style/base.css"), "\n:root { --newer-build: 1; }\n");
  appendFileSync(join(app, "huaide.js"), "\nglobalThis.isNewer = true;\n");
  return app;
}

/** Playwright calls this once. */
export default function makeSites() {
  if (!HUAIDE_PUBLISH || !HUAIDE_APP || !HUAIDE_MADE) throw new Error("run the browser tests with: cargo xtask test");
  rmSync(HUAIDE_MADE, { recursive: true, force: true });
  mkdirSync(dirname(site("sample")), { recursive: true });
  publish("sample");
  publish("sub", { base: "/community/learn/" });
  publish("newer", { app: newerApp() });
  publish("changed", { edit: (folder) => edit(join(folder, CHANGED_TEXT), (text) => `${text}\n这一句是后来加的。\n`) });
  publish("shared", { edit: sharePicture });
  publish("retired", { edit: switchOff });
  publish("texts", { content: join(CHECKOUT, "tests/fixtures/texts") });
}
