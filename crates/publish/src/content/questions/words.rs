//! The words of a question: plain text where they are plain, else clean HTML.

use crate::markdown;
use crate::media::Problem;
use learning::question::{Choice, Kind, Question, Words};

/// A question with clean words, and what is wrong with those that were not.
pub(super) fn clean(question: &Question) -> (Question, Vec<Problem>) {
    let (mut question, mut problems) = (question.clone(), Vec::new());
    each(&mut question, &mut |words| {
        if !words.is_empty() {
            let (clean, problem) = markdown::words(words);
            *words = clean;
            problems.extend(problem);
        }
    });
    (question, problems)
}

fn each(question: &mut Question, change: &mut impl FnMut(&mut Words)) {
    [&mut question.stem, &mut question.stem_after, &mut question.explanation].into_iter().for_each(&mut *change);
    match &mut question.kind {
        Kind::Choice { options, .. } => {
            for Choice { words, feedback, .. } in options {
                change(words);
                change(feedback);
            }
        }
        Kind::TrueFalse { on_true, on_false, .. } => {
            change(on_true);
            change(on_false);
        }
        Kind::Short { answers } => answers.iter_mut().for_each(|answer| change(&mut answer.feedback)),
        Kind::Numerical { answers } => answers.iter_mut().for_each(|answer| change(&mut answer.feedback)),
        Kind::Matching { pairs } => pairs.iter_mut().for_each(|pair| change(&mut pair.left)),
        Kind::Ordering { items } => items.iter_mut().for_each(change),
        Kind::Essay | Kind::Description => {}
    }
}
