//! Cuts the text of a bank into questions: a blank line stands between two, a comment right before one belongs to it.

use super::marks::{self, Marks};
use super::piece::find;
use crate::bank::{Fault, Reason};

/// The text of one question.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Block {
    /// Its first line that is no comment.
    pub(super) line: usize,
    /// Its lines. Comments between them are empty ones.
    pub(super) text: String,
    /// What the comments say about it.
    pub(super) marks: Marks,
    /// The category that was named last.
    pub(super) category: String,
}

/// The blocks of a text, and what is wrong between them.
pub(super) fn scan(text: &str) -> (Vec<Block>, Vec<Fault>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = text.split('\n').collect();
    let closing = closing(&lines);
    let mut scanner = Scanner::default();
    for (at, line) in lines.iter().enumerate() {
        let next = lines.get(at + 1).map(|next| next.trim_start()).unwrap_or_default();
        scanner.line(at + 1, line, next, closing.get(at + 1).copied().unwrap_or_default());
    }
    scanner.end();
    (scanner.blocks, scanner.faults)
}

/// For every line, whether a brace is closed from there on before another question begins.
fn closing(lines: &[&str]) -> Vec<bool> {
    let mut closes = false;
    let mut all: Vec<bool> = lines
        .iter()
        .rev()
        .map(|line| {
            let other = ["//", "::", "$CATEGORY:"].iter().any(|start| line.trim_start().starts_with(start));
            closes = match find(line, |rest| rest.starts_with(['{', '}'])) {
                _ if other => false,
                Some(at) => line.get(at..).is_some_and(|brace| brace.starts_with('}')),
                None => closes,
            };
            closes
        })
        .collect();
    all.reverse();
    all
}

#[derive(Default)]
struct Scanner {
    blocks: Vec<Block>,
    faults: Vec<Fault>,
    /// The block that is being read.
    block: Block,
    /// The line of the first mark of it.
    marked: Option<usize>,
    open: bool,
    closed: bool,
}

impl Scanner {
    fn line(&mut self, number: usize, line: &str, next: &str, closing: bool) {
        let start = line.trim_start();
        if start.starts_with("//") {
            return self.comment(number, start, next);
        }
        let wide = start.strip_prefix("$CATEGORY：");
        if wide.is_some() {
            self.faults.push(Fault::new(number, Reason::FullWidth { found: "：", meant: ":" }));
        }
        if let Some(category) = start.strip_prefix("$CATEGORY:").or(wide) {
            self.end();
            self.block.category = category.trim().to_owned();
            return;
        }
        if start.is_empty() && !(self.open && closing) {
            return self.end();
        }
        if start.is_empty() {
            self.faults.push(Fault::new(number, Reason::BlankLine));
        } else if start.starts_with("::") && self.closed && !self.open {
            self.faults.push(Fault::new(number, Reason::NoBlankLine));
            self.end();
        }
        self.push(number, line);
    }

    fn comment(&mut self, number: usize, comment: &str, next: &str) {
        if self.closed && !self.open && (next.starts_with("::") || next.starts_with("//")) {
            self.faults.push(Fault::new(number, Reason::NoBlankLine));
            self.end();
        }
        let (marks, faults) = marks::read(comment, number);
        if marks != Marks::default() {
            self.marked.get_or_insert(number);
        }
        self.faults.extend(faults);
        self.block.marks.add(marks);
        if !self.block.text.is_empty() {
            self.block.text.push('\n');
        }
    }

    fn push(&mut self, number: usize, line: &str) {
        if self.block.text.is_empty() {
            self.block.line = number;
        } else {
            self.block.text.push('\n');
        }
        self.block.text.push_str(line);
        let mut rest = line;
        while let Some(at) = find(rest, |rest| rest.starts_with(['{', '}'])) {
            let brace = rest.get(at..).unwrap_or_default();
            self.open = brace.starts_with('{');
            self.closed |= !self.open;
            rest = brace.get(1..).unwrap_or_default();
        }
    }

    fn end(&mut self) {
        let block = std::mem::take(&mut self.block);
        self.block.category.clone_from(&block.category);
        (self.open, self.closed) = (false, false);
        let marked = self.marked.take();
        if !block.text.is_empty() {
            self.blocks.push(block);
        } else if let Some(line) = marked {
            self.faults.push(Fault::new(line, Reason::LostMarks));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, blocks: &[(usize, &str)], faults: &[(usize, Reason)]) {
        let (found, wrong) = scan(text);
        let found: Vec<_> = found.iter().map(|block| (block.line, block.text.as_str())).collect();
        assert_eq!(found, blocks, "{text}");
        let faults: Vec<_> = faults.iter().map(|(line, reason)| Fault::new(*line, reason.clone())).collect();
        assert_eq!(wrong, faults, "{text}");
    }

    #[test]
    fn blank_lines_stand_between_questions() {
        check("\u{feff}a{\r\n}\r\n \t\r\n\r\nb", &[(1, "a{\n}"), (5, "b")], &[]);
        check("// x\na\n// y\nb\n", &[(2, "a\n\nb")], &[]);
        check("", &[], &[]);
    }

    #[test]
    fn a_blank_line_too_many_or_too_few_is_told() {
        check("::a::{\n\n=b\n}\n\nc", &[(1, "::a::{\n\n=b\n}"), (6, "c")], &[(2, Reason::BlankLine)]);
        check("::a::{\n=b\n\n::c::{}", &[(1, "::a::{\n=b"), (4, "::c::{}")], &[]);
        check("::a::{}\n::b::{}", &[(1, "::a::{}"), (2, "::b::{}")], &[(2, Reason::NoBlankLine)]);
        check("::a::{}\n// [tag:x]\n::b::", &[(1, "::a::{}"), (3, "::b::")], &[(2, Reason::NoBlankLine)]);
    }

    #[test]
    fn comments_and_categories_belong_to_what_follows() {
        let (blocks, faults) = scan("// [tag:x]\n\n$CATEGORY: 甲/乙\n// [tag:y]\n::a::\n\n::b::");
        assert_eq!(faults, [Fault::new(1, Reason::LostMarks)]);
        let told: Vec<_> = blocks.iter().map(|block| (block.marks.tags.join(","), block.category.as_str())).collect();
        assert_eq!(told, [("y".to_owned(), "甲/乙"), (String::new(), "甲/乙")]);
    }
}
