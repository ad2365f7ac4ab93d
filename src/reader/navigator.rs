//! Going to another page of the portal without leaving the app: its file is fetched, and its body takes the place of
//! this one's. Whatever is not simply that is left to the browser.

use super::State;
use crate::platform::{frame, page_events, scroll, web, worker};
use leptos::prelude::Set;
use leptos::task::spawn_local;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, MouseEvent};

/// How a page is entered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Entry {
    /// By a link: a new entry of the history.
    Link,
    /// By the browser's history.
    History,
}

/// Listens for links and for the browser's history.
pub(super) fn listen(state: &State) {
    let clicked = state.clone();
    page_events::on_click(move |event| {
        let Some((path, hash)) = link(event) else { return };
        if path.starts_with(&clicked.0.root) && path.ends_with('/') && path != web::here().0 {
            event.prevent_default();
            clicked.go(path, hash, Entry::Link);
        }
    });
    let moved = state.clone();
    page_events::on_history(move || moved.follow_history());
}

/// The link of this site that a plain click is on.
fn link(event: &MouseEvent) -> Option<(String, String)> {
    let plain = event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
    let element: Element = event.target()?.dyn_into().ok()?;
    let anchor: HtmlAnchorElement = element.closest("a[href]").ok()??.dyn_into().ok()?;
    let taken = event.default_prevented() || anchor.has_attribute("target") || anchor.has_attribute("download");
    if plain && !taken { web::own_link(&anchor.href()) } else { None }
}

impl State {
    /// The window shows another address than before: another page, or another place of this one.
    fn follow_history(&self) {
        let (path, hash) = web::here();
        if path.strip_prefix(&self.0.root) == Some(&self.place().address()) {
            if let Some(name) = hash.strip_prefix('#') {
                self.place().show_block(name, &self.learner().progress_now());
            }
        } else {
            self.go(path, hash, Entry::History);
        }
    }

    fn go(&self, path: String, hash: String, entry: Entry) {
        let asked = self.0.asked.get() + 1;
        self.0.asked.set(asked);
        worker::forget_fresher();
        let state = self.clone();
        spawn_local(async move {
            let html = web::text(&path, "text/html").await;
            if state.0.asked.get() != asked {
                return;
            }
            match html {
                Some(html) => state.enter(&html, &path, &hash, entry),
                None => state.cannot_enter(&path, entry),
            }
        });
    }

    /// Shows a page that was fetched. One that starts another app, of another build or for studying, is opened by the browser.
    fn enter(&self, html: &str, path: &str, hash: &str, entry: Entry) {
        // It is found in the text: the browser complains of the styles of another app already while it parses them.
        let is_own = html.contains(&format!("data-app=\"{}\"", self.0.app));
        let other = if is_own { web::parse(html) } else { None };
        let Some((page, other)) = other.and_then(|other| Some((frame::read_page(&other)?, other))) else {
            web::open(&format!("{path}{hash}"));
            return;
        };
        self.end_stretch();
        frame::settle_head();
        let back_to = if entry == Entry::History { web::remembered_scroll() } else { None };
        if entry == Entry::Link {
            web::remember_scroll(scroll::y());
            web::push(&format!("{path}{hash}"));
        }
        if frame::adopt(&other).is_none() {
            web::open(path);
            return;
        }
        self.show(page);
        self.0.told.set(None);
        self.tell_fresher();
        frame::focus_main();
        scroll::to(back_to.unwrap_or(0.0));
        self.begin_reading(hash.to_owned());
        self.keep_this_page();
    }

    /// Tells of a newer text of this page, if there is one.
    pub(super) fn tell_fresher(&self) {
        if worker::fresher().is_some_and(|address| address == self.place().address()) {
            self.tell(locale::bar_fresher());
        }
    }

    /// Says that a page cannot be had. In the browser's history there is no way to stay, so the browser opens it.
    fn cannot_enter(&self, path: &str, entry: Entry) {
        match entry {
            Entry::Link if !self.keeper().is_ready() => web::open(path),
            Entry::Link => self.tell(locale::bar_page_failed()),
            Entry::History => web::open(path),
        }
    }
}
