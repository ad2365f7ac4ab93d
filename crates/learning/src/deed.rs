//! What a learner does at the table, as deeds in the log of events (`model::event`).
//!
//! A deed carries what is needed to show it when the portal no longer has what it is about. It is never changed:
//! [`model::Deed::Corrected`] says it better, [`model::Deed::Retracted`] takes it back.

mod holiday;

pub use holiday::{Attended, Coming, HandedIn, Played, Served};

use crate::{Answer, Verdict};
use model::{BankId, DocumentId, Place, QuestionId};
use serde::{Deserialize, Serialize};

/// An event of a log that is read in full.
pub type Event = model::Event<Study>;
/// A deed of such an event.
pub type Deed = model::Deed<Study>;

/// The deeds of studying.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Study {
    /// Answered a question.
    Answered(Attempt),
    /// Recalled a question, or did not (会 / 不会).
    Reviewed(Review),
    /// Wrote a remark of one's own on a question; the last one stands, an empty one takes it away.
    Remarked(Remark),
    /// Took a question out of the wrong-answer book (`true`), or put it back.
    Settled(Settled),
    /// Marked a passage, perhaps with a note in the margin.
    Highlighted(Highlight),
    /// Wrote a study note (心得体会) on a document; the last one of a document stands, an empty one takes it away.
    Reflected(Reflection),
    /// Declared study hours by hand (自行申报).
    Declared(Declared),
    /// Set a learning goal, or said it anew by a correction.
    Aimed(Goal),
    /// Said who they are; the last one stands.
    Introduced(Profile),
    /// Said whether they will come to an activity; the last one of an activity stands.
    Coming(Coming),
    /// Was at an activity, and typed the code on the wall (签到).
    Attended(Attended),
    /// Declared hours of volunteer service by hand (自行申报).
    Served(Served),
    /// Thought a scene (情景) through to one of its ends.
    Played(Played),
    /// Made the file of a contest entry, to be handed over.
    HandedIn(HandedIn),
}

/// An answer to a question, with all that it was graded by: a corrected key rewrites no history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// The question.
    pub question: QuestionId,
    /// The question's revision then.
    pub revision: String,
    /// The bank it stood in.
    pub bank: BankId,
    /// What was asked, in plain words, for lists that no longer know it.
    pub stem: String,
    /// What was answered.
    pub answer: Answer,
    /// What it was worth then.
    pub verdict: Verdict,
    /// Where it was answered.
    pub occasion: Occasion,
}

/// Where a question was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// In a test.
    Test,
    /// Among today's five, or in review.
    Practice,
}

/// A question recalled without writing an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The question.
    pub question: QuestionId,
    /// Its revision then.
    pub revision: String,
    /// What was asked, in plain words; empty in the oldest records.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub stem: String,
    /// Whether the learner knew it.
    pub known: bool,
}

/// A remark of one's own on a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// The question.
    pub question: QuestionId,
    /// What the learner wrote.
    pub text: String,
}

/// Whether a question is settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    /// The question.
    pub question: QuestionId,
    /// Whether it left the wrong-answer book.
    pub settled: bool,
}

/// A marked passage, anchored twice: by its block and by its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Highlight {
    /// The document.
    pub document: DocumentId,
    /// Its title then.
    pub title: String,
    /// Its address then, relative to the portal's root.
    pub address: String,
    /// The block in which it begins.
    pub place: Place,
    /// The marked words, white space as in the text.
    pub quote: String,
    /// Up to 32 characters of the text before them.
    pub before: String,
    /// Up to 32 characters of the text after them.
    pub after: String,
    /// The colour.
    pub colour: Colour,
    /// The note in the margin; may be empty.
    pub note: String,
}

/// The colours of the pens, each with a meaning that does not need the colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Colour {
    /// Important (重点).
    Yellow,
    /// To look up or to ask (疑问).
    Blue,
    /// Well said (好句).
    Green,
    /// To do (要做).
    Pink,
}

/// A study note (心得体会).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reflection {
    /// The document it is about.
    pub document: DocumentId,
    /// Its title then.
    pub title: String,
    /// Its address then, relative to the portal's root.
    pub address: String,
    /// The text.
    pub text: String,
}

/// Study hours that the learner declares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declared {
    /// What kind of study it was.
    pub kind: StudyKind,
    /// Together or alone.
    pub mode: Mode,
    /// What it was about.
    pub title: String,
    /// The day, `YYYY-MM-DD`.
    pub day: String,
    /// In hundredths of a study hour (学时).
    pub hours_hundredths: u32,
    /// For make-up study: what was missed; otherwise whatever the learner wants to add.
    pub remark: String,
}

/// The kinds of study that a branch's register knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StudyKind {
    /// 党员大会
    GeneralMeeting,
    /// 支委会
    CommitteeMeeting,
    /// 党小组会
    GroupMeeting,
    /// 党课
    PartyLesson,
    /// 主题党日
    ThemedDay,
    /// 组织生活会
    OrganisationalLife,
    /// 补学
    MakeUp,
    /// 其他
    Other,
}

/// How study is counted: the two are never added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// 集中学习
    Together,
    /// 自学
    Alone,
}

/// A learning goal: one new skill a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// The year it is for.
    pub year: i32,
    /// The skill.
    pub skill: String,
    /// Why it is worth it.
    pub reason: String,
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// What the learner thought on the way, in order.
    pub thoughts: Vec<Thought>,
    /// The day on which it was reached, `YYYY-MM-DD`.
    pub reached: Option<String>,
}

/// A step towards a goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What to do.
    pub text: String,
    /// Until when, `YYYY-MM-DD`; empty without a day.
    pub until: String,
    /// The day on which it was done, `YYYY-MM-DD`.
    pub done: Option<String>,
}

/// A thought on the way to a goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thought {
    /// The day, `YYYY-MM-DD`.
    pub day: String,
    /// The thought.
    pub text: String,
}

/// Who a learner is; nothing of it is needed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// A name or nickname; empty for the first learner of a browser until they say it.
    pub name: String,
    /// How old they are, roughly.
    pub age: AgeBand,
    /// What they are here.
    pub role: Role,
    /// Which of the eight colours, 0 to 7.
    pub colour: u8,
    /// Which of the twelve pictures, 0 to 11.
    pub picture: u8,
    /// The branch (支部), for the register; may be empty.
    pub branch: String,
}

/// How old somebody is, roughly.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgeBand {
    /// Not said.
    #[default]
    Unknown,
    /// Under 14.
    Child,
    /// 14 to 17.
    Youth,
    /// 18 to 59.
    Adult,
    /// 60 and older.
    Elder,
}

/// What somebody is in the community.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Whoever reads (学员).
    #[default]
    Learner,
    /// Party member (党员).
    Member,
    /// Secretary or committee member (书记、委员), who has the higher yearly goal.
    Committee,
    /// Applicant for membership (入党积极分子).
    Applicant,
    /// Pupil (学生).
    Pupil,
    /// Volunteer (志愿者).
    Volunteer,
}
