//! Permanent names. An id never changes once something refers to it.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;
use uuid::{Builder, Uuid};

/// Why a text cannot be an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// Nothing was given.
    #[error("an id must not be empty")]
    Empty,
    /// More than [`MAX_LENGTH`] bytes.
    #[error("an id has at most {MAX_LENGTH} characters")]
    TooLong,
    /// A character outside `a-z`, `0-9`, `-`, `/` and letters of other scripts.
    #[error("an id has no character {0:?}")]
    Character(char),
}

/// The longest id, in bytes.
pub const MAX_LENGTH: usize = 120;

fn checked(text: &str) -> Result<String, IdError> {
    if text.is_empty() {
        return Err(IdError::Empty);
    }
    if text.len() > MAX_LENGTH {
        return Err(IdError::TooLong);
    }
    let foreign = |c: &char| !(c.is_alphanumeric() && !c.is_ascii_uppercase() || matches!(c, '-' | '/' | '_' | '.'));
    match text.chars().find(foreign) {
        Some(c) => Err(IdError::Character(c)),
        None => Ok(text.to_owned()),
    }
}

/// An id that is read follows the same rules as one that is written.
fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    checked(&String::deserialize(deserializer)?).map_err(D::Error::custom)
}

macro_rules! named_by_authors {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                read(deserializer).map(Self)
            }
        }

        impl $name {
            /// Takes lower-case letters, digits, `-`, `_`, `.` and `/`, at most [`MAX_LENGTH`] bytes.
            ///
            /// # Errors
            /// An [`IdError`] that names what is wrong.
            pub fn parse(text: &str) -> Result<Self, IdError> {
                checked(text).map(Self)
            }

            /// The id as it was written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

named_by_authors!(
    /// Names a series of lessons.
    SeriesId
);
named_by_authors!(
    /// Names anything that is read: a lesson by the `id` of its front matter, a material by its path.
    DocumentId
);

named_by_authors!(
    /// Names a question, in the whole portal and for ever.
    QuestionId
);
named_by_authors!(
    /// Names a bank of questions: the name of its file.
    BankId
);

named_by_authors!(
    /// Names a season of activities.
    SeasonId
);
named_by_authors!(
    /// Names an activity.
    ActivityId
);
named_by_authors!(
    /// Names a contest.
    ContestId
);
named_by_authors!(
    /// Names a group of a contest, within it.
    GroupId
);

macro_rules! made_by_devices {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// A UUIDv7 (RFC 9562) of the time in milliseconds since 1970 and ten random bytes.
            #[must_use]
            pub fn new(unix_ms: i64, random: [u8; 10]) -> Self {
                let millis = u64::try_from(unix_ms).unwrap_or(0);
                Self(Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
            }

            /// Reads the usual text form.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                Uuid::try_parse(text).ok().map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

made_by_devices!(
    /// Names one event of a log, on every device the same.
    EventId
);
made_by_devices!(
    /// Names a browser profile on a device.
    DeviceId
);
made_by_devices!(
    /// Names a person who learns.
    LearnerId
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_of_an_author_is_lower_case_without_spaces() {
        let check = |text: &str, expect: Result<(), IdError>| {
            assert_eq!(DocumentId::parse(text).map(|_| ()), expect, "{text}");
            let read: Result<DocumentId, _> = serde_json::from_str(&format!("{text:?}"));
            assert_eq!(read.is_ok(), expect.is_ok(), "{text}");
        };
        check("shequ-zizhi-1", Ok(()));
        check("safety/防火", Ok(()));
        check("", Err(IdError::Empty));
        check("Lesson", Err(IdError::Character('L')));
        check("a b", Err(IdError::Character(' ')));
        check(&"a".repeat(121), Err(IdError::TooLong));
    }

    #[test]
    fn ids_of_devices_sort_by_time_and_round_trip() {
        let early = EventId::new(1_000, [255; 10]);
        let late = EventId::new(2_000, [0; 10]);
        assert!(early < late);
        assert_eq!(EventId::parse(&late.to_string()), Some(late));
        assert_eq!(EventId::parse("nonsense"), None);
    }
}
