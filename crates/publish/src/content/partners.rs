//! Partner units, before their texts are rendered.

use super::front::{self, Front};
use super::lessons::NO_ID;
use super::source::Files;
use super::{Content, Joint, Partner, lessons};
use crate::fault::{Fault, phrase};
use model::DocumentId;
use std::sync::Arc;

const KNOWN: [&str; 7] = ["id", "title", "kind", "summary", "order", "joint", "aliases"];
const JOINT: [&str; 3] = ["title", "when", "text"];

/// Reads all partners, in order: by `order`, then by the name of the file.
pub(crate) fn outline(files: &Files, faults: &mut Vec<Fault>) -> Vec<Partner> {
    let texts = files.under("partners/").filter(|(path, _)| path.ends_with(".md"));
    let mut partners: Vec<(i64, Partner)> =
        texts.filter_map(|(path, text)| partner(files, path, text, faults)).collect();
    partners.sort_by_key(|(order, _)| *order);
    partners.into_iter().map(|(_, partner)| partner).collect()
}

fn partner(files: &Files, path: &str, text: &str, faults: &mut Vec<Fault>) -> Option<(i64, Partner)> {
    let slug = path.strip_prefix("partners/")?.strip_suffix(".md")?;
    let (source, _, _) = front::split(text);
    let mut front = Front::read(path, source.unwrap_or_default(), 1, &KNOWN);
    front.propose(|| files.ids.for_name(slug));
    let id = front.id("id", |text| DocumentId::parse(text).ok());
    let order = front.number("order").map_or(i64::MAX, |order| order as i64);
    let mut joint = front.tables("joint", &JOINT);
    let partner = Partner {
        slug: slug.to_owned(),
        title: front.text("title"),
        kind: front.optional("kind").unwrap_or_default(),
        summary: front.optional("summary").unwrap_or_default(),
        joint: joint.iter_mut().map(activity).collect(),
        aliases: front.addresses("aliases"),
        article: Arc::default(),
        // A partner without an id is an error already; this one is never published.
        id: id.or_else(|| DocumentId::parse(NO_ID).ok())?,
    };
    faults.append(&mut front.faults);
    joint.iter_mut().for_each(|table| faults.append(&mut table.faults));
    Some((order, partner))
}

fn activity(table: &mut Front) -> Joint {
    Joint {
        title: table.text("title"),
        when: table.optional("when").unwrap_or_default(),
        text: table.optional("text").unwrap_or_default(),
    }
}

/// Whatever names a partner must name one that there is.
pub(crate) fn known(files: &Files, content: &Content, faults: &mut Vec<Fault>) {
    let of_notices = content.notices.iter().map(|notice| (&notice.partner, format!("notices/{}.md", notice.slug)));
    let of_lessons = content
        .series
        .iter()
        .flat_map(|series| series.lessons.iter().map(|lesson| (&lesson.partner, lessons::path(series, lesson))));
    for (name, file) in of_notices.chain(of_lessons) {
        let Some(name) = name else { continue };
        if content.partners.iter().any(|partner| partner.id.as_str() == name) {
            continue;
        }
        let what = phrase(format!("没有 id 是“{name}”的结对单位。"), format!("No partner has the id {name:?}."));
        let mend =
            phrase("照抄 partners 里那个单位的 id，或者删掉这一行。", "Copy the id from partners, or drop the line.");
        let line = front::line_of(files.text(&file).map_or("", |text| text), "partner");
        faults.push(Fault::error(&file, line, what, mend));
    }
}
