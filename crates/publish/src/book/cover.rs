//! The cover: the title on paper. A drawing, for the machine that publishes need not have Chinese fonts; the reader's device has.

use super::epub::Book;
use crate::xml::escape;

/// Where it is.
pub(super) const FILE: &str = "cover.svg";
/// Its size, in the proportions of a phone-sized page.
const WIDTH: usize = 1200;
const HEIGHT: usize = 1600;
/// The title's lines are this wide at most.
const ROOM: usize = 960;
/// How many lines the title may take.
const LINES: usize = 6;
/// Its sizes, the largest first.
const SIZES: [usize; 4] = [132, 108, 88, 68];

/// Paper, ink and accent, as in `style/tokens.css`.
const PAPER: &str = "#faf6ee";
const INK: &str = "#2b2420";
const QUIET: &str = "#6a5d53";
const LINE: &str = "#e4d9c8";
const ACCENT: &str = "#96371f";

/// Draws it.
pub(super) fn draw(book: &Book) -> String {
    let (size, lines) = fitted(&book.series.title);
    let line = |(index, line): (usize, &String)| {
        let y = 430 + (index + 1) * size * 14 / 10;
        text(120, y, &format!("font-size=\"{size}\" font-weight=\"bold\" fill=\"{INK}\""), line)
    };
    let title: String = lines.iter().enumerate().map(line).collect();
    let portal =
        text(120, 1460, &format!("font-size=\"52\" fill=\"{QUIET}\""), &shortened(&book.content.portal.name, 52));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
         viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"Songti SC, Noto Serif CJK SC, Source Han Serif SC, SimSun, serif\">\
         <title>{}</title><rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{PAPER}\"/>\
         <rect x=\"40\" y=\"40\" width=\"1120\" height=\"1520\" fill=\"none\" stroke=\"{LINE}\" stroke-width=\"4\"/>\
         <rect x=\"120\" y=\"300\" width=\"120\" height=\"16\" fill=\"{ACCENT}\"/>{title}\
         <rect x=\"120\" y=\"1360\" width=\"{ROOM}\" height=\"3\" fill=\"{LINE}\"/>{portal}</svg>\n",
        escape(&book.series.title)
    )
}

fn text(x: usize, y: usize, look: &str, words: &str) -> String {
    format!("<text x=\"{x}\" y=\"{y}\" {look}>{}</text>", escape(words))
}

/// The title in the largest size in which it fits.
fn fitted(title: &str) -> (usize, Vec<String>) {
    let in_size = |size: usize| (size, lines(title, ROOM * 2 / size));
    let smallest = SIZES[SIZES.len() - 1];
    let (size, mut lines) =
        SIZES.into_iter().map(in_size).find(|(_, lines)| lines.len() <= LINES / 2).unwrap_or_else(|| in_size(smallest));
    if lines.len() > LINES {
        lines.truncate(LINES);
        lines.iter_mut().next_back().into_iter().for_each(|last| last.push('…'));
    }
    (size, lines)
}

/// Breaks a title into lines of at most `room` half widths. A closing mark never begins one, and Latin words stay whole.
fn lines(title: &str, room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in pieces(title) {
        let is_full = |line: &String| width(line) + width(&piece) > room && !line.is_empty();
        let hangs = piece.starts_with(|c: char| "，。、；：？！）》”’…".contains(c));
        if lines.last().is_some_and(is_full) && !hangs {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut().filter(|line| !line.is_empty() || !piece.trim().is_empty()) {
            line.push_str(&piece);
        }
    }
    lines.into_iter().map(|line| line.trim_end().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// What stays together: a word of narrow characters, or one wide character.
fn pieces(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let joins = |before: char, c: char| half_widths(before) == 1 && half_widths(c) == 1 && before != ' ' && c != ' ';
    for c in text.chars() {
        match out.last_mut().filter(|piece| piece.ends_with(|before| joins(before, c))) {
            Some(piece) => piece.push(c),
            None => out.push(c.to_string()),
        }
    }
    out
}

/// Words that fit into a line of this size.
fn shortened(words: &str, size: usize) -> String {
    let mut lines = lines(words, ROOM * 2 / size).into_iter();
    let first = lines.next().unwrap_or_default();
    if lines.next().is_some() { first + "…" } else { first }
}

fn width(text: &str) -> usize {
    text.chars().map(half_widths).sum()
}

fn half_widths(c: char) -> usize {
    if c < '\u{2e80}' && !"“”‘’…—".contains(c) { 1 } else { 2 }
}

#[cfg(test)]
mod tests {
    use super::{fitted, lines};

    #[test]
    fn a_title_is_broken_where_it_may_be() {
        assert_eq!(lines("社区自治与议行分设", 8), ["社区自治", "与议行分", "设"]);
        assert_eq!(lines("未成年人：你", 8), ["未成年人：", "你"]);
        assert_eq!(lines("学 Rust 语言", 6), ["学", "Rust", "语言"]);
        assert_eq!(lines("", 8), Vec::<String>::new());
    }

    #[test]
    fn a_long_title_is_small_and_ends() {
        assert_eq!(fitted("短").0, 132);
        let (size, lines) = fitted(&"长".repeat(500));
        assert_eq!((size, lines.len()), (68, 6));
        assert!(lines[5].ends_with('…'));
    }
}
