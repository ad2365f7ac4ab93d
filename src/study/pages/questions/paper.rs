//! A test on paper.

use super::test::Table;
use leptos::prelude::*;

/// The paper.
pub(super) fn view(_table: Table) -> AnyView {
    ().into_any()
}
