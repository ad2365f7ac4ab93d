//! What a comment says about the question after it: `// [id:a] [tag:b] [passage:c] [score:2]`.
//!
//! Moodle has the first two. In a mark, `\]` is a bracket and `\\` a backslash.

use crate::bank::{Fault, Reason};
use learning::question::USUAL_SCORE;

/// The marks of a question.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    pub(super) id: Option<String>,
    pub(super) tags: Vec<String>,
    pub(super) passage: Option<String>,
    pub(super) score: Option<u32>,
}

impl Marks {
    /// Takes what a further comment says.
    pub(super) fn add(&mut self, more: Self) {
        self.id = self.id.take().or(more.id);
        self.tags.extend(more.tags);
        self.passage = self.passage.take().or(more.passage);
        self.score = self.score.or(more.score);
    }
}

const NAMES: [&str; 4] = ["id", "tag", "passage", "score"];

/// The marks of a comment, and what is wrong with them.
pub(super) fn read(comment: &str, line: usize) -> (Marks, Vec<Fault>) {
    let (mut marks, mut faults) = (Marks::default(), Vec::new());
    let mut rest = comment;
    while let Some(at) = rest.find('[') {
        rest = rest.get(at + 1..).unwrap_or_default();
        let Some(name) = NAMES.into_iter().find(|name| rest.starts_with(name)) else { continue };
        let after = rest.get(name.len()..).unwrap_or_default();
        if after.starts_with('：') {
            faults.push(Fault::new(line, Reason::FullWidth { found: "：", meant: ":" }));
        }
        let Some(after) = after.strip_prefix(':') else { continue };
        // A mark that is not closed leaves nothing that could close a later one.
        let Some((value, after)) = value(after) else { break };
        rest = after;
        if let Err(reason) = marks.set(name, value.trim()) {
            faults.push(Fault::new(line, reason));
        }
    }
    (marks, faults)
}

impl Marks {
    fn set(&mut self, name: &str, value: &str) -> Result<(), Reason> {
        let text = (!value.is_empty()).then(|| value.to_owned());
        match name {
            "id" => self.id = self.id.take().or(text),
            "tag" => self.tags.extend(text),
            "passage" => self.passage = self.passage.take().or(text),
            _ => self.score = Some(score(value).ok_or_else(|| Reason::BadScore { found: value.to_owned() })?),
        }
        Ok(())
    }
}

/// What stands before the closing bracket, and what after it.
fn value(text: &str) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            ']' => return Some((value, chars.as_str())),
            '\\' if chars.as_str().starts_with([']', '\\']) => value.extend(chars.next()),
            c => value.push(c),
        }
    }
    None
}

/// A score in hundredths: digits, and at most two after a point.
pub(crate) fn score(text: &str) -> Option<u32> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(part) || part.len() > 2 {
        return None;
    }
    let part = part.parse::<u32>().ok()? * if part.len() == 1 { 10 } else { 1 };
    whole.parse::<u32>().ok()?.checked_mul(100)?.checked_add(part)
}

/// The comment that says all this, with its line end; nothing if there is nothing to say.
pub(super) fn write(tags: &[String], passage: Option<&str>, score: u32) -> String {
    let mark = |name: &str, value: &str| {
        let value = value.replace('\\', "\\\\").replace(']', "\\]").replace(['\n', '\r'], " ");
        format!(" [{name}:{value}]")
    };
    let tags = tags.iter().map(|tag| mark("tag", tag));
    let passage = passage.map(|passage| mark("passage", passage));
    let score = (score != USUAL_SCORE).then(|| mark("score", &format!("{}.{:02}", score / 100, score % 100)));
    let marks: String = tags.chain(passage).chain(score).collect();
    if marks.is_empty() { marks } else { format!("//{marks}\n") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_from_comments() {
        let (marks, faults) = read(r"// 难 [id: a-1 ] [tag:基础][tag:x\]y] [passage:原文 [1] [score:1.5] [other:z]", 4);
        assert_eq!(marks.id.as_deref(), Some("a-1"));
        assert_eq!(marks.tags, ["基础", "x]y"]);
        assert_eq!((marks.passage.as_deref(), marks.score), (Some("原文 [1"), Some(150)));
        assert_eq!(faults, []);
    }

    #[test]
    fn marks_that_are_wrong_are_told() {
        let check = |comment: &str, reason: Reason| assert_eq!(read(comment, 4).1, [Fault::new(4, reason)]);
        check("// [score:二]", Reason::BadScore { found: "二".into() });
        check("// [tag：基础]", Reason::FullWidth { found: "：", meant: ":" });
    }

    #[test]
    fn a_score_has_at_most_two_digits_after_the_point() {
        let check = |text: &str, expect: Option<u32>| assert_eq!(score(text), expect, "{text}");
        check("2", Some(200));
        check("0.5", Some(50));
        check("10.25", Some(1025));
        check("1.255", None);
        check("-1", None);
        check("1.", None);
        check("99999999999", None);
    }
}
