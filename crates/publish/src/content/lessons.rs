//! Series and lessons, before their texts are rendered.

use super::front::{self, Front};
use super::materials::Draft as MaterialDraft;
use super::source::Files;
use super::{Article, Lesson, Series};
use crate::fault::{Fault, phrase};
use formats::page::Audience;
use locale::Phrase;
use model::{DocumentId, SeriesId};
use std::collections::BTreeMap;

const SERIES: [&str; 5] = ["id", "title", "summary", "audience", "order"];
/// The names of packs that are no series.
const RESERVED: [&str; 2] = ["portal", "materials"];
/// Stands for the id of a lesson that has none and is never published.
const NO_ID: &str = "lesson-without-id";
const LESSON: [&str; 9] = ["id", "title", "lecturer", "date", "venue", "hours", "audience", "summary", "source"];

/// A series whose lessons have no texts yet.
pub(crate) struct Draft {
    pub series: Series,
    pub order: i64,
}

/// Reads all series, in order: by `order`, then by the name of the folder.
pub(crate) fn outline(files: &Files, faults: &mut Vec<Fault>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> =
        folders(files).into_iter().filter_map(|folder| series(files, folder, faults)).collect();
    drafts.sort_by_key(|draft| draft.order);
    drafts
}

fn folders(files: &Files) -> Vec<&str> {
    let mut folders: Vec<&str> = files
        .under("lessons/")
        .filter_map(|(path, _)| path.strip_prefix("lessons/")?.split_once('/').map(|cut| cut.0))
        .collect();
    folders.dedup();
    folders
}

fn series(files: &Files, folder: &str, faults: &mut Vec<Fault>) -> Option<Draft> {
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
    faults.append(&mut front.faults);
    let base = id.as_ref().map_or(folder, SeriesId::as_str);
    let lessons = lessons(files, folder, base, faults);
    Some(Draft { series: Series { id: id?, slug: folder.to_owned(), title, summary, audience, lessons }, order })
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
        hours_hundredths: (front.hours("hours").unwrap_or(0.0).clamp(0.0, 1_000.0) * 100.0).round() as u32,
        audience: front.optional("audience").unwrap_or_default(),
        summary: front.optional("summary").unwrap_or_default(),
        source: front.optional("source").unwrap_or_default(),
        article: Article::default(),
        // A lesson without an id is an error already; this one is never published.
        id: id.clone().or_else(|| DocumentId::parse(NO_ID).ok())?,
    };
    faults.append(&mut front.faults);
    Some(lesson)
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
pub(crate) fn unique(files: &Files, series: &[Draft], materials: &[MaterialDraft], faults: &mut Vec<Fault>) {
    let mut seen: BTreeMap<&str, String> = BTreeMap::new();
    let of_lessons = series.iter().flat_map(|draft| {
        let Series { id, lessons, .. } = &draft.series;
        let own = move |lesson: &'_ Lesson| (id.as_str(), lesson.slug.clone());
        lessons.iter().map(move |lesson| (lesson.id.as_str(), path(&draft.series, lesson), own(lesson)))
    });
    let of_materials =
        materials.iter().map(|draft| (draft.id.as_str(), draft.file(), ("materials", draft.path.clone())));
    for draft in series {
        let (id, folder) = (draft.series.id.as_str(), &draft.series.slug);
        if RESERVED.contains(&id) || series.iter().filter(|other| other.series.id.as_str() == id).count() > 1 {
            let what =
                phrase(format!("系列的 id“{id}”已经有别处在用。"), format!("The id {id:?} of this series is taken."));
            faults.push(taken(files, &format!("lessons/{folder}/series.toml"), what, &files.ids.for_name(folder)));
        }
    }
    for (id, file, (base, name)) in of_lessons.chain(of_materials) {
        // A text without an id has its fault already.
        if id == NO_ID {
            continue;
        }
        match seen.get(id) {
            Some(first) => {
                let what =
                    phrase(format!("id“{id}”已经被 {first} 用了。"), format!("The id {id:?} is taken by {first}."));
                faults.push(taken(files, &file, what, &files.ids.for_lesson(base, &name)));
            }
            None => drop(seen.insert(id, file)),
        }
    }
}

fn taken(files: &Files, file: &str, what: Phrase, free: &str) -> Fault {
    let line = front::line_of(files.text(file).unwrap_or_default(), "id");
    let mend = phrase(
        format!("换一个从没用过的，比如 id = \"{free}\"。"),
        format!("Choose one that was never used, such as id = \"{free}\"."),
    );
    Fault::error(file, line, what, mend)
}
