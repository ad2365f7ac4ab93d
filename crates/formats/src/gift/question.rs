//! Takes one question apart: id, stem, answers, and what follows the blank.

use super::piece::{Piece, find};
use super::scan::Block;
use super::{answers, words};
use crate::bank::{self, Fault, Ids, Item, Reason};
use learning::question::{Format, Passage, USUAL_SCORE};
use learning::{Kind, Question, Words};
use model::QuestionId;

/// The question with what somebody should look at, or what is wrong with it. `ids` are those before it.
pub(super) fn read(block: &Block, ids: &mut Ids) -> Result<(Item, Vec<Fault>), Vec<Fault>> {
    let piece = Piece { text: &block.text, line: block.line }.trim();
    let mut faults = Vec::new();
    let (title, rest) = title(piece).map_err(|fault| vec![fault])?;
    let written = block.marks.id.clone().unwrap_or_else(|| title.map(words::plain).unwrap_or_default());
    let id = ids.take(&written).map_err(|reason| faults.push(piece.fault(reason)));
    let read = asked(rest, &mut faults).map_err(|fault| faults.push(fault));
    let (Ok(id), Ok(asked)) = (id, read) else { return Err(faults) };
    let question = question(block, id, asked);
    faults.extend(bank::check(&question).into_iter().map(|reason| piece.fault(reason)));
    if faults.iter().any(Fault::is_error) {
        return Err(faults);
    }
    Ok((Item { line: piece.line, question }, faults))
}

/// What a question says.
struct Asked {
    stem: Words,
    stem_after: Words,
    kind: Kind,
    explanation: Words,
}

fn question(block: &Block, id: QuestionId, asked: Asked) -> Question {
    Question {
        id,
        revision: String::new(),
        stem: asked.stem,
        stem_after: asked.stem_after,
        kind: asked.kind,
        explanation: asked.explanation,
        score_hundredths: block.marks.score.unwrap_or(USUAL_SCORE),
        tags: block.marks.tags.clone(),
        category: block.category.clone(),
        passage: block.marks.passage.clone().map(|quote| Passage { quote, block: None }),
    }
}

/// What stands between `::` and `::`, and the rest.
fn title(piece: Piece) -> Result<(Option<Piece>, Piece), Fault> {
    if piece.text.starts_with("：：") {
        return Err(piece.fault(Reason::FullWidth { found: "：：", meant: "::" }));
    }
    if !piece.text.starts_with("::") {
        return Ok((None, piece));
    }
    let (title, rest) = piece.skip(2).cut("::").ok_or_else(|| {
        let wide = piece.text.contains("：：").then_some(Reason::FullWidth { found: "：：", meant: "::" });
        piece.fault(wide.unwrap_or(Reason::OpenTitle))
    })?;
    Ok((Some(title), rest))
}

fn asked(text: Piece, faults: &mut Vec<Fault>) -> Result<Asked, Fault> {
    let Some((stem, body, after)) = braces(text)? else {
        let stem = words::read(text, Format::Plain);
        return Ok(Asked {
            stem,
            stem_after: Words::default(),
            kind: Kind::Description,
            explanation: Words::default(),
        });
    };
    let stem = words::read(stem, Format::Plain);
    let (kind, explanation) = answers::read(body, stem.format, faults)?;
    let stem_after = words::read(without_comment(after), stem.format);
    Ok(Asked { stem, stem_after, kind, explanation })
}

/// What stands before, between and after the braces; nothing if there are none.
fn braces(text: Piece) -> Result<Option<(Piece, Piece, Piece)>, Fault> {
    let Some((stem, rest)) = brace(text) else {
        return match text.text.find('｛') {
            Some(at) if !words::is_named(text) => {
                Err(text.split_at(at).1.fault(Reason::FullWidth { found: "｛", meant: "{" }))
            }
            _ => Ok(None),
        };
    };
    if rest.text.starts_with('}') {
        return Err(rest.fault(Reason::StrayBrace));
    }
    let (body, end) = match brace(rest.skip(1)) {
        None => {
            let reason = rest.text.contains('｝').then_some(Reason::FullWidth { found: "｝", meant: "}" });
            return Err(rest.fault(reason.unwrap_or(Reason::OpenBrace)));
        }
        Some((_, stray)) if stray.text.starts_with('{') => return Err(stray.fault(Reason::StrayBrace)),
        Some(cut) => cut,
    };
    match brace(end.skip(1)) {
        Some((_, stray)) => Err(stray.fault(Reason::StrayBrace)),
        None => Ok(Some((stem, body, end.skip(1)))),
    }
}

/// What stands before the next brace, and what from it on.
fn brace(text: Piece) -> Option<(Piece, Piece)> {
    Some(text.split_at(find(text.text, |rest| rest.starts_with(['{', '}']))?))
}

/// What follows a closing brace may begin with a comment.
fn without_comment(after: Piece) -> Piece {
    if !after.text.trim_start().starts_with("//") {
        return after;
    }
    let after = after.trim();
    after.split_at(after.text.find('\n').unwrap_or(after.text.len())).1
}
