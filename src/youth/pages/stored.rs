//! The page stored.

use crate::youth::hall::Hall;
use leptos::prelude::*;

/// Nothing to add yet.
pub fn page(_hall: &Hall) -> Option<AnyView> {
    None
}
