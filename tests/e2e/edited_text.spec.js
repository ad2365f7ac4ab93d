// A text that was edited since: the reader comes back to the block where they stopped, or to the nearest earlier one that stands.
import { join } from "node:path";
import { edit, publish, site } from "./support/sites.js";
import { expect, test } from "./support/test.js";
import { stretches } from "./support/portal.js";

const LESSON = "lessons/samples/01-everything/";
const FILE = "lessons/samples/01-everything.md";
const BEFORE = "第二段接着讲。";
const STOPPED = "第三段讲开会。";

test.use({ siteName: "texts" });

/** The same portal after its author changed the lesson with `change(text)`. */
function republish(name, change) {
  const content = join(import.meta.dirname, "../fixtures/texts");
  return publish(name, { content, edit: (folder) => edit(join(folder, FILE), change) });
}

/** Someone reads to the third paragraph of the last section and leaves; then the site is another one. */
async function readThenChange(portal, folder) {
  await portal.page.clock.install();
  await portal.page.addInitScript(() => localStorage.setItem("huaide.keep", '"stopped"'));
  await portal.open(LESSON);
  const words = await portal.page.locator("#text p").filter({ hasText: STOPPED }).textContent();
  await portal.page.locator("#text p").filter({ hasText: STOPPED }).evaluate((block) => {
    scrollTo(0, block.getBoundingClientRect().top + scrollY - 60);
  });
  await expect.poll(() => portal.atTop()).toBe(words);
  await portal.readFor(10);
  await portal.record((record) => stretches(record).some(({ place }) => place.before.length > 16));
  await portal.isKept(LESSON);
  await portal.page.close();
  portal.host.folder = folder;
  const again = await portal.tab();
  // The kept page is shown first and renewed behind it; the next visit has the new text.
  await again.page.goto(again.host.url(LESSON));
  const kept = () => again.page.evaluate(async (url) => (await caches.match(url)).text(), again.host.url(LESSON));
  await expect.poll(kept).toContain("新写的一段");
  await again.page.close();
  const later = await portal.tab();
  await later.open(LESSON);
  await expect(later.page.locator("#text")).toContainText("新写的一段");
  return { later, words };
}

const insert = (text) => text.replace("## 列表", "新写的一段，很长很长。\n\n又是一段。\n\n## 列表");

test("a block that stands unchanged is found again though others were added before it", async ({ portal }) => {
  const { later, words } = await readThenChange(portal, republish("inserted", insert));
  await expect.poll(() => later.atTop()).toBe(words);
});

test("when the block itself was changed, the reader stands at the block before it", async ({ portal }) => {
  const folder = republish("rewritten", (text) => insert(text).replace(STOPPED, "第三段改过了。"));
  const { later } = await readThenChange(portal, folder);
  await expect.poll(() => later.atTop()).toContain(BEFORE);
});

test("when the block and those before it are gone, the reader stands at the nearest earlier one", async ({ portal }) => {
  const cut = (text) => text.replace(/第一段是[^]*?第四段讲/, "第四段讲");
  const { later } = await readThenChange(portal, republish("shortened", (text) => cut(insert(text))));
  await expect.poll(() => later.atTop()).toBe("长的一节");
  expect(later.host.folder).not.toBe(site("texts"));
});
