//! Signs at the beginning of a line: a blank is missing behind them, or they are of another width.

use super::shown::{Block, HIDDEN, Line, Place};
use super::{Found, Meant, Pattern, each, pattern};
use crate::fault::phrase;
use crate::markdown::parse::{Parsed, plain};
use comrak::nodes::NodeValue;
use model::length::is_han;
use regex::Regex;

static HEADING: Pattern = pattern(|| Regex::new(r"^([#＃]{1,6})([ 　\t]*)([^#＃\s].*)$").ok());
static TOO_DEEP: Pattern = pattern(|| Regex::new(r"^#{7,}[ ]*([^#\s].*)$").ok());
static NUMBER: Pattern = pattern(|| Regex::new(r"^(\d{1,3})([.)])　?([^\s\d.,、．)].*)$").ok());
static BULLET: Pattern = pattern(|| Regex::new(r"^([-－–*＊+＋])[　]*([^\s\-－–—*＊+＋\d.>\x01].*)$").ok());
static TASK: Pattern =
    pattern(|| Regex::new(r"^[-－*+]?[ 　]*[\[［【][ 　]*([xXｘＸ√✓✔]?)[ 　]*[\]］】][ 　]*(\S.*)$").ok());
static QUOTE: Pattern = pattern(|| Regex::new(r"^＞[ 　]*(.*)$").ok());
static FENCE: Pattern = pattern(|| Regex::new(r"^(?:·{3,}[A-Za-z]+|｀{3,}[A-Za-z]*|[‘’']{3}[A-Za-z]*)$").ok());

/// How long a line is that may be a heading, in characters.
const SHORT: usize = 30;
/// How long an item is that stands alone.
const ITEM: usize = 16;

pub(super) fn look(block: &Block<'_>, line: &Line, found: &mut Found) {
    let text = line.text();
    let end = line.begins + text.len();
    let all = line.begins..end;
    let mut put = |new: String, meant: Meant| found.edit(line, all.clone(), new, meant);
    if let Some(parts) = each(&HEADING, text).next() {
        let (signs, blank, title) = (&parts[1], &parts[2], &parts[3]);
        let rest = line.written(end - title.len()..end);
        if is_heading(signs, blank, title) {
            put(
                format!("{} {}", "#".repeat(signs.chars().count()), rest.trim_end_matches(['#', '＃']).trim()),
                Meant::Heading,
            );
        }
    } else if let Some(parts) = each(&TOO_DEEP, text).next() {
        put(format!("###### {}", &parts[1]), Meant::Heading);
    } else if let Some(parts) = each(&TASK, text).next().filter(|parts| is_task(block, line, &parts[0], &parts[1])) {
        let sign = if parts[1].is_empty() { "[ ]" } else { "[x]" };
        let rest = line.written(end - parts[2].len()..end);
        let bullet = if block.place == Place::Item { "" } else { "- " };
        put(format!("{bullet}{sign} {rest}"), Meant::Task);
    } else if let Some(parts) = each(&NUMBER, text).next() {
        if is_item(block, line, &NUMBER, &parts[3]) {
            put(format!("{}{} {}", &parts[1], &parts[2], line.written(end - parts[3].len()..end)), Meant::List);
        }
    } else if let Some(parts) = each(&BULLET, text).next() {
        if is_bullet(block, line, &parts[1], &parts[2]) {
            put(format!("- {}", line.written(end - parts[2].len()..end)), Meant::List);
        }
    } else if let Some(parts) = each(&QUOTE, text).next() {
        put(format!("> {}", line.written(end - parts[1].len()..end)), Meant::Quote);
    } else if FENCE.as_ref().is_some_and(|pattern| pattern.is_match(text)) {
        put(format!("```{}", text.trim_start_matches(|c: char| !c.is_ascii_alphabetic())), Meant::Questions);
    }
}

/// A sign of a topic (`#邻里#`) or of a number (`#3`) is none.
fn is_heading(signs: &str, blank: &str, title: &str) -> bool {
    if signs.chars().count() > 1 || signs == "＃" && !blank.is_empty() {
        return true;
    }
    let is_topic = title.contains(['#', '＃']) || !title.starts_with(|c: char| is_han(c) || "“《（".contains(c));
    !is_topic && title.chars().count() <= SHORT && !is_sentence(title)
}

fn is_sentence(text: &str) -> bool {
    let text = text.trim_end().trim_end_matches(['”', '’', '」', '』', '）', ')', '》']);
    text.ends_with(['。', '！', '？', '；', '：', '，', '…', '.', '!', '?', ';', ':', ','])
}

