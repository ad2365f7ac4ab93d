// A backup that was made in one engine opens in the others, and brings everything.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import assert from "node:assert/strict";
import { Chromium } from "./support/chromium.js";
import { addLearner, makeBackup, takeIn } from "../tasks/backup.js";
import { hours } from "../tasks/hours.js";
import { openDesk } from "../tasks/essay.js";
import { Reader } from "../tasks/reader.js";
import { test } from "./support/test.js";

const LEARNER = "小明";
const WORDS = "灯亮了。";

/** Somebody with declared study and an essay makes a backup: {name, bytes}. */
async function keptBy(reader) {
  await addLearner(reader, LEARNER);
  await hours(reader);
  await openDesk(reader);
  await reader.type("正文", WORDS);
  await reader.sees(".keeping", "已保存");
  return makeBackup(reader);
}

/** Takes it in, and finds everything. */
async function isWholeIn(reader, file) {
  await takeIn(reader, file, LEARNER);
  await reader.open("record/");
  await reader.sees("#entries tbody tr", "楼道会");
  await openDesk(reader);
  assert.equal(await reader.typed("正文"), WORDS);
}

/** Puts a backup where a browser can choose it. */
async function withFile({ name, bytes }, use) {
  const folder = mkdtempSync(join(tmpdir(), "huaide-backup-"));
  const file = join(folder, name);
  writeFileSync(file, bytes);
  await use(file);
  rmSync(folder, { recursive: true });
}

test("a backup goes to the other engines", async ({ reader, host, devices, engine }) => {
  await withFile(await keptBy(reader), async (file) => {
    const other = engine === "firefox" ? "webkit" : "firefox";
    await isWholeIn(new Reader(await devices(other), host), file);
    const chromium = await Chromium.start();
    await isWholeIn(new Reader(chromium, host), file);
    await chromium.end();
  });
});

test("a backup that was made in Chromium comes", async ({ reader, host }) => {
  const chromium = await Chromium.start();
  const saved = await keptBy(new Reader(chromium, host));
  await chromium.end();
  await withFile(saved, (file) => isWholeIn(reader, file));
});
