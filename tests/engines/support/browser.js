// A browser of an engine, driven through WebDriver, whose profile stays when it is closed or killed.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { Builder } from "selenium-webdriver";
import { ENGINES } from "./engines.js";

const soon = () => new Promise((done) => setTimeout(done, 20));

export class Browser {
  /** The lines that pages wrote to the console, of all starts. */
  said = [];

  /** `folder` keeps the profile and what is saved; `display` is where windows are drawn. */
  constructor(engine, folder, display) {
    Object.assign(this, { engine, folder, display, downloads: join(folder, "downloads") });
    for (const inside of ["profile", "downloads"]) mkdirSync(join(folder, inside), { recursive: true });
  }

  /** Starts it with the profile as it is. */
  async start() {
    const port = await freePort();
    const [program, ...options] = ENGINES[this.engine].driver(port);
    const env = { ...process.env, DISPLAY: this.display, LANG: "C.UTF-8", LANGUAGE: "zh_CN", TZ: "Asia/Shanghai", NO_AT_BRIDGE: "1" };
    // In a group of its own, which can be killed as one.
    this.process = spawn(program, options, { detached: true, env, stdio: ["ignore", "pipe", "pipe"] });
    this.gone = new Promise((done) => this.process.once("exit", done));
    for (const stream of [this.process.stdout, this.process.stderr]) listen(stream, this.said);
    const server = `http://127.0.0.1:${port}`;
    while (!(await isReady(server))) await soon();
    const wanted = ENGINES[this.engine].wanted(this.folder, this.downloads);
    this.session = await new Builder().usingServer(server).withCapabilities(wanted).build();
    return this;
  }

  /** Closes it as its user does. */
  async close() {
    await this.session.quit();
    this.process.kill();
    await this.gone;
  }

  /** Ends it and everything that belongs to it, in the middle of what it does. */
  async kill() {
    process.kill(-this.process.pid, "SIGKILL");
    await this.gone;
  }

  /** Ends it however it stands, as at the end of a test. */
  async end() {
    if (this.process.exitCode === null && this.process.signalCode === null) await this.kill();
  }

  /** The engine's name and version. */
  async about() {
    const capabilities = await this.session.getCapabilities();
    const name = { firefox: "Firefox", webkit: "WebKitGTK" }[this.engine];
    return `${name} ${capabilities.get("browserVersion")}`;
  }

  goto(address) {
    return this.session.get(address);
  }

  async run(action, ...values) {
    const { value, fault } = await this.session.executeAsyncScript(wrapped(action), ...values);
    if (fault) throw new Error(fault);
    return value;
  }

  async find(action, ...values) {
    const element = await this.session.executeScript(`return (${action})(...arguments)`, ...values);
    return element && { click: () => element.click(), type: (text) => element.sendKeys(text), attach: (file) => element.sendKeys(file) };
  }

  /** Presses keys where the keyboard is. */
  keys(...keys) {
    return this.session.actions().sendKeys(...keys).perform();
  }

  async saved(act) {
    const before = readdirSync(this.downloads);
    await act();
    for (;;) {
      const there = readdirSync(this.downloads).filter((name) => !before.includes(name));
      // What is on its way stands beside it under a name that ends so, or has that name.
      if (there.length === 1 && !/part$/.test(there[0])) {
        const bytes = readFileSync(join(this.downloads, there[0]));
        if (bytes.length > 0) return { name: there[0], bytes };
      }
      await soon();
    }
  }
}

/** A script that runs a function and hands over what it promises, or how it failed. */
const wrapped = (action) => `
  const values = [...arguments], done = values.pop();
  new Promise((ready) => ready((${action})(...values))).then((value) => done({ value }), (fault) => done({ fault: String(fault) }));`;

function listen(stream, lines) {
  let rest = "";
  stream.setEncoding("utf8").on("data", (text) => {
    const parts = (rest + text).split("\n");
    rest = parts.pop();
    lines.push(...parts);
  });
}

const isReady = (server) => fetch(`${server}/status`).then((answer) => answer.ok, () => false);

/** A port that nobody listens on. */
const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
