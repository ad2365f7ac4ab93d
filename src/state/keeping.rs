//! What is kept for reading without a network: the page that is open at once, the rest one file at a time while nothing
//! else goes on, unless the reader decided otherwise.

use super::State;
use super::decision::{decided, is_small, remember, wanted};
use crate::platform::{document, quota, web, worker};
use formats::pack::{File, INDEX_ADDRESS, Index, Pack, PackLine};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::sync::Arc;
use ui::{Keep, Keeping, PackState, Worker};
use wasm_bindgen::JsCast;
use web_sys::ServiceWorkerRegistration;

/// All packs, in order, with what is in those that were looked into.
type Shelf = Vec<(PackLine, Option<Pack>)>;

/// Files by their addresses, with their sizes in bytes.
type Sizes = BTreeMap<String, u64>;

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
        let files = worker::fact(&self.ask("kept", &[]).await?, "files");
        let files = js_sys::Array::from(&files);
        let line =
            |file| Some((worker::fact(&file, "address").as_string()?, worker::fact(&file, "bytes").as_f64()? as u64));
        let shell = worker::fact(&self.ask("state", &[]).await?, "shellBytes").as_f64()? as u64;
        Some((sizes(files.iter().filter_map(line)), shell))
    }

    /// Keeps one file. `false` when there is no room for more, or no network.
    async fn keep(&self, file: &File) -> bool {
        let facts = [
            ("address", file.address.as_str().into()),
            ("bytes", (file.bytes as f64).into()),
            ("sha256", file.sha256.as_str().into()),
        ];
        let Some(answer) = self.ask("keep", &facts).await else { return false };
        if worker::fact(&answer, "reason") == "full" {
            self.change(|keeping| keeping.full = true);
        }
        // One wrong file, such as of a newer publication, does not stop the others.
        worker::fact(&answer, "ok").is_truthy() || worker::fact(&answer, "reason") == "wrong"
    }
}

impl State {
    /// Tells of a newer text of this page, if there is one.
    pub(super) fn tell_fresher(&self) {
        if worker::fresher().is_some_and(|address| address == self.place().address()) {
            self.tell(locale::bar_fresher());
        }
    }

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
            let _ = self.keeper().ask("keep", &[("address", address.into())]).await;
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

    /// Keeps what is wanted, one file at a time, and drops the pack that was deselected.
    async fn keep_rest(&self, dropped: Option<String>) {
        let keeper = self.keeper();
        let round = keeper.round.get() + 1;
        keeper.round.set(round);
        let Some(index) = self.index().await else { return };
        let wanted = wanted(&keeper.keeping.get_untracked().keep, &index);
        let small = is_small(&index);
        let is_needed = |id: &String| small || wanted.contains(id) || dropped.as_ref() == Some(id);
        let Some(shelf) = self.shelf(index, is_needed).await else { return };
        self.show_packs(&shelf, &wanted, round).await;
        keeper.change(|keeping| keeping.full = false);
        let wanted_packs =
            shelf.iter().filter(|(line, _)| wanted.contains(&line.id)).filter_map(|(_, pack)| pack.as_ref());
        let needed = sizes(wanted_packs.flat_map(|pack| &pack.files).map(|file| (file.address.clone(), file.bytes)));
        for (line, pack) in &shelf {
            let Some(pack) = pack else { continue };
            if wanted.contains(&line.id) {
                self.keep_pack(pack, round).await;
            } else if dropped.as_ref() == Some(&line.id) {
                self.drop_pack(pack, &needed).await;
            }
            if keeper.round.get() != round {
                return;
            }
            self.show_packs(&shelf, &wanted, round).await;
        }
    }

    /// The list of all packs. `None` when it cannot be had now.
    async fn index(&self) -> Option<Index> {
        Index::read(&self.json(INDEX_ADDRESS).await?).ok()
    }

    /// All packs; of those that are needed now also what is in them, for a large portal has many. `None` when one of them cannot
    /// be had now.
    async fn shelf(&self, index: Index, is_needed: impl Fn(&String) -> bool) -> Option<Shelf> {
        let mut shelf = Vec::new();
        for line in index.packs {
            let pack = match is_needed(&line.id) {
                true => Some(Pack::read(&self.json(&line.address).await?).ok()?),
                false => None,
            };
            shelf.push((line, pack));
        }
        Some(shelf)
    }

    async fn json(&self, address: &str) -> Option<String> {
        web::text(&format!("{}{address}", self.0.root), "application/json").await
    }

    async fn keep_pack(&self, pack: &Pack, round: u32) {
        for file in &pack.files {
            web::idle().await;
            if self.keeper().round.get() != round || !self.keeper().keep(file).await {
                return;
            }
        }
    }

    /// Drops what was deselected, but not what another pack needs. The worker never drops a page that is open.
    async fn drop_pack(&self, pack: &Pack, needed: &Sizes) {
        let addresses: js_sys::Array = pack
            .files
            .iter()
            .filter(|file| !needed.contains_key(&file.address))
            .map(|file| wasm_bindgen::JsValue::from(&file.address))
            .collect();
        // Without an answer they stay, and the sizes on the page say so.
        let _ = self.keeper().ask("drop", &[("addresses", addresses.into())]).await;
    }

    /// Tells how much is kept of each pack that was looked into.
    async fn show_packs(&self, shelf: &Shelf, wanted: &[String], round: u32) {
        let Some((kept, shell)) = self.keeper().kept().await else { return };
        // The reader may have decided anew meanwhile.
        if self.keeper().round.get() != round {
            return;
        }
        let is_kept = |file: &&File| kept.contains_key(&file.address);
        let of_files = |pack: &Pack| pack.files.iter().filter(is_kept).map(|file| file.bytes).sum();
        let state = |(line, pack): &(PackLine, Option<Pack>)| PackState {
            id: line.id.clone(),
            title: line.title.clone(),
            bytes: line.bytes,
            kept_bytes: pack.as_ref().map(of_files),
            wanted: wanted.contains(&line.id),
        };
        self.keeper().change(|keeping| {
            keeping.packs = shelf.iter().map(state).collect();
            keeping.kept_bytes = kept.values().sum::<u64>() + shell;
        });
    }
}

/// Files one after the other: collecting them would bring two ways of sorting into the program, 9 kB.
fn sizes(files: impl Iterator<Item = (String, u64)>) -> Sizes {
    let mut sizes = Sizes::new();
    sizes.extend(files);
    sizes
}
