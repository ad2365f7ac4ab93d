// Practising, as tests need it again and again.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { openBare } from "./database.js";

/** A moment of the days on which the tests practise: day 0 is a Monday. */
export const morning = (day) => new Date(Date.UTC(2026, 10, 23 + day, 1, 30));

/** Opens practice on a day; the clock must be installed. */
export async function practise(portal, day = 0) {
  await portal.page.clock.setSystemTime(morning(day));
  await portal.open("practice/");
  await expect(portal.page.locator("#rhythm")).toBeVisible();
}

export const five = (page) => page.locator("#five");
export const step = (page, number) => five(page).locator(".five-steps button").nth(number - 1);

/** Practises by recalling from now on. */
export const recalls = (page) => page.addInitScript(() => localStorage.setItem("huaide.practice", "recall"));

/** Says of the question that is shown in a section whether it was known, and waits until that is on the disk. */
export async function say(section, words) {
  await section.getByRole("button", { name: "看答案" }).click();
  await section.getByRole("button", { name: words, exact: true }).click();
  await expect(section.getByRole("status").filter({ hasText: "已记下" })).toBeVisible();
}

/** Goes on in a section. */
export const goOn = (section) => section.locator(".ways-on .next").click();

/** The ids of today's five, in their order. */
export async function idsOfFive(page) {
  const ids = [];
  const count = await five(page).locator(".five-steps button").count();
  for (let number = 1; number <= count; number++) {
    await step(page, number).click();
    await expect(five(page).locator(".question h2")).toContainText(`第 ${number} 题`);
    ids.push((await five(page).locator(".question").getAttribute("id")).slice(2));
  }
  return ids;
}

/** Answers the first question of a bank wrong, as on its own page. */
export async function answerWrong(portal, day = 0) {
  await portal.page.clock.setSystemTime(morning(day));
  await portal.open("questions/shequ-zizhi-1/");
  await portal.page.getByLabel("物业公司在小区里的服务部").check();
  await portal.page.getByRole("button", { name: "答好了" }).click();
  await expect(portal.page.locator(".feedback [role=status]")).toContainText("不对");
  await deeds(portal, "answered", 1);
}

/** Every deed of studying of a kind in the log, once there are as many as that. */
export async function deeds(portal, kind, count) {
  const all = ({ events }) => events.map((line) => JSON.parse(line).event.deed.study?.[kind]).filter(Boolean);
  return all(await portal.record((record) => all(record).length >= count));
}

/** The address of the file of a bank. */
export function bankFile(host, bank) {
  const name = readdirSync(join(host.folder, "study")).find((name) => name.startsWith(`${bank}-`));
  return `study/${name}`;
}

/** The address of the index of what there is to study. */
export const indexFile = (host) => /"study":"([^"]+)"/.exec(readFileSync(join(host.folder, "practice/index.html"), "utf8"))[1];

/** All that a browser keeps of the portal: the database, as pairs of keys and values, and localStorage. */
export const kept = (page) =>
  page.evaluate(async () => {
    const database = await new Promise((done) => {
      indexedDB.open("huaide").onsuccess = ({ target }) => done(target.result);
    });
    const all = (request) => new Promise((done) => (request.onsuccess = () => done(request.result)));
    const stores = {};
    for (const name of database.objectStoreNames) {
      const store = database.transaction(name).objectStore(name);
      const [keys, values] = await Promise.all([all(store.getAllKeys()), all(store.getAll())]);
      stores[name] = keys.map((key, at) => [key, values[at]]);
    }
    database.close();
    return { stores, local: { ...localStorage } };
  });

/** Makes another device keep the same, and nothing else. */
export async function keep(portal, { stores, local }) {
  await portal.open();
  await portal.record(({ about }) => about.length > 0);
  await openBare(portal);
  await portal.page.evaluate(
    async ({ stores, local }) => {
      const database = await new Promise((done) => {
        indexedDB.open("huaide").onsuccess = ({ target }) => done(target.result);
      });
      const transaction = database.transaction(Object.keys(stores), "readwrite");
      for (const [name, lines] of Object.entries(stores)) {
        const store = transaction.objectStore(name);
        store.clear();
        for (const [key, value] of lines) store.put(value, key);
      }
      await new Promise((done) => (transaction.oncomplete = done));
      database.close();
      Object.assign(localStorage, local);
    },
    { stores, local },
  );
}
