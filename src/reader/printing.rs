//! A handout: this lesson, or all lessons of the series on this page.

use super::State;
use crate::platform::print::{self, Handout};
use crate::platform::web;
use leptos::task::spawn_local;

impl State {
    /// Prints the page; on the page of a series, all its lessons.
    pub(super) fn print(&self) {
        let page = self.place().page();
        let Some([series]) = page.as_ref().map(|page| page.series()) else {
            print::page();
            return;
        };
        let state = self.clone();
        let paths: Vec<String> =
            series.lessons.iter().map(|lesson| format!("{}{}", state.0.root, lesson.link.address)).collect();
        spawn_local(async move {
            if state.print_all(&paths).await.is_none() {
                state.tell(locale::bar_page_failed());
            }
        });
    }

    /// Fetches the lessons one after the other. A handout that lacks one is not printed.
    async fn print_all(&self, paths: &[String]) -> Option<()> {
        let handout = Handout::new()?;
        for path in paths {
            let page = web::parse(&web::text(path, "text/html").await?)?;
            handout.add(&page, path)?;
        }
        handout.print().await
    }
}
