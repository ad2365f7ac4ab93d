//! What studying needs besides pages: every bank in a file of its own, and one index of series, lessons and banks.
//!
//! Addresses are relative to the portal's root. The name of every file carries a hash, so it changes with its content; the pages of
//! studying name the index ([`crate::page::Page::study`]), and the index names the rest.

use crate::FormatError;
use learning::Bank;
use model::{BankId, DocumentId, QuestionId, SeriesId};
use serde::{Deserialize, Serialize};

/// The version this build writes.
pub const VERSION: u32 = 1;

/// The file of a bank.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BankFile {
    /// The version of this format.
    pub v: u32,
    /// The bank; its words are plain text or clean HTML.
    pub bank: Bank,
}

/// What there is to study in a portal, and what its year asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Index {
    /// The version of this format.
    pub v: u32,
    /// The portal's name.
    pub portal: String,
    /// The time zone whose days and years count, by its IANA name.
    pub zone: String,
    /// The goal of a year in study hours (学时), in hundredths.
    pub hours_hundredths: u32,
    /// The same for secretaries and committee members.
    pub committee_hours_hundredths: u32,
    /// Whether study alone (自学) counts towards the goal.
    pub self_study_counts: bool,
    /// All series, in order.
    pub series: Vec<SeriesLine>,
    /// All banks, sorted by id.
    pub banks: Vec<BankLine>,
}

/// A series in the index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesLine {
    /// Its permanent id.
    pub id: SeriesId,
    /// Its title.
    pub title: String,
    /// Where it is.
    pub address: String,
    /// Its lessons, in order.
    pub lessons: Vec<LessonLine>,
}

/// A lesson in the index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonLine {
    /// Its permanent id.
    pub id: DocumentId,
    /// Its title.
    pub title: String,
    /// Where it is.
    pub address: String,
    /// Study hours (学时) in hundredths.
    pub hours_hundredths: u32,
    /// The banks that it names, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub banks: Vec<BankId>,
}

/// A bank in the index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BankLine {
    /// Its permanent id.
    pub id: BankId,
    /// Its title.
    pub title: String,
    /// Where its page is.
    pub address: String,
    /// Where its [`BankFile`] is.
    pub file: String,
    /// The lesson that it belongs to; a general bank belongs to none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lesson: Option<LessonLink>,
    /// Its questions that are graded, in order.
    pub questions: Vec<QuestionLine>,
}

/// The lesson of a bank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonLink {
    /// Its permanent id.
    pub id: DocumentId,
    /// Its title.
    pub title: String,
    /// Where it is.
    pub address: String,
}

/// A question in the index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionLine {
    /// Its permanent id.
    pub id: QuestionId,
    /// Its revision.
    pub revision: String,
}

json_file!(VERSION: BankFile, Index);

#[cfg(test)]
mod tests {
    use super::*;
    use learning::question::{Choice, Format, Kind, Passage, Question, USUAL_SCORE, Words};
    use model::BlockId;

    fn bank() -> Bank {
        let option = |text: &str, weight| Choice { words: Words::plain(text), weight, feedback: Words::default() };
        let html = Words { format: Format::Html, text: "<b>为什么</b>".into() };
        let question = Question {
            id: QuestionId::parse("a-1.q1").unwrap(),
            revision: "0badcafe".into(),
            stem: Words::plain("哪一个？"),
            stem_after: Words::default(),
            kind: Kind::Choice { options: vec![option("甲", 1_000), option("乙", 0)], several: false },
            explanation: html,
            score_hundredths: USUAL_SCORE,
            tags: vec!["基础".into()],
            category: String::new(),
            passage: Some(Passage { quote: "正文".into(), block: BlockId::parse("Ab3_") }),
        };
        let lesson = DocumentId::parse("a-1").ok();
        Bank { id: BankId::parse("a-1").unwrap(), title: "第一课".into(), lesson, questions: vec![question] }
    }

    #[test]
    fn a_bank_comes_back_as_it_was_written() {
        let file = BankFile { v: VERSION, bank: bank() };
        let json = file.write().unwrap();
        assert_eq!(BankFile::read(&json).unwrap(), file);
        assert!(!json.contains("score") && !json.contains("category"), "what is usual is not written: {json}");
    }

    #[test]
    fn an_index_comes_back_as_it_was_written() {
        let id = DocumentId::parse("a-1").unwrap();
        let bank = bank();
        let (title, address) = ("第一课".to_owned(), "lessons/a/1/".to_owned());
        let graded = bank.questions.iter().filter(|question| question.is_graded());
        let line = |question: &Question| QuestionLine { id: question.id.clone(), revision: question.revision.clone() };
        let index = Index {
            v: VERSION,
            portal: "学苑".into(),
            zone: "Asia/Shanghai".into(),
            hours_hundredths: 3_200,
            committee_hours_hundredths: 5_600,
            self_study_counts: false,
            series: vec![SeriesLine {
                id: SeriesId::parse("a").unwrap(),
                title: "系列".into(),
                address: "lessons/a/".into(),
                lessons: vec![LessonLine {
                    id: id.clone(),
                    title: title.clone(),
                    address: address.clone(),
                    hours_hundredths: 150,
                    banks: vec![bank.id.clone()],
                }],
            }],
            banks: vec![BankLine {
                id: bank.id.clone(),
                title: bank.title.clone(),
                address: "questions/a-1/".into(),
                file: "study/a-1-0.json".into(),
                lesson: Some(LessonLink { id, title, address }),
                questions: graded.map(line).collect(),
            }],
        };
        assert_eq!(Index::read(&index.write().unwrap()).unwrap(), index);
    }

    #[test]
    fn newer_and_damaged_are_told_apart() {
        assert_eq!(Index::read(r#"{"v":2}"#), Err(FormatError::Newer { found: 2, known: 1 }));
        assert!(matches!(BankFile::read(r#"{"v":1}"#), Err(FormatError::Damaged(_))));
    }
}
