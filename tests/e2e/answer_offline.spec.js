// Answering without a network: what was kept is asked and told as with one; what cannot be had says so and can be tried again.
import { expect, test } from "./support/test.js";
import { studied } from "./support/questions.js";

const BANK = "questions/shequ-zizhi-1/";

const WAYS = {
  "the server stopped": ({ host }) => host.stop(),
  "the device offline": ({ context }) => context.setOffline(true),
};

for (const [how, disconnect] of Object.entries(WAYS)) {
  test(`with ${how}, questions are answered, told and kept`, async ({ page, portal, host, context }) => {
    await portal.open();
    await portal.isKeptWhole();
    await page.close();
    await disconnect({ host, context });
    const cold = await portal.tab();
    await cold.open(BANK);
    await cold.page.getByLabel("居民选人组成的自治组织").check();
    await cold.page.getByRole("button", { name: "答好了" }).click();
    await expect(cold.page.locator(".feedback [role=status]")).toContainText("答对了");
    expect(await studied(cold, 1)).toHaveLength(1);
    await cold.page.reload();
    await cold.appRuns();
    await expect(cold.page.locator(".goes-on")).toContainText("接着上次的答");
  });
}

test("questions that cannot be fetched say so, leave the list readable, and come when tried again", async ({ page, portal, host, expected }) => {
  expected.push(/500 \(Internal Server Error\)/);
  await page.addInitScript(() => localStorage.setItem("huaide.keep", '"stopped"'));
  const { banks } = await indexOf(host);
  const { file } = banks.find(({ id }) => id === "shequ-zizhi-1");
  host.faults[file] = (_request, response) => response.writeHead(500).end();
  await portal.open(BANK);
  await expect(page.locator(".goes-on")).toContainText("题目没有加载出来");
  await page.getByText("看答案").first().click();
  await expect(page.locator(".paper details[open] dd").first()).toBeVisible();
  await page.getByRole("button", { name: "再试一次" }).click();
  await expect(page.locator(".goes-on")).toHaveCount(1);
  delete host.faults[file];
  await page.getByRole("button", { name: "再试一次" }).click();
  await expect(page.locator(".question h2")).toContainText("第 1 题");
  await expect(page.locator(".paper")).toHaveCount(0);
});

/** The index of what there is to study, as the host gives it. */
async function indexOf(host) {
  const page = await (await fetch(host.url(BANK))).text();
  const { study } = JSON.parse(/id="page">(.+?)<\/script>/s.exec(page)[1]);
  return (await fetch(host.url(study))).json();
}
