//! The packs: what belongs together offline, with metadata, block anchors, sizes and hashes.

use super::pages::{BASICS, Draft, address_of};
use crate::content::Content;
use crate::hash;
use anyhow::Result;
use formats::pack::{Document, File, INDEX_ADDRESS, Index, Pack, PackLine, VERSION};
use formats::page::{Body, Link};
use model::DocumentId;
use std::collections::{BTreeMap, BTreeSet};

type Files = BTreeMap<String, super::File>;
type Written = BTreeMap<String, Vec<u8>>;

/// The pages of one pack of a long list. A pack costs the same however many there are.
const DOCUMENTS_IN_A_PACK: usize = 100;

/// The packs and their index, by address.
pub(super) fn all(content: &Content, pages: &[Draft], files: &Files) -> Result<Written> {
    let moved: BTreeMap<&str, Vec<&str>> = content.moved.iter().fold(BTreeMap::new(), |mut moved, one| {
        moved.entry(one.to.as_str()).or_insert_with(Vec::new).push(one.from.as_str());
        moved
    });
    let shelf = Shelf { files, moved };
    let is_basic = |address: &str| BASICS.contains(&address) || address.starts_with("lessons/page-");
    let basics = pages.iter().filter(|draft| is_basic(&draft.page.address)).collect();
    let portal = shelf.pack("portal", &content.portal.name, basics);
    let of_series = content.series.iter().map(|series| {
        let is_own = |draft: &&Draft| series.lessons.iter().any(|lesson| lesson_of(draft) == Some(Some(&lesson.id)));
        let own = under(pages, &address_of(series)).into_iter().chain(pages.iter().filter(is_own));
        shelf.pack(series.id.as_str(), &series.title, own.collect())
    });
    let general = pages.iter().filter(|draft| lesson_of(draft) == Some(None)).collect();
    let general = shelf.packs("questions", &locale::questions_title().zh, general);
    let of_lists = [
        ("notices", locale::nav_notices()),
        ("materials", locale::nav_materials()),
        ("partners", locale::nav_partners()),
        ("activities", locale::programme_title()),
        ("scenes", locale::programme_scenes()),
        ("contests", locale::programme_contests()),
    ]
    .map(|(list, title)| shelf.packs(list, &title.zh, under(pages, &format!("{list}/"))));
    let packs = [portal].into_iter().chain(of_series).chain(of_lists.into_iter().flatten()).chain(general);
    let mut written = Written::new();
    let mut lines = Vec::new();
    for pack in packs.filter(|pack| !pack.files.is_empty()) {
        let json = pack.write()?.into_bytes();
        let address = format!("packs/{}.json", hash::short(&json));
        let bytes = pack.files.iter().map(|file| file.bytes).sum();
        lines.push(PackLine { id: pack.id, title: pack.title, address: address.clone(), bytes });
        written.insert(address, json);
    }
    let index = Index { v: VERSION, packs: lines };
    written.insert(INDEX_ADDRESS.to_owned(), index.write()?.into_bytes());
    Ok(written)
}

/// The pages below an address, but for those that every portal has.
fn under<'a>(pages: &'a [Draft<'a>], address: &str) -> Vec<&'a Draft<'a>> {
    let is_basic = |draft: &&Draft| BASICS.contains(&draft.page.address.as_str());
    pages.iter().filter(|draft| draft.page.address.starts_with(address) && !is_basic(draft)).collect()
}

/// The lesson of the bank on a page: `None` if there is no bank on it, `Some(None)` if the bank is no lesson's.
fn lesson_of<'a>(draft: &'a Draft) -> Option<Option<&'a DocumentId>> {
    match &draft.page.body {
        Body::Questions(questions) => Some(questions.bank.lesson.as_ref()),
        _ => None,
    }
}

/// What packs are made of.
struct Shelf<'a> {
    files: &'a Files,
    /// The old addresses of every new one.
    moved: BTreeMap<&'a str, Vec<&'a str>>,
}

impl Shelf<'_> {
    /// The packs of a list: one, or as many as it needs.
    fn packs(&self, list: &str, title: &str, pages: Vec<&Draft>) -> Vec<Pack> {
        let of = pages.len().div_ceil(DOCUMENTS_IN_A_PACK);
        let one = |(index, part): (usize, &[&Draft])| {
            let number = index + 1;
            let id = if index == 0 { list.to_owned() } else { format!("{list}-{number}") };
            let title = if of == 1 { title.to_owned() } else { format!("{title} {number}/{of}") };
            self.pack(&id, &title, part.to_vec())
        };
        pages.chunks(DOCUMENTS_IN_A_PACK).enumerate().map(one).collect()
    }

    fn pack(&self, id: &str, title: &str, own: Vec<&Draft>) -> Pack {
        let of_pages = own.iter().map(|draft| (draft.page.address.clone(), draft.file()));
        let of_media = own.iter().filter_map(|draft| draft.article).flat_map(|article| &article.media);
        let old = own.iter().filter_map(|draft| self.moved.get(draft.page.address.as_str())).flatten();
        let needed: BTreeSet<(String, String)> = of_pages
            .chain(of_media.map(|media| (media.clone(), media.clone())))
            .chain(own.iter().flat_map(|draft| &draft.needs).map(|address| (address.clone(), address.clone())))
            .chain(old.map(|address| ((*address).to_owned(), format!("{address}index.html"))))
            .collect();
        let file = |(address, name): (String, String)| {
            let file = self.files.get(&name)?;
            Some(File { address, bytes: file.len() as u64, sha256: file.sha256().to_owned() })
        };
        Pack {
            v: VERSION,
            id: id.to_owned(),
            title: title.to_owned(),
            documents: own.iter().filter_map(|draft| document(draft)).collect(),
            files: needed.into_iter().filter_map(file).collect(),
        }
    }
}

fn document(draft: &Draft) -> Option<Document> {
    let reading = draft.page.reading()?;
    Some(Document {
        id: reading.id.clone(),
        link: Link { title: reading.heading.clone(), address: draft.page.address.clone() },
        characters: reading.characters,
        blocks: reading.blocks.clone(),
    })
}
