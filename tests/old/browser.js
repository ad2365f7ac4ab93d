// A Chromium of 2020 or 2021, driven by the Puppeteer of its time.
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const { HUAIDE_OLD_CHROMIUM, HUAIDE_PUPPETEER } = process.env;
const puppeteer = createRequire(`${HUAIDE_PUPPETEER}/`)("puppeteer-core");

/** What it takes to run such a Chromium as root and without a graphics card. */
const OPTIONS = ["--no-sandbox", "--disable-gpu", "--no-zygote", "--disable-dev-shm-usage", "--lang=zh-CN"];

const soon = () => new Promise((done) => setTimeout(done, 20));

export class Browser {
  /** What pages failed with, and what they wrote to the console as faults. */
  faults = [];

  /** `version` is 80, 88 or 92; `folder` keeps the profile and what is saved. */
  constructor(version, folder) {
    Object.assign(this, { version, folder, downloads: join(folder, "downloads") });
    mkdirSync(this.downloads, { recursive: true });
  }

  async start() {
    const home = join(HUAIDE_OLD_CHROMIUM, this.version);
    this.browser = await puppeteer.launch({
      executablePath: join(home, "chromium"),
      env: { ...process.env, LD_LIBRARY_PATH: `${join(home, "lib")}:${home}`, TZ: "Asia/Shanghai" },
      args: OPTIONS,
      userDataDir: join(this.folder, "profile"),
      defaultViewport: { width: 390, height: 844 },
    });
    [this.page] = await this.browser.pages();
    this.page.on("pageerror", (fault) => this.faults.push(String(fault)));
    this.page.on("console", (line) => line.type() === "error" && this.faults.push(line.text()));
    const session = await this.page.target().createCDPSession();
    await session.send("Page.setDownloadBehavior", { behavior: "allow", downloadPath: this.downloads });
    return this;
  }

  async close() {
    await this.browser.close();
  }

  async goto(address) {
    await this.page.goto(address, { waitUntil: "load" });
  }

  run(action, ...values) {
    return this.page.evaluate(action, ...values);
  }

  async find(action, ...values) {
    const element = (await this.page.evaluateHandle(action, ...values)).asElement();
    return element && { click: () => element.click(), type: (text) => element.type(text), attach: (file) => element.uploadFile(file) };
  }

  async saved(act) {
    const before = readdirSync(this.downloads);
    await act();
    for (;;) {
      const [name] = readdirSync(this.downloads).filter((name) => !before.includes(name) && !name.endsWith(".crdownload"));
      if (name) return { name, bytes: readFileSync(join(this.downloads, name)) };
      await soon();
    }
  }
}
