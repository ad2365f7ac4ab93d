// "Saved" is said when it is on the disk, and not before; what could not be saved is said as soon.
import { expect, test } from "./support/test.js";
import { openBare } from "./support/database.js";

const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";

test("a bookmark is shown and told of only when the browser has completed the writing", async ({ page, portal }) => {
  await page.addInitScript(holdCompletion);
  await portal.open(LESSON);
  // What opens the record must not be held.
  await expect(page.getByRole("button", { name: "加书签" })).toBeEnabled();
  const witness = await portal.tab();
  await openBare(witness);
  await witness.record();
  await page.evaluate(() => (globalThis.holds = []));
  await page.getByRole("button", { name: "加书签" }).click();
  await witness.record(({ events }) => events.some((event) => event.includes("bookmarked")));
  await expect(page.getByText("已加书签")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "加书签" })).toHaveAttribute("aria-pressed", "false");
  await page.evaluate(() => {
    for (const call of globalThis.holds) call();
    globalThis.holds = undefined;
  });
  await expect(page.getByText("已加书签")).toBeVisible();
});

test("a bookmark whose writing was given up is not shown or told of, and the next one is saved", async ({ page, portal }) => {
  await page.addInitScript(() => {
    // What was committed early cannot be given up: whether it was by then would be a matter of speed.
    IDBTransaction.prototype.commit = () => {};
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...record) {
      const request = put.apply(this, record);
      if (globalThis.givesUp) request.addEventListener("success", () => this.transaction.abort());
      return request;
    };
  });
  await portal.open(LESSON);
  await expect(page.getByRole("button", { name: "加书签" })).toBeEnabled();
  await page.evaluate(() => (globalThis.givesUp = true));
  await page.getByRole("button", { name: "加书签" }).click();
  await portal.warns("未保存");
  await expect(page.getByText("已加书签")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "加书签" })).toHaveAttribute("aria-pressed", "false");
  await page.evaluate(() => (globalThis.givesUp = false));
  await portal.bookmark();
  await expect(page.getByRole("alert")).toBeEmpty();
});

/** Runs in the page: what waits for the completion of a transaction on events waits, while `holds` is a list, until the test lets it go. */
function holdCompletion() {
  const { get, set } = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, "oncomplete");
  const isHeld = (event) => globalThis.holds && event.target.objectStoreNames.contains("events");
  const held = (call) => (event) => (isHeld(event) ? globalThis.holds.push(() => call(event)) : call(event));
  Object.defineProperty(IDBTransaction.prototype, "oncomplete", {
    get,
    set(call) {
      set.call(this, call && held((event) => call.call(this, event)));
    },
  });
  const listen = IDBTransaction.prototype.addEventListener;
  IDBTransaction.prototype.addEventListener = function (name, call, options) {
    const calls = (event) => (typeof call === "function" ? call.call(this, event) : call.handleEvent(event));
    listen.call(this, name, name === "complete" ? held(calls) : call, options);
  };
}
