//! Signs in a line: stars and tildes with blanks inside, as many in front as behind, readings, marks of other programs.

use super::shown::{Block, HIDDEN, Line, Place};
use super::{Found, Meant, Pattern, each, pattern};
use crate::fault::phrase;
use crate::markdown::everyday::names::is_surname;
use model::length::is_han;
use regex::Regex;

static STRONG: Pattern = pattern(|| Regex::new(r"(?:\*\*|＊＊)([^*＊]+)(?:\*\*|＊＊)").ok());
static UNEVEN: Pattern = pattern(|| Regex::new(r"(\*{1,3})([^*]+)(\*{1,3})").ok());
static LOOSE: Pattern = pattern(|| Regex::new(r"([^\s*\d\x01])\*[ 　]+([^*]+?)[ 　]+\*").ok());
static STARRED: Pattern = pattern(|| Regex::new(r"^[^*]+[ 　]\*$").ok());
static STRUCK: Pattern = pattern(|| Regex::new(r"~~([^~]+)~~").ok());
static MARKED: Pattern = pattern(|| Regex::new(r"==([^=]+)==").ok());
static UNDERLINED: Pattern = pattern(|| Regex::new(r"__([^_]*\p{Han}[^_]*)__").ok());
static INLINE_NOTE: Pattern = pattern(|| Regex::new(r"\^\[([^\[\]]+)\]").ok());
static RUBY: Pattern = pattern(|| Regex::new(r"[{｛]([^{}｛｝|｜]+)([|｜])([^{}｛｝|｜]+)[}｝]").ok());
/// A reading that the bar of a table cut in two.
static CUT: Pattern = pattern(|| Regex::new(r"\{(\p{Han}+)$").ok());
static FOREIGN: Pattern = pattern(|| Regex::new(r"\{\{[<%].*?[%>]\}\}|\{%.*?%\}|\{\{.*?\}\}").ok());

pub(super) fn look(block: &Block<'_>, line: &Line, found: &mut Found) {
    strong(line, found);
    uneven(line, found);
    for parts in each(&LOOSE, &line.shown) {
        let (Some(all), Some(before), Some(inside)) = (parts.get(0), parts.get(1), parts.get(2)) else { continue };
        if inside.as_str().chars().any(is_han) {
            found.edit(line, before.end()..all.end(), format!("*{}*", line.written(inside.range())), Meant::Emphasis);
        }
    }
    let is_starred = STARRED.as_ref().is_some_and(|pattern| pattern.is_match(line.text()));
    if block.place == Place::Item && is_starred && line.written(0..line.begins).trim() == "*" {
        let from = line.source.len() - line.source.trim_start().len();
        let text = line.written(line.begins..line.source.len()).trim_end().trim_end_matches('*').trim();
        found.edit(line, from..line.source.trim_end().len(), format!("*{text}*"), Meant::Emphasis);
    }
    pairs(line, found, &STRUCK, "~~", Meant::Struck);
    pairs(line, found, &MARKED, "**", Meant::Mark);
    pairs(line, found, &UNDERLINED, "**", Meant::Strong);
    ruby(block, line, found);
    if let Some(parts) = each(&INLINE_NOTE, &line.shown).next() {
        let what = phrase(format!("“{}”没有变成注。", &parts[0]), format!("{:?} did not become a note.", &parts[0]));
        let mend = phrase(
            format!("这里写 [^注]，文件最后写一行 [^注]: {}", &parts[1]),
            format!("Write [^note] here, and a line [^note]: {} at the end.", &parts[1]),
        );
        found.tell(line.number, what, mend);
    }
    foreign(line, found);
}

/// `** 重 **`: what the stars surround begins or ends with a blank, or the stars are wide.
fn strong(line: &Line, found: &mut Found) {
    for parts in each(&STRONG, &line.shown) {
        let (Some(all), Some(inside)) = (parts.get(0), parts.get(1)) else { continue };
        let written = line.written(inside.range());
        let text = written.trim();
        let behind = line.shown[..all.start()].chars().next_back();
        let is_name = behind.is_some_and(is_surname) && text.chars().next_back().is_some_and(is_surname);
        let is_wrong = text.len() < written.len() || all.as_str().contains('＊');
        if is_wrong && !text.is_empty() && !is_name && text.chars().any(char::is_alphanumeric) {
            found.edit(line, all.range(), format!("**{text}**"), Meant::Strong);
        }
    }
}

/// `**重*`: some stars of a run are markup, and some are seen.
fn uneven(line: &Line, found: &mut Found) {
    for parts in each(&UNEVEN, &line.source) {
        let (Some(all), Some(open), Some(inside), Some(close)) =
            (parts.get(0), parts.get(1), parts.get(2), parts.get(3))
        else {
            continue;
        };
        let mixed = [open.range(), close.range()]
            .into_iter()
            .any(|run| line.shown.get(run).is_some_and(|shown| shown.contains('*') && shown.contains(HIDDEN)));
        if open.len() != close.len() && mixed {
            found.edit(line, all.range(), format!("**{}**", inside.as_str().trim()), Meant::Strong);
        }
    }
}

