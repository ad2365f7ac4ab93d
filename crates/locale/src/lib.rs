//! The words of the interface, from one table: `locales/*.toml`, checked and turned into functions when this is compiled.
//!
//! Every function gives a [`Phrase`]: the same thing said in each language of the interface. Arguments stand in the table as
//! `{name}` and are the function's arguments, in alphabetical order.

mod argument;

pub use argument::Argument;

/// One thing to say, in every language of the interface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// In Simplified Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl Phrase {
    /// Words that are the same in every language, such as a title.
    #[must_use]
    pub fn plain(words: &str) -> Self {
        Self { zh: words.to_owned(), en: words.to_owned() }
    }
}

include!(concat!(env!("OUT_DIR"), "/phrases.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_said_in_both_languages() {
        assert_eq!(nav_lessons(), Phrase { zh: "课程".into(), en: "Lessons".into() });
    }

    #[test]
    fn arguments_stand_where_each_language_wants_them() {
        let phrase = lesson_number(2, 4);
        assert_eq!(phrase, Phrase { zh: "第 2 课，共 4 课".into(), en: "Lesson 2 of 4".into() });
    }

    #[test]
    fn a_phrase_inside_a_phrase_keeps_its_language() {
        let phrase = status_finished(unit_minutes(8));
        assert_eq!(phrase.zh, "已学完，有效阅读 8 分钟。");
        assert_eq!(phrase.en, "Finished, 8 min of reading.");
    }
}
