//! Signs that look like markup and are none: one of them is wrong, so the reader would see them. Each line that holds some is told once,
//! with the line as it should be.
//!
//! In this order: what of each line is seen ([`shown`]); signs at its beginning ([`starts`]), in it ([`inline`], [`links`]), over several
//! lines ([`tables`], [`notes`]); last, whether the whole text was pasted without being made Markdown ([`pasted`]).

mod inline;
mod links;
mod notes;
mod pasted;
mod shown;
mod starts;
mod tables;

use crate::fault::{Fault, phrase};
use crate::limits::HINTS;
use crate::markdown::parse::Parsed;
use crate::markdown::writer::Writer;
use crate::media::Problem;
use locale::Phrase;
use regex::{Captures, Regex};
use shown::{Block, Line};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

/// A pattern of signs.
type Pattern = LazyLock<Option<Regex>>;

/// A pattern that is compiled when it is first looked for.
const fn pattern(text: fn() -> Option<Regex>) -> Pattern {
    LazyLock::new(text)
}

/// Each place of a text where a pattern is found.
fn each<'t>(pattern: &'static Pattern, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
    pattern.iter().flat_map(move |pattern| pattern.captures_iter(text))
}

/// What the author meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meant {
    Heading,
    List,
    Task,
    Quote,
    Strong,
    Emphasis,
    Struck,
    Mark,
    Link,
    Picture,
    Note,
    Aside,
    Ruby,
    Questions,
}

impl Meant {
    fn name(self) -> Phrase {
        match self {
            Self::Heading => phrase("小标题", "a heading"),
            Self::List => phrase("列表", "a list"),
            Self::Task => phrase("带方框的清单", "a list with boxes"),
            Self::Quote => phrase("引用", "a quotation"),
            Self::Strong => phrase("加粗", "bold"),
            Self::Emphasis => phrase("强调", "emphasis"),
            Self::Struck => phrase("删去线", "struck out"),
            Self::Mark => phrase("醒目的字", "marked text"),
            Self::Link => phrase("链接", "a link"),
            Self::Picture => phrase("图片", "a picture"),
            Self::Note => phrase("注", "a note"),
            Self::Aside => phrase("提示框", "an aside"),
            Self::Ruby => phrase("注音", "a reading"),
            Self::Questions => phrase("一块题目或代码", "a block of questions or code"),
        }
    }
}

/// Signs of a line, and what should stand in their place.
struct Edit {
    range: Range<usize>,
    new: String,
    meant: Meant,
}

/// A line that is edited, as it stands.
struct Edited {
    source: String,
    edits: Vec<Edit>,
}

/// What is found while a text is looked through.
#[derive(Default)]
struct Found {
    /// By the number of the line.
    lines: BTreeMap<usize, Edited>,
    told: Vec<(usize, Problem)>,
}

impl Found {
    /// What should stand in the place of a piece of a line. What is edited already stays so.
    fn edit(&mut self, line: &Line, range: Range<usize>, new: String, meant: Meant) {
        let overlaps = |edit: &Edit| edit.range.start < range.end && range.start < edit.range.end;
        let is_edited = self.lines.get(&line.number).is_some_and(|line| line.edits.iter().any(overlaps));
        if is_edited || line.source.get(range.clone()).is_none_or(|piece| piece == new) {
            return;
        }
        let edited = || Edited { source: line.source.clone(), edits: Vec::new() };
        self.lines.entry(line.number).or_insert_with(edited).edits.push(Edit { range, new, meant });
    }

    /// What is told in words of its own.
    fn tell(&mut self, line: usize, what: Phrase, mend: Phrase) {
        self.told.push((line, (what, mend)));
    }

    fn finish(mut self) -> Vec<(usize, Problem)> {
        for (number, Edited { source, mut edits }) in self.lines {
            edits.sort_by_key(|edit| edit.range.start);
            self.told.push((number, problem(&source, &edits)));
        }
        self.told.sort_by_key(|(line, _)| *line);
        self.told
    }
}

/// How much of a line is quoted around what is wrong in it, in characters.
const AROUND: usize = 20;
/// How much of a piece is quoted.
const PIECE: usize = 40;

fn problem(source: &str, edits: &[Edit]) -> Problem {
    let mut right = String::new();
    let (mut from, mut zh, mut en) = (0, Vec::new(), Vec::new());
    for edit in edits {
        let piece = shorter(source.get(edit.range.clone()).unwrap_or_default());
        let name = edit.meant.name();
        zh.push(format!("“{piece}”没有变成{}", name.zh));
        en.push(format!("{piece:?} did not become {}", name.en));
        right.push_str(&tail(source.get(from..edit.range.start).unwrap_or_default(), from > 0));
        right.push_str(&edit.new);
        from = edit.range.end;
    }
    right.push_str(&head(source.get(from..).unwrap_or_default()));
    let right = right.trim();
    (
        phrase(
            format!("{}，读者看到的就是这几个符号。", zh.join("，")),
            format!("{}: readers see the signs.", en.join(", ")),
        ),
        phrase(format!("写成 {right}"), format!("Write {right}")),
    )
}

/// What stands before a piece: its end, where it is long.
fn tail(text: &str, is_between: bool) -> String {
    let length = text.chars().count();
    if length <= 2 * AROUND {
        return text.to_owned();
    }
    let end: String = text.chars().skip(length - AROUND).collect();
    if is_between {
        format!("{}……{end}", text.chars().take(AROUND).collect::<String>())
    } else {
        format!("……{end}")
    }
}

fn head(text: &str) -> String {
    if text.chars().count() <= 2 * AROUND {
        text.to_owned()
    } else {
        text.chars().take(AROUND).chain("……".chars()).collect()
    }
}

fn shorter(piece: &str) -> String {
    if piece.chars().count() <= PIECE {
        piece.to_owned()
    } else {
        piece.chars().take(PIECE).chain("……".chars()).collect()
    }
}

/// What of a text looks like markup and is none: the lines of the text, and what is to be said.
pub(super) fn find(parsed: &Parsed<'_>) -> Vec<(usize, Problem)> {
    let blocks = shown::blocks(parsed);
    let mut found = Found::default();
    blocks.iter().for_each(|block| look(block, &mut found));
    tables::look(parsed, &blocks, &mut found);
    notes::look(parsed, &blocks, &mut found);
    starts::lines_below(parsed, &mut found);
    pasted::look(parsed, &blocks, &mut found);
    found.finish()
}

fn look(block: &Block<'_>, found: &mut Found) {
    for line in &block.lines {
        if block.place != shown::Place::Cell && block.place != shown::Place::Heading {
            starts::look(block, line, found);
        }
        links::look(line, found);
        inline::look(block, line, found);
    }
    inline::over_lines(block, found);
}

impl Writer<'_> {
    /// Tells what looks like markup and is none; of many such lines the first.
    pub(super) fn tell_leftovers(&mut self, parsed: &Parsed<'_>) {
        let all = find(parsed);
        let more = all.len().saturating_sub(HINTS);
        for (line, (what, mend)) in all.into_iter().take(HINTS) {
            self.faults.push(Fault::warning(self.source.file, self.line(line), what, mend));
        }
        if more > 0 {
            let what =
                phrase(format!("这样的地方后面还有 {more} 处。"), format!("There are {more} more such places below."));
            let mend = phrase("改好上面的，再检查一次。", "Mend those above, and check again.");
            self.faults.push(Fault::warning(self.source.file, None, what, mend));
        }
    }
}
