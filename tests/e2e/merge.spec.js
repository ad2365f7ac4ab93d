// Two devices of one learner, without a server between them: a file each way, and both have the same record.
import { expect, test } from "./support/test.js";
import { Learners, events } from "./support/learners.js";
import { Portal } from "./support/portal.js";

const FIRST = "lessons/shequ-zizhi/01-what-is-self-government/";
const SECOND = "lessons/shequ-zizhi/02-who-decides-who-acts/";

/** Puts a bookmark and leaves again; what was read is in the record then, and a backup has it. */
async function marks(portal, address) {
  await portal.open(address);
  await portal.bookmark();
  await portal.record(({ drafts }) => drafts.length === 1);
  await portal.open("learners/");
  await portal.record(({ drafts }) => drafts.length === 0);
}

test("two devices that took each other's file in have the same record", async ({ page, portal, browser, host }) => {
  const other = new Portal(await (await browser.newContext()).newPage(), host);
  const [here, there] = [new Learners(portal), new Learners(other)];
  await here.add("老王");
  await there.merge((await here.backup()).text, "合并完成：新增 1 条。");
  await marks(portal, FIRST);
  await marks(other, SECOND);
  const [mine, theirs] = [(await here.backup()).text, (await there.backup()).text];
  await here.merge(theirs, "合并完成");
  await there.merge(mine, "合并完成");
  const merged = events(await portal.record());
  expect(merged.filter((event) => event.includes("bookmarked"))).toHaveLength(2);
  expect(events(await other.record())).toEqual(merged);
  await portal.open("record/");
  await expect(page.getByText("改名")).toHaveCount(2);
  await other.page.context().close();
});

test("records of a newer version are carried along unchanged", async ({ portal }) => {
  const learners = new Learners(portal);
  await learners.add("老王");
  await portal.page.evaluate(
    () =>
      new Promise((done) => {
        indexedDB.open("huaide").onsuccess = ({ target: { result: database } }) => {
          const transaction = database.transaction("events", "readwrite");
          const id = "019aa000-0000-7000-8000-0000000000aa";
          const learner = localStorage.getItem("huaide.learner");
          transaction.objectStore("events").put(`{"v":99,"event":{"id":"${id}","learner":"${learner}","order":7,"of":"2030"}}`, id);
          transaction.oncomplete = () => (database.close(), done());
        };
      }),
  );
  const { text } = await learners.backup();
  expect(text).toContain('"of":"2030"');
  await learners.merge(text, "没有新内容");
});
