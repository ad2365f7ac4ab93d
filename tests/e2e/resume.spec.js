// Coming back to a text: the reader stands where they stopped, and nothing moves them against their will.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./support/test.js";
import { stretches } from "./support/portal.js";

const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";
const MIDDLE = 20;

/** Someone reads half of the lesson and closes the page; gives the words of the block where they stopped. */
async function readHalf(portal) {
  await portal.page.clock.install();
  await portal.open(LESSON);
  const words = await portal.readTo(MIDDLE);
  // Time that passes before the record is open is not reading.
  await portal.timeRuns();
  await portal.readFor(10);
  await portal.record((record) => stretches(record).some(({ place }) => place.before.length > 16));
  await portal.page.close();
  return words;
}

const note = (page) => page.getByRole("status").filter({ hasText: "已回到上次读到的地方" });

test("who closed a half-read lesson comes back to the very same block, and can go to the beginning", async ({ portal }) => {
  const words = await readHalf(portal);
  const again = await portal.tab();
  await again.open(LESSON);
  await expect(note(again.page)).toBeVisible();
  await expect.poll(() => again.atTop()).toBe(words);
  await again.page.getByRole("button", { name: "从头读" }).click();
  await expect.poll(() => again.page.evaluate(() => scrollY)).toBe(0);
  await expect(note(again.page)).toBeHidden();
});

test("the card on the front page leads back to the block where the reader stopped", async ({ portal }) => {
  const words = await readHalf(portal);
  const again = await portal.tab();
  await again.open();
  const card = again.page.locator("a.step");
  await expect(card).toContainText("居民自治是什么");
  await expect(card).toContainText("接着读");
  await card.click();
  await expect(again.page).toHaveURL(new RegExp(`/${LESSON}$`));
  await expect(note(again.page)).toBeVisible();
  await expect.poll(() => again.atTop()).toBe(words);
});

test("an address that names a block wins over the place where the reader stopped", async ({ portal }) => {
  const stopped = await readHalf(portal);
  const again = await portal.tab();
  const page = readFileSync(join(again.host.folder, LESSON, "index.html"), "utf8");
  const [, id, words] = /<h2 id="(.{4})">([^<]+)<\/h2>/.exec(page);
  await again.open(`${LESSON}#${id}`);
  await again.readFor(10);
  await again.record((record) => stretches(record).length === 2);
  expect(words).not.toBe(stopped);
  expect(await again.atTop()).toBe(words);
  await expect(note(again.page)).toBeHidden();
});

test("who scrolls before the app has started is left where they are", async ({ portal }) => {
  const stopped = await readHalf(portal);
  const again = await portal.tab();
  await again.holdApp();
  await again.page.goto(again.host.url(LESSON));
  const words = await again.readTo(5);
  expect(words).not.toBe(stopped);
  await again.letAppStart();
  await again.readFor(10);
  await again.record((record) => stretches(record).length === 2);
  expect(await again.atTop()).toBe(words);
  await expect(note(again.page)).toBeHidden();
});
