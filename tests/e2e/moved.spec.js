// Lessons that were edited, moved to another folder and renamed: progress, the place and bookmarks stay with them, and old addresses
// lead to the new ones.
import { readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { edit, publish } from "./support/sites.js";
import { expect, test } from "./support/test.js";
import { stretches } from "./support/portal.js";

const OLD = "lessons/shequ-zizhi/01-what-is-self-government/";
const NEW = "lessons/zizhi/01-renamed/";
const NEXT = "lessons/zizhi/02-who-decides-who-acts/";

const OLD_FOLDER = "lessons/shequ-zizhi/";

/** The sample portal after its organiser renamed a series' folder and a lesson, and wrote a paragraph more. */
function move(folder) {
  const series = join(folder, "lessons/zizhi");
  renameSync(join(folder, OLD_FOLDER), series);
  // Links of other texts first, then the old addresses.
  for (const name of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".md"))) {
    edit(join(folder, name), (text) =>
      text.replaceAll("shequ-zizhi/0", "zizhi/0").replaceAll("01-what-is-self-government.md", "01-renamed.md"),
    );
  }
  edit(join(series, "series.toml"), (text) => `aliases = ["${OLD_FOLDER}"]\n${text}`);
  for (const name of readdirSync(series).filter((name) => name.endsWith(".md"))) {
    const old = `${OLD_FOLDER}${name.replace(".md", "/")}`;
    edit(join(series, name), (text) => text.replace("+++\n", `+++\naliases = ["${old}"]\n`));
  }
  renameSync(join(series, "01-what-is-self-government.md"), join(series, "01-renamed.md"));
  edit(join(series, "01-renamed.md"), (text) => text.replace(/\n\n## /, "\n\n这一段是后来加的。\n\n## "));
}

/** Someone finishes nothing, but reads half, puts a bookmark, and leaves; then the portal is another one. */
async function readThenMove(portal) {
  await portal.page.clock.install();
  await portal.page.addInitScript(() => localStorage.setItem("huaide.keep", '"stopped"'));
  await portal.open(OLD);
  const words = await portal.readTo(20);
  await portal.bookmark();
  await portal.readFor(10);
  await portal.record((record) => stretches(record).some(({ place }) => place.before.length > 16));
  await portal.isKept(OLD);
  await portal.page.close();
  portal.host.folder = publish("moved", { edit: move });
  return words;
}

test("an old address leads to the new one, and there the reader stands where they stopped", async ({ portal }) => {
  const words = await readThenMove(portal);
  const first = await portal.tab();
  // What was kept of the old address is shown once more, and renewed behind it.
  await first.page.goto(first.host.url(OLD));
  const kept = () => first.page.evaluate(async (url) => (await caches.match(url))?.text() ?? "", first.host.url(OLD));
  await expect.poll(kept).toContain("01-renamed");
  await first.page.goto(first.host.url(OLD));
  await expect(first.page).toHaveURL(first.host.url(NEW));
  await first.appRuns();
  await expect(first.page.locator("#text")).toContainText("这一段是后来加的");
  await expect.poll(() => first.atTop()).toBe(words);
});

test("marks, the bookmark and the next step stand with the lesson at its new address", async ({ portal }) => {
  const words = await readThenMove(portal);
  const later = await portal.tab();
  await later.page.goto(later.host.url("lessons/zizhi/"));
  await later.appRuns();
  const line = later.page.locator(".lessons li").filter({ hasText: "居民自治" }).first();
  await expect(line.locator("[data-status=started]")).toBeVisible();
  await later.open(NEW);
  await expect(later.page.locator("#text [data-bookmarked]")).toHaveText(words);
  await later.page.getByRole("main").getByRole("link", { name: "下一篇" }).click();
  await expect(later.page).toHaveURL(later.host.url(NEXT));
});
