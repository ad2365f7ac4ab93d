// Somebody at a browser, whichever it is. What every engine's driver can do is asked of it; what a person does is made of that here, once
// for all engines.
//
// A driver has: goto(address), run(function, ...values) which runs a function in the page and waits for what it promises,
// find(function, ...values) which gives the element that the function gives, or nothing: {click(), type(text), attach(file)}, and
// saved(act) which gives {name, bytes} of the file that `act` makes the browser save.
import assert from "node:assert/strict";
import { atTop, labelled, record, scrollToBlock, seek, selectWords } from "./page.js";

/** How long something may take until it is there, in milliseconds; a busy machine takes its time. */
const PATIENCE = 20_000;

export class Reader {
  constructor(driver, host) {
    Object.assign(this, { driver, host });
  }

  /** Types an address, and waits until the app has taken over. */
  async open(address = "") {
    await this.leaveFor(address);
    await this.appRuns();
  }

  /** Types an address, and waits for nothing but the page. */
  async leaveFor(address) {
    await this.driver.goto(this.host.url(address));
  }

  async appRuns() {
    await this.until("the app runs", async () => (await this.run(() => document.documentElement.dataset.appState)) === "on");
  }

  /** Runs a function in the page. */
  run(action, ...values) {
    return this.driver.run(action, ...values);
  }

  /** Waits until `check` gives something true, and gives that. A page that gives way to another one meanwhile is asked again. */
  async until(what, check) {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const [found, fault] = await check().then((found) => [found], (fault) => [false, fault]);
      if (found) return found;
      if (Date.now() > end) assert.fail(`it did not come to this: ${what}${fault ? ` (${fault.message})` : ""}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  /** Waits until an element that can be seen has these words. */
  sees(selector, words = "") {
    return this.until(`${selector} says “${words}”`, async () => await this.run(seek, selector, words, "text"));
  }

  /** Waits until no element that can be seen has these words. */
  seesNo(selector, words = "") {
    return this.until(`${selector} says no “${words}”`, async () => !(await this.run(seek, selector, words, "text")));
  }

  /** Presses the first element that can be seen and has these words, as soon as it is there and can be pressed. */
  press(selector, words = "") {
    return this.until(`${selector} “${words}” is pressed`, async () => {
      const there = await this.driver.find(seek, selector, words, "element");
      if (there) await there.click();
      return Boolean(there);
    });
  }

  /** Types into a field that has this label, as soon as it can be written in; what was in it stays before. */
  type(label, text) {
    return this.until(`“${label}” can be written in`, async () => {
      const field = await this.driver.find(labelled, label, "element");
      if (field) await field.type(text);
      return Boolean(field);
    });
  }

  /** Chooses an option of a list that has this label. */
  async choose(label, option) {
    await this.#fieldOf(label);
    await this.run(labelled, label, "choose", option);
  }

  /** Ticks the box or the choice that has this label; `group` names the question that it answers, where there are several. */
  tick(label, group = "") {
    return this.until(`“${group} ${label}” is ticked`, async () => {
      const there = await this.driver.find(labelled, label, "label", "", group);
      if (there) await there.click();
      return Boolean(there);
    });
  }

  /** Selects words of the text. */
  select(words) {
    return this.until(`“${words}” is selected`, () => this.run(selectWords, words));
  }

  /** Gives a field for files a file. */
  async attach(label, file) {
    const there = await this.until(`there is a field “${label}”`, () => this.driver.find(labelled, label, "hidden"));
    await there.attach(file);
  }

  /** What stands in the field with this label. */
  async typed(label) {
    await this.#fieldOf(label);
    return this.run(labelled, label, "value");
  }

  /** Waits until a field has this text. */
  has(label, text) {
    return this.until(`“${label}” has “${text}”`, async () => (await this.typed(label)) === text);
  }

  #fieldOf(label) {
    return this.until(`there is a field “${label}”`, () => this.driver.find(labelled, label, "element"));
  }

  /** Scrolls so that a block of the text stands at the top of the window; gives its words. */
  readTo(index) {
    return this.run(scrollToBlock, index);
  }

  /** The words of the block at the top of the window. */
  atTop() {
    return this.run(atTop);
  }

  /** Waits until the record on the disk says `check(record)`, and gives it. */
  async record(what = "the record is there", check = () => true) {
    return this.until(what, async () => {
      const found = await this.run(record);
      return found && check(found) && found;
    });
  }

  /** Presses a button that saves a file; gives {name, bytes}. */
  save(selector, words) {
    return this.driver.saved(() => this.press(selector, words));
  }
}
