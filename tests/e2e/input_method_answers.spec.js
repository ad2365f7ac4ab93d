// Chinese typed through an input method into an answer: nothing is written back while composing, what was composed is graded, and a
// reload in the middle loses nothing.
import { expect, test } from "./support/test.js";
import { goTo } from "./support/questions.js";

const BANK = "questions/shequ-zizhi-1/";

/** Composes as an input method does: the letters, then the characters that replace them. */
async function compose(page, letters, characters) {
  const client = await page.context().newCDPSession(page);
  for (let end = 1; end <= letters.length; end++) {
    await client.send("Input.imeSetComposition", { text: letters.slice(0, end), selectionStart: end, selectionEnd: end });
  }
  return async () => client.send("Input.insertText", { text: characters });
}

/** Counts how often the program writes to the field. */
const watch = (field) =>
  field.evaluate((input) => {
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
    globalThis.written = 0;
    Object.defineProperty(input, "value", {
      get() {
        return get.call(this);
      },
      set(text) {
        globalThis.written += 1;
        set.call(this, text);
      },
    });
    new MutationObserver((changes) => (globalThis.written += changes.length)).observe(input, { attributes: true });
  });

test("nothing is written back while composing, and what was composed is graded", async ({ page, portal }) => {
  await portal.open(BANK);
  await goTo(page, 4);
  const field = page.getByLabel("答：");
  await watch(field);
  await field.focus();
  const commit = await compose(page, "tebie", "特别");
  await expect(field).toHaveValue("tebie");
  await commit();
  await expect(field).toHaveValue("特别");
  expect(await page.evaluate(() => globalThis.written)).toBe(0);
  await page.getByRole("button", { name: "答好了" }).click();
  await expect(page.locator(".feedback [role=status]")).toContainText("答对了");
});

test("a button pressed in the middle of composing takes what stands in the field", async ({ page, portal }) => {
  await portal.open(BANK);
  await goTo(page, 4);
  const field = page.getByLabel("答：");
  await field.focus();
  await compose(page, "特别", "");
  await page.getByRole("button", { name: "答好了" }).click();
  await expect(page.locator(".feedback [role=status]")).toContainText("答对了");
});

test("a reload in the middle of composing loses nothing that was written", async ({ page, portal }) => {
  await portal.open(BANK);
  await goTo(page, 4);
  const field = page.getByLabel("答：");
  await field.focus();
  const commit = await compose(page, "tebie", "特别");
  await commit();
  await compose(page, "faren", "法人");
  await expect(field).toHaveValue("特别faren");
  await page.reload();
  await portal.appRuns();
  await expect(page.getByLabel("答：")).toHaveValue(/^特别/);
});
