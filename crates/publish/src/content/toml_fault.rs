//! What is likely wrong with a line of TOML, said plainly.

use crate::fault::phrase;
use locale::Phrase;

/// Quotation marks that a Chinese keyboard writes.
const CHINESE_QUOTES: [char; 6] = ['“', '”', '‘', '’', '「', '＂'];

/// What is wrong with a line, and how to mend it. `message` is the parser's.
pub(super) fn explain(line: &str, message: &str) -> (Phrase, Phrase) {
    let (zh, mend_zh, mend_en) = likely(line, message);
    let what = phrase(format!("这一行写错了：{zh}。"), format!("Bad TOML: {message}."));
    (what, phrase(mend_zh, mend_en))
}

/// What is wrong, and how to mend it in both languages.
fn likely(line: &str, message: &str) -> (&'static str, &'static str, &'static str) {
    let Some((name, value)) = line.split_once('=').map(|(name, value)| (name.trim(), value.trim())) else {
        return if line.contains('＝') {
            ("用了中文等号“＝”", "换成英文等号 =。", "Use a plain =.")
        } else {
            (
                "少了等号",
                "写成 名字 = \"内容\"；正文要写在第二个 +++ 下面。",
                "Write name = \"text\"; the text itself stands below the second +++.",
            )
        };
    };
    let bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '"' | '\'' | ' ');
    let quotes = value.matches('"').count() - value.matches("\\\"").count();
    if message.contains("duplicate") {
        ("同一个设置写了两次", "只留一行。", "Keep one of the lines.")
    } else if !name.chars().all(bare) || name.is_empty() {
        ("等号左边不是设置的名字", "等号左边用英文的名字，如 title。", "Left of = stands a name such as title.")
    } else if value.is_empty() {
        ("等号后面没有内容", "写成 名字 = \"内容\"。", "Write name = \"text\".")
    } else if value.starts_with(CHINESE_QUOTES) || (quotes == 1 && value.ends_with(CHINESE_QUOTES)) {
        ("用了中文引号“”", "两边换成英文引号 \"。", "Use straight quotes \" on both sides.")
    } else if value.starts_with('"') && quotes == 1 {
        ("少了后面的引号", "在末尾补上英文引号 \"。", "Add a \" at the end.")
    } else if !value.starts_with(['"', '\'']) && value.contains('"') {
        ("少了前面的引号", "在内容前面补上英文引号 \"。", "Add a \" before the text.")
    } else if value.starts_with('"') && value.contains('\\') {
        ("内容里有反斜杠 \\", "把 \\ 写成 \\\\，或者去掉。", "Write \\\\ for \\.")
    } else if value.starts_with('"') && quotes > 2 {
        ("引号里又用了英文引号", "里面的引号换成中文引号“”。", "Use curly quotes inside.")
    } else if value.starts_with(['"', '\'']) {
        ("引号后面还有多余的字", "引号后面只能是 # 开头的说明。", "After the quotes only a comment with # may stand.")
    } else {
        ("少了引号", "文字要写在英文引号里：名字 = \"内容\"。", "Put the text into quotes: name = \"text\".")
    }
}

#[cfg(test)]
mod tests {
    use super::explain;

    #[test]
    fn the_likely_mistake_is_told() {
        for (line, expect) in [
            ("title = “题”", "用了中文引号"),
            ("title = \"题”", "用了中文引号"),
            ("title ＝ \"题\"", "用了中文等号"),
            ("title \"题\"", "少了等号"),
            ("title = \"题", "少了后面的引号"),
            ("title = 题\"", "少了前面的引号"),
            ("title = 题", "少了引号"),
            ("title =", "等号后面没有内容"),
            ("题目 = \"题\"", "等号左边不是"),
            ("title = \"他说\"好\"\"", "引号里又用了英文引号"),
            ("title = \"C:\\x\"", "内容里有反斜杠"),
            ("title = \"题\" 目", "引号后面还有多余"),
        ] {
            assert!(line.parse::<toml::Table>().is_err(), "{line}");
            let (what, mend) = explain(line, "message");
            assert!(what.zh.contains(expect), "{line}: {}", what.zh);
            assert!(what.en.contains("message") && !mend.zh.is_empty());
        }
        assert!(explain("a = 1", "duplicate key").0.zh.contains("写了两次"));
    }
}
