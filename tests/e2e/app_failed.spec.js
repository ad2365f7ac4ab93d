// A program that fails in the middle of its work: the page says so, and what was kept is there again.
import { expect, test } from "./support/test.js";
import { axeFindsNothing } from "./support/axe.js";

/** Fails as a program does: with a trap, in an event of its own. */
const fail = (page) =>
  page.evaluate(() => {
    // A module whose only function, `f`, is `unreachable`.
    const module = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(module)));
    setTimeout(exports.f);
  });

for (const address of ["lessons/shequ-zizhi/01-what-is-self-government/", "contests/zhengwen-2027/write/"]) {
  test(`a program that fails says so and can be opened again: ${address}`, async ({ page, portal, expected }) => {
    expected.push(/RuntimeError: unreachable/);
    await portal.open(address);
    const said = page.locator(".app-failed");
    await expect(said).toBeHidden();
    await fail(page);
    await expect(said).toBeVisible();
    await expect(said).toContainText("已保存的都还在");
    await axeFindsNothing(page);
    await said.getByRole("link", { name: "重新打开" }).click();
    await portal.appRuns();
    await expect(said).toBeHidden();
  });
}