/// Brackets of a box behind the sign of a list, or in a list of another kind.
fn is_task(block: &Block<'_>, line: &Line, all: &str, sign: &str) -> bool {
    let is_first = block.lines.first().is_some_and(|first| first.number == line.number);
    let has_bullet = all.starts_with(['-', '－', '*', '+']);
    let is_empty = all.contains("【】") || all.contains("［］");
    (has_bullet || (block.place == Place::Item && is_first)) && (!sign.is_empty() || has_bullet || !is_empty)
}

/// A number that begins an item. Documents begin paragraphs so, which look as they should: an item is short, or its neighbours in the
/// paragraph are items too.
fn is_item(block: &Block<'_>, line: &Line, shape: &'static Pattern, rest: &str) -> bool {
    let is_one = |line: &&Line| shape.as_ref().is_some_and(|pattern| pattern.is_match(line.text()));
    let begins_so = rest.starts_with(|c: char| is_han(c) || c == '*' || c == HIDDEN || "“《【[".contains(c));
    let is_alone = begins_so && block.lines.len() == 1 && rest.chars().count() <= ITEM && !is_sentence(rest);
    neighbours(block, line).any(|other| is_one(&other)) || is_alone
}

/// The lines of a block right above and below a line.
fn neighbours<'a>(block: &'a Block<'_>, line: &Line) -> impl Iterator<Item = &'a Line> {
    let at = block.lines.partition_point(|other| other.number < line.number);
    let number = line.number;
    let near = block.lines.get(at.saturating_sub(1)..).unwrap_or_default().iter().take(3);
    near.filter(move |other| other.number.abs_diff(number) == 1)
}

fn is_bullet(block: &Block<'_>, line: &Line, sign: &str, rest: &str) -> bool {
    let is_one = |other: &&Line| other.text().starts_with(sign) && each(&BULLET, other.text()).next().is_some();
    let is_among_others = neighbours(block, line).any(|other| is_one(&other));
    // `-完-` and `-END-` end a text; a star may belong to a note below a table.
    let is_alone = matches!(sign, "-" | "－")
        && !rest.trim_end().ends_with('-')
        && rest.starts_with(|c: char| is_han(c) || "“《".contains(c));
    block.place == Place::Paragraph && (is_among_others || is_alone)
}

/// A line of signs right below a line that may be a heading.
pub(super) fn lines_below(parsed: &Parsed<'_>, found: &mut Found) {
    let source: Vec<&str> = parsed.source.lines().collect();
    for node in parsed.tree.children() {
        let start = node.data().sourcepos.start.line;
        let sign = source.get(start.saturating_sub(1)).map_or("", |line| line.trim());
        let above = node.previous_sibling().filter(|above| above.data().sourcepos.end.line + 1 == start);
        let is_rule = matches!(node.data().value, NodeValue::ThematicBreak) && sign.chars().all(|c| c == '-');
        if let Some(above) = above.filter(|_| is_rule) {
            let is_line =
                matches!(above.data().value, NodeValue::Paragraph) && above.data().sourcepos.start.line + 1 == start;
            tell_line(found, start, &plain(above), is_line, "##", "---");
        }
        if matches!(node.data().value, NodeValue::Paragraph) {
            let end = node.data().sourcepos.end.line;
            let below = (start + 1..=end).filter(|number| source.get(number - 1).is_some_and(|line| is_equals(line)));
            for number in below {
                let text = source.get(number - 2).copied().unwrap_or_default();
                tell_line(found, number, text, number == start + 1, "#", "===");
            }
        }
    }
}

fn is_equals(line: &str) -> bool {
    let line = line.trim();
    line.len() > 2 && line.chars().all(|c| c == '=' || c == '＝')
}

fn tell_line(found: &mut Found, number: usize, above: &str, is_alone: bool, sign: &str, line: &str) {
    let above = above.trim();
    let is_title = is_alone
        && above.chars().count() <= SHORT
        && !is_sentence(above)
        && !above.ends_with(['日', '）', ')'])
        && !above.ends_with(|c: char| c.is_ascii_digit());
    if !is_title && line == "---" {
        return;
    }
    let what = phrase(
        format!("下面的一行“{line}”不会把“{above}”变成标题。"),
        format!("The line {line} below does not make a heading of {above:?}."),
    );
    let (zh, en) = if is_title {
        (format!("写成 {sign} {above}；"), format!("Write {sign} {above}; "))
    } else {
        Default::default()
    };
    let mend = phrase(
        format!("{zh}要一条横线，写 ---，前面空一行。"),
        format!("{en}for a line across, write --- below an empty line."),
    );
    found.tell(number, what, mend);
}
