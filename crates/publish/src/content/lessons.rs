//! Series and lessons, before their texts are rendered.

use super::front::{self, Front};
use super::source::Files;
use super::{Content, Lesson, Series};
use crate::fault::{Fault, phrase};
use formats::page::Audience;
use model::{DocumentId, SeriesId};
use std::collections::BTreeMap;
use std::sync::Arc;

const SERIES: [&str; 6] = ["id", "title", "summary", "audience", "order", "aliases"];
/// The names of packs that are no series.
const RESERVED: [&str; 4] = ["portal", "materials", "notices", "partners"];
const LESSON: [&str; 11] =
    ["id", "title", "lecturer", "date", "venue", "hours", "audience", "summary", "source", "partner", "aliases"];

/// Reads all series, in order: by `order`, then by the name of the folder.
pub(crate) fn outline(files: &Files, faults: &mut Vec<Fault>) -> Vec<Series> {
    let mut all: Vec<(i64, Series)> =
        folders(files).into_iter().filter_map(|folder| series(files, folder, faults)).collect();
    all.sort_by_key(|(order, _)| *order);
    all.into_iter().map(|(_, series)| series).collect()
}

fn folders(files: &Files) -> Vec<&str> {
    let mut folders: Vec<&str> = files
        .under("lessons/")
        .filter_map(|(path, _)| path.strip_prefix("lessons/")?.split_once('/').map(|cut| cut.0))
        .collect();
    folders.dedup();
    folders
}

fn series(files: &Files, folder: &str, faults: &mut Vec<Fault>) -> Option<(i64, Series)> {
    let path = format!("lessons/{folder}/series.toml");
    let Some(source) = files.text(&path) else {
        let what = phrase("这个文件夹里缺少 series.toml。", "series.toml is missing in this folder.");
        let mend = phrase("建一个 series.toml，写上 id、title、summary。", "Write one with id, title and summary.");
        faults.push(Fault::error(&path, None, what, mend));
        return None;
    };
    let mut front = Front::read(&path, source, 0, &SERIES);
    let id = front.id("id", |text| SeriesId::parse(text).ok());
    let (title, summary) = (front.text("title"), front.text("summary"));
    let audience = audience(&mut front, &path);
    let order = front.number("order").map_or(i64::MAX, |order| order as i64);
    let aliases = front.addresses("aliases");
    faults.append(&mut front.faults);
    let lessons = lessons(files, folder, faults);
    Some((order, Series { id: id?, slug: folder.to_owned(), title, summary, audience, aliases, lessons }))
}

fn audience(front: &mut Front, path: &str) -> Audience {
    match front.optional("audience").as_deref() {
        Some("party") => Audience::Party,
        Some("youth") => Audience::Youth,
        None | Some("everyone") => Audience::Everyone,
        Some(other) => {
            let what = phrase(format!("不认识的对象“{other}”。"), format!("Unknown audience {other:?}."));
            let mend = phrase("写 party、youth 或 everyone。", "Write party, youth or everyone.");
            front.faults.push(Fault::error(path, None, what, mend));
            Audience::Everyone
        }
    }
}

fn lessons(files: &Files, folder: &str, faults: &mut Vec<Fault>) -> Vec<Lesson> {
    let prefix = format!("lessons/{folder}/");
    let texts = files.under(&prefix).filter(|(path, _)| path.ends_with(".md"));
    let own = texts.filter_map(|(path, text)| Some((path, path.strip_prefix(&prefix)?.strip_suffix(".md")?, text)));
    own.filter(|(_, slug, _)| !slug.contains('/'))
        .filter_map(|(path, slug, text)| lesson(path, slug, text, faults))
        .collect()
}

fn lesson(path: &str, slug: &str, text: &str, faults: &mut Vec<Fault>) -> Option<Lesson> {
    let (source, _, _) = front::split(text);
    let mut front = Front::read(path, source.unwrap_or_default(), 1, &LESSON);
    let id = front.id("id", |text| DocumentId::parse(text).ok());
    let lesson = Lesson {
        slug: slug.to_owned(),
        title: front.text("title"),
        lecturer: front.text("lecturer"),
        date: front.day("date"),
        venue: front.optional("venue").unwrap_or_default(),
        hours_hundredths: (front.number("hours").unwrap_or(0.0).clamp(0.0, 1_000.0) * 100.0).round() as u32,
        audience: front.optional("audience").unwrap_or_default(),
        summary: front.optional("summary").unwrap_or_default(),
        source: front.optional("source").unwrap_or_default(),
        partner: front.optional("partner"),
        aliases: front.addresses("aliases"),
        article: Arc::default(),
        // A lesson without an id is an error already; this one is never published.
        id: id.clone().or_else(|| DocumentId::parse("lesson-without-id").ok())?,
    };
    faults.append(&mut front.faults);
    Some(lesson)
}

/// Where the text of a lesson is.
pub(crate) fn path(series: &Series, lesson: &Lesson) -> String {
    format!("lessons/{}/{}.md", series.slug, lesson.slug)
}

/// Ids are permanent, so no two documents may have the same.
pub(crate) fn unique(content: &Content, faults: &mut Vec<Fault>) {
    for series in &content.series {
        let id = series.id.as_str();
        if RESERVED.contains(&id) || content.series.iter().filter(|other| other.id == series.id).count() > 1 {
            let what =
                phrase(format!("系列的 id“{id}”已经有别处在用。"), format!("The id {id:?} of this series is taken."));
            let mend = phrase("换一个从没用过的 id。", "Choose an id that was never used.");
            faults.push(Fault::error(&format!("lessons/{}/series.toml", series.slug), 1, what, mend));
        }
    }
    let mut seen: BTreeMap<&str, String> = BTreeMap::new();
    for (id, file) in ids(content) {
        match seen.get(id) {
            Some(first) => {
                let what =
                    phrase(format!("id“{id}”已经被 {first} 用了。"), format!("The id {id:?} is taken by {first}."));
                let mend = phrase("换一个从没用过的 id。", "Choose an id that was never used.");
                faults.push(Fault::error(&file, 1, what, mend));
            }
            None => drop(seen.insert(id, file)),
        }
    }
}

/// The id of every document, and its file.
fn ids(content: &Content) -> impl Iterator<Item = (&str, String)> {
    let of_lessons = content
        .series
        .iter()
        .flat_map(|series| series.lessons.iter().map(move |lesson| (lesson.id.as_str(), path(series, lesson))));
    of_lessons
        .chain(content.materials.iter().map(|one| (one.id.as_str(), format!("materials/{}.md", one.path))))
        .chain(content.notices.iter().map(|one| (one.id.as_str(), format!("notices/{}.md", one.slug))))
        .chain(content.partners.iter().map(|one| (one.id.as_str(), format!("partners/{}.md", one.slug))))
}
