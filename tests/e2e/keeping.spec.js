// What is kept is the reader's to decide, and the settings tell how it stands.
import { expect, test } from "./support/test.js";
import { send } from "./support/host.js";

const SERIES = "社区自治与议行分设";
const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";
const stopped = () => localStorage.setItem("huaide.keep", '"stopped"');
const isOf = (portal, pack) => {
  const own = portal.files().filter((file) => file.pack === pack).map(({ address }) => address);
  return (address) => own.includes(address);
};

/** How many packs the portal has. */
const packs = (portal) => new Set(portal.files().map(({ pack }) => pack)).size;

test("the settings tell what is kept, how much it is, and whether the browser promised to leave it", async ({ page, portal }) => {
  await portal.open("settings/");
  await portal.isKeptWhole();
  await expect(page.locator(".packs li").filter({ hasText: "已保存" }).filter({ hasNotText: "%" })).toHaveCount(packs(portal));
  const bytes = portal.files().reduce((sum, file) => sum + file.bytes, 0);
  const told = async () => Number(/([\d.]+) *MB/.exec(await page.getByText("现在共保存").innerText())?.[1]) * 1e6;
  // The app itself is counted too.
  await expect.poll(told).toBeGreaterThan(bytes - 1e5);
  await expect(page.getByText("还没有获准长期保留")).toBeVisible();
  await page.getByRole("button", { name: "申请长期保留" }).click();
  await expect(page.getByText("已向浏览器申请")).toBeVisible();
});

test("keeping by itself can be stopped and taken up again", async ({ page, portal }) => {
  await page.addInitScript(() => sessionStorage.getItem("once") ?? localStorage.setItem("huaide.keep", '"stopped"'));
  await page.addInitScript(() => sessionStorage.setItem("once", "1"));
  await portal.open("settings/");
  await portal.isReadyForOffline();
  await expect(page.getByText("自动保存已停止")).toBeVisible();
  expect((await portal.kept()).filter((address) => address.startsWith("media/"))).toEqual([]);
  await page.getByRole("button", { name: "全部自动保存" }).click();
  await portal.isKeptWhole();
  await page.getByRole("button", { name: "停止自动保存" }).click();
  await portal.open("settings/");
  await expect(page.getByText("自动保存已停止")).toBeVisible();
  await portal.isKeptWhole();
});

test("a chosen series is kept, and dropped when wanted no more, but for the page that is open", async ({ page, portal }) => {
  await page.addInitScript(stopped);
  await portal.open("settings/");
  const isOfSeries = isOf(portal, "shequ-zizhi");
  const kept = async () => (await portal.kept()).filter(isOfSeries).length;
  await portal.isReadyForOffline();
  expect(await kept()).toBe(0);
  const reading = await portal.tab();
  await reading.open(LESSON);
  await page.getByRole("checkbox", { name: SERIES }).click();
  await expect.poll(kept).toBe(portal.files().filter(({ address }) => isOfSeries(address)).length);
  await expect(page.locator(".packs li").filter({ hasText: SERIES })).toContainText("已保存");
  expect(await portal.kept()).not.toContain("lessons/weichengnian-baohu/");
  await page.getByRole("checkbox", { name: SERIES }).click();
  const pages = async () => (await portal.kept()).filter((address) => isOfSeries(address) && address.endsWith("/"));
  await expect.poll(pages).toEqual([LESSON]);
});

test("a device that saves data keeps nothing but what was opened", async ({ page, portal }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  await onlyOpened(portal);
});

test("a portal of more than twenty megabytes is not kept whole by itself", async ({ portal, host }) => {
  host.faults["packs/index.json"] = (request, response, answer) => {
    const index = JSON.parse(answer.body);
    index.packs[1].bytes = 20_000_000;
    send(response, { ...answer, body: Buffer.from(JSON.stringify(index)) });
  };
  await onlyOpened(portal, () => portal.isKept("packs/index.json"));
  // The lists of a large portal are many: none was asked for.
  const lists = (await portal.kept()).filter((address) => address.startsWith("packs/"));
  expect(lists).toEqual(["packs/index.json"]);
});

/** Opens a lesson: it is kept, and after all is looked through nothing else of any series is. */
async function onlyOpened(portal, isReady = () => portal.isReadyForOffline()) {
  await portal.open(LESSON);
  await portal.isKept(LESSON);
  await isReady();
  await portal.page.getByRole("link", { name: "设置" }).click();
  await expect(portal.page.locator(".packs li")).toHaveCount(packs(portal));
  await expect(portal.page.locator(".packs input:checked")).toHaveCount(0);
  const pages = (await portal.kept()).filter((address) => /^lessons\/.+\/$/.test(address));
  expect(pages).toEqual([LESSON]);
}
