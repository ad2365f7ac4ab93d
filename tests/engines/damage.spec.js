// What a disk or a killed browser leaves behind: files of the profile that no engine can read any more.
import { closeSync, ftruncateSync, openSync, readdirSync, writeSync } from "node:fs";
import { join } from "node:path";
import assert from "node:assert/strict";
import { isTold, makeAndMirror, take, takeBack } from "../tasks/mirror.js";
import { readLeaveReturn } from "../tasks/reading.js";
import { test } from "./support/test.js";

/** Where each engine keeps databases, and the list of its caches, within its profile. */
const FILES = {
  database: { firefox: /\/idb\/[^/]+\.sqlite$/, webkit: /\/IndexedDB\.sqlite3$/ },
  caches: { firefox: /\/cache\/caches\.sqlite$/, webkit: /\/cacheslist$/ },
};

/** Spoils the files of a kind in a browser that is closed. */
function spoil({ engine, folder }, kind, how) {
  const files = readdirSync(folder, { recursive: true }).map((name) => join(folder, name)).filter((file) => FILES[kind][engine].test(file));
  assert.notEqual(files.length, 0);
  for (const file of files) {
    const open = openSync(file, "r+");
    how(open);
    closeSync(open);
  }
}

const overwrite = (open) => writeSync(open, Buffer.alloc(4096, 0x5a), 0, 4096, 0);
const empty = (open) => ftruncateSync(open, 0);

/** Firefox begins its caches and its databases anew; WebKit can never read either again. */
const ANEW = "firefox";
const isKept = (reader, host) =>
  reader.until("the page is kept", () => reader.run((address) => caches.match(address).then(Boolean), host.url()));

test.describe("caches", () => {
  test.use({ known: /Cache API operation failed: Failed reading data/ });

  test("when their list is damaged the portal opens all the same, and records", async ({ engine, device, reader, host }) => {
    await reader.open();
    await isKept(reader, host);
    await device.close();
    spoil(device, "caches", engine === ANEW ? overwrite : empty);
    await device.start();
    await readLeaveReturn(reader);
    if (engine === ANEW) return isKept(reader, host);
    await reader.open("settings/");
    await reader.sees("main", "不能保存页面供离线时读");
  });
});

test("a database whose file is damaged is told, and what was in it is taken back from the mirror", async ({ engine, device, reader }) => {
  await makeAndMirror(reader);
  await device.close();
  spoil(device, "database", overwrite);
  await device.start();
  if (engine === ANEW) {
    await isTold(reader);
    return takeBack(reader);
  }
  await reader.open();
  await reader.sees("[role=alert]", "学习记录打不开，可能已损坏");
  await reader.press("a", "去找回");
  await reader.press("#lost button", "清掉坏了的，再取回");
  await reader.press("#lost button", "确定清掉");
  await take(reader);
});
