//! The name of an entry: the same however often it is made.

use model::{ContestId, GroupId, LearnerId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;
use uuid::{Builder, Uuid};

/// Names an entry. A later file of the same entry has the same id and a higher revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EntryId(Uuid);

impl EntryId {
    /// The id of a learner's entry in a group of a contest: a UUIDv8 (RFC 9562) made of the SHA-256 of the three.
    ///
    /// So it stays the same on every device that has the learner's records, and does not tell who the learner is.
    #[must_use]
    pub fn of(learner: LearnerId, contest: &ContestId, group: &GroupId) -> Self {
        let hash = Sha256::digest(format!("huaide entry\n{learner}\n{contest}\n{group}"));
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&hash[..16]);
        Self(Builder::from_custom_bytes(bytes).into_uuid())
    }

    /// Reads the usual text form.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Uuid::try_parse(text).ok().map(Self)
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::EntryId;
    use model::{ContestId, GroupId, LearnerId};

    #[test]
    fn an_entry_keeps_its_id_and_each_contest_and_group_has_its_own() {
        let of = |learner: u8, contest: &str, group: &str| {
            let learner = LearnerId::new(1, [learner; 10]);
            EntryId::of(learner, &ContestId::parse(contest).unwrap(), &GroupId::parse(group).unwrap())
        };
        let id = of(1, "zhengwen-2027", "xiaoxue");
        assert_eq!(id.to_string(), "15bbfa51-b5cf-8fcd-bbb3-93056f492e36");
        assert_eq!(EntryId::parse(&id.to_string()), Some(id));
        assert_ne!(id, of(2, "zhengwen-2027", "xiaoxue"));
        assert_ne!(id, of(1, "zhengwen-2028", "xiaoxue"));
        assert_ne!(id, of(1, "zhengwen-2027", "chuzhong"));
    }
}
