//! Questions and banks of them, as authors write them and as the portal hands them out.
//!
//! One type serves both: the publisher turns every [`Words`] into plain text or clean HTML and fills in what only it knows
//! (revision, passage's block). Weights are thousandths of the whole: 1000 is all of it, -500 takes half away.

use model::{BankId, BlockId, DocumentId, QuestionId};
use serde::{Deserialize, Serialize};

/// The weight of a wholly right answer.
pub const WHOLE: i32 = 1_000;

/// A bank of questions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bank {
    /// Its permanent id.
    pub id: BankId,
    /// What it is called.
    pub title: String,
    /// The lesson that it belongs to, if one does.
    pub lesson: Option<DocumentId>,
    /// Its questions and descriptions, in order.
    pub questions: Vec<Question>,
}

/// A piece of text of a question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// How it is written.
    #[serde(default, skip_serializing_if = "Format::is_plain")]
    pub format: Format,
    /// The text.
    pub text: String,
}

impl Words {
    /// Words without any mark-up.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        Self { format: Format::Plain, text: text.to_owned() }
    }

    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// How a text is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// As it stands.
    #[default]
    Plain,
    /// HTML; clean once the publisher was at it.
    Html,
    /// Markdown; only before publishing.
    Markdown,
    /// Moodle's own automatic format; taken as plain text.
    Moodle,
}

impl Format {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    fn is_plain(&self) -> bool {
        *self == Self::Plain
    }
}

/// One question, or a description that stands between questions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Its permanent id.
    pub id: QuestionId,
    /// Changes with every change of the question; the first eight digits of a hash that the publisher fills in.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub revision: String,
    /// What is asked.
    pub stem: Words,
    /// What follows the blank of a missing-word question; empty otherwise.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub stem_after: Words,
    /// What kind it is, with its key.
    pub kind: Kind,
    /// The explanation (解析), shown after every answer.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub explanation: Words,
    /// What it counts (分值), in hundredths; 100 unless the bank says otherwise.
    #[serde(default = "usual_score", skip_serializing_if = "is_usual_score")]
    pub score_hundredths: u32,
    /// Tags (标签).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Its category path (`$CATEGORY`), empty at the top.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub category: String,
    /// The passage of the lesson that answers it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passage: Option<Passage>,
}

/// What a question counts when nothing is said.
pub const USUAL_SCORE: u32 = 100;

fn usual_score() -> u32 {
    USUAL_SCORE
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_usual_score(score: &u32) -> bool {
    *score == USUAL_SCORE
}

/// A passage of the question's lesson.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Its words, as the bank quotes them.
    pub quote: String,
    /// The block that has them; the publisher finds it.
    pub block: Option<BlockId>,
}

/// The kinds of questions, each with its key.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One option of several is right (单选), or several are (多选).
    Choice {
        /// The options, in the order of the source.
        options: Vec<Choice>,
        /// Whether several may be chosen.
        several: bool,
    },
    /// A sentence that is right or not (判断).
    TrueFalse {
        /// Whether it is right.
        right: bool,
        /// What to say to who answered that it is right.
        #[serde(default, skip_serializing_if = "Words::is_empty")]
        on_true: Words,
        /// What to say to who answered that it is not.
        #[serde(default, skip_serializing_if = "Words::is_empty")]
        on_false: Words,
    },
    /// A word or two to fill in (填空).
    Short {
        /// What is accepted, the best first.
        answers: Vec<Accepted>,
    },
    /// A number to fill in (数值).
    Numerical {
        /// What is accepted, the best first.
        answers: Vec<Range>,
    },
    /// Pairs to find (匹配).
    Matching {
        /// The pairs. One without a left side is a right side that fits nothing.
        pairs: Vec<Pair>,
    },
    /// Things to put in order (排序).
    Ordering {
        /// The things, in the right order.
        items: Vec<Words>,
    },
    /// Something to write at length (问答); it is not graded.
    Essay,
    /// No question: something to read before the next ones (说明).
    Description,
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What it says.
    pub words: Words,
    /// Its weight, in thousandths. 33.33333 % is 333.
    pub weight: i32,
    /// What to say to who chose it.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub feedback: Words,
}

/// A text that is accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accepted {
    /// The text. `*` stands for anything, `\*` for itself.
    pub text: String,
    /// Its weight, in thousandths.
    pub weight: i32,
    /// What to say to who wrote it.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub feedback: Words,
}

/// Numbers that are accepted: all from `low` to `high`, both included.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Range {
    /// The least of them.
    pub low: f64,
    /// The greatest of them.
    pub high: f64,
    /// Their weight, in thousandths.
    pub weight: i32,
    /// What to say to who wrote one of them.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub feedback: Words,
}

/// A pair of a matching question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// The left side; empty for a right side that fits nothing.
    pub left: Words,
    /// The right side.
    pub right: String,
}

impl Question {
    /// Whether an answer to it is graded.
    #[must_use]
    pub fn is_graded(&self) -> bool {
        !matches!(self.kind, Kind::Essay | Kind::Description)
    }
}
