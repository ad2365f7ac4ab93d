//! One thing that is wrong with a bank, and where.

use super::Reason;
use locale::Phrase;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// The line or the row, from 1.
    pub line: usize,
    /// The heading of the column, in a table.
    pub column: Option<String>,
    /// What it is.
    pub reason: Reason,
}

impl Fault {
    pub(crate) fn new(line: usize, reason: Reason) -> Self {
        Self { line, column: None, reason }
    }

    pub(crate) fn in_column(line: usize, column: &str, reason: Reason) -> Self {
        Self { line, column: Some(column.to_owned()), reason }
    }

    /// What is wrong, for people. In a table the row and the column are named.
    #[must_use]
    pub fn what(&self) -> Phrase {
        let what = self.reason.what();
        let Self { line, column: Some(column), .. } = self else { return what };
        Phrase {
            zh: format!("第 {line} 行“{column}”一栏：{}", what.zh),
            en: format!("Row {line}, column “{column}”: {}", what.en),
        }
    }

    /// How to mend it.
    #[must_use]
    pub fn mend(&self) -> Phrase {
        self.reason.mend(self.column.is_some())
    }

    /// Whether the question is left out; otherwise it is there, and somebody should look.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.reason.is_error()
    }
}
