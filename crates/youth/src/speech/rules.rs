//! What a speech is held to while it is made: the rules of the group, or what all groups have in common before one is chosen; and when a
//! recording has to end.

use crate::contest::Contest;
use model::GroupId;

/// What a speech is held to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// The shortest and the longest in seconds; `None` as long as it depends on the group.
    pub length: Option<(u32, u32)>,
    /// The largest recording in bytes, which every group takes; 0 for no limit.
    pub audio_bytes: u64,
}

/// What a contest wants of a group, or of whoever has not chosen one yet.
#[must_use]
pub fn rules(contest: &Contest, group: Option<&GroupId>) -> Rules {
    if let Some(group) = group.and_then(|id| contest.group(id)) {
        return Rules { length: Some(group.length), audio_bytes: group.audio_bytes };
    }
    let first = contest.groups.first().map(|group| group.length);
    let length = first.filter(|first| contest.groups.iter().all(|group| group.length == *first));
    let limits = contest.groups.iter().map(|group| group.audio_bytes).filter(|bytes| *bytes > 0);
    Rules { length, audio_bytes: limits.min().unwrap_or(0) }
}

/// Whether a recording has to end now, so that it stays within the limit: a slice may be on its way already, and what was said since comes
/// as one more.
#[must_use]
pub fn must_end(bytes: u64, largest_slice: u64, limit: u64) -> bool {
    limit > 0 && bytes.saturating_add(largest_slice.saturating_mul(2)) > limit
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Ages;
    use crate::contest::{ContestKind, Group};
    use model::ContestId;

    fn contest(groups: &[(&str, (u32, u32), u64)]) -> Contest {
        let text = String::new;
        let group = |(id, length, audio_bytes): &(&str, (u32, u32), u64)| Group {
            id: GroupId::parse(id).unwrap(),
            title: text(),
            ages: Ages { from: 7, until: 12 },
            length: *length,
            photos: 0,
            audio_bytes: *audio_bytes,
        };
        Contest {
            id: ContestId::parse("yanjiang").unwrap(),
            title: text(),
            address: text(),
            kind: ContestKind::Speech,
            theme: text(),
            opens: text(),
            closes: text(),
            opens_ms: 0,
            closes_ms: 1,
            groups: groups.iter().map(group).collect(),
            asks: vec![],
            rubric: vec![],
            receiver: text(),
            keeps: text(),
            mail: text(),
            version: text(),
        }
    }

    #[test]
    fn before_a_group_is_chosen_what_all_of_them_have_in_common_holds() {
        let check = |groups: &[(&str, (u32, u32), u64)], group: &str, length: Option<(u32, u32)>, audio_bytes: u64| {
            let found = rules(&contest(groups), GroupId::parse(group).ok().as_ref());
            assert_eq!(found, Rules { length, audio_bytes }, "{groups:?} {group}");
        };
        let same = [("a", (180, 300), 12), ("b", (180, 300), 12)];
        let different = [("a", (60, 180), 5), ("b", (180, 300), 12)];
        check(&same, "", Some((180, 300)), 12);
        check(&different, "", None, 5);
        check(&different, "b", Some((180, 300)), 12);
        check(&different, "gone", None, 5);
        check(&[("a", (180, 300), 0), ("b", (180, 300), 9)], "", Some((180, 300)), 9);
        check(&[("a", (180, 300), 0)], "a", Some((180, 300)), 0);
    }

    #[test]
    fn a_recording_ends_while_two_slices_still_fit() {
        let check = |bytes: u64, slice: u64, limit: u64, expect: bool| {
            assert_eq!(must_end(bytes, slice, limit), expect, "{bytes} and {slice} of {limit}");
        };
        check(0, 8_000, 12_000_000, false);
        check(11_984_000, 8_000, 12_000_000, false);
        check(11_984_001, 8_000, 12_000_000, true);
        check(12_000_001, 0, 12_000_000, true);
        check(u64::MAX, u64::MAX, 1, true);
        check(u64::MAX, u64::MAX, 0, false);
    }
}
