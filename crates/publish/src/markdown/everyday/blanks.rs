//! Leading blanks. A pasted paragraph begins with some, half-width or full-width: they are neither code nor text.

use crate::markdown::fence::Fences;
use comrak::Node;
use comrak::nodes::NodeValue;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// How many blanks make a line code.
const CODE: usize = 4;
/// How wide a tab is at most.
const TAB: usize = 4;

/// A text whose lines have no wide blanks in front. Below a line that is not empty, a list that was moved in by wide blanks is one
/// inside the other.
pub(in crate::markdown) fn narrow(body: &str) -> Cow<'_, str> {
    if !body.contains(is_wide) {
        return Cow::Borrowed(body);
    }
    let (mut out, mut fences, mut is_below_text) = (String::with_capacity(body.len()), Fences::default(), false);
    for line in body.split_inclusive('\n') {
        let rest = line.trim_start_matches(is_blank);
        let front = &line[..line.len() - rest.len()];
        let is_code = fences.holds(line);
        if is_code || !front.contains(is_wide) {
            out.push_str(front);
        } else if is_below_text && is_item(rest) {
            out.extend(front.chars().map(|blank| if blank == '\u{3000}' { "  " } else { " " }));
        }
        out.push_str(rest);
        is_below_text = !rest.trim().is_empty();
    }
    Cow::Owned(out)
}

/// The numbers of the lines that begin with blanks for two characters or more.
pub(in crate::markdown) fn indented(body: &str) -> BTreeSet<usize> {
    let blanks = |line: &str| {
        line.chars().take_while(|c| is_blank(*c)).map(|c| if is_wide(c) || c == '\t' { 2 } else { 1 }).sum::<usize>()
    };
    let is_indented = |line: &str| !line.trim().is_empty() && blanks(line) >= CODE;
    body.lines().enumerate().filter(|(_, line)| is_indented(line)).map(|(at, _)| at + 1).collect()
}

fn is_wide(c: char) -> bool {
    matches!(c, '\u{3000}' | '\u{a0}' | '\u{2000}'..='\u{200b}' | '\u{feff}')
}

fn is_blank(c: char) -> bool {
    is_wide(c) || c == ' ' || c == '\t'
}

fn is_item(line: &str) -> bool {
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = number.len() < line.len() && number.starts_with(['.', ')']);
    (is_numbered || line.starts_with(['-', '*', '+'])) && line.contains(' ')
}

/// The text without the blanks for which the parser took lines for code; `None` where it took none.
pub(in crate::markdown) fn without_indentation(source: &str, tree: Node<'_>) -> Option<String> {
    let mut moved: BTreeMap<usize, String> = BTreeMap::new();
    let lines: Vec<&str> = source.split_inclusive('\n').collect();
    for node in tree.descendants() {
        let data = node.data();
        let NodeValue::CodeBlock(code) = &data.value else { continue };
        if code.fenced {
            continue;
        }
        let first = code.literal.lines().next().map_or(0, |line| width(line, line.trim_start_matches([' ', '\t'])));
        for (at, text) in (data.sourcepos.start.line - 1..).zip(code.literal.lines()) {
            let shorter = lines.get(at).and_then(|line| out(line, text, first));
            moved.extend(shorter.map(|line| (at, line)));
        }
    }
    if moved.is_empty() {
        return None;
    }
    let line = |(at, line): (usize, &&str)| moved.remove(&at).unwrap_or_else(|| (*line).to_owned());
    Some(lines.iter().enumerate().map(line).collect())
}

/// A line moved out by what made it code, and as far as the first line of its block stood further in; `code` is what the parser left of it.
fn out(line: &str, code: &str, first: usize) -> Option<String> {
    let text = code.trim_start_matches([' ', '\t']);
    let end = line.trim_end_matches('\n');
    let front = end.strip_suffix(text).filter(|_| !text.is_empty())?;
    let sign = front.trim_end_matches([' ', '\t']);
    let too_much = CODE + first.min(width(code, text));
    let blanks = width(front, "") - width(sign, "");
    let left = " ".repeat(blanks.saturating_sub(too_much));
    Some(format!("{sign}{left}{text}{}", &line[end.len()..]))
}

/// How many columns stand before the rest of a line.
fn width(line: &str, rest: &str) -> usize {
    let columns = |at: usize, c: char| if c == '\t' { at + TAB - at % TAB } else { at + 1 };
    line[..line.len() - rest.len()].chars().fold(0, columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_blanks_in_front_are_nothing() {
        assert_eq!(narrow("　　一\n　\n\u{a0}二　三\n"), "一\n\n二　三\n");
        assert_eq!(narrow("- 一\n　　- 二\n\n　　- 三\n"), "- 一\n    - 二\n\n- 三\n");
        assert_eq!(narrow("```\n　　码\n```\n　　字"), "```\n　　码\n```\n字");
    }
}
