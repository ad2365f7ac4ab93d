//! What is kept for reading without a network: the page that is open at once, the rest one file at a time while nothing
//! else goes on, unless the reader decided otherwise.

mod packs;

use super::State;
use super::decision::{decided, remember};
use crate::platform::{document, quota, web, worker};
use formats::pack::File;
use leptos::prelude::*;
use model::shared::{KEEP_REQUEST, KEPT_REQUEST, STATE_REQUEST};
use packs::{Sizes, sizes};
use std::cell::{Cell, RefCell};
use std::sync::Arc;
use ui::{Keep, Keeping, PackState, Worker};
use wasm_bindgen::JsCast;
use web_sys::ServiceWorkerRegistration;

/// Keeps things.
pub struct Keeper {
    /// How it stands, for all who show it.
    pub keeping: RwSignal<Arc<Keeping>>,
    /// Whether a newer version of the app waits.
    pub update: RwSignal<bool>,
    registration: RefCell<Option<ServiceWorkerRegistration>>,
    /// Counts decisions: a round that began before the latest one stops.
    round: Cell<u32>,
}

impl Keeper {
    /// Nothing is known yet. `offered` is whether the organiser wants it at all.
    pub fn new(offered: bool) -> Self {
        let worker = match (offered, worker::is_offered()) {
            (false, _) => Worker::Retired,
            (true, false) => Worker::Refused,
            (true, true) => Worker::Starting,
        };
        let keeping = Keeping { worker, keep: decided(), ..Keeping::default() };
        Self {
            keeping: RwSignal::new(Arc::new(keeping)),
            update: RwSignal::new(false),
            registration: RefCell::default(),
            round: Cell::default(),
        }
    }

    /// Whether pages are served from what is kept.
    pub fn is_ready(&self) -> bool {
        self.keeping.with_untracked(|keeping| keeping.worker == Worker::Ready)
    }

    /// Waits for the worker, keeps the open page, then the rest.
    pub async fn start(&self, state: State) {
        if self.keeping.with_untracked(|keeping| keeping.worker != Worker::Starting) {
            return;
        }
        let refused = state.clone();
        worker::on_refused(move || refused.keeper().change(|keeping| keeping.worker = Worker::Refused));
        let Some(registration) = worker::ready().await else {
            self.change(|keeping| keeping.worker = Worker::Refused);
            return;
        };
        self.registration.replace(Some(registration.clone()));
        let (update, told) = (self.update, state.clone());
        worker::on_waiting(&registration, move || update.set(true));
        worker::on_fresher(move || told.tell_fresher());
        let promised = quota::is_promised().await;
        self.change(|keeping| {
            keeping.worker = Worker::Ready;
            keeping.promised = promised;
            // Another tab may have decided meanwhile.
            keeping.keep = decided();
        });
        state.keep_page().await;
        state.keep_rest(None).await;
    }

    /// Lets the newer version begin.
    pub fn change_over(&self, state: &State) {
        // Nothing is asked of the worker any more: it can only be replaced when it has nothing left to do.
        let Some(registration) = self.registration.take() else { return };
        self.round.set(self.round.get() + 1);
        let (address, state) = (state.place().address(), state.clone());
        leptos::task::spawn_local(async move {
            worker::change_over(&registration, &address).await;
            // Nobody waited: all goes on.
            state.keeper().registration.replace(Some(registration));
        });
    }

    /// Asks the browser to promise that it clears nothing.
    pub async fn ask_promise(&self) {
        let promised = quota::ask_promise().await;
        self.change(|keeping| keeping.promised = promised);
    }

    /// The reader wants a pack kept, or no longer.
    pub fn choose(&self, state: &State, id: &str, keep: bool) {
        let packs = &self.keeping.get_untracked().packs;
        let wanted = |pack: &&PackState| if pack.id == id { keep } else { pack.wanted };
        let chosen = packs.iter().filter(wanted).map(|pack| pack.id.clone()).collect();
        let keep_these = Keep::Chosen(chosen);
        remember(&keep_these);
        self.follow(state, keep_these, (!keep).then(|| id.to_owned()));
    }

