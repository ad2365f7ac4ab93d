// Without a network: every page that was kept opens as it does with one, and what was not kept says so.
import { expect, test } from "./support/test.js";

const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";
const UNKEPT = "lessons/weichengnian-baohu/02-bullying/";

/** The addresses of lessons. */
const TEXT = /^lessons\/.+\/.+\/$/;

const WAYS = {
  "the server stopped": ({ host }) => host.stop(),
  "the device offline": ({ context }) => context.setOffline(true),
};

for (const [how, disconnect] of Object.entries(WAYS)) {
  test(`with ${how}, every page opens cold and clicking through works`, async ({ page, portal, host, context }) => {
    await portal.open();
    await portal.isKeptWhole();
    await page.close();
    await disconnect({ host, context });
    host.asked.length = 0;
    const cold = await portal.tab();
    for (const address of portal.pages()) {
      await cold.open(address);
      await expect(cold.page).toHaveURL(host.url(address));
      await expect(cold.page.locator("main h1")).toBeVisible();
      if (TEXT.test(address)) expect((await cold.page.locator("#text").innerText()).length).toBeGreaterThan(500);
      await cold.picturesShow();
    }
    await clickThrough(cold);
    // The browser itself looks for a newer worker, also where the page is told that there is no network.
    expect(host.asked.filter((path) => path !== "/sw.js")).toEqual([]);
  });

  test(`with ${how}, an address that was not kept says so, leads on and is tried again`, async ({ portal, host, context }) => {
    await portal.page.addInitScript(() => localStorage.setItem("huaide.keep", '"stopped"'));
    await portal.open();
    await portal.isReadyForOffline();
    await disconnect({ host, context });
    const cold = await portal.tab();
    await cold.open(UNKEPT);
    await expect(cold.page.getByRole("heading", { name: "这一页还没有保存在这台设备上" })).toBeVisible();
    await cold.page.getByRole("main").getByRole("link", { name: "课程" }).click();
    await expect(cold.page).toHaveURL(host.url("lessons/"));
    await cold.page.goBack();
    await cold.appRuns();
    await (host.server ? context.setOffline(false) : host.start());
    await cold.page.getByRole("button", { name: "再试一次" }).click();
    await expect(cold.page.getByRole("heading", { level: 1, name: "学生欺凌" })).toBeVisible();
  });
}

test("an open lesson is kept at once with its pictures, even where keeping by itself is off", async ({ page, portal, host }) => {
  await page.addInitScript(() => localStorage.setItem("huaide.keep", '"stopped"'));
  await portal.open();
  await page.goto(host.url(LESSON));
  await portal.isKept(LESSON);
  await expect.poll(async () => (await portal.kept()).filter((address) => address.startsWith("media/")).length).toBe(
    await page.locator("#text img").count(),
  );
  expect(await portal.kept()).not.toContain(UNKEPT);
  await portal.isReadyForOffline();
  await host.stop();
  const cold = await portal.tab();
  await cold.open(LESSON);
  await cold.picturesShow();
});

/** From the front page to a lesson and on to the next, by links only. */
async function clickThrough({ page, host }) {
  await page.goto(host.url());
  await page.getByRole("link", { name: "课程", exact: true }).click();
  await page.getByRole("main").getByRole("link", { name: "社区自治与议行分设" }).click();
  await page.getByRole("main").getByRole("link", { name: "居民自治是什么" }).click();
  await expect(page.locator("#text")).toContainText("居民自治");
  await page.getByRole("main").getByRole("link", { name: "下一篇" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "议行分设" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-app-state", "on");
}
