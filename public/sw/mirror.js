// The mirror: what the learners of this browser made, once more, in a cache that outlives damage of the database (docs/DESIGN.md).
//
// It only grows. A text is taken when it is what a page was told to be on the disk, by the notes in localStorage (crates/records/src/seen.rs);
// one that is gone, shortened or older takes nothing away. What goes is what a learner deleted, and what a learner gave up to look for.
/* global DATABASE, DATABASE_KEY, DRAFTS_STORE, ERASED_LISTS, EVENTS_STORE, GUEST, JOURNAL_STORE, LOST_PREFIX, MIRROR_ANEW, MIRROR_KEY */
/* global SEEN_PREFIX, SLIPS_STORE, WITNESS_KEY */
/* exported mirror, mirrored */

/** All portals of an origin share one database, and so one mirror. What is kept for offline has other names, and is forgotten without it. */
const MIRROR = "huaide.mirror";
/** So many records stand in one file of the mirror. */
const FILE = 500;
/** So many stretches that go on are kept, the newest. */
const STRETCHES = 20;
const at = (...path) => new URL(`/.huaide-mirror/${path.map(encodeURIComponent).join("/")}`, location.origin).href;

/** One after the other, also where another portal of this origin mirrors. */
let turn = Promise.resolve();
const inTurn = (work) => {
  const locked = () => (navigator.locks ? navigator.locks.request("huaide/mirror", work) : work());
  turn = turn.then(locked, locked);
  return turn;
};

/**
 * Copies what came since the last time, and removes what learners deleted. `notes` are those of localStorage. The mark among them says that
 * these are the notes that the mirror knows: where they were lost, the absence of one says nothing.
 */
const mirror = ({ notes }) =>
  inTurn(async () => {
    const database = await openDatabase(notes[DATABASE_KEY] ?? DATABASE);
    if (!database) return { ok: false };
    try {
      const cache = await caches.open(MIRROR);
      const before = (await read(cache, "state")) ?? { v: 1, mark: "", upto: 0, files: 0, gone: [], texts: {} };
      const found = await look(database, before, notes);
      for (const learner of found.gone) if (!before.gone.includes(learner)) await erase(cache, before, learner);
      const known = notes[MIRROR_KEY] === MIRROR_ANEW ? { ...before, upto: 0, files: 0 } : before;
      const records = await copyRecords(cache, database, { ...known, gone: found.gone });
      await copyStretches(cache, database, found.gone);
      const texts = await copyTexts(cache, database, before.texts, found);
      const mark = before.mark || `${Date.now()}-${Math.random()}`;
      await write(cache, { ...records, texts, mark, at: Date.now() }, "state");
      for (let file = records.files; file < before.files; file += 1) await cache.delete(at("records", String(file)));
      return { ok: true, mark };
    } finally {
      database.close();
    }
  });

/** All that the mirror has: {at, erased: [learner], records: [[id, json]], stretches: [json], texts: {name: {at, text, lost}}}. */
const mirrored = () =>
  inTurn(async () => {
    const cache = await caches.open(MIRROR);
    const state = await read(cache, "state");
    if (!state) return null;
    const texts = {};
    for (const name of await names(cache)) texts[name] = await read(cache, "text", name);
    const stretches = Object.values((await read(cache, "stretches")) ?? {}).map((line) => JSON.parse(line).record);
    return { at: state.at, erased: state.gone, records: [...(await recordsOf(cache, state))], stretches, texts };
  });

const read = async (cache, ...path) => (await cache.match(at(...path)))?.json();
const write = (cache, value, ...path) =>
  cache.put(at(...path), new Response(JSON.stringify(value), { headers: { "content-type": "application/json" } }));

/** The records of the mirror by id; what came later stands. */
async function recordsOf(cache, { files }) {
  const records = new Map();
  for (let file = 0; file < files; file += 1) {
    for (const [id, json] of (await read(cache, "records", String(file))) ?? []) records.set(id, json);
  }
  return records;
}

/** The names of the texts in the mirror. */
async function names(cache) {
  const begin = at("text", "");
  const urls = (await cache.keys()).map(({ url }) => url);
  return urls.filter((url) => url.startsWith(begin)).map((url) => decodeURIComponent(url.slice(begin.length)));
}

const asked = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** The database as it is; nothing where there is none, or one without its stores. It stands in nobody's way. */
async function openDatabase(name) {
  const request = indexedDB.open(name);
  // It is the pages that make it.
  request.onupgradeneeded = () => request.transaction.abort();
  const database = await asked(request).catch(() => null);
  if (!database) return null;
  database.onversionchange = () => database.close();
  if ([EVENTS_STORE, DRAFTS_STORE, JOURNAL_STORE, SLIPS_STORE].every((name) => database.objectStoreNames.contains(name))) return database;
  database.close();
  return null;
}

