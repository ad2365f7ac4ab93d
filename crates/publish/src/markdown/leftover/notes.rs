//! Notes: a mark without a note, a note without a mark, signs of another width; and asides, which begin like them.

use super::shown::{Block, Line, Place, lost};
use super::{Found, Meant, Pattern, each, pattern};
use crate::fault::phrase;
use crate::markdown::parse::Parsed;
use crate::nearest::nearest;
use regex::Regex;
use std::collections::{BTreeSet, HashMap};

static MARK: Pattern =
    pattern(|| Regex::new(r"[\[［【][\^＾]([^\[\]［］【】\s\x01]+)[\]］】]([ 　]*[：:][ 　]*)?").ok());
static NOTE: Pattern = pattern(|| Regex::new(r"^\s{0,3}\[\^([^\]]+)\]:").ok());
static REFERENCE: Pattern = pattern(|| Regex::new(r"^\s{0,3}\[([^\]^][^\]]*)\]:\s*(\S.*)$").ok());
static BRACKETS: Pattern = pattern(|| Regex::new(r"\[([^\[\]]+)\]").ok());
static ASIDE: Pattern =
    pattern(|| Regex::new(r"^[\[［【][!！][ 　]*([\p{Han}A-Za-z]+)[ 　]*[\]］】]([+-]?)[ 　]*(.*)$").ok());
static CONTAINER: Pattern = pattern(|| Regex::new(r"^(?::::+|!!!|\?\?\?)[ ]*([A-Za-z]+)[ ]*(.*)$").ok());

/// What other programs and people call asides, and which of ours it is.
const ASIDES: [(&str, &str); 30] = [
    ("NOTE", "NOTE"),
    ("INFO", "NOTE"),
    ("TODO", "NOTE"),
    ("ABSTRACT", "NOTE"),
    ("SUMMARY", "NOTE"),
    ("QUOTE", "NOTE"),
    ("EXAMPLE", "NOTE"),
    ("QUESTION", "NOTE"),
    ("FAQ", "NOTE"),
    ("说明", "NOTE"),
    ("注", "NOTE"),
    ("备注", "NOTE"),
    ("TIP", "TIP"),
    ("TIPS", "TIP"),
    ("HINT", "TIP"),
    ("SUCCESS", "TIP"),
    ("提示", "TIP"),
    ("小提示", "TIP"),
    ("IMPORTANT", "IMPORTANT"),
    ("重要", "IMPORTANT"),
    ("要点", "IMPORTANT"),
    ("重点", "IMPORTANT"),
    ("WARNING", "WARNING"),
    ("ATTENTION", "WARNING"),
    ("注意", "WARNING"),
    ("警告", "WARNING"),
    ("CAUTION", "CAUTION"),
    ("DANGER", "CAUTION"),
    ("ERROR", "CAUTION"),
    ("小心", "CAUTION"),
];

pub(super) fn look(parsed: &Parsed<'_>, blocks: &[Block<'_>], found: &mut Found) {
    let lines = || blocks.iter().flat_map(|block| block.lines.iter().map(move |line| (block, line)));
    let mut written: BTreeSet<String> = BTreeSet::new();
    for (_, line) in lines() {
        for parts in each(&MARK, &line.shown).filter(|parts| parts.get(2).is_some()) {
            let Some(all) = parts.get(0).filter(|all| all.start() == line.begins) else { continue };
            written.insert(parts[1].to_owned());
            found.edit(line, all.range(), format!("[^{}]: ", &parts[1]), Meant::Note);
        }
    }
    for (block, line) in lines() {
        marks(line, &written, found);
        aside(block, line, found);
    }
    let lost = lost(parsed);
    let named = if lost.is_empty() { HashMap::new() } else { named(&parsed.source) };
    for (number, text) in lost {
        unused(&named, number, &text, found);
    }
}

