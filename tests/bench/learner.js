// A learner's browser whose store already holds a log, as the app would have written it.
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true };
const LESSONS = ["01-what-is-self-government", "02-who-decides-who-acts", "03-a-good-meeting", "04-help-and-learn"];

/** Opens the portal in a browser of its own, and puts the deeds into its store, an hour from one to the next. Gives the page. */
export async function learner(browser, host, deeds) {
  const page = await (await browser.newContext(PHONE)).newPage();
  await page.goto(host.url(""));
  await page.waitForFunction(() => document.documentElement.dataset.appState === "on");
  await page.waitForFunction(async () => (await indexedDB.databases()).some(({ name }) => name === "huaide"));
  await page.waitForTimeout(500);
  await page.evaluate(fill, JSON.stringify(deeds));
  return page;
}

/** Makes the processor a quarter as fast; gives what makes it as fast as it is. */
export async function slowDown(page) {
  const devtools = await page.context().newCDPSession(page);
  const setRate = (rate) => devtools.send("Emulation.setCPUThrottlingRate", { rate });
  await setRate(4);
  return () => setRate(1);
}

/** Waits until what is kept of a first reading is written, and makes the processor a quarter as fast. */
export async function settled(page) {
  await page.waitForTimeout(3_000);
  await slowDown(page);
  return page;
}

/** So many deeds of the sample's lessons: reading and answering in turn. */
export const log = (count) => Array.from({ length: count }, (_, index) => (index % 2 === 0 ? answered(index + 1) : read(index + 1)));

function read(order) {
  return {
    read: {
      document: `shequ-zizhi-${(order % LESSONS.length) + 1}`,
      title: "课",
      address: `lessons/shequ-zizhi/${LESSONS[order % LESSONS.length]}/`,
      active_ms: 1_000,
      estimate_ms: 2_600_000_000,
      reached_end: false,
      place: null,
    },
  };
}

function answered(order) {
  const bank = `shequ-zizhi-${(order % LESSONS.length) + 1}`;
  const isRight = order % 3 > 0;
  return {
    study: {
      answered: {
        question: `${bank}.q${(order % 9) + 1}`,
        revision: "00000000",
        bank,
        stem: "题",
        answer: { judged: isRight },
        verdict: { earned: isRight ? 1_000 : 0 },
        occasion: "test",
      },
    },
  };
}

/** Runs in the page: puts events into the store, as the app writes them. */
async function fill(json) {
  const deeds = JSON.parse(json);
  const database = await new Promise((done) => {
    indexedDB.open("huaide").onsuccess = ({ target }) => done(target.result);
  });
  const about = await new Promise((done) => {
    database.transaction("about").objectStore("about").get("identity").onsuccess = ({ target }) => done(JSON.parse(target.result));
  });
  const hexadecimal = (value, digits) => value.toString(16).padStart(digits, "0");
  const begin = Date.now() - deeds.length * 3_600_000;
  const transaction = database.transaction(["events", "journal"], "readwrite");
  for (const [index, deed] of deeds.entries()) {
    const order = index + 1;
    const at = { unix_ms: begin + order * 3_600_000, offset_minutes: 480 };
    const time = hexadecimal(at.unix_ms, 12);
    const id = `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${hexadecimal(order, 12)}`;
    const event = { id, learner: about.learner, device: about.device, order, at, deed };
    transaction.objectStore("events").put(JSON.stringify({ v: deed.study ? 2 : 1, event }), id);
    transaction.objectStore("journal").add(id);
  }
  await new Promise((done) => (transaction.oncomplete = done));
  database.close();
  localStorage.setItem("huaide.witness", String(deeds.length));
  if (deeds.some(({ study }) => study?.highlighted)) localStorage.setItem("huaide.notes", "1");
}
