//! What can stand for `{name}` in a phrase.

use crate::Phrase;

/// A value that is said inside a phrase, in the phrase's language.
pub trait Argument {
    /// In Simplified Chinese.
    fn zh(&self) -> String;
    /// In English.
    fn en(&self) -> String;
}

impl Argument for Phrase {
    fn zh(&self) -> String {
        self.zh.clone()
    }

    fn en(&self) -> String {
        self.en.clone()
    }
}

macro_rules! the_same_in_every_language {
    ($($type:ty),*) => {
        $(impl Argument for $type {
            fn zh(&self) -> String {
                self.to_string()
            }

            fn en(&self) -> String {
                self.to_string()
            }
        })*
    };
}

the_same_in_every_language!(&str, String, u8, u32, &u32, i32, u64, i64, usize);
