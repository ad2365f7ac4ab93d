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

    /// Words that a native reader stumbled over, and second names of one thing: none of them comes back.
    #[test]
    fn one_thing_has_one_name_and_nobody_stumbles() -> std::io::Result<()> {
        const MENDED: [&str; 22] = [
            "登出",
            "客人",
            "学习者",
            "谁在学”",
            "一季",
            "没有封",
            "没法封",
            "封好",
            "钥匙",
            "交出去",
            "交过去",
            "交上",
            "没有让",
            "浏览器不让",
            "浏览器答应",
            "不再收",
            "去书签",
            "由{name}来学",
            "小检查",
            "没有取到",
            "印成试卷",
            "U盘",
        ];
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../locales");
        let mut read = 0;
        for file in std::fs::read_dir(folder)? {
            let file = file?.path();
            if !file.to_string_lossy().contains("zh-Hans") {
                continue;
            }
            let text = std::fs::read_to_string(&file)?;
            let found = MENDED.iter().find(|words| text.contains(**words));
            assert!(found.is_none(), "{}: {found:?}", file.display());
            read += 1;
        }
        assert!(read > 1, "{folder} has the words of the interface");
        Ok(())
    }
}
