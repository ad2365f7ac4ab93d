//! The parts of a statement that are used here, as JSON has them.

use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// Values under names that are addresses.
pub(super) type Extensions = BTreeMap<String, Value>;

/// One statement.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Statement {
    /// The id of the event, a UUID.
    pub id: String,
    pub(super) actor: Actor,
    /// What was done.
    pub verb: Verb,
    pub(super) object: Object,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) result: Option<Result>,
    pub(super) context: Context,
    /// When, with the offset of the time zone.
    pub timestamp: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Actor {
    pub object_type: &'static str,
    pub account: Account,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Account {
    pub home_page: String,
    pub name: String,
}

/// A text in the languages of the interface.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Languages<T> {
    #[serde(rename = "zh-CN")]
    pub zh: T,
    #[serde(rename = "en-US", skip_serializing_if = "Option::is_none")]
    pub en: Option<T>,
}

/// A verb of ADL's vocabulary.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Verb {
    /// Its address.
    pub id: &'static str,
    display: Languages<&'static str>,
}

impl Verb {
    /// 阅读
    pub const EXPERIENCED: Self = Self::new("http://adlnet.gov/expapi/verbs/experienced", "阅读", "experienced");
    /// 学完
    pub const COMPLETED: Self = Self::new("http://adlnet.gov/expapi/verbs/completed", "学完", "completed");
    /// 作答
    pub const ANSWERED: Self = Self::new("http://adlnet.gov/expapi/verbs/answered", "作答", "answered");
    /// 参加
    pub const ATTENDED: Self = Self::new("http://adlnet.gov/expapi/verbs/attended", "参加", "attended");

    const fn new(id: &'static str, zh: &'static str, en: &'static str) -> Self {
        Self { id, display: Languages { zh, en: Some(en) } }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Object {
    pub object_type: &'static str,
    pub id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub definition: Option<Definition>,
}

/// An activity that nothing more is said of.
pub(super) fn object(id: &str) -> Object {
    Object { object_type: "Activity", id: id.to_owned(), definition: None }
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Definition {
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub name: Languages<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Languages<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interaction_type: Option<&'static str>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub(super) struct Result {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<Score>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub success: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completion: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extensions: Option<Extensions>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Score {
    pub scaled: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Context {
    pub platform: String,
    pub language: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revision: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extensions: Option<Extensions>,
}
