// The switches of the series do what they show, and stay where a keyboard left them.
import { expect, test } from "./support/test.js";

const SERIES = "社区自治与议行分设";

test.beforeEach(async ({ page, portal }) => {
  await page.addInitScript(() => localStorage.setItem("huaide.keep", '"stopped"'));
  await portal.open("settings/");
});

test("a switch shows at once what was chosen", async ({ page }) => {
  const series = page.getByRole("checkbox", { name: SERIES });
  await series.check();
  await expect(series).toBeChecked();
  await series.uncheck();
  await expect(series).not.toBeChecked();
});

test("a switch keeps the keyboard's place while its series is being kept", async ({ page }) => {
  const series = page.getByRole("checkbox", { name: SERIES });
  await series.focus();
  await series.press("Space");
  await expect(page.locator(".packs li").filter({ hasText: SERIES })).toContainText("已保存");
  await expect(page.locator(".packs li").filter({ hasText: SERIES })).not.toContainText("%");
  await expect(series).toBeFocused();
  await expect(series).toBeChecked();
});

test("what was decided in one tab is heard in the others, so that none keeps what was dropped", async ({ page, portal }) => {
  const other = await portal.tab();
  await other.open("settings/");
  for (const tab of [page, other.page]) await expect(tab.getByRole("checkbox", { name: SERIES })).toBeVisible();
  await page.getByRole("button", { name: "全部自动保存" }).click();
  await expect(other.page.getByRole("button", { name: "停止自动保存" })).toBeVisible();
});
