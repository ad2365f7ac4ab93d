//! What the settings of several kinds of text have in common.

use crate::content::front::Front;
use youth::Ages;
use youth::programme::ActivityKind;

/// How kinds of activities are written.
const KINDS: [(&str, ActivityKind); 8] = [
    ("law", ActivityKind::Law),
    ("science", ActivityKind::Science),
    ("mind", ActivityKind::Mind),
    ("visit", ActivityKind::Visit),
    ("volunteering", ActivityKind::Volunteering),
    ("craft", ActivityKind::Craft),
    ("essay", ActivityKind::Essay),
    ("speech", ActivityKind::Speech),
];

/// The ages of whoever may be meant: the portal's young people.
const ALL: Ages = Ages { from: 6, until: 18 };

/// What an activity or a scene is.
pub(super) fn kind(front: &mut Front) -> ActivityKind {
    front.one_of("kind", &KINDS).unwrap_or(ActivityKind::Visit)
}

/// For whom something is: `ages = [7, 12]`. Without it, for all.
pub(super) fn ages(front: &mut Front) -> Ages {
    match front.pair("ages") {
        Some((from, until)) => Ages { from: from.min(120) as u8, until: until.min(120) as u8 },
        None => ALL,
    }
}

/// Ids in brackets, each once; whatever cannot be an id is a fault.
pub(super) fn ids<T: PartialEq>(front: &mut Front, name: &str, parse: impl Fn(&str) -> Option<T>) -> Vec<T> {
    let mut ids: Vec<T> = Vec::new();
    for text in front.texts(name) {
        match parse(&text) {
            Some(id) if !ids.contains(&id) => ids.push(id),
            Some(_) => {}
            None => front.fault(name, &format!("里的“{text}”不能是 id"), &format!("has {text:?}, which can be no id")),
        }
    }
    ids
}