/// Marks in the text.
fn marks(line: &Line, written: &BTreeSet<String>, found: &mut Found) {
    for parts in each(&MARK, &line.shown) {
        let Some(all) = parts.get(0).filter(|all| parts.get(2).is_none() || all.start() != line.begins) else {
            continue;
        };
        let end = all.end() - parts.get(2).map_or(0, |colon| colon.len());
        let (name, mark) = (&parts[1], format!("[^{}]", &parts[1]));
        if line.written(all.start()..end) != mark {
            found.edit(line, all.start()..end, mark, Meant::Note);
        } else if !written.contains(name) {
            let what = phrase(format!("“{mark}”没有对应的注。"), format!("{mark} has no note."));
            let mend = phrase(
                format!("在文件最后单写一行 {mark}: 注的内容（冒号用半角的，后面空一格）；不要注，就删掉它。"),
                format!("Write a line {mark}: … at the end, or delete it."),
            );
            found.tell(line.number, what, mend);
        }
    }
}

/// How often each name stands in square brackets, in lower case.
fn named(source: &str) -> HashMap<String, usize> {
    let mut named = HashMap::new();
    for parts in each(&BRACKETS, source) {
        *named.entry(parts[1].to_lowercase()).or_default() += 1;
    }
    named
}

/// Lines that are in no block: notes that nobody calls, addresses that no link uses.
fn unused(named: &HashMap<String, usize>, number: usize, text: &str, found: &mut Found) {
    if let Some(parts) = each(&NOTE, text).next() {
        let name = &parts[1];
        let what = phrase(
            format!("没有用到这条注：正文里没有 [^{name}]，或者前面已经有同名的注。读者看不到它。"),
            format!("This note is not used: the text has no [^{name}], or another note has its name. It is not seen."),
        );
        let mend = phrase(
            format!("在正文要注的地方写上 [^{name}]；不要了，就删掉这一行。"),
            format!("Write [^{name}] where it belongs, or delete this line."),
        );
        return found.tell(number, what, mend);
    }
    let Some(parts) = each(&REFERENCE, text).next() else { return };
    let (name, to) = (&parts[1], &parts[2]);
    let is_used = named.get(&name.to_lowercase()).is_some_and(|count| *count > 1);
    if is_used && super::links::target(to).is_some() {
        return;
    }
    let what = phrase(
        "这一行被当成了链接的地址，读者看不到它。",
        "This line is taken for the address of a link: it is not seen.",
    );
    let mend = phrase(
        format!("要写注，用 [^{name}]: {to}，正文里写 [^{name}]；要照原样显示，写 \\[{name}]: {to}"),
        format!("For a note, write [^{name}]: {to}; to show it as it is, \\[{name}]: {to}"),
    );
    found.tell(number, what, mend);
}

/// Asides of other programs, or with a wrong sign.
fn aside(block: &Block<'_>, line: &Line, found: &mut Found) {
    let text = line.text();
    let (kind, rest) = if let Some(parts) = each(&ASIDE, text).next() {
        (parts[1].to_owned(), parts[3].len())
    } else if let Some(parts) = each(&CONTAINER, text).next() {
        (parts[1].to_owned(), parts[2].len())
    } else {
        return;
    };
    let known = nearest(&kind, ASIDES.iter().map(|(name, _)| *name));
    let ours = ASIDES.iter().find(|(name, _)| Some(*name) == known).map_or("NOTE", |(_, ours)| *ours);
    let end = line.begins + text.len();
    let title = line.written(end - rest..end).trim_matches(['"', '“', '”']);
    let title = if title.is_empty() { String::new() } else { format!(" {title}") };
    let from = if block.place == Place::Quote { line.source.find('>').unwrap_or(line.begins) } else { line.begins };
    let new = format!("> [!{ours}]{title}");
    if line.written(from..end) == new {
        let what = phrase(
            format!("“[!{ours}]”不是引用的第一行，没有变成提示框。"),
            format!("[!{ours}] is not the first line of its quotation, so there is no aside."),
        );
        return found.tell(line.number, what, phrase("在它前面空一行。", "Write an empty line before it."));
    }
    found.edit(line, from..end, new, Meant::Aside);
}
