//! Which versions stay when there are many: the first, the last, whatever somebody wanted, and of the rest the last of each hour, then
//! the last of each day, the oldest going first.

use super::Version;

/// How many versions are kept. Only wanted ones go beyond it.
pub const MOST: usize = 60;

const HOUR_MS: i64 = 3_600_000;

pub(super) fn thin(versions: &mut Vec<Version>) {
    while versions.len() > MOST {
        let Some(goes) = which_goes(versions) else { return };
        versions.remove(goes);
    }
}

fn which_goes(versions: &[Version]) -> Option<usize> {
    let inner = 1..versions.len().saturating_sub(1);
    let may_go: Vec<usize> = inner.filter(|index| !versions[*index].why.is_wanted()).collect();
    let before_another = |same: &dyn Fn(&Version, &Version) -> bool| {
        may_go.iter().copied().find(|index| same(&versions[*index], &versions[*index + 1]))
    };
    let same_hour = |one: &Version, next: &Version| hour(one) == hour(next);
    let same_day = |one: &Version, next: &Version| one.at.day() == next.at.day();
    before_another(&same_hour).or_else(|| before_another(&same_day)).or_else(|| may_go.first().copied())
}

fn hour(version: &Version) -> i64 {
    version.at.unix_ms.div_euclid(HOUR_MS)
}
