//! Which of the meetings of before are which of now, where nothing but the order of time tells.

/// Pairs moments of two lists, each in order of time: as many as the shorter list has, in order, and so that all of them together move as
/// little as can be. Gives their places in the lists.
pub(super) fn pair(old: &[i64], new: &[i64]) -> Vec<(usize, usize)> {
    if old.len() > new.len() {
        return pair(new, old).into_iter().map(|(new, old)| (old, new)).collect();
    }
    let spare = new.len() - old.len();
    // `left[at][skipped]`: how far all from `at` on move at least, when so many of the longer list were passed over before.
    let mut left = vec![vec![0_u64; spare + 1]];
    for (at, moment) in old.iter().enumerate().rev() {
        let mut here = left.last().cloned().unwrap_or_default();
        let mut best = u64::MAX;
        for skipped in (0..=spare).rev() {
            let far = here[skipped] + moment.abs_diff(new[at + skipped]);
            best = best.min(far);
            here[skipped] = best;
        }
        left.push(here);
    }
    left.reverse();
    let mut skipped = 0;
    let mut pairs = Vec::new();
    for (at, left) in left.iter().take(old.len()).enumerate() {
        // Passing one over costs nothing as long as what is left stays the least.
        while skipped < spare && left[skipped + 1] == left[skipped] {
            skipped += 1;
        }
        pairs.push((at, at + skipped));
    }
    pairs
}
