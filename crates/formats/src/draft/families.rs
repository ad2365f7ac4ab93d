//! What the families keep that are JSON, and how what earlier versions wrote becomes what is read now.

use super::{Draft, Name};
use learning::deed::Profile;
use learning::sitting::Sitting;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use youth::form::Typed;
use youth::{calendar, essay, mood, speech, versions};

/// What stands in the fields of a form, by their names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fields(pub BTreeMap<String, String>);

impl Fields {
    /// Puts back what the text that was read had in fields that the form does not have: a newer build added them.
    pub fn put_back(&mut self, before: &Self, form: &[&str]) {
        for (name, text) in before.0.iter().filter(|(name, _)| !form.contains(&name.as_str())) {
            self.0.entry(name.clone()).or_insert_with(|| text.clone());
        }
    }
}

impl Draft for Fields {
    const SAYS_TEXTS: bool = true;
}

impl Draft for essay::Draft {
    fn migrate(name: &Name, object: &mut Map<String, Value>) {
        begin(name, object);
    }
}

impl Draft for speech::Draft {
    fn migrate(name: &Name, object: &mut Map<String, Value>) {
        begin(name, object);
        if object.contains_key("script") {
            object.entry("per_minute").or_insert_with(|| speech::prompter::USUAL_PACE.into());
        }
    }
}

impl Draft for versions::Versions {}

impl Draft for Typed {
    fn migrate(_: &Name, object: &mut Map<String, Value>) {
        // The first forms had their fields outermost.
        if !object.contains_key("form") && object.contains_key("name") {
            let form = std::mem::take(object);
            object.insert("form".to_owned(), Value::Object(form));
        }
    }
}

impl Draft for mood::Kept {}

impl Draft for calendar::Look {}

impl Draft for Sitting {}

impl Draft for Profile {}

/// The first drafts did not say for which contest they were, nor when they were begun. What says nothing at all is no draft.
fn begin(name: &Name, object: &mut Map<String, Value>) {
    if !["text", "script"].iter().any(|words| object.get(*words).is_some_and(Value::is_string)) {
        return;
    }
    if let Some(contest) = name.contest() {
        object.entry("contest").or_insert_with(|| contest.as_str().into());
    }
    let begun = json!({ "unix_ms": 0, "offset_minutes": 0 });
    let changed = object.get("changed").or_else(|| object.get("started")).cloned().unwrap_or(begun);
    for field in ["started", "changed"] {
        object.entry(field).or_insert_with(|| changed.clone());
    }
}
