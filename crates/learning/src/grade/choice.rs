//! Options that were chosen.

use crate::Words;
use crate::question::{Choice, WHOLE};
use std::collections::BTreeSet;

/// The weight of the one option that was chosen.
pub(super) fn one(options: &[Choice], chosen: &[u16]) -> i32 {
    match chosen {
        [only] => options.get(usize::from(*only)).map_or(0, |option| option.weight),
        _ => 0,
    }
}

/// The sum of the weights. All right options without a wrong one earn all, even where thirds sum to 999, and nothing else does: a wrong
/// option that its author gave no weight takes its share away, so that choosing everything earns nothing.
pub(super) fn several(options: &[Choice], chosen: &[u16]) -> i32 {
    let Some(chosen) = places(options, chosen) else { return 0 };
    let right: BTreeSet<usize> = (0..options.len()).filter(|place| options[*place].weight > 0).collect();
    if chosen.is_empty() || right.is_empty() {
        return 0;
    }
    if chosen == right {
        return WHOLE;
    }
    let wrong = i32::try_from(options.len() - right.len()).unwrap_or(i32::MAX).max(1);
    let weight = |place: &usize| match options[*place].weight {
        0 => -WHOLE.div_euclid(wrong) - i32::from(WHOLE % wrong != 0),
        weight => weight,
    };
    let sum = chosen.iter().map(weight).fold(0_i32, i32::saturating_add);
    sum.min(WHOLE - 1)
}

/// What the options say to who chose them, in their order.
pub(super) fn feedback<'a>(options: &'a [Choice], chosen: &[u16]) -> Vec<&'a Words> {
    let places = places(options, chosen).unwrap_or_default();
    places.into_iter().map(|place| &options[place].feedback).collect()
}

/// Whether each chosen option is a right one.
pub(super) fn right(options: &[Choice], chosen: &[u16]) -> Option<Vec<bool>> {
    chosen.iter().map(|place| options.get(usize::from(*place)).map(|option| option.weight > 0)).collect()
}

/// The chosen places, each once; `None` if one is not there.
fn places(options: &[Choice], chosen: &[u16]) -> Option<BTreeSet<usize>> {
    let places: BTreeSet<usize> = chosen.iter().map(|place| usize::from(*place)).collect();
    places.iter().all(|place| *place < options.len()).then_some(places)
}
