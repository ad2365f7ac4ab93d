//! What drafts are called in the store: built and parsed here and nowhere else.
//!
//! A name is `<learner>/<family>/…`. What one family is for is said by its variant of [`Name`]; a name that no variant has was given by another
//! build, and is kept and erased with the learner's others.

use model::{BankId, ContestId, DocumentId, EventId, LearnerId, QuestionId};
use std::fmt;

/// The snapshot of a learner's reading.
const READING: &str = "reading";
/// Where what cannot be read is set aside, each under a number; the first builds had room for one, without a number.
const STRANGE: &str = "/strange";
/// Where words are put that another tab's words would have replaced, each under a mark of its own.
const ASIDE: &str = "/aside/";

/// Makes the two lists of forms of the record: those that are there once, and those of one goal.
macro_rules! forms {
    ($(#[$doc:meta])* $name:ident { $($(#[$form:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$form])* $variant,)+ }

        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            fn text(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }

            fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|form| form.text() == text)
            }
        }
    };
}

forms! {
    /// A form of the record that is there once.
    Form {
        /// Hours declared by hand.
        Declare = "declare",
        /// A correction of them.
        Correct = "correct",
        /// Service declared by hand.
        Serve = "serve",
        /// A correction of it.
        ServeCorrect = "serve-correct",
        /// A goal that is being set.
        Goal = "goal",
        /// Who signs the register.
        Signer = "signer",
    }
}

forms! {
    /// A form of a goal.
    Better {
        /// Another step.
        Step = "step",
        /// Another thought.
        Thought = "thought",
        /// Other words.
        Words = "words",
    }
}

/// What a draft is called, after the learner.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Name {
    /// An essay.
    Essay(ContestId),
    /// The versions of an essay.
    Versions(ContestId),
    /// A photographed page, by its id.
    Photo(ContestId, String),
    /// A speech.
    Speech(ContestId),
    /// A slice of a take, by the take and its number.
    Slice(ContestId, String, u32),
    /// What was typed about the entrant.
    EntryForm(ContestId),
    /// Answers of the self-check.
    Moods,
    /// What of the programme is looked at.
    Programme,
    /// Answers of practising that are half given.
    Practice,
    /// A test that is under way.
    Test(BankId),
    /// A remark on a question.
    Remark(QuestionId),
    /// A note beside a passage.
    Margin(EventId),
    /// The study note of a document.
    Reflection(DocumentId),
    /// What a bookmark is to be called.
    Bookmark(EventId),
    /// A form of the record.
    Form(Form),
    /// A form of a goal.
    Goal(EventId, Better),
    /// Who a learner says they are.
    Learner(LearnerId),
    /// Who is being added.
    NewLearner,
    /// The snapshot of reading.
    Reading,
    /// What stood under a name and could not be read; 0 is where the first builds put it.
    Strange(Box<Self>, u32),
    /// Words that another tab's words would have replaced.
    Aside(Box<Self>, String),
    /// What another build calls something.
    Unknown(String),
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Essay(contest) => write!(f, "essay/{contest}"),
            Self::Versions(contest) => write!(f, "essay-versions/{contest}"),
            Self::Photo(contest, id) => write!(f, "photo/{contest}/{id}"),
            Self::Speech(contest) => write!(f, "speech/{contest}"),
            Self::Slice(contest, take, number) => write!(f, "speech-take/{contest}/{take}/{number}"),
            Self::EntryForm(contest) => write!(f, "entry-form/{contest}"),
            Self::Moods => f.write_str("moods"),
            Self::Programme => f.write_str("programme"),
            Self::Practice => f.write_str("practice"),
            Self::Test(bank) => write!(f, "test/{bank}"),
            Self::Remark(question) => write!(f, "remark/{question}"),
            Self::Margin(event) => write!(f, "margin/{event}"),
            Self::Reflection(document) => write!(f, "reflection/{document}"),
            Self::Bookmark(event) => write!(f, "bookmark/{event}"),
            Self::Form(form) => f.write_str(form.text()),
            Self::Goal(event, form) => write!(f, "goal/{event}/{}", form.text()),
            Self::Learner(id) => write!(f, "learner/{id}"),
            Self::NewLearner => f.write_str("learner-new"),
            Self::Reading => f.write_str(READING),
            Self::Strange(name, 0) => write!(f, "{name}{STRANGE}"),
            Self::Strange(name, number) => write!(f, "{name}{STRANGE}/{number}"),
            Self::Aside(name, mark) => write!(f, "{name}{ASIDE}{mark}"),
            Self::Unknown(text) => f.write_str(text),
        }
    }
}

