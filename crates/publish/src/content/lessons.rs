//! Series and lessons, before their texts are rendered.

use super::front::{self, Front};
use super::owners::{self, Pair};
use super::source::Files;
use super::{Content, Lesson, Series, questions};
use crate::fault::{Fault, phrase};
use formats::page::Audience;
use locale::Phrase;
use model::{BankId, DocumentId, SeriesId};
use std::collections::BTreeMap;
use std::sync::Arc;

const SERIES: [&str; 6] = ["id", "title", "summary", "audience", "order", "aliases"];
/// The names of packs that are no series.
const RESERVED: [&str; 8] =
    ["portal", "materials", "notices", "partners", "questions", "activities", "scenes", "contests"];
/// Stands for the id of a document that has none and is never published.
pub(super) const NO_ID: &str = "without-id";
const LESSON: [&str; 12] = [
    "id",
    "title",
    "lecturer",
    "date",
    "venue",
    "hours",
    "audience",
    "summary",
    "source",
    "partner",
    "questions",
    "aliases",
];

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
    front.propose(|| files.ids.for_name(folder));
    let id = front.id("id", |text| SeriesId::parse(text).ok());
    let (title, summary) = (front.text("title"), front.text("summary"));
    let audience = audience(&mut front, &path);
    let order = front.number("order").map_or(i64::MAX, |order| order as i64);
    let aliases = front.addresses("aliases");
    faults.append(&mut front.faults);
    let base = id.as_ref().map_or(folder, SeriesId::as_str);
    let lessons = lessons(files, folder, base, faults);
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
            front.faults.push(Fault::error(path, front.line("audience"), what, mend));
            Audience::Everyone
        }
    }
}

/// The lessons of a folder. `base` begins the ids that are proposed.
fn lessons(files: &Files, folder: &str, base: &str, faults: &mut Vec<Fault>) -> Vec<Lesson> {
    let prefix = format!("lessons/{folder}/");
    let texts = files.under(&prefix).filter(|(path, _)| path.ends_with(".md"));
    let own = texts.filter_map(|(path, text)| Some((path, path.strip_prefix(&prefix)?.strip_suffix(".md")?, text)));
    own.filter(|(_, slug, _)| !slug.contains('/'))
        .filter_map(|(path, slug, text)| lesson(path, slug, text, &|| files.ids.for_lesson(base, slug), faults))
        .collect()
}

fn lesson(path: &str, slug: &str, text: &str, propose: &dyn Fn() -> String, faults: &mut Vec<Fault>) -> Option<Lesson> {
    let Some(source) = front::split(text).0 else {
        faults.push(without_settings(path, &propose()));
        return None;
    };
    let mut front = Front::read(path, source, 1, &LESSON);
    front.propose(propose);
    let id = front.id("id", |text| DocumentId::parse(text).ok());
    let lesson = Lesson {
        slug: slug.to_owned(),
        title: front.text("title"),
        lecturer: front.text("lecturer"),
        date: front.day("date"),
        venue: front.optional("venue").unwrap_or_default(),
        hours_hundredths: front.hours("hours").unwrap_or(0),
        audience: front.optional("audience").unwrap_or_default(),
        summary: front.optional("summary").unwrap_or_default(),
        source: front.optional("source").unwrap_or_default(),
        partner: front.optional("partner").filter(|partner| !partner.is_empty()),
        banks: banks(&mut front, path),
        aliases: front.addresses("aliases"),
        article: Arc::default(),
        // A lesson without an id is an error already; this one is never published.
        id: id.clone().or_else(|| DocumentId::parse(NO_ID).ok())?,
    };
    faults.append(&mut front.faults);
    Some(lesson)
}

/// The banks that a lesson names, each once.
fn banks(front: &mut Front, path: &str) -> Vec<BankId> {
    let mut banks: Vec<BankId> = Vec::new();
    for name in front.texts("questions") {
        match BankId::parse(&name) {
            Ok(id) if !banks.contains(&id) => banks.push(id),
            Ok(_) => {}
            Err(_) => front.faults.push(questions::unknown(path, front.line("questions"), &name, None)),
        }
    }
    banks
}

