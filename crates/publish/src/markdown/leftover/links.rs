//! Links and pictures with a wrong bracket, a blank in the address, or the signs of another program.

use super::shown::{HIDDEN, Line};
use super::{Found, Meant, Pattern, each, pattern};
use regex::Regex;

/// Something in brackets, then something in brackets.
static PAIR: Pattern = pattern(|| {
    Regex::new(r"([!！]?)[\[［【(（]([^\[\]［］【】()（）]*)[\]］】)）][ 　]{0,2}[\[［【(（]((?:[^()（）\[\]［］【】]|[(（][^()（）]*[)）])+)[\]］】)）]").ok()
});
/// The last bracket is missing.
static OPEN: Pattern = pattern(|| {
    Regex::new(r"([!！]?)[\[［【]([^\[\]［］【】]+)[\]］】][(（]([^\[\]()（）\s，。；、]+)(?:[\s，。；、]|$)").ok()
});
/// One of the two in the middle is missing.
static INSIDE: Pattern =
    pattern(|| Regex::new(r"[\[［]([^\[\]［］()（）]+)[(（]([^\[\]()（）\s]+)[)）](?:[^\]］]|$)").ok());
/// The first is missing.
static BEGUN: Pattern =
    pattern(|| Regex::new(r"([^\s\[\]，。；：！？、（）()\x01]+)[\]］][(（]([^\[\]()（）\s]+)[)）]").ok());