/// Two signs on both sides.
fn pairs(line: &Line, found: &mut Found, shape: &'static Pattern, sign: &str, meant: Meant) {
    for parts in each(shape, &line.shown) {
        let (Some(all), Some(inside)) = (parts.get(0), parts.get(1)) else { continue };
        let written = line.written(inside.range());
        let text = written.trim();
        let is_loose = text.len() < written.len();
        let before = line.shown[..all.start()].chars().next_back();
        let after = line.shown[all.end()..].chars().next();
        let is_sum = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || "=~_".contains(c));
        let is_wrong = match meant {
            // Where tildes stand behind words twice, nothing was struck out.
            Meant::Struck => {
                is_loose && written.starts_with(char::is_whitespace) == written.ends_with(char::is_whitespace)
            }
            _ => !is_loose && !is_sum(before) && !is_sum(after),
        };
        if is_wrong && text.chars().any(char::is_alphanumeric) {
            found.edit(line, all.range(), format!("{sign}{text}{sign}"), meant);
        }
    }
}

fn ruby(block: &Block<'_>, line: &Line, found: &mut Found) {
    for parts in each(&RUBY, &line.shown) {
        let (Some(all), Some(base), Some(bar), Some(reading)) =
            (parts.get(0), parts.get(1), parts.get(2), parts.get(3))
        else {
            continue;
        };
        let sounds = |text: &str| text.chars().any(char::is_alphabetic) && !text.chars().any(is_han);
        let characters = |text: &str| text.trim().chars().all(is_han) && !text.trim().is_empty();
        let (base, reading) = (base.as_str(), reading.as_str());
        let is_right = all.as_str().starts_with('{') && all.as_str().ends_with('}') && bar.as_str() == "|";
        if characters(base) && sounds(reading) && !(is_right && base.trim() == base) {
            found.edit(line, all.range(), format!("{{{}|{}}}", base.trim(), reading.trim()), Meant::Ruby);
        } else if sounds(base) && characters(reading) && base.chars().all(|c| !c.is_ascii_digit()) {
            found.edit(line, all.range(), format!("{{{}|{}}}", reading.trim(), base.trim()), Meant::Ruby);
        }
    }
    if block.place != Place::Cell {
        return;
    }
    for parts in each(&CUT, line.shown.trim_end_matches([HIDDEN, ' '])) {
        let Some(base) = parts.get(1) else { continue };
        let what = phrase(
            format!("表格里的注音“{{{}|……}}”被竖线切成了两格。", base.as_str()),
            format!("In a table the bar of the reading {{{}|…}} cuts its cell in two.", base.as_str()),
        );
        let mend = phrase(
            format!("竖线前面加一个反斜线：{{{}\\|……}}", base.as_str()),
            format!("Write a backslash before it: {{{}\\|…}}", base.as_str()),
        );
        found.tell(line.number, what, mend);
    }
}

/// Commands of other programs that make sites.
fn foreign(line: &Line, found: &mut Found) {
    if let Some(piece) = each(&FOREIGN, &line.shown).next().and_then(|parts| parts.get(0)) {
        let piece = super::shorter(line.written(piece.range()));
        let what = phrase(
            format!("“{piece}”是别的建站程序的命令，这里不起作用。"),
            format!("{piece:?} is a command of another program."),
        );
        let mend = phrase("删掉它，用这里的写法重写。", "Delete it, and write what it stood for.");
        found.tell(line.number, what, mend);
    }
}

/// Bold, or what is struck out, that begins and never ends.
pub(super) fn over_lines(block: &Block<'_>, found: &mut Found) {
    open(block, found, "**", Meant::Strong);
    open(block, found, "~~", Meant::Struck);
}

fn open(block: &Block<'_>, found: &mut Found, sign: &str, meant: Meant) {
    let seen: Vec<(&Line, usize)> =
        block.lines.iter().flat_map(|line| line.shown.match_indices(sign).map(move |(at, _)| (line, at))).collect();
    let [(line, at)] = seen[..] else { return };
    let (before, after) = (&line.shown[..at], &line.shown[at + sign.len()..]);
    let stops = |c: char| c == HIDDEN || c.is_whitespace() || "，。；：！？、“（(".contains(c);
    let is_word = after.starts_with(|c: char| c.is_alphanumeric() || "“《".contains(c));
    // Stars may stand for what is not said: **市, and belong to a note: **注.
    let is_left_out = after.starts_with(|c: char| "市县区省镇乡村街路号院公司局厂学注".contains(c));
    if before.ends_with(['*', '~']) || !before.chars().next_back().is_none_or(stops) || !is_word || is_left_out {
        return;
    }
    let end = after.find(['：', ':', '，', '。', '；', '！', '？', '*', '~', HIDDEN]).unwrap_or(after.trim_end().len());
    let range = at..at + sign.len() + end;
    let text = line.written(at + sign.len()..range.end).trim_end();
    found.edit(line, range, format!("{sign}{text}{sign}"), meant);
}
