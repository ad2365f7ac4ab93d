// What is looked up in a page. Each function travels to the page as it stands: it knows nothing but what it is given, and is written as
// browsers of 2020 read it.

/** The first element of a selector that can be seen and whose words contain these: itself or its text, as `gives` says; else nothing. */
export function seek(selector, words, gives) {
  // What is out of sight may be left undrawn (content-visibility), and then has no innerText: there English is left out by hand.
  const undrawn = (one) => [...one.childNodes].map((node) => (node.className === "en" ? "" : node.children ? undrawn(node) : node.data)).join("");
  const said = (one) => (one.innerText.trim() || undrawn(one)).replace(/\s+/g, " ").trim();
  const isSeen = (one) => one.getClientRects().length > 0 && getComputedStyle(one).visibility === "visible";
  const found = [...document.querySelectorAll(selector)].find((one) => isSeen(one) && said(one).includes(words));
  if (!found) return null;
  if (gives !== "element") return said(found) || " ";
  // In the middle of the window no bar lies over it.
  found.scrollIntoView({ block: "center" });
  return found;
}

/** The first field whose label has these words. `gives` says what is wanted: the field itself ("element", or "hidden" where it need not be
 *  seen), what can be pressed to tick it ("label"), its "value", or that an option of it is chosen ("choose"). `group` names the group of
 *  fields in which it is looked for, where there are several. */
export function labelled(label, gives, option, group) {
  // As in seek: English is left out by hand, for what is out of sight may be left undrawn.
  const said = (one) => [...one.childNodes].map((node) => (node.className === "en" ? "" : node.children ? said(node) : node.data)).join("");
  const names = (one) => [one.getAttribute("aria-label") || "", ...[...(one.labels || [])].map(said)];
  const isSeen = (one) => gives === "hidden" || one.getClientRects().length > 0;
  const isInside = (one) => !group || (one.closest("fieldset") !== null && said(one.closest("fieldset")).includes(group));
  const fields = [...document.querySelectorAll("input, textarea, select")].filter((one) => isSeen(one) && isInside(one));
  const found = fields.find((one) => names(one).some((name) => name.trim() === label)) || fields.find((one) => names(one).some((name) => name.includes(label)));
  if (!found) return null;
  if (gives === "value") return found.value;
  if (gives === "choose") {
    found.value = [...found.options].find((one) => one.value === option || one.text.includes(option)).value;
    for (const kind of ["input", "change"]) found.dispatchEvent(new Event(kind, { bubbles: true }));
    return true;
  }
  found.scrollIntoView({ block: "center" });
  return gives === "label" ? found.labels[0] : found;
}

/** The record on the disk: every event, draft and slip as it is kept, {store: [value]}. Nothing where there is none yet: asking makes no
 *  database. */
export async function record() {
  const opened = await new Promise((done, failed) => {
    const opening = indexedDB.open("huaide");
    opening.onupgradeneeded = () => opening.transaction.abort();
    opening.onerror = () => (opening.error.name === "AbortError" ? done(null) : failed(opening.error));
    opening.onsuccess = () => done(opening.result);
  });
  if (!opened) return null;
  const stores = [...opened.objectStoreNames];
  const transaction = opened.transaction(stores);
  const kept = {};
  for (const name of stores) transaction.objectStore(name).getAll().onsuccess = ({ target }) => (kept[name] = target.result);
  await new Promise((done, failed) => {
    transaction.oncomplete = done;
    transaction.onabort = () => failed(transaction.error);
  });
  opened.close();
  return kept;
}

/** Asks for mirroring, as the page does every half minute by itself, and gives all that stands in the mirror by now. */
export async function mirrored() {
  document.dispatchEvent(new Event("huaide:mirror"));
  const cache = await caches.open("huaide.mirror");
  const files = (await cache.keys()).map(async (key) => decodeURIComponent(key.url) + (await (await cache.match(key)).text()));
  return (await Promise.all(files)).join("\n");
}

/** Damages the database: cuts these words off the texts in it; where there are none, all that is in it goes. */
export async function damage(words) {
  const database = await new Promise((done, failed) => {
    const opening = indexedDB.open("huaide");
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => done(opening.result);
  });
  const stores = [...database.objectStoreNames];
  const transaction = database.transaction(stores, "readwrite");
  const ended = new Promise((done, failed) => {
    transaction.oncomplete = done;
    transaction.onabort = () => failed(transaction.error);
  });
  if (words === "") for (const name of stores) transaction.objectStore(name).clear();
  const cut = (cursor) => {
    if (cursor.value.includes(words)) cursor.update(cursor.value.replace(words, ""));
    cursor.continue();
  };
  if (words !== "") transaction.objectStore("slips").openCursor().onsuccess = ({ target }) => target.result && cut(target.result);
  await ended;
  database.close();
}

/** Scrolls so that the n-th block of the text (paragraph or heading) stands at the top of the window; gives its words. */
export function scrollToBlock(index) {
  const block = document.querySelectorAll("#text p, #text h2")[index];
  scrollTo(0, block.getBoundingClientRect().top + scrollY - 60);
  return block.textContent;
}

/** The words of the block at the top of the window: the last that begins above the line where one reads. */
export function atTop() {
  const blocks = [...document.querySelectorAll("#text p, #text h2")];
  const above = blocks.filter((block) => block.getBoundingClientRect().top < 72);
  return above.length > 0 ? above[above.length - 1].textContent : null;
}

/** Selects these words where they stand first in the text. */
export function selectWords(words) {
  const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words);
    if (at < 0) continue;
    walker.currentNode.parentElement.scrollIntoView({ block: "center" });
    getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
    return true;
  }
  return false;
}
