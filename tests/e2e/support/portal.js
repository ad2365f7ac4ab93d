// The portal as a reader meets it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
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

  /** The reader chooses how texts look and the language, in another tab. */
  async choose(view) {
    await this.page.evaluate((view) => {
      localStorage.setItem("huaide.view", JSON.stringify(view));
      dispatchEvent(new StorageEvent("storage", { key: "huaide.view" }));
    }, view);
    for (const [what, chosen] of Object.entries(view)) await expect(this.page.locator("html")).toHaveAttribute(`data-${what}`, chosen);
  }

  async appRuns() {
    await expect(this.page.locator("html")).toHaveAttribute("data-app-state", "on");
  }

  /** Waits until the page has given up starting the app. */
  async appIsOff() {
    await expect(this.page.locator("html")).toHaveAttribute("data-app-state", "off");
  }

  /** The addresses of the two programs, as the site on the disk names them: the reader's and the table's. */
  programs() {
    const wasm = (page) => /data-wasm="([^"]+)"/.exec(readFileSync(join(this.host.folder, page), "utf8"))[1];
    return [wasm("index.html"), wasm("record/index.html")];
  }

  /** Waits until the page of an address is kept for reading offline. */
  async isKept(address) {
    const url = this.host.url(address);
    await expect.poll(() => this.page.evaluate(async (url) => Boolean(await caches.match(url)), url)).toBe(true);
  }

  /** Every file that the portal offers for keeping, as the site on the disk lists them: [{pack, address, sha256}]. */
  files() {
    const read = (address) => JSON.parse(readFileSync(join(this.host.folder, address), "utf8"));
    const { packs } = read("packs/index.json");
    return packs.flatMap(({ id, address }) => read(address).files.map((file) => ({ pack: id, ...file })));
  }

  /** Every page among them. */
  pages() {
    return this.files().map(({ address }) => address).filter((address) => address === "" || address.endsWith("/"));
  }

  /** The addresses that are kept now, sorted, without looking through the worker. */
  async kept() {
    return this.page.evaluate(async () => {
      const [name] = (await caches.keys()).filter((name) => name.startsWith("huaide-pages@"));
      if (!name) return [];
      const keys = await (await caches.open(name)).keys();
      const base = name.slice(name.indexOf("@") + 1);
      return keys.map(({ url }) => decodeURIComponent(new URL(url).pathname.slice(base.length))).sort();
    });
  }

  /** Every kept file that the portal offers is, byte for byte, what the site on the disk has. */
  async isAsPublished() {
    const found = await this.page.evaluate(async ({ root, files }) => {
      const hash = async (address) => {
        const body = await (await caches.match(root + address)).arrayBuffer();
        return new Uint8Array(await crypto.subtle.digest("SHA-256", body)).toHex();
      };
      return Promise.all(files.map(async ({ address }) => [address, await hash(address)]));
    }, { root: this.host.url(), files: this.files() });
    expect(found).toEqual(this.files().map(({ address, sha256 }) => [address, sha256]));
  }

  /** Waits until the worker answers for this page and the lists of what there is are kept: from here on the network may go. */
  async isReadyForOffline() {
    await this.page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
    const lists = () => this.kept().then((kept) => kept.filter((address) => address.startsWith("packs/")).length);
    await expect.poll(lists).toBe(new Set(this.files().map(({ pack }) => pack)).size + 1);
  }

  /** Waits until everything the portal has is kept, but for these addresses. */
  async isKeptWhole({ but = [] } = {}) {
    const all = this.files().map(({ address }) => address);
    const lacking = async () => missing(all, await this.kept()).sort().join("\n");
    const wanted = [...but].sort().join("\n");
    // They come one by one; on a busy machine that takes as long as it takes, as long as it goes on.
    for (let left = await lacking(); left !== wanted; left = await lacking()) {
      await expect.poll(lacking, { timeout: 20_000 }).not.toBe(left);
    }
  }

  /** The build of a site on the disk, the one that is served if none is named. */
  buildOnDisk(folder = this.host.folder) {
    return /data-build="(\w+)"/.exec(readFileSync(join(folder, "index.html"), "utf8"))[1];
  }

  /** Waits until the reader is told of a newer app. */
  async newerIsOffered() {
    await expect(this.page.getByRole("status").filter({ hasText: "有新版本" })).toBeVisible({ timeout: 20_000 });
  }

  /** Agrees to the newer app, and waits until the page was loaded with it. */
  async update() {
    await this.page.getByRole("button", { name: "现在更新" }).click();
    await expect(this.page.locator("html")).toHaveAttribute("data-build", this.buildOnDisk(), { timeout: 20_000 });
    await this.appRuns();
  }

  /** The build that the page was loaded with. The app that it asked for must be the one that it names, and no other. */
  async build() {
    const { build, named, asked } = await this.page.evaluate(() => {
      const { build, app, wasm } = document.documentElement.dataset;
      const root = new URL(document.documentElement.dataset.root, location.href);
      const names = performance.getEntriesByType("resource").map(({ name }) => name);
      const asked = names.filter((name) => name.startsWith(new URL("app/", root)));
      return { build, asked: [...new Set(asked)].sort(), named: [app, wasm].map((file) => new URL(file, root).href).sort() };
    });
    expect(asked).toEqual(named);
    return build;
  }

  /** Opens a text and reads until that was noted down. The clock must be installed: it is turned forth meanwhile. */
  async read(address) {
    await this.open(address);
    await this.isNotedDown(address);
  }

  /** Reads on in a text that is open until that was noted down as a draft of this page; another tab may read the same. */
  async isNotedDown(address) {
    const isNoted = async () => {
      await this.page.clock.fastForward(1_000);
      const own = await this.page.evaluate(() => sessionStorage.getItem("huaide.pages").split(" ")[0]);
      return (await this.record()).drafts.some((draft) => draft.includes(address) && draft.includes(own));
    };
    await expect.poll(isNoted).toBe(true);
  }

  /** Puts a bookmark on the block at the top of the window, and waits until that is said. */
  async bookmark() {
    await this.page.getByRole("button", { name: "加书签" }).click();
    await expect(this.page.getByRole("status").filter({ hasText: "已加书签" })).toBeVisible();
  }

  /** Waits until the reader is warned in these words. */
  async warns(words) {
    await expect(this.page.getByRole("alert")).toContainText(words);
    await expect(this.page.getByRole("alert")).toBeVisible();
  }

  /** Another tab of the same browser. */
  async tab() {
    return new Portal(await this.page.context().newPage(), this.host);
  }

  /** Waits until every picture of the text is on the screen in its turn. */
  async picturesShow() {
    for (const picture of await this.page.locator("#text img").all()) {
      await picture.scrollIntoViewIfNeeded();
      await expect.poll(() => picture.evaluate((img) => img.complete && img.naturalWidth > 0)).toBe(true);
    }
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

  /** Waits until the time of reading is counted: the record is open and the stretch has its first draft. A few seconds pass. */
  async timeRuns() {
    // The text that was left before may have its draft there until the record is open.
    await expect(this.page.locator("[data-act=bookmark]")).toBeEnabled();
    const { body } = JSON.parse(await this.page.locator("#page").textContent());
    const drafts = async () => {
      await this.page.clock.fastForward(1_000);
      const { drafts } = await this.record();
      return stretches({ events: [], drafts }).filter(({ document }) => document === body.reading.id).length;
    };
    await expect.poll(drafts).toBe(1);
  }

  /** Lets time pass for a reader who moves the pointer every twenty seconds. `page.clock` must have been installed before. */
  async readFor(seconds) {
    for (let left = seconds; left > 0; left -= 20) {
      await this.page.mouse.move(100 + (left % 90), 200 + (left % 80));
      await this.page.clock.fastForward(Math.min(left, 20) * 1000);
    }
  }

  /** Scrolls to the end of the text, and a little further. */
  async readToEnd() {
    await this.page.locator(".neighbours").scrollIntoViewIfNeeded();
  }

  /** The estimated reading time of the open text, in seconds. */
  async estimate() {
    const { portal, body } = JSON.parse(await this.page.locator("#page").textContent());
    const { characters } = body.reading;
    return (characters * 60) / portal.reading_speed;
  }

  /** Holds back the app of the pages to come until `letAppStart`, as a slow device does. */
  async holdApp() {
    await this.page.addInitScript(() => {
      const start = WebAssembly.instantiateStreaming;
      const held = new Promise((let_go) => (globalThis.letAppStart = let_go));
      WebAssembly.instantiateStreaming = (...program) => held.then(() => start(...program));
    });
  }

  /** Lets the app start that `holdApp` held back, and waits until it has taken over. */
  async letAppStart() {
    await this.page.evaluate(() => globalThis.letAppStart());
    await this.appRuns();
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
    await expect.poll(async () => (record = await unlessLeft(read())) && check(record)).toBeTruthy();
    return record;
  }
}

/** What is read from the page; nothing where the page gave way to another one meanwhile: there it is to be read again. */
const unlessLeft = (reading) =>
  reading.catch((error) => {
    if (!/Execution context was destroyed|because of a navigation/.test(error.message)) throw error;
  });

/** Those of `wanted` that are not among `there`. */
const missing = (wanted, there) => wanted.filter((one) => !there.includes(one));

/** The stretches of reading in a record: those that are over, then those that go on. */
export function stretches({ events, drafts }) {
  const lines = [...events, ...drafts.map((draft) => JSON.parse(draft).record)];
  return lines.map((line) => JSON.parse(line).event.deed.read).filter(Boolean);
}
