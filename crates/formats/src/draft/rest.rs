//! What a text has and this build does not know: kept while its draft is open, and put back where it stood when the draft is written.
//!
//! A field is unknown if what was read of the text, written again, has no such field. So what the learner removes goes, and what nobody here
//! knows stays; in a list, with the element that has the same `id` or `number`.

use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What tells the elements of a list apart.
const KEYS: [&str; 2] = ["id", "number"];

/// What is not known of a text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rest {
    /// Fields that are not known at all.
    unknown: Map<String, Value>,
    /// What is not known of the fields that are.
    within: BTreeMap<String, Self>,
    /// What is not known of the elements of a list, by what names them.
    elements: Vec<(Value, Self)>,
}

impl Rest {
    /// What `text` has and `known` has not.
    pub(super) fn of(text: &Value, known: &Value) -> Self {
        let mut rest = Self::default();
        match (text, known) {
            (Value::Object(text), Value::Object(known)) => rest.add_fields(text, known),
            (Value::Array(text), Value::Array(known)) => rest.add_elements(text, known),
            _ => {}
        }
        rest
    }

    fn add_fields(&mut self, text: &Map<String, Value>, known: &Map<String, Value>) {
        for (name, value) in text {
            match known.get(name) {
                None => drop(self.unknown.insert(name.clone(), value.clone())),
                Some(known) => {
                    let within = Self::of(value, known);
                    if !within.is_empty() {
                        self.within.insert(name.clone(), within);
                    }
                }
            }
        }
    }

    fn add_elements(&mut self, text: &[Value], known: &[Value]) {
        for value in text {
            let Some((key, known)) = key(value).zip(same(known, value)) else { continue };
            let within = Self::of(value, known);
            if !within.is_empty() {
                self.elements.push((key.clone(), within));
            }
        }
    }

    fn is_empty(&self) -> bool {
        self.unknown.is_empty() && self.within.is_empty() && self.elements.is_empty()
    }

    /// Puts it back into what is written.
    pub(super) fn put_back(&self, value: &mut Value) {
        match value {
            Value::Object(fields) => {
                for (name, rest) in &self.within {
                    fields.get_mut(name).into_iter().for_each(|value| rest.put_back(value));
                }
                for (name, unknown) in &self.unknown {
                    fields.entry(name).or_insert_with(|| unknown.clone());
                }
            }
            Value::Array(elements) => {
                for element in elements {
                    let rest = key(element).and_then(|key| self.elements.iter().find(|(name, _)| name == key));
                    if let Some((_, rest)) = rest {
                        rest.put_back(element);
                    }
                }
            }
            _ => {}
        }
    }
}

/// What names an element.
fn key(element: &Value) -> Option<&Value> {
    KEYS.iter().find_map(|key| element.get(key))
}

/// The element with the same name.
fn same<'a>(elements: &'a [Value], as_this: &Value) -> Option<&'a Value> {
    elements.iter().find(|element| key(element).is_some() && key(element) == key(as_this))
}
