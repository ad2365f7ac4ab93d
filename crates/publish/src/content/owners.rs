//! Ids that two texts have: whose they are. A copy gives way to its original, whose learners would else lose what they did; of two that
//! were written apart, the one that was there at the last publishing keeps its id; and else both are named.

use super::source::Files;
use super::{Content, lessons, names};
use crate::fault::{Fault, phrase};
use formats::pack::INDEX_ADDRESS;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Tells of every file or folder that was copied beside itself and kept the ids, and takes it out of the content: whatever else it has in
/// common with its original is no fault of its own.
pub(crate) fn take_out_copies(files: &Files, content: &mut Content, faults: &mut Vec<Fault>) {
    let mut copies: BTreeSet<&str> = BTreeSet::new();
    let mut told: BTreeMap<String, Fault> = BTreeMap::new();
    for (path, id) in files.named() {
        let keeps_id = |other: &str| files.id(other) == Some(id);
        let Some((copy, original)) = names::original(path, keeps_id) else { continue };
        copies.insert(path);
        told.entry(copy.clone()).or_insert_with(|| self::copied(files, &copy, &original, id));
    }
    if copies.is_empty() {
        return;
    }
    faults.extend(told.into_values());
    let stays = |file: &str| !copies.contains(file);
    let Content { series, materials, notices, partners, programme, .. } = content;
    series.retain(|one| stays(&format!("lessons/{}/series.toml", one.slug)));
    for one in series {
        let paths: Vec<String> = one.lessons.iter().map(|lesson| lessons::path(one, lesson)).collect();
        let mut paths = paths.iter();
        one.lessons.retain(|_| paths.next().is_none_or(|path| stays(path)));
    }
    materials.retain(|one| stays(&format!("materials/{}.md", one.path)));
    notices.retain(|one| stays(&format!("notices/{}.md", one.slug)));
    partners.retain(|one| stays(&format!("partners/{}.md", one.slug)));
    programme.activities.retain(|one| stays(&one.file));
    programme.scenes.retain(|one| stays(&one.file));
    programme.contests.retain(|one| stays(&one.file));
}

/// The fault of a copy. `path` may be a folder.
fn copied(files: &Files, path: &str, original: &str, id: &str) -> Fault {
    if !path.ends_with(".md") {
        let what = phrase(
            format!("这个文件夹是 {original} 的副本，里面的 id 也都一样。"),
            format!("This folder is a copy of {original}, and has the same ids."),
        );
        let mend = phrase(
            format!("不要就删掉；要留，就改文件夹名，并给里面每个文件换新的 id。{original} 的 id 不要动。"),
            format!("Remove it; or rename it and give each of its files an id of its own. Leave those of {original}."),
        );
        return Fault::error(path, None, what, mend);
    }
    let free = files.ids.for_name(&format!("{id}-2"));
    let what = phrase(
        format!("这是 {original} 的副本，连 id“{id}”也一样。"),
        format!("This is a copy of {original}, with the same id {id:?}."),
    );
    let mend = phrase(
        format!("不要就删掉；要留，就改文件名，并换一个从没用过的 id，比如 id = \"{free}\"。{original} 的 id 不要动。"),
        format!(
            "Remove it; or rename it and choose an id that was never used, such as id = \"{free}\". Leave that of {original}."
        ),
    );
    let line = super::front::line_of(files.text(path).map_or("", |text| text), "id");
    Fault::error(path, line, what, mend)
}

/// Two files that have one id, in the order in which they are blamed.
pub(crate) struct Pair<'a> {
    /// The file that keeps it.
    pub keeps: &'a str,
    /// The one that needs another.
    pub changes: &'a str,
    /// Whether that is known, and not only the order of their names.
    pub is_known: bool,
}

/// Which of two files had an id at the last publishing.
pub(crate) fn pair<'a>(files: &Files, id: &str, first: &'a str, second: &'a str) -> Pair<'a> {
    let address = published(&files.last, id);
    let was_at = |file: &str| {
        address.as_deref().is_some_and(|address| file.strip_suffix(".md") == Some(address.trim_end_matches('/')))
    };
    match (was_at(first), was_at(second)) {
        (false, true) => Pair { keeps: second, changes: first, is_known: true },
        (is_known, _) => Pair { keeps: first, changes: second, is_known },
    }
}

/// Where a document stood in the site that was published to a folder.
fn published(site: &Path, id: &str) -> Option<String> {
    // It may have been published by an older program: only what is asked for is read of it.
    let read = |address: &str| serde_json::from_slice::<Value>(&std::fs::read(site.join(address)).ok()?).ok();
    let index = read(INDEX_ADDRESS)?;
    let packs = index["packs"].as_array()?.iter().filter_map(|line| read(line["address"].as_str()?));
    packs.into_iter().find_map(|pack| {
        let document = pack["documents"].as_array()?.iter().find(|document| document["id"] == id)?;
        Some(document["link"]["address"].as_str()?.to_owned())
    })
}