    /// The reader decided.
    pub fn decide(&self, state: &State, keep: Keep) {
        remember(&keep);
        self.follow(state, keep, None);
    }

    /// The reader decided in another tab.
    pub fn decided_elsewhere(&self, state: &State) {
        if self.is_ready() {
            self.follow(state, decided(), None);
        }
    }

    /// Does what was decided, from now on. `dropped` is the pack that was just deselected.
    fn follow(&self, state: &State, keep: Keep, dropped: Option<String>) {
        self.change(|keeping| {
            if let Keep::Chosen(chosen) = &keep {
                keeping.packs.iter_mut().for_each(|pack| pack.wanted = chosen.contains(&pack.id));
            }
            keeping.keep = keep;
        });
        let state = state.clone();
        leptos::task::spawn_local(async move { state.keep_rest(dropped).await });
    }

    fn change(&self, change: impl FnOnce(&mut Keeping)) {
        self.keeping.update(|keeping| change(Arc::make_mut(keeping)));
    }

    async fn ask(&self, kind: &str, facts: &[(&str, wasm_bindgen::JsValue)]) -> Option<wasm_bindgen::JsValue> {
        let registration = self.registration.borrow().clone()?;
        worker::ask(&registration, kind, facts).await
    }

    /// What is kept, and the bytes of the app itself.
    async fn kept(&self) -> Option<(Sizes, u64)> {
        let files = worker::fact(&self.ask(KEPT_REQUEST, &[]).await?, "files");
        let files = js_sys::Array::from(&files);
        let line =
            |file| Some((worker::fact(&file, "address").as_string()?, worker::fact(&file, "bytes").as_f64()? as u64));
        let shell = worker::fact(&self.ask(STATE_REQUEST, &[]).await?, "shellBytes").as_f64()? as u64;
        Some((sizes(files.iter().filter_map(line)), shell))
    }

    /// Keeps one file. `false` when there is no room for more, or no network.
    async fn keep(&self, file: &File) -> bool {
        let facts = [
            ("address", file.address.as_str().into()),
            ("bytes", (file.bytes as f64).into()),
            ("sha256", file.sha256.as_str().into()),
        ];
        let Some(answer) = self.ask(KEEP_REQUEST, &facts).await else { return false };
        if worker::fact(&answer, "reason") == "full" {
            self.change(|keeping| keeping.full = true);
        }
        // One wrong file, such as of a newer publication, does not stop the others.
        worker::fact(&answer, "ok").is_truthy() || worker::fact(&answer, "reason") == "wrong"
    }
}

impl State {
    /// Keeps the page that is open, with its pictures and sounds.
    pub(super) fn keep_this_page(&self) {
        let state = self.clone();
        leptos::task::spawn_local(async move {
            if state.keeper().is_ready() {
                state.keep_page().await;
            }
        });
    }

    async fn keep_page(&self) {
        let mut addresses = vec![self.place().address()];
        addresses.extend(self.media_of_page());
        for address in addresses {
            // What cannot be kept now is tried again with its pack, or the next time it is opened.
            let _ = self.keeper().ask(KEEP_REQUEST, &[("address", address.into())]).await;
        }
    }

    /// The addresses of the pictures and sounds of the article.
    fn media_of_page(&self) -> Vec<String> {
        let Ok(found) = document().query_selector_all("#text :is(img,audio,video,source)[src]") else {
            return Vec::new();
        };
        let elements = (0..found.length()).filter_map(|index| found.item(index)?.dyn_into::<web_sys::Element>().ok());
        let href = |element: web_sys::Element| {
            let (path, _) = web::own_link(&web::absolute(&element.get_attribute("src")?)?)?;
            path.strip_prefix(&self.0.root).map(str::to_owned)
        };
        elements.filter_map(href).collect()
    }
}
