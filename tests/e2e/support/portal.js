// The portal as a reader meets it.
import { expect } from "@playwright/test";

/** The elements of a text that are blocks, as `formats::page::BLOCK_SELECTOR` says. */
const BLOCKS = "p,h2,h3,h4,h5,h6,li,table,figure,pre,audio,video";

export class Portal {
  constructor(page, host) {
    Object.assign(this, { page, host });
  }

  /** Opens an address and waits until the app has taken over. */
  async open(address = "") {
    await this.page.goto(this.host.url(address));
    await this.appRuns();
  }

  async appRuns() {
    await expect(this.page.locator("html")).toHaveAttribute("data-app-state", "on");
  }

  /** Waits until the page of an address is kept for reading offline. */
  async isKept(address) {
    const url = this.host.url(address);
    await this.page.waitForFunction(async (url) => Boolean(await caches.match(url)), url);
  }

  /** Waits until everything the portal has is kept. */
  async isKeptWhole() {
    await this.page.waitForFunction(async (root) => {
      const read = async (address) => (await fetch(root + address)).json();
      const { packs } = await read("packs/index.json");
      for (const { address } of packs) {
        for (const file of (await read(address)).files) if (!(await caches.match(root + file.address))) return false;
      }
      return true;
    }, this.host.url());
  }

  /** Scrolls so that the n-th block of the text stands at the top of the window, as a reader would leave it; gives its words. */
  async readTo(index) {
    return this.page.evaluate(
      ({ selector, index }) => {
        const block = outermost(selector)[index];
        scrollTo(0, block.getBoundingClientRect().top + scrollY - 60);
        return block.textContent;

        function outermost(selector) {
          const all = [...document.querySelectorAll(`#text :is(${selector})`)];
          return all.filter((block) => !block.parentElement.closest(`#text :is(${selector})`));
        }
      },
      { selector: BLOCKS, index },
    );
  }

  /** The words of the block at the top of the window: the last that begins above the line where one reads. */
  async atTop() {
    return this.page.evaluate((selector) => {
      const all = [...document.querySelectorAll(`#text :is(${selector})`)];
      const blocks = all.filter((block) => !block.parentElement.closest(`#text :is(${selector})`));
      return blocks.filter((block) => block.getBoundingClientRect().top < 72).at(-1)?.textContent;
    }, BLOCKS);
  }

  /** Waits until the record on the disk says `check(record)`, and gives it: every event and draft as it is kept. */
  async record(check = () => true) {
    const read = () =>
      this.page.evaluate(
        () =>
          new Promise((done, failed) => {
            const opening = indexedDB.open("huaide");
            opening.onerror = () => failed(opening.error);
            opening.onsuccess = () => {
              const database = opening.result;
              const stores = [...database.objectStoreNames];
              const transaction = database.transaction(stores);
              const record = {};
              for (const name of stores) {
                transaction.objectStore(name).getAll().onsuccess = ({ target }) => (record[name] = target.result);
              }
              transaction.oncomplete = () => {
                database.close();
                done(record);
              };
            };
          }),
      );
    let record;
    await expect.poll(async () => check((record = await read()))).toBeTruthy();
    return record;
  }
}
