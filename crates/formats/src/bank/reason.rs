//! What can be wrong with a bank. How it is said stands in `say`.

use crate::sheet::Odd;

/// What is wrong.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the fields are what the sentences have in their gaps")]
pub enum Reason {
    /// There is no question at all.
    Empty,
    /// A question has no id.
    NoId { proposal: String },
    /// What stands for an id cannot be one.
    BadId { id: String, proposal: String },
    /// An id that another question of the bank has.
    SameId { id: String, first: usize },
    /// Nothing is asked.
    EmptyStem,
    /// `::` begins an id that does not end.
    OpenTitle,
    /// `{` without `}`.
    OpenBrace,
    /// A brace that opens or closes nothing.
    StrayBrace,
    /// Text between `{` and the first sign.
    StrayText { found: String },
    /// A blank line inside a question.
    BlankLine,
    /// No blank line between two questions.
    NoBlankLine,
    /// A full-width sign where a half-width one is meant.
    FullWidth { found: &'static str, meant: &'static str },
    /// Marks in a comment that no question follows.
    LostMarks,
    /// A score that is no number.
    BadScore { found: String },
    /// A weight that is no number from -100 to 100.
    BadWeight { found: String },
    /// Neither true nor false.
    BadJudgement { found: String },
    /// A number that is none.
    BadNumber { found: String },
    /// The lower end is above the upper one.
    UpsideDown { low: f64, high: f64 },
    /// A pair without anything between its sides.
    NoArrow { found: String },
    /// The first line of an ordering question has an odd word.
    BadOrdering { found: String },
    /// An ordering question says another number of items than it has.
    OrderingCount { said: usize, found: usize },
    /// An option or an answer is empty.
    EmptyOption,
    /// Too few options, pairs or items.
    TooFew { part: Part, found: usize },
    /// Two options, answers, left sides or items are equal.
    SameOption { text: String },
    /// No answer is wholly right.
    NoRightAnswer,
    /// The weights of the right options do not add up to the whole.
    Weights { thousandths: i64 },
    /// A column that every bank has is missing.
    NoColumn { name: &'static str },
    /// A heading that says nothing to us.
    OddColumn { nearest: Option<&'static str> },
    /// Two columns have one meaning.
    SameColumn { name: &'static str },
    /// Columns that hold something and have no heading.
    NoHeading { columns: Vec<String> },
    /// Columns that hold something and that nobody sees.
    HiddenColumns { columns: Vec<String> },
    /// Rows that hold something and that nobody sees.
    HiddenRows { rows: Vec<usize> },
    /// Merged cells that leave open what belongs to which question.
    Merged { area: String },
    /// A cell of which it is not known what it shows.
    OddCell { cell: String, odd: Odd },
    /// A cell that holds further rows.
    SwallowedRow,
    /// An answer that names one option in one way and another one in another way.
    TwoReadings { found: String, taken: String, other: &'static str },
    /// A kind of question that there is not.
    BadKind { found: String },
    /// A cell that must not be empty.
    EmptyCell,
    /// A letter of an option that there is not.
    BadLetter { found: String },
    /// More than one right option where one is chosen.
    NotOne { found: usize },
    /// The letters do not name every item once.
    BadOrder { found: String },
}

/// What there can be too few of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Options of a choice.
    Options,
    /// Pairs of a matching question.
    Pairs,
    /// Items of an ordering question.
    Items,
}

impl Part {
    pub(super) fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Options => ("选项", "options"),
            Self::Pairs => ("配对", "pairs"),
            Self::Items => ("要排的项", "items"),
        }
    }
}

impl Reason {
    /// Whether a question is left out.
    pub(super) fn is_error(&self) -> bool {
        !matches!(
            self,
            Self::Empty
                | Self::BlankLine
                | Self::NoBlankLine
                | Self::LostMarks
                | Self::OrderingCount { .. }
                | Self::OddColumn { .. }
                | Self::NoHeading { .. }
                | Self::HiddenColumns { .. }
                | Self::HiddenRows { .. }
                | Self::TwoReadings { .. }
        )
    }
}