impl Name {
    /// Reads a name.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let known = Self::strange_of(text).or_else(|| Self::aside_of(text)).or_else(|| Self::known(text));
        // A name that would be built otherwise is none of this build's.
        known.filter(|name| name.to_string() == text).unwrap_or_else(|| Self::Unknown(text.to_owned()))
    }

    fn strange_of(text: &str) -> Option<Self> {
        let (name, number) = match text.strip_suffix(STRANGE) {
            Some(name) => (name, 0),
            None => {
                let (name, number) = last(text)?;
                (name.strip_suffix(STRANGE)?, number.parse().ok()?)
            }
        };
        Some(Self::Strange(Box::new(Self::known(name)?), number))
    }

    fn aside_of(text: &str) -> Option<Self> {
        let (name, mark) = text.rsplit_once(ASIDE).filter(|(_, mark)| !mark.is_empty() && !mark.contains('/'))?;
        Some(Self::Aside(Box::new(Self::known(name)?), mark.to_owned()))
    }

    fn known(text: &str) -> Option<Self> {
        let Some((family, rest)) = text.split_once('/') else { return Self::single(text) };
        let contest = |text: &str| ContestId::parse(text).ok();
        Some(match family {
            "essay" => Self::Essay(contest(rest)?),
            "essay-versions" => Self::Versions(contest(rest)?),
            "photo" => {
                let (of, id) = last(rest)?;
                Self::Photo(contest(of)?, id.to_owned())
            }
            "speech" => Self::Speech(contest(rest)?),
            "speech-take" => {
                let (of, number) = last(rest)?;
                let (of, take) = last(of)?;
                Self::Slice(contest(of)?, take.to_owned(), number.parse().ok()?)
            }
            "entry-form" => Self::EntryForm(contest(rest)?),
            "test" => Self::Test(BankId::parse(rest).ok()?),
            "remark" => Self::Remark(QuestionId::parse(rest).ok()?),
            "margin" => Self::Margin(EventId::parse(rest)?),
            "reflection" => Self::Reflection(DocumentId::parse(rest).ok()?),
            "bookmark" => Self::Bookmark(EventId::parse(rest)?),
            "goal" => {
                let (event, form) = last(rest)?;
                Self::Goal(EventId::parse(event)?, Better::parse(form)?)
            }
            "learner" => Self::Learner(LearnerId::parse(rest)?),
            _ => return None,
        })
    }

    fn single(text: &str) -> Option<Self> {
        match text {
            "moods" => Some(Self::Moods),
            "programme" => Some(Self::Programme),
            "practice" => Some(Self::Practice),
            "learner-new" => Some(Self::NewLearner),
            READING => Some(Self::Reading),
            _ => Form::parse(text).map(Self::Form),
        }
    }

    /// Where what stands under this name and cannot be read is set aside; numbers count from 1.
    #[must_use]
    pub fn strange(&self, number: u32) -> Self {
        Self::Strange(Box::new(self.clone()), number)
    }

    /// What the names begin with of all words of this name that another tab's words would have replaced.
    #[must_use]
    pub fn asides(&self) -> String {
        format!("{self}{ASIDE}")
    }

    /// What the names begin with of all that was set aside from this one because it could not be read.
    #[must_use]
    pub fn stranges(&self) -> String {
        format!("{self}{STRANGE}")
    }

    /// What the names of all photographed pages of an essay begin with.
    #[must_use]
    pub fn photos(contest: &ContestId) -> String {
        format!("photo/{contest}/")
    }

    /// What the names of all slices of a speech begin with.
    #[must_use]
    pub fn takes(contest: &ContestId) -> String {
        format!("speech-take/{contest}/")
    }

    /// What the names of all slices of one take begin with.
    #[must_use]
    pub fn take(contest: &ContestId, take: &str) -> String {
        format!("speech-take/{contest}/{take}/")
    }

    /// The contest of what is made for one.
    #[must_use]
    pub fn contest(&self) -> Option<&ContestId> {
        match self {
            Self::Essay(contest) | Self::Versions(contest) | Self::Photo(contest, _) => Some(contest),
            Self::Speech(contest) | Self::Slice(contest, ..) | Self::EntryForm(contest) => Some(contest),
            Self::Strange(name, _) | Self::Aside(name, _) => name.contest(),
            _ => None,
        }
    }

    /// Whether it, or what it was set aside from, is an answer of the self-check.
    #[must_use]
    pub fn is_moods(&self) -> bool {
        match self {
            Self::Strange(name, _) | Self::Aside(name, _) => name.is_moods(),
            name => *name == Self::Moods,
        }
    }

    /// Whether it is written by one tab at a time, which finds again what was put aside for it.
    #[must_use]
    pub fn is_drafting(&self) -> bool {
        matches!(self, Self::Essay(_) | Self::EntryForm(_) | Self::Margin(_) | Self::Reflection(_))
    }

    /// Whether it is nothing but what the learner typed.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        matches!(self, Self::Remark(_) | Self::Margin(_) | Self::Reflection(_))
    }
}

/// A text in the store: whose it is, and what it is called.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slip {
    /// The learner.
    pub learner: LearnerId,
    /// The name.
    pub name: Name,
}

impl Slip {
    /// Reads a whole name; `None` for what belongs to no learner.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (learner, name) = text.split_once('/')?;
        Some(Self { learner: LearnerId::parse(learner)?, name: Name::parse(name) })
    }
}

impl fmt::Display for Slip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.learner, self.name)
    }
}

/// What the names of all texts of a learner begin with.
#[must_use]
pub fn folder(learner: LearnerId) -> String {
    format!("{learner}/")
}

/// Where the snapshot of a learner's reading stands.
#[must_use]
pub fn reading(learner: LearnerId) -> String {
    format!("{learner}/{READING}")
}

/// The last part of a name, and what stands before it; neither is empty.
fn last(text: &str) -> Option<(&str, &str)> {
    text.rsplit_once('/').filter(|(before, last)| !before.is_empty() && !last.is_empty())
}