const store = (database, name) => database.transaction(name).objectStore(name);
const isJson = (text) => {
  try {
    return typeof text === "string" && Boolean(JSON.parse(text));
  } catch {
    return false;
  }
};

/** How the database stands beside the notes: {seen, lost, here, isSame, isSound, gone}. */
async function look(database, before, notes) {
  const beginning = (kind) => new Map(Object.keys(notes).filter((name) => name.startsWith(kind)).map((name) => [name.slice(kind.length), notes[name]]));
  const [seen, lost] = [beginning(SEEN_PREFIX), beginning(LOST_PREFIX)];
  const here = new Set(await asked(store(database, SLIPS_STORE).getAllKeys()));
  const isSame = [before.mark, MIRROR_ANEW].includes(notes[MIRROR_KEY]);
  const count = await asked(store(database, EVENTS_STORE).count());
  // Nothing is missing as far as anybody can tell.
  const isSound = isSame && lost.size === 0 && count >= parseInt(notes[WITNESS_KEY], 10) && [...seen.keys()].every((name) => here.has(name));
  return { seen, lost, here, isSame, isSound, gone: await learnersGone(database, isSound ? [] : before.gone) };
}

/** The learners who were deleted for good. Lists that cannot be read change nothing; that there is none means nobody in a sound database. */
async function learnersGone(database, otherwise) {
  const lists = [];
  for (const name of ERASED_LISTS) lists.push(await asked(store(database, SLIPS_STORE).get(name)));
  const readable = lists.filter(isJson).map((list) => JSON.parse(list));
  return readable.length ? [...new Set(readable.flat())] : otherwise;
}

/** Copies the records that the journal names since the last time; all that are not there yet where the journal is another one. */
async function copyRecords(cache, database, state) {
  const isSame = state.upto > 0 && (await asked(store(database, JOURNAL_STORE).get(state.upto))) === state.last;
  const numbers = await asked(store(database, JOURNAL_STORE).getAllKeys(isSame ? IDBKeyRange.lowerBound(state.upto, true) : null));
  if (isSame && numbers.length === 0) return state;
  const upto = numbers[numbers.length - 1] ?? 0;
  const last = upto ? await asked(store(database, JOURNAL_STORE).get(upto)) : null;
  let files = state.files;
  const take = async (records) => {
    files = await append(cache, files, records.filter(([id, json]) => isToKeep(id, json, state.gone)));
  };
  if (isSame) await take(await recordsNamed(database, await asked(store(database, JOURNAL_STORE).getAll(IDBKeyRange.bound(state.upto, upto, true)))));
  else await copyMissing(cache, database, state, take);
  return { ...state, upto, last, files };
}

/** Copies every record that the mirror has not, or has otherwise. */
async function copyMissing(cache, database, state, take) {
  const known = await recordsOf(cache, state);
  let after = null;
  for (;;) {
    const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
    const events = store(database, EVENTS_STORE);
    const [ids, lines] = await Promise.all([asked(events.getAllKeys(range, FILE)), asked(events.getAll(range, FILE))]);
    if (ids.length === 0) return;
    await take(ids.map((id, index) => [id, lines[index]]).filter(([id, json]) => known.get(id) !== json));
    after = ids[ids.length - 1];
  }
}

/** Records by their ids. One that was erased since is not there any more. */
async function recordsNamed(database, ids) {
  const events = store(database, EVENTS_STORE);
  return Promise.all([...new Set(ids)].map(async (id) => [id, await asked(events.get(id))]));
}

/** Whether a record can be read, and is of somebody who is here. */
function isToKeep(id, json, gone) {
  if (!isJson(json)) return false;
  const { event } = JSON.parse(json);
  return event?.id === id && event.learner !== GUEST && !gone.includes(event.learner);
}

/** Writes records after those that are there: the last file is filled first. Gives the number of files. */
async function append(cache, files, records) {
  if (records.length === 0) return files;
  const last = files ? ((await read(cache, "records", String(files - 1))) ?? []) : [];
  const isOpen = files > 0 && last.length < FILE;
  const lines = isOpen ? [...last, ...records] : records;
  let number = isOpen ? files - 1 : files;
  for (let from = 0; from < lines.length; from += FILE) {
    await write(cache, lines.slice(from, from + FILE), "records", String(number));
    number += 1;
  }
  return number;
}

