// The learner's database, touched from outside the app: from an address of the same origin on which no app runs.
/** Opens an empty page of the same origin. */
export const openBare = ({ page, host }) => page.goto(host.bare());

/** Makes the database as something else than this app left it: {version, stores: {name: {key: value}}}. */
export function makeDatabase(tab, { version, stores }) {
  const filled = Object.entries(stores).map(([name, records]) => [name, { values: Object.entries(records) }]);
  return putProfile(tab, { version, stores: Object.fromEntries(filled), local: {} });
}

/** Puts what a browser kept into one that keeps nothing: {version, stores: {name: {autoIncrement, values: [[key, value]]}}, local}. */
export async function putProfile(tab, profile) {
  await openBare(tab);
  await tab.page.evaluate(
    ({ version, stores, local }) =>
      new Promise((done, failed) => {
        const opening = indexedDB.open("huaide", version);
        opening.onerror = () => failed(opening.error);
        opening.onupgradeneeded = () => {
          for (const [name, { autoIncrement = false, values }] of Object.entries(stores)) {
            const store = opening.result.createObjectStore(name, { autoIncrement });
            for (const [key, value] of values) store.put(value, key);
          }
        };
        opening.onsuccess = () => {
          opening.result.close();
          Object.assign(localStorage, local);
          done();
        };
      }),
    profile,
  );
}

/** Deletes the database, as browsers do with sites that were not visited for long. Gives whether another page was in the way. */
export async function deleteDatabase(tab) {
  await openBare(tab);
  return tab.page.evaluate(
    () =>
      new Promise((done, failed) => {
        let blocked = false;
        const deleting = indexedDB.deleteDatabase("huaide");
        deleting.onblocked = () => (blocked = true);
        deleting.onerror = () => failed(deleting.error);
        deleting.onsuccess = () => done(blocked);
      }),
  );
}

/** The version of the database. */
export const databaseVersion = ({ page }) =>
  page.evaluate(async () => (await indexedDB.databases()).find(({ name }) => name === "huaide")?.version);

/** Fills the database until there is no room for a single small record more. */
export const fillDatabase = ({ page }) =>
  page.evaluate(async () => {
    const database = await new Promise((done) => {
      indexedDB.open("huaide").onsuccess = ({ target }) => done(target.result);
    });
    const fits = (size) =>
      new Promise((done) => {
        const transaction = database.transaction("about", "readwrite");
        // Noise, for the browser compresses what it writes.
        const noise = crypto.getRandomValues(new Uint8Array(size));
        transaction.objectStore("about").put(noise, `filling ${Math.random()}`);
        transaction.oncomplete = () => done(true);
        transaction.onabort = () => done(false);
      });
    for (const size of [50_000, 5_000, 500, 50]) while (await fits(size));
    database.close();
  });
