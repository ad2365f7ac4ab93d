// Chinese comes through an input method: nothing is written into a field while it composes, and a reload in the middle loses nothing.
import { Notes } from "./support/notes.js";
import { expect, test } from "./support/test.js";

const LESSON = "lessons/samples/01-everything/";

test.use({ siteName: "texts" });

/** An input method: composes letters, then puts words in their place. */
async function inputMethod(page) {
  const session = await page.context().newCDPSession(page);
  return {
    compose: (text) => session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length }),
    commit: (text) => session.send("Input.insertText", { text }),
  };
}

/** The study note, to be written in. */
async function begin(portal) {
  await portal.open(LESSON);
  await portal.page.getByRole("button", { name: "写心得" }).click();
  const field = portal.page.getByLabel("写给自己的");
  await expect(field).toBeFocused();
  return field;
}

test("while it composes, letters are neither counted nor kept, and nothing is written back", async ({ page, portal }) => {
  const field = await begin(portal);
  const count = page.locator(".reflection summary");
  const method = await inputMethod(page);
  for (const letters of ["s", "sh", "shang liang"]) await method.compose(letters);
  await expect(field).toHaveValue("shang liang");
  await expect(count).toContainText("0 字");
  expect((await portal.record()).slips).not.toContain("shang liang");
  await method.commit("商量");
  await expect(field).toHaveValue("商量");
  await expect(count).toContainText("2 字");
  await method.compose("zhe");
  await expect(field).toHaveValue("商量zhe");
  await expect(count).toContainText("2 字");
  await method.commit("着办");
  await expect(field).toHaveValue("商量着办");
  await portal.record(({ slips }) => slips.includes("商量着办"));
});

test("a reload in the middle of composing keeps what was composed before", async ({ page, portal }) => {
  await begin(portal);
  const method = await inputMethod(page);
  await method.compose("xian");
  await method.commit("先听大家的，");
  await portal.record(({ slips }) => slips.includes("先听大家的，"));
  await method.compose("zai jue ding");
  await page.reload();
  await portal.appRuns();
  await page.getByRole("button", { name: "写心得" }).click();
  await expect(page.getByLabel("写给自己的")).toHaveValue("先听大家的，");
});

test("a note in the margin composes in peace, even while the log grows in another tab", async ({ page, portal }) => {
  await portal.open(LESSON);
  const notes = new Notes(portal);
  await notes.begin();
  await notes.select("院子里的灯坏了三天");
  await notes.tools.getByRole("button", { name: "写旁注" }).click();
  const field = notes.panel.getByLabel("旁注");
  await expect(field).toBeFocused();
  // A tab that comes to the front ends what another one composes, so it is there before.
  const other = await portal.tab();
  await other.open(LESSON);
  const elsewhere = new Notes(other);
  await elsewhere.begin();
  await page.bringToFront();
  const method = await inputMethod(page);
  await method.commit("先报修，");
  await method.compose("zai kai hui");
  await elsewhere.select("记账的是退休的老会计");
  // A tab behind another draws nothing: the browser tells it neither of the selection nor of a pointer.
  await other.page.evaluate(() => document.dispatchEvent(new Event("selectionchange")));
  await elsewhere.tools.getByRole("button", { name: "重点" }).dispatchEvent("click");
  await expect(notes.mark_of("记账的是退休的老会计")).toHaveCount(1);
  await expect(field).toHaveValue("先报修，zai kai hui");
  await method.commit("再开会");
  await expect(field).toHaveValue("先报修，再开会");
  await portal.record(({ slips }) => slips.includes("先报修，再开会"));
});
