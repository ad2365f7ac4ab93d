//! The packs: what belongs together offline, with metadata, block anchors, sizes and hashes.

use super::pages::{BASICS, Draft, address_of};
use crate::content::{Content, Series};
use crate::hash;
use anyhow::Result;
use formats::pack::{Document, File, INDEX_ADDRESS, Index, Pack, PackLine, VERSION};
use formats::page::Link;
use std::collections::{BTreeMap, BTreeSet};

type Files = BTreeMap<String, Vec<u8>>;

/// The packs and their index, by address.
pub(super) fn all(content: &Content, pages: &[Draft], files: &Files) -> Result<Files> {
    let portal =
        pack("portal", &content.portal.name, pages, files, |draft| BASICS.contains(&draft.page.address.as_str()));
    let of_series =
        content.series.iter().map(|series| pack(series.id.as_str(), &series.title, pages, files, in_series(series)));
    let in_materials = |draft: &Draft| draft.page.address.starts_with("materials/") && draft.article.is_some();
    let materials = pack("materials", &locale::nav_materials().zh, pages, files, in_materials);
    let packs = [portal].into_iter().chain(of_series).chain([materials]).filter(|pack| !pack.files.is_empty());
    let mut written = Files::new();
    let mut lines = Vec::new();
    for pack in packs {
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

fn in_series(series: &Series) -> impl Fn(&Draft) -> bool {
    let address = address_of(series);
    move |draft| draft.page.address.starts_with(&address)
}

fn pack(id: &str, title: &str, pages: &[Draft], files: &Files, is_in: impl Fn(&Draft) -> bool) -> Pack {
    let own: Vec<&Draft> = pages.iter().filter(|draft| is_in(draft)).collect();
    let of_pages = own.iter().map(|draft| (draft.page.address.clone(), draft.file()));
    let of_media = own.iter().filter_map(|draft| draft.article).flat_map(|article| &article.media);
    let needed: BTreeSet<(String, String)> =
        of_pages.chain(of_media.map(|media| (media.clone(), media.clone()))).collect();
    let file = |(address, name): (String, String)| {
        let bytes = files.get(&name)?;
        Some(File { address, bytes: bytes.len() as u64, sha256: hash::sha256(bytes) })
    };
    Pack {
        v: VERSION,
        id: id.to_owned(),
        title: title.to_owned(),
        documents: own.iter().filter_map(|draft| document(draft)).collect(),
        files: needed.into_iter().filter_map(file).collect(),
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
