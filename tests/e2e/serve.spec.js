// Writing under `huaide serve`: what was saved is on the screen within two seconds, and nobody reloads anything.
import { spawn } from "node:child_process";
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test as base } from "./support/test.js";

const { HUAIDE_PUBLISH, HUAIDE_APP, HUAIDE_MADE } = process.env;
const CHECKOUT = resolve(import.meta.dirname, "../..");
const LESSON = "lessons/shequ-zizhi/01-what-is-self-government";
/** From a saved file to its words on the screen, in ms. */
const LIMIT = 2_000;

/** A copy of the sample portal at someone's desk, served by the program itself. */
class Desk {
  constructor(folder) {
    this.content = join(folder, "content");
    this.site = join(folder, "site");
    rmSync(folder, { recursive: true, force: true });
    cpSync(join(CHECKOUT, "content"), this.content, { recursive: true });
  }

  /** Starts `huaide serve` with an app, on a free port unless one is named; gives when the portal is there. */
  async open({ app = HUAIDE_APP, port = "0" } = {}) {
    const places = ["--content", this.content, "--app", app, "--out", this.site];
    this.program = spawn(HUAIDE_PUBLISH, ["serve", ...places, "--port", port, "--attached"]);
    this.said = "";
    this.ended = new Promise((done) => this.program.on("exit", done));
    const address = /http:\/\/localhost:\d+\//;
    await new Promise((done, failed) => {
      const hear = (words) => {
        this.said += words;
        if (address.test(this.said)) done();
      };
      this.program.stdout.on("data", hear);
      this.program.stderr.on("data", hear);
      this.program.on("exit", () => failed(new Error(this.said)));
    });
    [this.root] = address.exec(this.said);
  }

  /** It ends when its input does. */
  async close() {
    this.program.stdin.end();
    await this.ended;
  }

  change(file, change) {
    const path = join(this.content, file);
    writeFileSync(path, change(readFileSync(path, "utf8")));
  }
}

const test = base.extend({
  desk: async ({ page }, use, info) => {
    const desk = new Desk(join(HUAIDE_MADE, "desks", info.testId));
    await desk.open();
    await use(desk);
    // An open page asks for changes; without a host it would complain.
    await page.close();
    await desk.close();
  },
});

/** The app as `xtask serve` has it before its programs are built. */
function appThatIsComing({ content }) {
  const app = join(content, "..", "app");
  cpSync(HUAIDE_APP, app, { recursive: true });
  const coming = readFileSync(join(CHECKOUT, "xtask/src/coming.js"));
  for (const name of readdirSync(app)) {
    if (name.endsWith(".js")) writeFileSync(join(app, name), coming);
    if (name.endsWith(".wasm")) writeFileSync(join(app, name), "\0asm\x01\0\0\0");
  }
  return app;
}

/** Opens an address and waits until the app has taken over. */
async function open(page, url) {
  await page.goto(url);
  await expect(page.locator("html")).toHaveAttribute("data-app-state", "on");
}

test("saved words are on the screen within two seconds, three times over", async ({ page, desk }, info) => {
  await open(page, `${desk.root}${LESSON}/`);
  for (const word of ["一", "二", "三"]) {
    const saved = Date.now();
    desk.change(`${LESSON}.md`, (text) => text.replace(/\n## /, `\n刚刚写下的第${word}句。\n\n## `));
    await page.waitForFunction((words) => document.getElementById("text")?.textContent.includes(words), `刚刚写下的第${word}句。`);
    const ms = Date.now() - saved;
    info.annotations.push({ type: "ms", description: String(ms) });
    expect(ms).toBeLessThan(LIMIT);
    await expect(page.locator("html")).toHaveAttribute("data-app-state", "on");
  }
});

test("the page stays where it was scrolled to", async ({ page, desk }) => {
  await open(page, `${desk.root}${LESSON}/`);
  const top = () => page.locator("#text h2").nth(2).evaluate((heading) => Math.round(heading.getBoundingClientRect().top));
  await page.locator("#text h2").nth(2).evaluate((heading) => scrollTo(0, heading.getBoundingClientRect().top + scrollY - 60));
  const before = await top();
  desk.change(`${LESSON}.md`, (text) => `${text}\n最后添的一句。\n`);
  await page.locator("#text").getByText("最后添的一句。").waitFor({ state: "attached" });
  await expect(page.locator("html")).toHaveAttribute("data-app-state", "on");
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(3);
});

test("an error is told with its place, the last good page stays, and mending it is enough", async ({ page, desk }) => {
  await open(page, `${desk.root}${LESSON}/`);
  desk.change(`${LESSON}.md`, (text) => `${text}\n[链接](没有.md)\n`);
  for (const words of ["没有.md", `${LESSON}.md:`]) await expect.poll(() => desk.said).toContain(words);
  await expect(page.locator("#text")).toContainText("居民自治");
  desk.change(`${LESSON}.md`, (text) => text.replace("[链接](没有.md)", "改好了。"));
  await page.locator("#text").getByText("改好了。").waitFor({ state: "attached" });
});

test("the pages open before the programs are built, and load themselves anew with them", async ({ page, desk, expected }) => {
  // It asks the program that serves while there is none.
  expected.push(/Failed to load resource: net::ERR_CONNECTION_\w+ \(.*~changes/);
  await desk.close();
  await desk.open({ app: appThatIsComing(desk) });
  await page.goto(`${desk.root}${LESSON}/`);
  await expect(page.locator("html")).toHaveAttribute("data-app-state", "coming");
  await expect(page.locator("#text")).toContainText("居民自治");
  await expect(page.getByRole("alert").filter({ visible: true })).toHaveCount(0);
  await desk.close();
  await desk.open({ port: new URL(desk.root).port });
  await expect(page.locator("html")).toHaveAttribute("data-app-state", "on", { timeout: 20_000 });
});

test("nothing is kept for offline, so nothing old is ever shown", async ({ page, desk }) => {
  await open(page, desk.root);
  await expect(page.locator("html")).toHaveAttribute("data-offline", "off");
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test("it answers on this machine only, and nothing outside the site", async ({ desk, request }) => {
  expect(desk.said).not.toMatch(/http:\/\/\d/);
  expect((await request.get(`${desk.root}..%2fcontent/portal.toml`)).status()).toBe(404);
});
