// Plain http at a name that is no secure context, as in a village hall's own network: everything works but keeping pages.
import { expect, test } from "./support/test.js";

const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";
const NAME = "huaide.test";

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    await use({ ...launchOptions, args: [...launchOptions.args, `--host-resolver-rules=MAP ${NAME} 127.0.0.1`] });
  },
});

test.beforeEach(({ host }) => {
  host.name = NAME;
});

test("without a secure connection texts, progress and bookmarks work, and the settings say what does not", async ({
  page,
  portal,
  context,
}) => {
  await context.clock.install();
  await portal.open(LESSON);
  expect(await page.evaluate(() => globalThis.isSecureContext)).toBe(false);
  await portal.bookmark();
  await portal.read(LESSON);
  const words = await portal.readTo(9);
  await portal.open("record/");
  await expect(page.getByText("改名")).toBeVisible();
  await expect(page.locator("#reading .entries")).toContainText("学习中");
  await portal.open(LESSON);
  await expect.poll(() => portal.atTop()).toBe(words);
  await page.getByRole("link", { name: "设置" }).evaluate((link) => link.click());
  await expect(page.getByText("这个浏览器或这种连接（不是 https）不能保存页面供离线时读")).toBeVisible();
  await expect(page.getByText("到现在为止的记录都已写到磁盘上")).toBeVisible();
  expect(await page.evaluate(() => "serviceWorker" in navigator)).toBe(false);
});
