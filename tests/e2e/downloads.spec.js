// What a learner takes away to read elsewhere: tables for Excel and WPS, statements for a Learning Record Store.
import { expect, test } from "./support/test.js";
import { Learners } from "./support/learners.js";

const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";

test("tables are saved with a byte order mark and Chinese headings, under a name that says whose they are", async ({ page, portal }) => {
  const learners = new Learners(portal);
  await learners.add("老王/支部");
  const ledger = await learners.saved(page.getByRole("button", { name: "学时台账（CSV）" }));
  expect(ledger.name).toMatch(/^怀德学苑-学时台账-老王_支部-\d{4}-\d\d-\d\d\.csv$/);
  expect(ledger.text).toMatch(/^\ufeff日期,类别,内容,方式,学时,来源,备注\r\n/);
  const answers = await learners.saved(page.getByRole("button", { name: "答题记录（CSV）" }));
  expect(answers.text).toMatch(/^\ufeff日期,题库,题号,题目,/);
});

test("statements name nobody, and tell what was read", async ({ page, portal }) => {
  await page.clock.install();
  const learners = new Learners(portal);
  await learners.add("老王");
  await portal.open(LESSON);
  await portal.isNotedDown(LESSON);
  await learners.open();
  await portal.record(({ events }) => events.some((event) => event.includes('"read"')));
  const { name, text } = await learners.saved(page.getByRole("button", { name: "学习记录（xAPI）" }));
  expect(name).toMatch(/\.json$/);
  expect(text).not.toContain("老王");
  const [statement] = JSON.parse(text);
  expect(statement.object.id).toBe(portal.host.url(LESSON));
  expect(statement.actor.account.homePage).toBe(portal.host.url());
});