/** Whether a stretch that goes on can be read, and is of somebody who is here. */
const isStretch = (line, gone) => isJson(line) && isJson(JSON.parse(line).record) && isToKeep(JSON.parse(JSON.parse(line).record).event?.id, JSON.parse(line).record, gone);

/** Copies the stretches that go on. One that is a record by now is passed over when the mirror is read. */
async function copyStretches(cache, database, gone) {
  const drafts = store(database, DRAFTS_STORE);
  const [ids, lines] = await Promise.all([asked(drafts.getAllKeys()), asked(drafts.getAll())]);
  const before = (await read(cache, "stretches")) ?? {};
  const all = { ...before };
  ids.forEach((id, index) => isStretch(lines[index], gone) && (all[id] = lines[index]));
  // The ids begin with their time.
  const newest = Object.keys(all).sort().slice(-STRETCHES).map((id) => [id, all[id]]);
  const now = Object.fromEntries(newest);
  if (JSON.stringify(now) !== JSON.stringify(before)) await write(cache, now, "stretches");
}

/** Whether a text is to be mirrored: it is somebody's, who is here, and cannot be made again from the log. */
const isText = (name, gone) => name.includes("/") && !name.startsWith(`${GUEST}/`) && !name.endsWith("/reading") && !gone.includes(name.split("/")[0]);
/** Whether something is noted of a text: not of the many parts of something larger. */
const isNoted = (name) => !/\/\d+$/.test(name);

/** Copies the texts that were written since the last time, and removes those that were deleted. Gives by which notes each was copied. */
async function copyTexts(cache, database, before, { seen, lost, here, isSame, isSound, gone }) {
  const there = new Set(await names(cache));
  const texts = {};
  for (const name of here) {
    if (!isText(name, gone)) continue;
    const noted = `${seen.get(name) ?? ""} ${lost.has(name)}`;
    const isDone = there.has(name) && (before[name] === noted || !seen.has(name));
    if (isDone || (await copyText(cache, name, await asked(store(database, SLIPS_STORE).get(name)), seen.get(name), lost.has(name)))) texts[name] = noted;
  }
  for (const name of there) {
    const isDeleted = isNoted(name) ? !seen.has(name) && !lost.has(name) : isSound;
    if (isSame && !here.has(name) && isDeleted) await cache.delete(at("text", name));
  }
  return texts;
}

/** Copies a text if it is what was acknowledged. Of one that was lost the older form stays beside it, until the learner gave it up. */
async function copyText(cache, name, text, seen, isLost) {
  if (typeof text !== "string" || !isAcknowledged(text, seen)) return false;
  const there = await read(cache, "text", name);
  const older = there?.lost ?? { at: there?.at ?? 0, text: there?.text ?? "" };
  await write(cache, { at: Date.now(), text, ...(isLost ? { lost: older } : {}) }, "text", name);
  return true;
}

const isAcknowledged = (text, seen) => seen === undefined || seen.split(",").some((known) => known === "?" || known === hashOf(text));

/** FNV-1a with 64 bits over the UTF-8 of a text, as crates/records/src/seen.rs has it, in four limbs. */
function hashOf(text) {
  let [a, b, c, d] = [0x2325, 0x8422, 0x9ce4, 0xcbf2];
  for (const byte of new TextEncoder().encode(text)) {
    a ^= byte;
    const low = a * 0x1b3;
    const second = b * 0x1b3 + (low >>> 16);
    const third = c * 0x1b3 + a * 0x100 + (second >>> 16);
    d = (d * 0x1b3 + b * 0x100 + (third >>> 16)) & 0xffff;
    [a, b, c] = [low & 0xffff, second & 0xffff, third & 0xffff];
  }
  return [d, c, b, a].map((limb) => limb.toString(16).padStart(4, "0")).join("");
}

/** Removes everything of a learner. */
async function erase(cache, { files }, learner) {
  for (const name of await names(cache)) {
    if (name.startsWith(`${learner}/`)) await cache.delete(at("text", name));
  }
  const isOther = (json) => JSON.parse(json).event.learner !== learner;
  for (let file = 0; file < files; file += 1) {
    const lines = (await read(cache, "records", String(file))) ?? [];
    await write(cache, lines.filter(([, json]) => isOther(json)), "records", String(file));
  }
  const stretches = Object.entries((await read(cache, "stretches")) ?? {});
  await write(cache, Object.fromEntries(stretches.filter(([, line]) => isOther(JSON.parse(line).record))), "stretches");
}
