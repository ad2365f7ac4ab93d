//! What is wrong with content: where, what, and how to mend it, in both languages.

use locale::Phrase;

/// How bad a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is published.
    Error,
    /// Something may be wrong; it is published.
    Warning,
}

/// A language of messages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Language {
    /// Simplified Chinese.
    #[default]
    Chinese,
    /// English.
    English,
}

/// One fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file, relative to the content folder, with `/`.
    pub path: String,
    /// The line, from 1, if it is one line's fault.
    pub line: Option<usize>,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub what: Phrase,
    /// How to mend it.
    pub mend: Phrase,
}

impl Fault {
    /// An error in a file.
    #[must_use]
    pub fn error(path: &str, line: impl Into<Option<usize>>, what: Phrase, mend: Phrase) -> Self {
        Self { path: path.to_owned(), line: line.into(), severity: Severity::Error, what, mend }
    }

    /// A warning in a file.
    #[must_use]
    pub fn warning(path: &str, line: impl Into<Option<usize>>, what: Phrase, mend: Phrase) -> Self {
        Self { severity: Severity::Warning, ..Self::error(path, line, what, mend) }
    }

    /// Says it in one line: `path:12: 错误：…。怎么改：…`.
    #[must_use]
    pub fn say(&self, language: Language) -> String {
        let line = self.line.map(|line| format!(":{line}")).unwrap_or_default();
        let Self { path, what, mend, .. } = self;
        match (language, self.severity) {
            (Language::Chinese, Severity::Error) => format!("{path}{line}: 错误：{} 怎么改：{}", what.zh, mend.zh),
            (Language::Chinese, Severity::Warning) => format!("{path}{line}: 提醒：{} 怎么改：{}", what.zh, mend.zh),
            (Language::English, Severity::Error) => format!("{path}{line}: error: {} To mend it: {}", what.en, mend.en),
            (Language::English, Severity::Warning) => {
                format!("{path}{line}: warning: {} To mend it: {}", what.en, mend.en)
            }
        }
    }

    pub(crate) fn place(&self) -> (&str, Option<usize>, Severity) {
        (&self.path, self.line, self.severity)
    }
}

/// Whether any fault stops the publishing.
#[must_use]
pub fn any_error(faults: &[Fault]) -> bool {
    faults.iter().any(|fault| fault.severity == Severity::Error)
}

/// A phrase from its two texts.
pub(crate) fn phrase(zh: impl Into<String>, en: impl Into<String>) -> Phrase {
    Phrase { zh: zh.into(), en: en.into() }
}
