//! Questions in a lesson: blocks between lines ```` ```gift ```` and ```` ``` ````.
//!
//! They are taken out of the text, and keep their lines: what is not wanted becomes an empty line.

use crate::markdown::fence;
use std::borrow::Cow;

/// The questions of a lesson.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fences {
    /// The text with an empty line for each that is in no block of questions.
    pub text: String,
    /// The line of a block that never ends.
    pub open: Option<usize>,
}

/// Only the blocks of questions; `None` where there are none.
pub(super) fn only(text: &str) -> Option<Fences> {
    let lines = lines(text);
    let kept = |(part, line): &(Part, &str)| if *part == Part::Inside { (*line).to_owned() } else { "\n".to_owned() };
    let edges: Vec<usize> =
        lines.iter().enumerate().filter(|(_, (part, _))| *part == Part::Edge).map(|(at, _)| at + 1).collect();
    let last = *edges.last()?;
    let open = (edges.len() % 2 == 1).then_some(last);
    Some(Fences { text: lines.iter().map(kept).collect(), open })
}

/// The text of a lesson without its questions; any other text as it is.
pub(in crate::content) fn without<'a>(path: &str, body: &'a str) -> Cow<'a, str> {
    if !path.starts_with("lessons/") || !body.contains("gift") {
        return Cow::Borrowed(body);
    }
    let kept = |(part, line): (Part, &str)| if part == Part::Outside { line.to_owned() } else { "\n".to_owned() };
    Cow::Owned(lines(body).into_iter().map(kept).collect())
}

/// What a line is to the questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Of the text.
    Outside,
    /// The first or the last line of a block of questions.
    Edge,
    /// Of a question.
    Inside,
}

/// A fence that is open: its sign, how many of them, and whether questions stand behind it.
struct Open {
    sign: char,
    count: usize,
    is_gift: bool,
}

/// The lines with their ends, as CommonMark sees fences: <https://spec.commonmark.org/0.31.2/#fenced-code-blocks>.
fn lines(text: &str) -> Vec<(Part, &str)> {
    let mut open: Option<Open> = None;
    let mut out = Vec::new();
    for line in text.split_inclusive('\n') {
        let fence = fence(line);
        let part = match (&open, fence) {
            (None, Some((sign, count, info))) => {
                let is_gift = info.split_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case("gift"));
                open = Some(Open { sign, count, is_gift });
                if is_gift { Part::Edge } else { Part::Outside }
            }
            (Some(block), Some((sign, count, ""))) if sign == block.sign && count >= block.count => {
                let part = if block.is_gift { Part::Edge } else { Part::Outside };
                open = None;
                part
            }
            (Some(block), _) if block.is_gift => Part::Inside,
            _ => Part::Outside,
        };
        out.push((part, line));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "甲\n```gift\n::a::题{T}\n```\n乙\n";

    #[test]
    fn questions_are_taken_out_and_every_line_stays_where_it_was() {
        assert_eq!(only(TEXT), Some(Fences { text: "\n\n::a::题{T}\n\n\n".into(), open: None }));
        assert_eq!(without("lessons/a/1.md", TEXT), "甲\n\n\n\n乙\n");
        assert_eq!(without("materials/1.md", TEXT), TEXT);
    }

    #[test]
    fn other_blocks_are_of_the_text() {
        for text in [
            "```\n```gift\n```\n",
            "````md\n```gift\n::a::\n```\n````\n",
            "    ```gift\n",
            "`` `gift` ``\n",
            "~~~\ngift\n~~~",
        ] {
            assert_eq!(only(text), None, "{text}");
            assert_eq!(without("lessons/a/1.md", text), text);
        }
        assert!(only("~~~ GIFT 小测\n::a::\n~~~~").is_some_and(|fences| fences.text == "\n::a::\n\n"));
    }

    #[test]
    fn a_block_that_never_ends_is_told() {
        assert_eq!(only("甲\n```gift\n题").map(|fences| fences.open), Some(Some(2)));
    }
}
