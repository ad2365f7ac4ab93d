// A computer that many share: who leaves without a word leaves it to the next one.
import { expect, test } from "./support/test.js";
import { Learners } from "./support/learners.js";

const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";
const SECOND = "lessons/shequ-zizhi/02-who-decides-who-acts/";
const asks = ({ page }) => expect(page.getByRole("heading", { name: "还在学吗？" })).toBeVisible();
const isChooser = ({ page }) => expect(page.getByText("请选一位。")).toBeVisible();

/** A room with 老王 and 小明, who is learning; idle for five minutes ends a turn. */
async function room(portal) {
  const learners = new Learners(portal);
  await portal.page.clock.install();
  await learners.add("老王");
  await learners.add("小明");
  await portal.page.getByLabel("没人动就回到").check();
  await expect(portal.page.getByRole("status").filter({ hasText: "活动室模式已打开" })).toBeVisible();
  return learners;
}

/** Lets minutes go by without a sign of life, and waits until it is asked whether somebody is there. */
async function idle(portal, minutes = 6) {
  for (let passed = 0; passed < minutes * 2; passed += 1) {
    if (portal.page.url().includes("learners/?at=")) break;
    await portal.page.clock.runFor(30_000);
  }
  await portal.page.waitForURL(/learners\/\?at=/);
  await portal.appRuns();
}

test("after idle minutes and a minute's notice a text goes back to the choice, and the reading is kept", async ({ page, portal }) => {
  await room(portal);
  await portal.open(LESSON);
  await portal.isNotedDown(LESSON);
  await idle(portal);
  await asks(portal);
  await expect(page.getByText(/还有 \d+ 秒/)).toBeVisible();
  await page.clock.runFor(61_000);
  await isChooser(portal);
  expect(await page.evaluate(() => localStorage.getItem("huaide.learner"))).toBeNull();
  const { events } = await portal.record(({ events }) => events.some((event) => event.includes('"read"')));
  expect(events.length).toBeGreaterThan(2);
});

test("any key during the notice leads back to the text", async ({ page, portal }) => {
  await room(portal);
  await portal.open(LESSON);
  await idle(portal);
  await asks(portal);
  await page.keyboard.press("Shift");
  await page.waitForURL((url) => url.pathname === `/${LESSON}`);
  await portal.appRuns();
  await portal.bookmark();
});

test("who moves is not asked", async ({ page, portal }) => {
  await room(portal);
  await portal.open(LESSON);
  for (let minute = 0; minute < 8; minute += 1) {
    await page.clock.runFor(60_000);
    await page.keyboard.press("ArrowDown");
  }
  expect(page.url()).toContain(LESSON);
});

test("while nobody is chosen every page leads to the choice, and back", async ({ page, portal }) => {
  const learners = await room(portal);
  await page.evaluate(() => localStorage.removeItem("huaide.learner"));
  await page.goto(portal.host.url(SECOND));
  await page.waitForURL(/learners\/\?at=/);
  await portal.appRuns();
  await isChooser(portal);
  await page.getByRole("button", { name: "切换到老王" }).click();
  await page.waitForURL((url) => url.pathname === `/${SECOND}`);
  await portal.appRuns();
  await portal.bookmark();
  await learners.open();
  await learners.isLearning("老王");
});

test("a visitor who only looks is let in, and nothing of theirs stays", async ({ page, portal }) => {
  const learners = await room(portal);
  await page.evaluate(() => localStorage.removeItem("huaide.learner"));
  await page.goto(portal.host.url(SECOND));
  await page.waitForURL(/learners\/\?at=/);
  await page.getByRole("button", { name: "只看看，不记录" }).click();
  await page.waitForURL((url) => url.pathname === `/${SECOND}`);
  await portal.appRuns();
  await portal.bookmark();
  await learners.open();
  await page.getByRole("button", { name: "看完了，清除本次记录" }).click();
  await isChooser(portal);
  await portal.record(({ events, drafts }) => !JSON.stringify([events, drafts]).includes("bookmarked") && drafts.length === 0);
});

test("where the choice cannot be drawn, a guest reads all the same", async ({ page, host, portal, expected }) => {
  expected.push(/404 \(Not Found\)|MIME|Failed to load/);
  await room(portal);
  await page.evaluate(async () => {
    localStorage.removeItem("huaide.learner");
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  });
  const wasm = await page.locator("html").getAttribute("data-wasm");
  host.faults[wasm] = (_request, response) => response.writeHead(404).end();
  await page.goto(host.url("learners/"));
  await portal.appIsOff();
  await page.goto(host.url(SECOND));
  await portal.appRuns();
  expect(page.url()).toContain(SECOND);
});
