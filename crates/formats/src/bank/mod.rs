//! What reading a bank of questions gives, whatever form it is written in: its questions, each with its line, and what is wrong.
//!
//! [`Fault`] has a [`Reason`], and `say` says it; `check` looks at a question once it is read; `id` proposes the ids that are missing.

mod check;
mod fault;
mod id;
mod reason;
mod say;

pub use fault::Fault;
pub use reason::{Part, Reason};

pub(crate) use check::question as check;
pub(crate) use id::Ids;

use learning::Question;
use std::collections::HashMap;

/// What was read. Whatever is wrong with one question, the others are there.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Read {
    /// The questions and descriptions that have no error, in order.
    pub questions: Vec<Item>,
    /// What is wrong, in the order of the lines.
    pub faults: Vec<Fault>,
}

/// A question and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its first line or its row, from 1.
    pub line: usize,
    /// The question.
    pub question: Question,
}

impl Read {
    /// What was read, in the order of the lines; of two questions with one id the second is a fault.
    pub(crate) fn new(items: Vec<Item>, mut faults: Vec<Fault>) -> Self {
        if items.is_empty() && faults.is_empty() {
            faults.push(Fault::new(1, Reason::Empty));
        }
        let mut first = HashMap::new();
        let mut questions = Vec::new();
        for item in items {
            match first.get(&item.question.id) {
                None => {
                    first.insert(item.question.id.clone(), item.line);
                    questions.push(item);
                }
                Some(line) => {
                    let id = item.question.id.to_string();
                    faults.push(Fault::new(item.line, Reason::SameId { id, first: *line }));
                }
            }
        }
        faults.sort_by_key(|fault| fault.line);
        Self { questions, faults }
    }
}
