//! Drafts: texts beside the log that are written over as they change, as long as something is being made.
//!
//! Which families there are, and what each is called in the store, stands in [`name`]; what is in them in [`families`]. Every text is read
//! here, with one of four answers ([`Found`]), and written here: a field that a newer build added is not known to this one and stays where it
//! was ([`Rest`]). Nothing that cannot be read is written over: it is set aside under a name of its own ([`Name::strange`]).
//!
//! A draft is a JSON object whose field `v` is its version. Builds before the first version wrote none: that is version 0, and is read for ever.
//! A build reads fields that it does not know, so a new one needs no version; a version is counted up where an older build would take a text for
//! something that it is not. Notes that are nothing but the learner's words ([`Name::is_plain`]) stand as they are typed, and pictures and sound
//! as Base64 ([`bytes`]): a second form of them would be a family of its own. [`erased`] is the one list that belongs to no learner.

pub mod bytes;
pub mod erased;
mod families;
pub mod name;
mod rest;

pub use families::Fields;
pub use name::{Name, Slip};
pub use rest::Rest;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// The field that says the version.
const VERSION: &str = "v";

/// What a family keeps, as JSON.
pub trait Draft: Serialize + DeserializeOwned + 'static {
    /// The version that this build writes.
    const VERSION: u32 = 1;
    /// Whether builds before the first version can read texts only, so that the version has to be one.
    const SAYS_TEXTS: bool = false;

    /// Turns what an earlier version wrote under a name into what this one reads.
    fn migrate(_name: &Name, _object: &mut Map<String, Value>) {}
}

/// What stands under the name of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found<D> {
    /// Nothing.
    Nothing,
    /// A draft.
    Draft(D),
    /// What a newer build wrote, as it stands.
    Newer(String),
    /// What no build wrote, as it stands.
    Damaged(String),
}

impl<D> Found<D> {
    /// The draft, if there is one that can be read.
    pub fn draft(self) -> Option<D> {
        match self {
            Self::Draft(draft) => Some(draft),
            Self::Nothing | Self::Newer(_) | Self::Damaged(_) => None,
        }
    }

    /// What can be read, or else the text that cannot.
    ///
    /// # Errors
    /// The text that is to be set aside.
    pub fn or_strange(self) -> Result<Option<D>, String> {
        match self {
            Self::Nothing => Ok(None),
            Self::Draft(draft) => Ok(Some(draft)),
            Self::Newer(text) | Self::Damaged(text) => Err(text),
        }
    }
}

/// Reads what stands under a name, and what of it this build does not know.
#[must_use]
pub fn read<D: Draft>(name: &Name, text: Option<String>) -> (Found<D>, Rest) {
    let Some(text) = text else { return (Found::Nothing, Rest::default()) };
    let Ok(mut object) = serde_json::from_str::<Map<String, Value>>(&text) else {
        return (Found::Damaged(text), Rest::default());
    };
    match version(&object) {
        Some(version) if version > u64::from(D::VERSION) => return (Found::Newer(text), Rest::default()),
        Some(_) => {}
        None => return (Found::Damaged(text), Rest::default()),
    }
    object.remove(VERSION);
    D::migrate(name, &mut object);
    let object = Value::Object(object);
    let Ok(draft) = D::deserialize(&object) else { return (Found::Damaged(text), Rest::default()) };
    let known = serde_json::to_value(&draft).unwrap_or_default();
    let rest = Rest::of(&object, &known);
    (Found::Draft(draft), rest)
}

/// Writes a draft with what of the text before it is not known. `None` if JSON cannot hold it, which no draft brings about.
#[must_use]
pub fn write<D: Draft>(draft: &D, rest: &Rest) -> Option<String> {
    let mut value = serde_json::to_value(draft).ok()?;
    rest.put_back(&mut value);
    let version = if D::SAYS_TEXTS { Value::from(D::VERSION.to_string()) } else { Value::from(D::VERSION) };
    value.as_object_mut()?.insert(VERSION.to_owned(), version);
    serde_json::to_string(&value).ok()
}

/// The version of a text; `None` if what stands there is none.
fn version(object: &Map<String, Value>) -> Option<u64> {
    match object.get(VERSION) {
        None => Some(0),
        Some(Value::String(text)) => text.parse().ok(),
        Some(value) => value.as_u64(),
    }
}
