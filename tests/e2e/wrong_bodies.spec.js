// What the host answers wrongly is never kept, and the right answer that follows is.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./support/test.js";
import { WRONG, answerWrongly } from "./support/wrong.js";

const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";
const WORDS = "居民自治";

for (const [how, wrong] of Object.entries(WRONG)) {
  test(`a page and a picture that are answered ${how} are not kept, and the right ones later are`, async ({ portal, host }) => {
    const media = portal.files().map(({ address }) => address).find((address) => address.startsWith("media/"));
    const broken = [LESSON, media];
    answerWrongly(host, broken, wrong);
    await portal.open();
    // All others are there, and the broken ones have had their turn.
    await portal.isKeptWhole({ but: broken });
    await expect.poll(() => broken.filter((address) => !host.asked.includes(`/${address}`))).toEqual([]);
    await portal.isKeptWhole({ but: broken });
    host.faults = {};
    await portal.open();
    await portal.isKeptWhole();
    await portal.isAsPublished();
  });

  test(`a program that the worker is answered ${how} leaves nothing behind, and the right one later is kept`, async ({
    page,
    portal,
    host,
  }) => {
    const program = await programOf(host);
    answerWrongly(host, [program], wrong, { toWorker: true });
    await portal.open(LESSON);
    // Once for the page, twice for the worker: the second time past every cache.
    await expect.poll(() => host.asked.filter((path) => path === `/${program}`).length).toBe(3);
    await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
    await page.getByRole("main").getByRole("link", { name: "下一篇" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "议行分设" })).toBeVisible();
    host.faults = {};
    await portal.open();
    await portal.isKeptWhole();
    await portal.isAsPublished();
  });
}

const ANOTHER_PAGE = {
  "with another page of the portal": (answer, { host }) => ({ ...answer, body: readFileSync(join(host.folder, "index.html")) }),
};

for (const [how, wrong] of Object.entries({ ...WRONG, ...ANOTHER_PAGE })) {
  test(`a kept page that is answered ${how} when it is looked for again stays as it was`, async ({ page, portal, host }) => {
    await portal.open();
    await portal.isKeptWhole();
    await portal.isReadyForOffline();
    answerWrongly(host, [LESSON], (answer) => wrong(answer, { host }));
    host.asked.length = 0;
    await portal.open(LESSON);
    await expect.poll(() => host.asked).toContain(`/${LESSON}`);
    await portal.open(LESSON);
    await host.stop();
    await portal.open(LESSON);
    await expect(page.locator("#text")).toContainText(WORDS);
    await portal.isAsPublished();
  });
}

/** The address of the program, as the front page names it. */
async function programOf(host) {
  return /data-wasm="([^"]+)"/.exec(await (await fetch(host.url())).text())[1];
}
