// A record that cannot be opened or is not whole is never taken for an empty one: each case has its own words.
import { expect, test } from "./support/test.js";
import { databaseVersion, deleteDatabase, makeDatabase } from "./support/database.js";

const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";
const WHOLE = { events: {}, drafts: {}, about: {} };

const REFUSALS = {
  "throws at opening": () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("refused", "SecurityError");
    };
  },
  "has no database": () => Object.defineProperty(globalThis, "indexedDB", { value: undefined }),
};

for (const [how, refuse] of Object.entries(REFUSALS)) {
  test(`a browser that ${how} is named on every page, and what is marked is there as long as the page`, async ({ page, portal }) => {
    await page.addInitScript(refuse);
    await portal.open(LESSON);
    await portal.warns("这个浏览器不允许保存学习记录");
    await portal.bookmark();
    await expect(page.getByRole("button", { name: "删书签" })).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: "下一篇" }).click();
    await portal.warns("这个浏览器不允许保存学习记录");
    await page.getByRole("link", { name: "学习记录" }).click();
    await expect(page).toHaveURL(/record\/$/);
    await portal.warns("这个浏览器不允许保存学习记录");
  });
}

test("a record of a newer version of the portal is named and left alone", async ({ page, portal }) => {
  await makeDatabase(portal, { version: 999, stores: WHOLE });
  await portal.open(LESSON);
  await portal.warns("学习记录是更新的版本写的");
  await expect(page.locator("#text")).toContainText("居民自治");
  expect(await databaseVersion(portal)).toBe(999);
});

test("a damaged record is named", async ({ page, portal }) => {
  await makeDatabase(portal, { version: 1, stores: { events: {} } });
  await portal.open(LESSON);
  await portal.warns("学习记录打不开，可能已损坏");
  await expect(page.locator("#text")).toContainText("居民自治");
});

test("single newer or unreadable records are counted in the settings and left alone", async ({ page, portal }) => {
  const id = (number) => `019ab1a0-0000-7000-8000-00000000000${number}`;
  const events = { [id(1)]: '{"v":999,"event":{"shape":"unknown"}}', [id(2)]: '{"v":1000}', [id(3)]: "{" };
  await makeDatabase(portal, { version: 1, stores: { ...WHOLE, events } });
  await portal.open(LESSON);
  await portal.bookmark();
  await portal.open("settings/");
  await expect(page.getByText("有 1 条读不出来，0 条不见了，2 条是新版本写的")).toBeVisible();
  const record = await portal.record((record) => record.events.length >= 4);
  expect(record.events).toEqual(expect.arrayContaining(Object.values(events)));
});

test("records that went missing between two visits are missed", async ({ page, portal }) => {
  await portal.open(LESSON);
  await portal.bookmark();
  await portal.open();
  const { events } = await portal.record(({ events }) => events.length > 0);
  await expect(page.getByRole("alert")).toBeEmpty();
  await deleteDatabase(portal);
  await portal.open();
  await portal.warns(`有 ${events.length} 条以前保存过的学习记录不见了`);
});