fn without_settings(path: &str, id: &str) -> Fault {
    let what = phrase("这一课开头没有设置。", "This lesson has no settings at its top.");
    let lines = ["id", "title", "lecturer", "date", "hours"].join(", ");
    let mend = phrase(
        format!("第一行写 +++，下面写 id = \"{id}\" 和 title、lecturer、date、hours，再写一行 +++，然后才是正文。"),
        format!("Begin with a line +++, then {lines} (such as id = \"{id}\"), then a line +++, then the text."),
    );
    Fault::error(path, 1, what, mend)
}

/// Where the text of a lesson is.
pub(crate) fn path(series: &Series, lesson: &Lesson) -> String {
    format!("lessons/{}/{}.md", series.slug, lesson.slug)
}

/// Ids are permanent, so no two documents may have the same.
pub(crate) fn unique(files: &Files, content: &Content, faults: &mut Vec<Fault>) {
    for Series { id, slug, .. } in &content.series {
        if RESERVED.contains(&id.as_str()) || content.series.iter().filter(|other| other.id == *id).count() > 1 {
            let what =
                phrase(format!("系列的 id“{id}”已经有别处在用。"), format!("The id {id:?} of this series is taken."));
            faults.push(taken(files, &format!("lessons/{slug}/series.toml"), what, &files.ids.for_name(slug)));
        }
    }
    let mut seen: BTreeMap<&str, String> = BTreeMap::new();
    for (id, file, (base, name)) in ids(content) {
        // A text without an id has its fault already.
        if id == NO_ID {
            continue;
        }
        match seen.get(id) {
            Some(first) => {
                let Pair { keeps, changes, is_known } = owners::pair(files, id, first, &file);
                let (zh, en) = if is_known { KNOWN } else { ("", "") };
                let what = phrase(
                    format!("id“{id}”已经被 {keeps} 用了{zh}。"),
                    format!("The id {id:?} is taken by {keeps}{en}."),
                );
                let mut fault = taken(files, changes, what, &files.ids.for_lesson(base, name));
                if !is_known {
                    fault.mend.zh.push_str(&format!("要是 {keeps} 才是后写的，就换它的，这里的不动。"));
                    fault.mend.en.push_str(&format!(" If {keeps} is the newer one, change its id and leave this one."));
                }
                faults.push(fault);
            }
            None => drop(seen.insert(id, file)),
        }
    }
}

/// Said of who had an id at the last publishing.
const KNOWN: (&str, &str) = ("（上次发布时就是它的）", ", which had it at the last publishing");

/// The id of every document, its file, and what a free id is made of.
fn ids(content: &Content) -> impl Iterator<Item = (&str, String, (&str, &str))> {
    let of_lessons = content.series.iter().flat_map(|series| {
        let one = move |lesson: &'_ Lesson| path(series, lesson);
        series
            .lessons
            .iter()
            .map(move |lesson| (lesson.id.as_str(), one(lesson), (series.id.as_str(), lesson.slug.as_str())))
    });
    let of = |folder: &'static str| move |id, name| (id, format!("{folder}/{name}.md"), (folder, name));
    let (material, notice, partner) = (of("materials"), of("notices"), of("partners"));
    of_lessons
        .chain(content.materials.iter().map(move |one| material(one.id.as_str(), one.path.as_str())))
        .chain(content.notices.iter().map(move |one| notice(one.id.as_str(), one.slug.as_str())))
        .chain(content.partners.iter().map(move |one| partner(one.id.as_str(), one.slug.as_str())))
}

fn taken(files: &Files, file: &str, what: Phrase, free: &str) -> Fault {
    let line = front::line_of(files.text(file).map_or("", |text| text), "id");
    let mend = phrase(
        format!("换一个从没用过的，比如 id = \"{free}\"。"),
        format!("Choose one that was never used, such as id = \"{free}\"."),
    );
    Fault::error(file, line, what, mend)
}