/// As Obsidian and wikis write it.
static WIKI: Pattern = pattern(|| Regex::new(r"([!！]?)\[\[([^\[\]]+)\]\]").ok());
/// A full-width mark in front of what would be a picture.
static FULL_MARK: Pattern = pattern(|| {
    Regex::new(r"！(\[[^\[\]]*\]\([^()]*\.(?i:png|jpe?g|gif|webp|svg|mp3|m4a|ogg|wav|mp4|webm)\b[^()]*\))").ok()
});
/// What is left of a link whose address has a blank.
static MIDDLE: Pattern = pattern(|| Regex::new(r"\[[^\[\]]+\]\([^()\x01]*\s[^()\x01]*\)").ok());
/// A file, by its ending, perhaps with a heading in it.
static FILE: Pattern = pattern(|| {
    Regex::new(r"(?i)^[^，。；\n]*\.(?:md|markdown|html?|png|jpe?g|gif|webp|svg|heic|bmp|pdf|docx?|xlsx?|pptx?|csv|txt|zip|epub|mp3|m4a|ogg|opus|wav|aac|flac|mp4|webm|mov)(?:#.*)?$").ok()
});
/// A title behind an address.
static TITLED: Pattern = pattern(|| Regex::new(r#"^(.*?)\s*["“”'‘](.*)["“”'’]$"#).ok());

pub(super) fn look(line: &Line, found: &mut Found) {
    for parts in each(&PAIR, &line.shown) {
        let (Some(all), Some(mark), Some(text), Some(to)) = (parts.get(0), parts.get(1), parts.get(2), parts.get(3))
        else {
            continue;
        };
        if let Some(target) = target(line.written(to.range())) {
            let link = link(mark.as_str(), line.written(text.range()), &target);
            found.edit(line, all.range(), link, meant(mark.as_str()));
        }
    }
    for parts in each(&OPEN, &line.shown) {
        let (Some(all), Some(mark), Some(text), Some(to)) = (parts.get(0), parts.get(1), parts.get(2), parts.get(3))
        else {
            continue;
        };
        if let Some(target) = target(line.written(to.range())) {
            let link = link(mark.as_str(), line.written(text.range()), &target);
            found.edit(line, all.start()..to.end(), link, meant(mark.as_str()));
        }
    }
    for shape in [&INSIDE, &BEGUN] {
        for parts in each(shape, &line.shown) {
            let (Some(all), Some(text), Some(to)) = (parts.get(0), parts.get(1), parts.get(2)) else { continue };
            // Behind the address stands its bracket, and then perhaps a character that is not looked at.
            let end = to.end() + line.shown[to.end()..].chars().next().map_or(0, char::len_utf8);
            if let Some(target) = target(line.written(to.range())) {
                found.edit(line, all.start()..end, link("", line.written(text.range()), &target), Meant::Link);
            }
        }
    }
    wiki(line, found);
    for parts in each(&FULL_MARK, &line.source) {
        let (Some(all), Some(link)) = (parts.get(0), parts.get(1)) else { continue };
        let is_seen = line
            .shown
            .get(all.start()..)
            .is_some_and(|shown| shown.starts_with(&['！', HIDDEN].iter().collect::<String>()));
        if is_seen {
            found.edit(line, all.range(), format!("!{}", link.as_str()), Meant::Picture);
        }
    }
    for whole in each(&MIDDLE, &line.shown).filter_map(|parts| parts.get(0)) {
        let written = line.written(whole.range());
        if let Some((text, to)) =
            written.split_once("](").filter(|(text, _)| text.chars().any(|c| !c.is_ascii_digit() && c != '['))
        {
            found.edit(line, whole.range(), format!("{text}](<{}>)", to.trim_end_matches(')').trim()), Meant::Link);
        }
    }
}

fn wiki(line: &Line, found: &mut Found) {
    for parts in each(&WIKI, &line.shown) {
        let (Some(all), Some(mark), Some(inside)) = (parts.get(0), parts.get(1), parts.get(2)) else { continue };
        let (name, text) =
            inside.as_str().split_once(['|', '｜']).map_or((inside.as_str(), None), |(name, text)| (name, Some(text)));
        // Numbers in double brackets are notes of an encyclopedia.
        if name.chars().all(|c| c.is_ascii_digit() || c.is_ascii_punctuation() || c == ' ' || c == HIDDEN) {
            continue;
        }
        let (file, heading) = name.split_once('#').map_or((name, None), |(file, heading)| (file, Some(heading)));
        let is_file = FILE.as_ref().is_some_and(|pattern| pattern.is_match(file));
        let ending = if is_file || file.is_empty() { "" } else { ".md" };
        let heading = heading.map(|heading| format!("#{heading}")).unwrap_or_default();
        let target = bracketed(&format!("{}{ending}{heading}", file.trim()));
        let link = link(mark.as_str(), text.unwrap_or(name).trim(), &target);
        found.edit(line, all.range(), link, meant(mark.as_str()));
    }
}

fn meant(mark: &str) -> Meant {
    if mark.is_empty() { Meant::Link } else { Meant::Picture }
}

fn link(mark: &str, text: &str, target: &str) -> String {
    let mark = if mark.is_empty() { "" } else { "!" };
    format!("{mark}[{}]({target})", text.trim())
}

/// What stands in the second brackets of a link, as it should be; `None` where it leads nowhere.
pub(super) fn target(inside: &str) -> Option<String> {
    let inside = inside.trim();
    let titled = TITLED.as_ref().and_then(|pattern| pattern.captures(inside));
    let (address, title) = match &titled {
        Some(parts) => (parts.get(1)?.as_str().trim(), Some(parts.get(2)?.as_str())),
        None => (inside, None),
    };
    let address = address.trim_matches(['<', '>', '＜', '＞', '《', '》']);
    let begins =
        ["http://", "https://", "www.", "mailto:", "tel:", "./", "../"].iter().any(|start| address.starts_with(start));
    let is_heading = address
        .strip_prefix('#')
        .is_some_and(|name| name.starts_with(|c: char| !c.is_ascii_digit() && !c.is_whitespace()));
    let is_page = address.strip_prefix('/').is_some_and(|name| name.ends_with('/') && name.len() > 1);
    let is_file = FILE.as_ref().is_some_and(|pattern| pattern.is_match(address));
    if address.contains(HIDDEN) || !(begins || is_heading || is_page || is_file) {
        return None;
    }
    let address = bracketed(address);
    Some(title.map_or(address.clone(), |title| format!("{address} \"{title}\"")))
}

/// An address in pointed brackets where it has blanks or round ones.
fn bracketed(address: &str) -> String {
    if address.contains([' ', '(', ')', '\t']) { format!("<{address}>") } else { address.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::target;

    #[test]
    fn what_leads_somewhere_is_known() {
        for (inside, expect) in [
            ("1.md", Some("1.md")),
            (" 图 1.png ", Some("<图 1.png>")),
            ("图 (1).png", Some("<图 (1).png>")),
            ("#第一节 概况", Some("<#第一节 概况>")),
            ("a.jpg “门”", Some("a.jpg \"门\"")),
            ("https://a.cn/b", Some("https://a.cn/b")),
            ("2020年版", None),
            ("#3", None),
            ("修订", None),
        ] {
            assert_eq!(target(inside).as_deref(), expect, "{inside}");
        }
    }
}
