//! What stands between the braces of a question: its kind, with its key, and the explanation.

use super::options::{self, Opt, wide};
use super::piece::{Piece, find};
use super::{numbers, ordering, words};
use crate::bank::{Fault, Reason};
use learning::question::{Accepted, Choice, Format, Pair};
use learning::{Kind, Words};

/// The kind and the explanation. `format` is that of the stem.
pub(super) fn read(body: Piece, format: Format, faults: &mut Vec<Fault>) -> Result<(Kind, Words), Fault> {
    let (answers, explanation) = body.cut("####").map_or((body, None), |(answers, more)| (answers, Some(more)));
    let explanation = explanation.map(|explanation| words::read(explanation, format)).unwrap_or_default();
    let answers = answers.trim();
    let kind = match answers.text.chars().next() {
        None => Kind::Essay,
        Some('>') => ordering::read(answers.skip(1), format, faults)?,
        Some('#') => numbers::read(answers.skip(1), format)?,
        Some(_) => match judged(answers, format) {
            Some(kind) => kind,
            None => chosen_or_filled(answers, format)?,
        },
    };
    Ok((kind, explanation))
}

/// True or false, with what to say to a wrong answer, and to a right one.
fn judged(answers: Piece, format: Format) -> Option<Kind> {
    let (head, feedback) = answers.cut("#").map_or((answers, None), |(head, feedback)| (head, Some(feedback)));
    let right = match head.text.trim() {
        "T" | "TRUE" => true,
        "F" | "FALSE" => false,
        _ => return None,
    };
    let feedback = feedback.map(|both| both.cut("#").map_or((both, None), |(wrong, right)| (wrong, Some(right))));
    let (to_wrong, to_right) = feedback.map_or((None, None), |(wrong, right)| (Some(wrong), right));
    let say = |piece: Option<Piece>| piece.map(|piece| words::read(piece, format)).unwrap_or_default();
    let (to_wrong, to_right) = (say(to_wrong), say(to_right));
    let (on_true, on_false) = if right { (to_right, to_wrong) } else { (to_wrong, to_right) };
    Some(Kind::TrueFalse { right, on_true, on_false })
}

fn chosen_or_filled(answers: Piece, format: Format) -> Result<Kind, Fault> {
    if find(answers.text, |rest| rest.starts_with(['=', '~'])).is_none() {
        return alone(answers, format);
    }
    let options = options::read(answers)?;
    let has_arrow = |option: &Opt| find(option.text.text, |rest| rest.starts_with("->")).is_some();
    if options.iter().any(|option| !option.right) {
        choice(&options, format)
    } else if options.iter().any(has_arrow) {
        matching(&options, format)
    } else {
        no_wide_arrows(&options)?;
        short(&options, format)
    }
}

/// One answer without a sign is a word to fill in, unless somebody meant something else.
fn alone(answers: Piece, format: Format) -> Result<Kind, Fault> {
    if let Some(reason) = wide(answers.text) {
        return Err(answers.fault(reason));
    }
    let (text, feedback) = answers.cut("#").map_or((answers, None), |(text, feedback)| (text, Some(feedback)));
    let text = text.trim();
    let judgement =
        ["对", "错", "正确", "错误", "是", "否", "√", "×", "✓", "✗", "true", "false", "t", "f", "yes", "no"];
    if judgement.contains(&text.text.to_lowercase().as_str()) {
        return Err(text.fault(Reason::BadJudgement { found: text.shown() }));
    }
    if text.text.contains("->") {
        return Err(text.fault(Reason::StrayText { found: text.shown() }));
    }
    short(&[Opt { right: true, text, feedback }], format)
}

fn choice(options: &[Opt], format: Format) -> Result<Kind, Fault> {
    let several = options.iter().all(|option| !option.right);
    let read = |option: &Opt| {
        let (weight, text) = option.weigh()?;
        let words = words::read(text, format);
        if words.is_empty() {
            return Err(option.text.fault(Reason::EmptyOption));
        }
        Ok(Choice { words, weight, feedback: feedback(option, format) })
    };
    let options: Result<_, _> = options.iter().map(read).collect();
    Ok(Kind::Choice { options: options?, several })
}

fn short(options: &[Opt], format: Format) -> Result<Kind, Fault> {
    let read = |option: &Opt| {
        let (weight, text) = option.weigh()?;
        let text = words::plain(text);
        if text.is_empty() {
            return Err(option.text.fault(Reason::EmptyOption));
        }
        Ok(Accepted { text, weight, feedback: feedback(option, format) })
    };
    let answers: Result<_, _> = options.iter().map(read).collect();
    Ok(Kind::Short { answers: answers? })
}

fn matching(options: &[Opt], format: Format) -> Result<Kind, Fault> {
    let read = |option: &Opt| {
        let (left, right) =
            option.text.cut("->").ok_or_else(|| option.text.fault(Reason::NoArrow { found: option.text.shown() }))?;
        let right = words::plain(right);
        if right.is_empty() {
            return Err(option.text.fault(Reason::EmptyOption));
        }
        Ok(Pair { left: words::read(left, format), right })
    };
    let pairs: Result<_, _> = options.iter().map(read).collect();
    Ok(Kind::Matching { pairs: pairs? })
}

/// Several answers that all have an arrow of another kind are pairs.
fn no_wide_arrows(options: &[Opt]) -> Result<(), Fault> {
    for found in words::ARROWS.into_iter().filter(|_| options.len() > 1) {
        let all = options.iter().all(|option| option.text.text.contains(found) && !words::is_named(option.text));
        if let Some(first) = options.first().filter(|_| all) {
            return Err(first.text.fault(Reason::FullWidth { found, meant: "->" }));
        }
    }
    Ok(())
}

fn feedback(option: &Opt, format: Format) -> Words {
    option.feedback.map(|feedback| words::read(feedback, format)).unwrap_or_default()
}
