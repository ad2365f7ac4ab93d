// In the head of every page: how the text looks, before the first paint; then the app, after it.
(() => {
  "use strict";
  // The page's own policy must let old engines compile the programs, which they know as eval only (docs/DESIGN.md). An engine that knows
  // the word for WebAssembly gets the strict policy besides, before anything else runs. Safari knew `findLast` before the word.
  const news = Array.prototype;
  if (news.toSorted || (news.findLast && !("GestureEvent" in window))) {
    const content = "script-src 'self' 'wasm-unsafe-eval'";
    document.head.append(Object.assign(document.createElement("meta"), { httpEquiv: "content-security-policy", content }));
  }
  // Before Safari 15.4 and Firefox 98 there are no dialogs: those of a page are shown and hidden by their attribute alone.
  if (!window.HTMLDialogElement) {
    const { prototype } = (window.HTMLDialogElement = window.HTMLUnknownElement);
    Object.defineProperty(prototype, "open", {
      get() {
        return this.hasAttribute("open");
      },
      configurable: true,
    });
    prototype.showModal = function () {
      this.setAttribute("open", "");
    };
    prototype.close = function () {
      if (!this.open) return;
      this.removeAttribute("open");
      this.dispatchEvent(new Event("close"));
    };
    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") document.querySelectorAll("dialog[open]").forEach((dialog) => dialog.close());
    });
    document.addEventListener("submit", (event) => {
      const dialog = event.target.closest("dialog");
      if (!dialog || event.target.getAttribute("method") !== "dialog") return;
      event.preventDefault();
      dialog.close();
    });
  }
  // WebKit keeps a page that is left as it is, with each transaction that waits for an answer, and whoever comes next waits for that one: what
  // is not committed is given up when such a page is left. What was to be written is noted by then (crates/records/src/parting.rs), and who
  // comes back to the page gets it anew.
  if (navigator.vendor.startsWith("Apple") && window.IDBDatabase) {
    const { prototype } = IDBDatabase;
    const { transaction } = prototype;
    const going = new Set();
    let isGivenUp = false;
    prototype.transaction = function (...asked) {
      const begun = transaction.apply(this, asked);
      going.add(begun);
      for (const end of ["complete", "abort"]) begun.addEventListener(end, () => going.delete(begun));
      return begun;
    };
    addEventListener("pagehide", ({ persisted }) => {
      for (const begun of persisted ? going : []) {
        try {
          begun.abort();
          isGivenUp = true;
        } catch {
          // It is committed: nobody has to wait for this page.
        }
      }
    });
    addEventListener("pageshow", ({ persisted }) => persisted && isGivenUp && location.reload());
  }
  const html = document.documentElement;
  const facts = html.dataset;
  const KEY = "huaide.view";
  const CHOICES = {
    theme: ["system", "light", "dark", "contrast"],
    size: ["3", "1", "2", "4", "5", "6", "7"],
    spacing: ["2", "1", "3"],
    language: ["zh", "en"],
  };
  const prefers = (what) => matchMedia(`(prefers-${what})`);
  const dark = prefers("color-scheme: dark");
  const contrast = prefers("contrast: more");

  // The reader's choice. Anything unknown becomes the first of its choices.
  const checked = (found) =>
    Object.fromEntries(
      Object.entries(CHOICES).map(([name, all]) => {
        const wanted = String(found?.[name]);
        return [name, all.includes(wanted) ? wanted : all[0]];
      }),
    );
  const kept = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };
  const read = () => {
    try {
      return checked(JSON.parse(kept(KEY)));
    } catch {
      return checked();
    }
  };
  let view = read();

  const apply = () => {
    const own = contrast.matches ? "contrast" : dark.matches ? "dark" : "light";
    facts.theme = view.theme === "system" ? own : view.theme;
    facts.themeChoice = view.theme;
    facts.size = view.size;
    facts.spacing = view.spacing;
    facts.language = view.language;
  };
  const showChoice = () => {
    for (const input of document.querySelectorAll("input[type=radio]")) {
      if (input.name in CHOICES) input.checked = view[input.name] === input.value;
    }
  };
  facts.js = "on";
  apply();
  for (const media of [dark, contrast]) media.addEventListener("change", apply);
  document.addEventListener("DOMContentLoaded", showChoice);
  document.addEventListener("huaide:drawn", showChoice);
  document.addEventListener("change", ({ target }) => {
    if (!(target.name in CHOICES)) return;
    view = checked({ ...view, [target.name]: target.value });
    try {
      localStorage.setItem(KEY, JSON.stringify(view));
    } catch {
      // A browser that keeps nothing still shows it until the page closes.
    }
    apply();
    showChoice();
    document.dispatchEvent(new Event("huaide:view"));
  });
  document.addEventListener("click", ({ target }) => {
    const bar = target.closest?.("[data-close]")?.parentElement;
    if (bar) bar.hidden = true;
  });
  addEventListener("storage", ({ key }) => {
    if (key !== KEY) return;
    view = read();
    apply();
    showChoice();
  });

  // The worker may have a newer text of this page before the app runs: it is told when it does.
  navigator.serviceWorker?.addEventListener("message", ({ data }) => {
    if (data?.type !== "fresher") return;
    facts.fresher = data.address;
    document.dispatchEvent(new Event("huaide:fresher"));
  });

  // Opened from a disk or a USB stick, nobody answers for a folder with its page, and no program may be loaded.
  const isFile = location.protocol === "file:";
  if (isFile) {
    document.addEventListener("DOMContentLoaded", () => {
      for (const link of document.links) {
        if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
      }
    });
  }

  const root = new URL(facts.root, location.href);
  // A computer that many share: without a sign of life for some minutes, or when nobody was chosen, it is asked who is learning.
  const room = kept("huaide.room") * 6e4;
  const ask = () => {
    if (/^(learners|offline)/.test(facts.address) || (kept("huaide.learner") && Date.now() - kept("huaide.alive") < room)) return;
    location.href = `${root}learners/?at=${facts.address}`;
  };
  if (room) {
    for (const sign of ["keydown", "pointerdown", "scroll", "timeupdate"]) {
      addEventListener(sign, () => (localStorage["huaide.alive"] = Date.now()), true);
    }
    setInterval(ask, 1e4);
    ask();
  }
  const run = async (script, wasm) => {
    const program = await import(new URL(script, root));
    await program.default({ module_or_path: new URL(wasm, root) });
  };
  // A program that has failed does nothing any more, though its buttons are still there.
  addEventListener("error", ({ error }) => {
    if (error?.name === "RuntimeError") facts.appState = "failed";
  });
  const start = async () => {
    facts.appState = "starting";
    try {
      await run(facts.app, facts.wasm);
    } catch {
      // A worker that gives a page has its programs too. Chromium may take it from a page that opens while a newer worker comes: asked once
      // more, that one answers (docs/DESIGN.md).
      const [{ type, workerStart } = {}] = performance.getEntriesByType("navigation");
      if (workerStart && type !== "reload") return location.reload();
      facts.appState = "off";
      // Where nobody can be asked, a guest reads.
      if (room) localStorage["huaide.learner"] ||= "guest";
    }
  };
  // A text with notes, or a reader who wants to make one: what draws them comes then, and once.
  let notes;
  const bring = async () => {
    const href = new URL(facts.notesStyle, root);
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
    await run(facts.notes, facts.notesWasm);
  };
  const note = async (detail) => {
    if (!facts.notes) return;
    try {
      await (notes ??= bring());
      if (detail) document.dispatchEvent(new CustomEvent("huaide:note", { detail }));
    } catch {
      notes = undefined;
      if (detail) document.dispatchEvent(new Event("huaide:refused-notes"));
    }
  };
  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-note]");
    if (button) note(button.dataset.note);
  });
  document.addEventListener("huaide:drawn", () => {
    if (kept("huaide.notes")) note();
  });
  // What learners made is mirrored by the worker (public/sw/mirror.js), which hears what was acknowledged: every half minute as long as the
  // page is seen, and when it is hidden or asks for it.
  const MIRROR = "huaide.mirror";
  let told;
  const mirror = async () => {
    try {
      const named = Object.keys(localStorage).filter((name) => /^huaide\.(seen\/|lost\/|witness|mirror|database)/.test(name));
      const notes = Object.fromEntries(named.map((name) => [name, localStorage[name]]));
      const now = JSON.stringify(notes);
      if (document.hidden && now === told) return;
      const { active } = (await navigator.serviceWorker.getRegistration()) ?? {};
      if (!active) return;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => {
        port1.close();
        if (!data.ok) return;
        told = now;
        if (localStorage[MIRROR] === notes[MIRROR]) localStorage[MIRROR] = data.mark;
      };
      active.postMessage({ type: "mirror", notes }, [port2]);
    } catch {
      // Where there is no worker there is no mirror; the page of what is stored says so.
    }
  };
  setTimeout(mirror, 5e3);
  setInterval(mirror, 3e4);
  for (const sign of ["visibilitychange", "huaide:mirror"]) document.addEventListener(sign, mirror);
  const forget = async (workers) => {
    for (const registration of await workers.getRegistrations()) {
      if (registration.scope === root.href) await registration.unregister();
    }
    for (const name of await caches.keys()) {
      if (name.startsWith("huaide-") && name.endsWith(`@${root.pathname}`)) await caches.delete(name);
    }
  };
  const work = async () => {
    const workers = navigator.serviceWorker;
    if (!workers) return;
    try {
      if (facts.offline === "off") await forget(workers);
      else await workers.register(new URL("sw.js", root), { scope: root.pathname, updateViaCache: "none" });
    } catch {
      // Without a worker the portal works as long as there is a network; the settings page says so.
      facts.worker = "refused";
      document.dispatchEvent(new Event("huaide:refused"));
    }
  };
  // The later blocks of a long text, which text.css leaves out of the first layout: a piece of them in every frame. When the app
  // has drawn, it needs all of them.
  const PIECE = 50;
  const leftOut = () => [...document.getElementById("text").children].filter((block) => !block.style.contentVisibility);
  const layOut = (count) => {
    const blocks = leftOut();
    for (const block of blocks.slice(0, count)) block.style.contentVisibility = "visible";
    if (blocks.length > count) requestAnimationFrame(() => layOut(count));
  };
  document.addEventListener("huaide:drawn", () => layOut(Infinity));
  // Two frames: the text is painted first.
  document.addEventListener("DOMContentLoaded", () => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        layOut(PIECE);
        if (isFile) facts.appState = "off";
        else setTimeout(() => start().then(work));
      }),
    );
  });
})();
