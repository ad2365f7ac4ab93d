//! A question of which nothing is said but its kind.

use learning::{Kind, Question, Words};
use model::QuestionId;

/// A question of a kind.
pub fn question(kind: Kind) -> Question {
    Question {
        id: QuestionId::parse("q").unwrap(),
        revision: String::new(),
        stem: Words::plain("?"),
        stem_after: Words::default(),
        kind,
        explanation: Words::default(),
        score_hundredths: 100,
        tags: vec![],
        category: String::new(),
        passage: None,
    }
}
