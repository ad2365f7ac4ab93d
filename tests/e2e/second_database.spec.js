// A database that can neither be opened nor removed gets another one beside it: that one is read, written and mirrored from then on.
import { Essay } from "./support/essay.js";
import { finding, isMirrored } from "./support/mirror.js";
import { expect, test } from "./support/test.js";

const BEFORE = "门口的路口，天天有人看着。";
const AFTER = "后来装了一面镜子。";

/** As Chromium refuses, for good, a database whose head is damaged: to open it and to delete it, and no other one. */
function refuse() {
  const refused = () => {
    const request = { error: new DOMException("Internal error opening backing store for indexedDB.open.", "UnknownError") };
    setTimeout(() => request.onerror(new Event("error")));
    return request;
  };
  for (const act of ["open", "deleteDatabase"]) {
    const usual = IDBFactory.prototype[act];
    IDBFactory.prototype[act] = function (name, ...more) {
      return name === "huaide" ? refused() : usual.call(this, name, ...more);
    };
  }
}

test("a database that can neither be opened nor removed is told, and another one begins with what the mirror has", async ({ page, portal }) => {
  const essay = new Essay(portal);
  await essay.open();
  await essay.write(BEFORE);
  await isMirrored(page, BEFORE);
  await page.addInitScript(refuse);
  await portal.open();
  await portal.warns("学习记录打不开，可能已损坏");
  await portal.open("learners/");
  await expect(finding(page)).toContainText("磁盘上的记录打不开了");
  await finding(page).getByRole("button", { name: "清掉坏了的，再取回" }).click();
  const again = page.waitForEvent("load");
  await finding(page).getByRole("button", { name: "确定清掉" }).click();
  await again;
  await portal.appRuns();
  await finding(page).getByRole("button", { name: "取回", exact: true }).click();
  await expect(finding(page)).toContainText("已取回");
  await essay.open();
  await expect(essay.text).toHaveValue(BEFORE);
  await essay.write(BEFORE + AFTER);
  await essay.reload();
  await expect(essay.text).toHaveValue(BEFORE + AFTER);
  await expect(page.getByRole("alert")).toBeEmpty();
  await isMirrored(page, AFTER);
  expect(await page.evaluate(() => localStorage.getItem("huaide.database"))).toMatch(/^huaide-\d+$/);
});

test.describe("where nothing is kept for offline", () => {
  test.use({ siteName: "retired" });

  test("a database that can neither be opened nor removed is cleared, and recording begins anew", async ({ page, portal }) => {
    await page.addInitScript(refuse);
    await portal.open("learners/");
    await finding(page).getByRole("button", { name: "清掉坏了的，重新开始" }).click();
    const again = page.waitForEvent("load");
    await finding(page).getByRole("button", { name: "确定清掉" }).click();
    await again;
    const essay = new Essay(portal);
    await essay.open();
    await essay.write(BEFORE);
    await essay.reload();
    await expect(essay.text).toHaveValue(BEFORE);
  });
});
