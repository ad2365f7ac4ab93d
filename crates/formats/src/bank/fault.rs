//! What can be wrong with a bank.

use locale::Phrase;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// The line or the row, from 1.
    pub line: usize,
    /// What it is.
    pub reason: Reason,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// There is no question at all.
    Empty,
}

impl Fault {
    /// What is wrong, for people.
    #[must_use]
    pub fn what(&self) -> Phrase {
        match self.reason {
            Reason::Empty => phrase("里面一道题也没有。", "There is no question in it."),
        }
    }

    /// How to mend it.
    #[must_use]
    pub fn mend(&self) -> Phrase {
        match self.reason {
            Reason::Empty => phrase("写上题目，或者删去这个文件。", "Write questions, or remove the file."),
        }
    }

    /// Whether the question cannot be taken; otherwise it is there, and somebody should look.
    #[must_use]
    pub fn is_error(&self) -> bool {
        match self.reason {
            Reason::Empty => false,
        }
    }
}

fn phrase(zh: &str, en: &str) -> Phrase {
    Phrase { zh: zh.to_owned(), en: en.to_owned() }
}
