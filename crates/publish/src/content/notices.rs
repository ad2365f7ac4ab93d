//! Notices, before their texts are rendered.

use super::Notice;
use super::front::{self, Front};
use super::lessons::NO_ID;
use super::source::Files;
use crate::fault::Fault;
use model::DocumentId;
use std::sync::Arc;

const KNOWN: [&str; 8] = ["id", "title", "date", "expires", "from", "partner", "summary", "aliases"];

/// Reads all notices, the newest first.
pub(crate) fn outline(files: &Files, faults: &mut Vec<Fault>) -> Vec<Notice> {
    let texts = files.under("notices/").filter(|(path, _)| path.ends_with(".md"));
    let mut notices: Vec<Notice> = texts.filter_map(|(path, text)| notice(files, path, text, faults)).collect();
    notices.sort_by(|one, two| (&two.date, &two.slug).cmp(&(&one.date, &one.slug)));
    notices
}

fn notice(files: &Files, path: &str, text: &str, faults: &mut Vec<Fault>) -> Option<Notice> {
    let slug = path.strip_prefix("notices/")?.strip_suffix(".md")?;
    let (source, _, _) = front::split(text);
    let mut front = Front::read(path, source.unwrap_or_default(), 1, &KNOWN);
    front.propose(|| files.ids.for_name(&format!("notice-{slug}")));
    let id = front.id("id", |text| DocumentId::parse(text).ok());
    let notice = Notice {
        slug: slug.to_owned(),
        title: front.text("title"),
        date: front.day("date"),
        expires: front.has("expires").then(|| front.day("expires")),
        from: front.optional("from").unwrap_or_default(),
        partner: front.optional("partner").filter(|partner| !partner.is_empty()),
        summary: front.optional("summary").unwrap_or_default(),
        aliases: front.addresses("aliases"),
        article: Arc::default(),
        // A notice without an id is an error already; this one is never published.
        id: id.or_else(|| DocumentId::parse(NO_ID).ok())?,
    };
    faults.append(&mut front.faults);
    Some(notice)
}
