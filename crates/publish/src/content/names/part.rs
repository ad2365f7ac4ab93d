//! What a name of a file or folder may hold, so that every system and every address can hold it; and how a name is read: as it is seen.

use crate::fault::phrase;
use crate::media::Problem;
use unicode_normalization::UnicodeNormalization;

/// What an address or Windows cannot hold.
const FORBIDDEN: [char; 11] = ['#', '?', '%', '/', '\\', ':', '*', '"', '<', '>', '|'];
/// The names that Windows keeps for devices, whatever stands after a dot: <https://learn.microsoft.com/windows/win32/fileio/naming-a-file>.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
/// Those of them that have a number behind.
const NUMBERED: [&str; 2] = ["com", "lpt"];
const NUMBERS: [char; 12] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '¹', '²', '³'];
/// The longest name, in bytes. Systems and unpackers take 255; what is made of a name is a little longer than it.
const LONGEST: usize = 240;
/// Joins signs to one picture, such as a family of three.
const JOINER: char = '\u{200d}';

/// A name as it is seen: one way of writing each character, whatever system it comes from, and nothing that cannot be seen.
pub(crate) fn seen(name: &str) -> String {
    let visible = invisible(name).into_iter().rev().fold(name.to_owned(), |mut name, (at, c)| {
        name.replace_range(at..at + c.len_utf8(), "");
        name
    });
    composed(&visible)
}

/// A name with one way of writing each character: a Mac writes é as two.
pub(crate) fn composed(name: &str) -> String {
    name.nfc().collect()
}

/// Whether Windows keeps a name for itself.
pub(crate) fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_lowercase();
    let has_number = |rest: &str| rest.chars().count() == 1 && rest.contains(NUMBERS);
    DEVICES.contains(&stem.as_str()) || NUMBERED.iter().any(|start| stem.strip_prefix(start).is_some_and(has_number))
}

/// Whether a name cannot be part of an address.
pub(crate) fn is_wrong(name: &str) -> bool {
    wrong(name).is_some()
}

/// Why a name cannot be part of an address, and what to do.
pub(super) fn wrong(name: &str) -> Option<Problem> {
    let stem = name.strip_suffix(".md").unwrap_or(name);
    let blank_edge = |name: &str| {
        name.ends_with('.') || name.starts_with(char::is_whitespace) || name.ends_with(char::is_whitespace)
    };
    if let Some(c) = name.chars().find(|c| FORBIDDEN.contains(c)) {
        Some(holds(&format!(" {c}"), &c.to_string()))
    } else if let Some((before, code)) = unseen(name) {
        let (zh, en) = (
            format!("看不见的字符或乱码（“{before}”后面，U+{code:04X}）"),
            format!("an invisible or damaged character (after {before:?}, U+{code:04X})"),
        );
        Some(holds(&zh, &en))
    } else if blank_edge(name) || blank_edge(stem) {
        Some(holds("开头的空格、末尾的句点或空格", "a blank at its edges, or a dot at its end"))
    } else if is_device(name) {
        Some(device(name))
    } else {
        (stem.len() > LONGEST).then(|| too_long(stem))
    }
}

fn holds(zh: &str, en: &str) -> Problem {
    let what = phrase(format!("文件或文件夹的名字里不能有{zh}。"), format!("The name may not have {en}."));
    (what, rename())
}

/// That Windows keeps a name for itself.
pub(super) fn device(name: &str) -> Problem {
    let stem = name.split('.').next().unwrap_or(name);
    let what = phrase(
        format!("“{stem}”是 Windows 留给设备的名字，在 Windows 上建不了也打不开。"),
        format!("{stem:?} is a name that Windows keeps for a device: there it can be neither made nor opened."),
    );
    (what, rename())
}

fn too_long(stem: &str) -> Problem {
    let what = phrase(
        format!(
            "名字太长：{} 个字节（一个汉字是 3 个），最多 {LONGEST} 个，也就是 {} 个汉字。",
            stem.len(),
            LONGEST / 3
        ),
        format!("The name is too long: {} bytes, {LONGEST} at most.", stem.len()),
    );
    (what, phrase("把名字改短；标题写在文件里，多长都行。", "Shorten it; a title in the file can be long."))
}

fn rename() -> locale::Phrase {
    phrase(
        "改名：用汉字、字母、数字和 - _，不要别的符号；指向它的链接也要跟着改。",
        "Rename it with letters, digits, - and _; change the links to it too.",
    )
}

/// The first character that cannot be seen: what stands before it, and its number.
fn unseen(name: &str) -> Option<(String, u32)> {
    let damaged = name.char_indices().find(|(_, c)| c.is_control() || *c == char::REPLACEMENT_CHARACTER);
    let (at, c) = damaged.into_iter().chain(invisible(name)).min()?;
    let before: Vec<char> = name[..at].chars().rev().take(4).collect();
    Some((before.into_iter().rev().collect(), u32::from(c)))
}

/// The characters of a name that take no room, with their places. Those that join signs to one picture are seen as that.
fn invisible(name: &str) -> Vec<(usize, char)> {
    let chars: Vec<(usize, char)> = name.char_indices().collect();
    let is_sign = |place: Option<usize>| {
        place
            .and_then(|place| chars.get(place))
            .is_some_and(|(_, c)| !c.is_alphanumeric() && !c.is_ascii() && !takes_no_room(*c))
    };
    let joins = |place: usize| is_sign(place.checked_sub(1)) && is_sign(Some(place + 1));
    let found =
        chars.iter().enumerate().filter(|(place, (_, c))| takes_no_room(*c) && !(*c == JOINER && joins(*place)));
    found.map(|(_, one)| *one).collect()
}

/// What Unicode calls default ignorable, without the selectors that choose how a character looks, and what directs lines of text.
fn takes_no_room(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e00ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_it_is_seen() {
        let check = |name: &str, expect: &str| assert_eq!(seen(name), expect, "{name:?}");
        check("cafe\u{301}.md", "café.md");
        check("一\u{200b}课\u{feff}.md", "一课.md");
        check("a\u{200d}b", "ab");
        check("👩\u{200d}👧.png", "👩\u{200d}👧.png");
        check("❤\u{fe0f}.png", "❤\u{fe0f}.png");
    }

    #[test]
    fn what_one_system_cannot_hold_is_told() {
        for good in [
            "一 课.md",
            "a-b_c.pdf",
            "console.md",
            "com10.md",
            "auxiliary",
            "nul-1.md",
            "👩\u{200d}👧",
            "（一）",
            "v1.2.md",
        ] {
            assert!(wrong(good).is_none(), "{good}");
        }
        for bad in [
            "a#",
            "a?",
            "100%",
            "a\\b",
            "a:b",
            "a\u{7}",
            "a\u{7f}",
            "a.",
            "a ",
            "a .md",
            " a.md",
            "a\u{3000}.md",
            "a\u{fffd}",
            "a\u{200b}b.md",
            "\u{feff}a.md",
            "a\u{202e}dm.md",
            "a\u{2066}",
            "aux",
            "AUX.md",
            "con.md",
            "Nul.tar.gz",
            "com1",
            "LPT9.md",
            "com¹",
            "prn .md",
        ] {
            assert!(wrong(bad).is_some(), "{bad:?}");
        }
        assert!(wrong(&format!("{}.md", "课".repeat(80))).is_none());
        assert!(wrong(&format!("{}.md", "课".repeat(81))).is_some_and(|(what, _)| what.zh.contains("243 个字节")));
    }
}
