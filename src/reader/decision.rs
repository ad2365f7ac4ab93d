//! What the reader decided about keeping: where the decision stands, and which packs it means.

use crate::platform::{local, quota};
use formats::pack::Index;
use model::shared::SMALL_PORTAL;
use serde::{Deserialize, Serialize};
use ui::Keep;

/// Where the decision is kept; other tabs hear when it changes.
pub const CHOICE: &str = "huaide.keep";

/// The reader's decision as it is kept.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Choice {
    Stopped,
    Packs(Vec<String>),
}

/// The packs to keep. Without a decision: all of a small portal, unless the device saves data.
pub fn wanted(keep: &Keep, index: &Index) -> Vec<String> {
    let all = || index.packs.iter().map(|line| line.id.clone()).collect();
    match keep {
        Keep::Auto if is_small(index) && !quota::saves_data() => all(),
        Keep::Auto | Keep::Stopped => Vec::new(),
        Keep::Chosen(packs) => packs.clone(),
    }
}

/// Whether a portal is so small that looking into all of its packs costs nothing worth sparing.
pub fn is_small(index: &Index) -> bool {
    index.packs.iter().map(|line| line.bytes).sum::<u64>() <= SMALL_PORTAL
}

/// What the reader decided, here or in another tab.
pub fn decided() -> Keep {
    let choice = local::get(CHOICE).and_then(|json| serde_json::from_str(&json).ok());
    match choice {
        None => Keep::Auto,
        Some(Choice::Stopped) => Keep::Stopped,
        Some(Choice::Packs(packs)) => Keep::Chosen(packs),
    }
}

/// Keeps a decision.
pub fn remember(keep: &Keep) {
    let choice = match keep {
        Keep::Auto => None,
        Keep::Stopped => Some(Choice::Stopped),
        Keep::Chosen(packs) => Some(Choice::Packs(packs.clone())),
    };
    match choice.map(|choice| serde_json::to_string(&choice)) {
        Some(Ok(json)) => drop(local::set(CHOICE, &json)),
        _ => local::remove(CHOICE),
    }
}
