//! Texts that were pasted from Word as they were: no empty lines, round bullets, tabs. Told once for a text, with what to do.

use super::Found;
use super::shown::{Block, HIDDEN, Line, Place};
use crate::fault::phrase;
use crate::markdown::parse::Parsed;
use comrak::nodes::NodeValue;
use locale::Phrase;

/// Bullets of Word. Signs such as ● and ■ begin headings of news too, so a tab must follow them.
const BULLETS: [char; 8] = ['•', '\u{f0b7}', '\u{f06c}', '\u{f0d8}', '\u{f0a7}', '\u{f075}', '\u{f06e}', '\u{f0fc}'];
const BEFORE_TAB: &str = "·●○■□◆◇▪➢✓o";
/// How long a line is that is a paragraph of its own, in characters.
const LONG: usize = 12;

pub(super) fn look(parsed: &Parsed<'_>, blocks: &[Block<'_>], found: &mut Found) {
    let source: Vec<&str> = parsed.source.lines().collect();
    let paragraphs: Vec<&Block<'_>> = blocks.iter().filter(|block| block.place == Place::Paragraph).collect();
    let lines = || paragraphs.iter().flat_map(|block| &block.lines);
    let all = source.iter().filter(|line| !line.trim().is_empty()).count();
    let crammed = paragraphs.iter().find_map(|block| crammed(block, &source, all, parsed));
    let bullet = lines().find(|line| is_bullet(line)).map(|line| line.number);
    let mut tabs = lines().filter(|line| has_tab(line)).map(|line| line.number);
    // One is a slip of the finger.
    let tab = tabs.next().filter(|_| tabs.next().is_some());
    let Some(first) = [crammed, bullet, tab].into_iter().flatten().min() else { return };
    let kinds = [
        (
            crammed,
            phrase("段与段之间没有空行，会连成一段", "paragraphs without an empty line between them run together"),
            phrase("段与段之间补一个空行", "write an empty line between paragraphs"),
        ),
        (
            bullet,
            phrase("行首是 Word 的圆点，不会变成列表", "the round bullets of Word make no list"),
            phrase("行首的圆点换成“- ”", "write \"- \" for bullets"),
        ),
        (
            tab,
            phrase("字中间有制表符（Tab），分不出列", "tabs in the text make no columns"),
            phrase("用制表符对齐的写成表格，或者换成空格", "make a table of what tabs align, or write blanks"),
        ),
    ];
    let is = kinds.into_iter().filter(|(line, _, _)| line.is_some());
    let (what, mend): (Vec<Phrase>, Vec<Phrase>) = is.map(|(_, what, mend)| (what, mend)).unzip();
    let what = phrase(
        format!("这一篇像是从 Word 直接粘贴来的：{}。", zh(&what)),
        format!("This text looks as if pasted from Word: {}.", en(&what)),
    );
    let mend = phrase(format!("整篇都照这样改：{}。", zh(&mend)), format!("In all of it, {}.", en(&mend)));
    found.tell(first, what, mend);
}

fn zh(phrases: &[Phrase]) -> String {
    phrases.iter().map(|phrase| phrase.zh.as_str()).collect::<Vec<_>>().join("；")
}

fn en(phrases: &[Phrase]) -> String {
    phrases.iter().map(|phrase| phrase.en.as_str()).collect::<Vec<_>>().join("; ")
}

/// The line of a block in which several paragraphs run together: a line inside it begins with blanks as paragraphs do; or nearly all of
/// the text stands in it, and its lines are sentences; `all` is how many lines of the text are not empty.
fn crammed(block: &Block<'_>, source: &[&str], all: usize, parsed: &Parsed<'_>) -> Option<usize> {
    let at = block.node.data().sourcepos;
    let (start, end) = (at.start.line, at.end.line);
    if !block.node.parent().is_some_and(|parent| matches!(parent.data().value, NodeValue::Document)) {
        return None;
    }
    let lines = source.get(start - 1..end)?;
    if (start + 1..=end).any(|number| parsed.indented.contains(&number)) {
        return Some(start);
    }
    let is_sentence = |line: &&&str| {
        line.chars().count() >= LONG && line.trim_end().ends_with(['。', '！', '？', '；', '：', '”', '…'])
    };
    let sentences = lines.iter().filter(is_sentence).count();
    (lines.len() > 2 && 3 * sentences >= 2 * lines.len() && 2 * lines.len() >= all).then_some(start)
}

fn is_bullet(line: &Line) -> bool {
    let text = line.text();
    text.starts_with(BULLETS) || (text.starts_with(|c| BEFORE_TAB.contains(c)) && text.chars().nth(1) == Some('\t'))
}

/// Whether a tab stands between words.
fn has_tab(line: &Line) -> bool {
    let mut parts = line.text().split('\t').map(|part| part.trim_matches([HIDDEN, ' ']));
    parts.clone().count() > 1
        && parts.next().is_some_and(|first| !first.is_empty())
        && parts.any(|part| !part.is_empty())
}
