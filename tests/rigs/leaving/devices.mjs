// Browsers whose tabs open, close, crash and are put aside: Chromium by Playwright, the others by WebDriver.
import { readFileSync, readdirSync } from "node:fs";
import { Key } from "selenium-webdriver";
import { Browser } from "../../engines/support/browser.js";
import { launch } from "../essay-kills.mjs";

/** Starts a browser of an engine with its profile in a folder. */
export const start = (engine, folder, display) => (engine === "chromium" ? new Chromium(folder) : new Driven(engine, folder, display)).start();

class Driven extends Browser {
  /** The first tab is the one that is there; drivers list them in no order. */
  async start() {
    await super.start();
    this.first = await this.session.getWindowHandle();
    return this;
  }

  /** Whether it stops the scripts of a tab in the middle when that is closed, so that the page cannot notice (docs/DESIGN.md). */
  get stopsScripts() {
    return this.engine === "firefox";
  }

  /** WebKit selects what stands in a field when a program goes there: what is typed comes after it. */
  async find(action, ...values) {
    const found = await super.find(action, ...values);
    return found && { ...found, type: (text) => found.type(Key.END + text) };
  }

  /** Opens another tab, which is worked in from now on. */
  tab() {
    return this.session.switchTo().newWindow("tab");
  }

  /** Closes all tabs but the first. */
  async onlyFirst() {
    const all = await this.session.getAllWindowHandles();
    for (const other of all.filter((handle) => handle !== this.first)) {
      await this.session.switchTo().window(other);
      // WebKit's driver may leave the page of a second tab alive when it closes it.
      await this.session.get("about:blank");
      await this.session.close();
    }
    await this.session.switchTo().window(this.first);
  }

  /** Closes the tab that is worked in. */
  async closeTab() {
    await this.session.close();
    await this.session.switchTo().window(this.first);
  }

  reload() {
    return this.session.navigate().refresh();
  }

  putAside() {
    return this.session.manage().window().minimize();
  }

  /** The pages die; the browser is closed then, and opened again. */
  async crash() {
    for (const process of pagesOf(this.process.pid)) globalThis.process.kill(process, "SIGKILL");
    await this.kill();
    await this.start();
  }
}

/** The processes of a group that draw pages. */
function pagesOf(group) {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return all.filter((pid) => isPageOf(group, pid)).map(Number);
}

function isPageOf(group, pid) {
  try {
    const [command, state] = [readFileSync(`/proc/${pid}/cmdline`, "utf8"), readFileSync(`/proc/${pid}/stat`, "utf8")];
    const [, , belongs] = state.slice(state.lastIndexOf(")") + 2).split(" ");
    return Number(belongs) === group && /WebKitWebProcess|-contentproc.*\btab\b/.test(command.replaceAll("\0", " "));
  } catch {
    // It ended meanwhile.
    return false;
  }
}

/** Types after what stands in a field, as WebDriver does. */
async function typeAfter(field, text) {
  await field.press("Control+End");
  await field.type(text);
}

class Chromium {
  constructor(folder) {
    Object.assign(this, { folder });
  }

  async start() {
    Object.assign(this, await launch(this.folder));
    this.context = this.browser.contexts()[0];
    this.page = this.context.pages()[0];
    return this;
  }

  about() {
    return `Chromium ${this.browser.version()}`;
  }

  goto(address) {
    return this.page.goto(address);
  }

  run(action, ...values) {
    return this.page.evaluate(`(${action})(...${JSON.stringify(values)})`);
  }

  async find(action, ...values) {
    const found = (await this.page.evaluateHandle(`(${action})(...${JSON.stringify(values)})`)).asElement();
    return found && { click: () => found.click(), type: (text) => typeAfter(found, text) };
  }

  async tab() {
    this.page = await this.context.newPage();
    await this.page.setViewportSize({ width: 390, height: 844 });
  }

  async onlyFirst() {
    const [first, ...others] = this.context.pages();
    for (const other of others) await other.close({ runBeforeUnload: false });
    this.page = first;
  }

  async closeTab() {
    await Promise.all([this.page.waitForEvent("close"), this.page.close({ runBeforeUnload: true })]);
  }

  reload() {
    return this.page.reload();
  }

  /** Another tab comes to the front, and the page is frozen. */
  async putAside() {
    const session = await this.context.newCDPSession(this.page);
    await this.context.pages()[0].bringToFront();
    await session.send("Page.setWebLifecycleState", { state: "frozen" });
  }

  async crash() {
    const session = await this.context.newCDPSession(this.page);
    const crashed = this.page.waitForEvent("crash");
    session.send("Page.crash").catch(() => {});
    await crashed;
  }

  end() {
    return this.kill();
  }
}
