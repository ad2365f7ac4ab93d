// A sound is kept with its lesson, and plays without a network from any place in it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./support/test.js";

const LESSON = "lessons/samples/01-everything/";

test.use({ siteName: "texts" });

test.beforeEach(async ({ portal, host }) => {
  await portal.open(LESSON);
  await portal.isKeptWhole();
  await portal.isReadyForOffline();
  await host.stop();
  await portal.open(LESSON);
});

test("a player hears a kept sound without a network and can go to its middle", async ({ page }) => {
  const player = page.locator("#text audio");
  const seconds = await player.evaluate(
    (audio) =>
      new Promise((done, failed) => {
        audio.ondurationchange = () => done(audio.duration);
        audio.onerror = () => failed(new Error(audio.error.message));
        audio.load();
      }),
  );
  expect(seconds).toBeGreaterThan(0);
  const place = await player.evaluate(
    (audio) =>
      new Promise((done) => {
        audio.onseeked = () => done(audio.currentTime / audio.duration);
        audio.currentTime = audio.duration / 2;
      }),
  );
  expect(place).toBeCloseTo(0.5, 1);
});

const PARTS = [
  ["bytes=0-99", () => [0, 100]],
  ["bytes=100-", (bytes) => [100, bytes.length]],
  ["bytes=-100", (bytes) => [bytes.length - 100, bytes.length]],
  ["bytes=0-99999999", (bytes) => [0, bytes.length]],
  ["bytes=-99999999", (bytes) => [0, bytes.length]],
];

for (const [range, bounds] of PARTS) {
  test(`a part that is asked for as ${range} comes from what is kept, byte for byte`, async ({ page, portal, host }) => {
    const sound = soundOf(portal);
    const bytes = readFileSync(join(host.folder, sound));
    const [from, to] = bounds(bytes);
    const part = await ask(page, host.url(sound), range);
    expect(part).toEqual({
      status: 206,
      kind: "audio/wav",
      range: `bytes ${from}-${to - 1}/${bytes.length}`,
      body: bytes.subarray(from, to).toString("base64"),
    });
  });
}

test("a part that begins behind the end is refused", async ({ page, portal, host, expected }) => {
  const sound = soundOf(portal);
  expected.push(/status of 416 .*\.wav/);
  const { status, range } = await ask(page, host.url(sound), "bytes=99999999-");
  const { length } = readFileSync(join(host.folder, sound));
  expect({ status, range }).toEqual({ status: 416, range: `bytes */${length}` });
});

const soundOf = (portal) => portal.files().find(({ address }) => address.endsWith(".wav")).address;

/** Asks for a part of a file, as a player does. */
const ask = (page, url, range) =>
  page.evaluate(
    async ({ url, range }) => {
      const answer = await fetch(url, { headers: { range } });
      const { status, headers } = answer;
      const body = new Uint8Array(await answer.arrayBuffer()).toBase64();
      return { status, kind: headers.get("content-type"), range: headers.get("content-range"), body };
    },
    { url, range },
  );
