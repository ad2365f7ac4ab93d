//! What reading a bank of questions gives, whatever form it is written in: its questions, each with its line, and what is wrong.

mod fault;

pub use fault::{Fault, Reason};

use learning::Question;

/// What was read. Whatever is wrong with one question, the others are there.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Read {
    /// The questions and descriptions, in order.
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
