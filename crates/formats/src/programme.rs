//! What the app for young people reads: one index of the whole programme, whose file name carries a hash. Pages of the programme name
//! it ([`crate::page::Page::study`]).

use crate::FormatError;
use serde::{Deserialize, Serialize};
use youth::mood::Check;
use youth::programme::ActivityKind;
use youth::{Activity, Contest, Scene, Season};

/// The version this build writes.
pub const VERSION: u32 = 1;

/// The programme of a portal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Index {
    /// The version of this format.
    pub v: u32,
    /// The portal's name.
    pub portal: String,
    /// The time zone whose days and times count, by its IANA name.
    pub zone: String,
    /// Where the index of what there is to study is ([`crate::study::Index`]).
    pub study: String,
    /// The organiser's public key as age writes it; empty where entries are not sealed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub key: String,
    /// Whom one can call, in order.
    pub help: Vec<Help>,
    /// The earliest first.
    pub seasons: Vec<Season>,
    /// In order.
    pub activities: Vec<Activity>,
    /// In order.
    pub scenes: Vec<SceneOf>,
    /// In order.
    pub contests: Vec<Contest>,
    /// The quiet self-check, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moods: Option<Check>,
}

/// A scene, and where it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SceneOf {
    /// Where its page is.
    pub address: String,
    /// What it belongs to.
    pub kind: ActivityKind,
    /// The scene.
    pub scene: Scene,
}

/// Somebody to call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Help {
    /// Who it is: a service or a role.
    pub name: String,
    /// The number; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// When to call.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

json_file!(VERSION: Index);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_comes_back_as_it_was_written() {
        let help = Help { name: "心理援助热线".into(), number: "12356".into(), text: "心里难受时".into() };
        let index = Index {
            v: VERSION,
            portal: "学苑".into(),
            zone: "Asia/Shanghai".into(),
            study: "study/index-0.json".into(),
            key: String::new(),
            help: vec![help],
            seasons: Vec::new(),
            activities: Vec::new(),
            scenes: Vec::new(),
            contests: Vec::new(),
            moods: None,
        };
        let json = index.write().unwrap();
        assert_eq!(Index::read(&json).unwrap(), index);
        assert!(Index::read(&json.replace("\"v\":1", "\"v\":9")).is_err(), "a newer one is refused");
    }
}
