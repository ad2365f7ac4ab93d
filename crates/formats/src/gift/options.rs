//! Options one after the other: `=right ~wrong#feedback ~%-50%worse`.

use super::piece::{Piece, find};
use crate::bank::{Fault, Reason};
use learning::question::WHOLE;

/// One option.
#[derive(Debug, Clone, Copy)]
pub(super) struct Opt<'a> {
    /// `=`, and not `~`.
    pub(super) right: bool,
    /// What is written, with a weight before it if one is.
    pub(super) text: Piece<'a>,
    /// What stands after `#`.
    pub(super) feedback: Option<Piece<'a>>,
}

/// The options of a text, which has a sign somewhere.
pub(super) fn read(text: Piece) -> Result<Vec<Opt>, Fault> {
    let (before, mut rest) = next(text);
    if !before.text.trim().is_empty() {
        return Err(before
            .trim()
            .fault(wide(before.text).unwrap_or_else(|| Reason::StrayText { found: before.shown() })));
    }
    let mut options = Vec::new();
    while !rest.text.is_empty() {
        let right = rest.text.starts_with('=');
        let (option, after) = next(rest.skip(1));
        options.push(one(option, right)?);
        rest = after;
    }
    Ok(options)
}

/// What stands before the next sign, and what from it on.
fn next(text: Piece) -> (Piece, Piece) {
    text.split_at(find(text.text, |rest| rest.starts_with(['=', '~'])).unwrap_or(text.text.len()))
}

fn one(option: Piece, right: bool) -> Result<Opt, Fault> {
    for line in option.text.split_inclusive('\n').skip(1) {
        if let Some(reason) = wide(line) {
            let (_, line) = option.split_at(line.as_ptr() as usize - option.text.as_ptr() as usize);
            return Err(line.fault(reason));
        }
    }
    let (text, feedback) = option.cut("#").map_or((option, None), |(text, feedback)| (text, Some(feedback)));
    Ok(Opt { right, text: text.trim(), feedback })
}

impl<'a> Opt<'a> {
    /// Its weight in thousandths, and its text: the weight that is written, or else all of it for `=` and nothing for `~`.
    pub(super) fn weigh(&self) -> Result<(i32, Piece<'a>), Fault> {
        let (weight, text) = weight(self.text)?;
        Ok((weight.unwrap_or(if self.right { WHOLE } else { 0 }), text))
    }
}

/// The full-width sign that a line begins with.
pub(super) fn wide(line: &str) -> Option<Reason> {
    let signs = [("＝", "="), ("～", "~"), ("＃", "#"), ("＞", ">")];
    let (found, meant) = signs.into_iter().find(|(sign, _)| line.trim_start().starts_with(sign))?;
    Some(Reason::FullWidth { found, meant })
}

/// The weight that an option begins with, and what stands after it.
fn weight(option: Piece) -> Result<(Option<i32>, Piece), Fault> {
    if option.text.starts_with('％') {
        return Err(option.fault(Reason::FullWidth { found: "％", meant: "%" }));
    }
    let written = option.text.strip_prefix('%').and_then(|rest| rest.split_once('%'));
    let Some((number, _)) = written.filter(|(number, _)| like_a_number(number)) else { return Ok((None, option)) };
    let bad = || option.fault(Reason::BadWeight { found: number.to_owned() });
    let percent: f64 = number.trim().parse().map_err(|_| bad())?;
    if !(-100.0..=100.0).contains(&percent) {
        return Err(bad());
    }
    Ok((Some((percent * 10.0).round() as i32), option.skip(number.len() + 2).trim()))
}

/// Whether somebody meant a number: a text may begin with a `%` as well.
fn like_a_number(text: &str) -> bool {
    text.contains(|c: char| c.is_numeric())
        && text.chars().all(|c| c.is_numeric() || c.is_whitespace() || "+-.,。，－".contains(c))
}
