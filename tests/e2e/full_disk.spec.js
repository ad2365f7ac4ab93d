// A full disk: said at once, nothing lost that was saved, and saving goes on when there is room again.
import { expect, test } from "./support/test.js";
import { fillDatabase } from "./support/database.js";

const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";
const bookmarks = ({ events }) => events.filter((event) => event.includes("bookmarked")).length;

// Without kept pages the learner's record is all that takes room.
test.use({ siteName: "retired" });

test("a full disk is named within two seconds, older work is whole, and saving resumes when there is room", async ({
  page,
  portal,
  host,
  context,
}) => {
  const browser = await context.newCDPSession(page);
  const { origin } = new URL(host.url());
  await browser.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 500_000 });
  await portal.open(LESSON);
  await portal.bookmark();
  await fillDatabase(portal);
  await portal.readTo(9);
  await page.getByRole("button", { name: "加书签" }).click();
  await expect(page.getByRole("alert")).toContainText("未保存：存储空间满了", { timeout: 2_000 });
  await expect(page.getByRole("button", { name: "加书签" })).toHaveAttribute("aria-pressed", "false");
  await expect(page.locator("#text")).toContainText("居民自治");
  await portal.record((record) => bookmarks(record) === 1);
  await browser.send("Storage.overrideQuotaForOrigin", { origin });
  await page.getByRole("button", { name: "加书签" }).click();
  await expect(page.getByRole("alert")).toBeEmpty();
  await portal.record((record) => bookmarks(record) === 2);
});
