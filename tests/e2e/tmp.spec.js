import { test } from "./support/test.js";
test("x", async ({ page, host, expected }) => {
    expected.push(/./);
    await page.route("**/*", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": "sandbox allow-same-origin" } });
    });
    await page.goto(host.url("lessons/"));
    console.log(await page.evaluate(() => [document.querySelector("noscript").outerHTML, document.querySelector("noscript").children.length, getComputedStyle(document.querySelector("noscript")).display, document.documentElement.dataset.js, self.origin]));
    await page.screenshot({path:"/tmp/A-shot.png"});
});
test.describe("", () => { test.use({ javaScriptEnabled: false });
test("y", async ({ page, host, expected }) => {
    expected.push(/./);
    await page.goto(host.url("lessons/"));
    console.log(await page.evaluate(() => [document.querySelector("noscript").outerHTML, document.querySelector("noscript").children.length, getComputedStyle(document.querySelector("noscript")).display, document.documentElement.dataset.js]));
    await page.screenshot({path:"/tmp/A-shot2.png"});
});
});
