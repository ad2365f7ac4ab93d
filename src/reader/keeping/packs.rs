//! The packs: what is wanted is kept one file at a time, what was deselected is dropped, and how far it is is shown.

use crate::platform::web;
use crate::reader::State;
use crate::reader::decision::{is_small, wanted};
use formats::pack::{File, INDEX_ADDRESS, Index, Pack, PackLine};
use leptos::prelude::GetUntracked;
use model::shared::DROP_REQUEST;
use std::collections::BTreeMap;
use ui::PackState;

/// All packs, in order, with what is in those that were looked into.
type Shelf = Vec<(PackLine, Option<Pack>)>;

/// Files by their addresses, with their sizes in bytes.
pub(super) type Sizes = BTreeMap<String, u64>;

impl State {
    /// Keeps what is wanted, one file at a time, and drops the pack that was deselected.
    pub(super) async fn keep_rest(&self, dropped: Option<String>) {
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
        let _ = self.keeper().ask(DROP_REQUEST, &[("addresses", addresses.into())]).await;
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
pub(super) fn sizes(files: impl Iterator<Item = (String, u64)>) -> Sizes {
    let mut sizes = Sizes::new();
    sizes.extend(files);
    sizes
}
