//! The page that is open: its data, its blocks, and where in it the reader is.

use crate::platform::contents::Contents;
use crate::platform::{clock, frame, scroll, text_blocks};
use formats::page::Page;
use leptos::prelude::*;
use model::{BlockId, DocumentId, Progress, Standing, block};
use std::cell::{Cell, RefCell};
use std::sync::Arc;
use ui::Here;
use web_sys::Element;

/// What is open and where the reader is in it.
pub struct Place {
    /// Where in the text the reader is, for all who show it.
    pub here: RwSignal<Here>,
    page: RefCell<Option<Arc<Page>>>,
    ids: RefCell<Vec<BlockId>>,
    blocks: RefCell<Vec<Element>>,
    contents: RefCell<Contents>,
    standing: Cell<Standing>,
    reached_end: Cell<bool>,
    scrolled: Cell<bool>,
}

impl Place {
    /// Nowhere yet.
    pub fn new() -> Self {
        Self {
            here: RwSignal::default(),
            page: RefCell::default(),
            ids: RefCell::default(),
            blocks: RefCell::default(),
            contents: RefCell::default(),
            standing: Cell::default(),
            reached_end: Cell::default(),
            scrolled: Cell::default(),
        }
    }

    /// A page was opened.
    pub fn enter(&self, page: Arc<Page>) {
        self.ids.replace(page.reading().map_or_else(Vec::new, |reading| block::unpack(&reading.blocks)));
        let is_text = page.reading().is_some();
        self.page.replace(Some(page));
        self.blocks.replace(if is_text { text_blocks::find() } else { Vec::new() });
        self.contents.replace(Contents::find());
        self.standing.take();
        self.reached_end.set(false);
        self.scrolled.set(false);
        self.here.set(Here::default());
    }

    /// The id of the text that is open, if there is one.
    pub fn document(&self) -> Option<DocumentId> {
        Some(self.page.borrow().as_ref()?.reading()?.id.clone())
    }

    /// The page that is open.
    pub fn page(&self) -> Option<Arc<Page>> {
        self.page.borrow().clone()
    }

    /// The address of the page that is open.
    pub fn address(&self) -> String {
        self.page.borrow().as_ref().map(|page| page.address.clone()).unwrap_or_default()
    }

    /// The place of the block at the top of the window.
    pub fn now(&self) -> Option<model::Place> {
        model::Place::at(&self.ids.borrow(), self.index())
    }

    /// The place to come back to.
    pub fn to_come_back(&self) -> Option<model::Place> {
        self.stand();
        model::Place::at(&self.ids.borrow(), self.standing.get().index(clock::elapsed_ms()))
    }

    fn stand(&self) {
        let mut standing = self.standing.get();
        standing.at(self.index(), clock::elapsed_ms());
        self.standing.set(standing);
    }

    /// The first words of the block at the top of the window.
    pub fn first_words(&self) -> String {
        self.blocks.borrow().get(self.index()).map(text_blocks::first_words).unwrap_or_default()
    }

    /// The index of the block at the top of the window.
    pub fn index(&self) -> usize {
        text_blocks::at_top(&self.blocks.borrow())
    }

    /// Where a place is in this text as it stands now.
    pub fn find(&self, place: &model::Place) -> Option<usize> {
        place.find(&self.ids.borrow()).map(model::place::Found::index)
    }

    /// Whether the last block was on the screen since the page was opened.
    pub fn reached_end(&self) -> bool {
        self.reached_end.get()
    }

    /// Whether the reader has moved the window since the page was opened.
    pub fn was_scrolled(&self) -> bool {
        self.scrolled.get() || scroll::y() > 2.0
    }

    /// The window was moved: finds out where the reader is.
    pub fn look(&self, moved: bool, progress: &Progress) {
        self.scrolled.set(self.scrolled.get() || moved);
        let blocks = self.blocks.borrow();
        let Some(last) = blocks.last() else { return };
        if text_blocks::end_is_seen(last) {
            self.reached_end.set(true);
        }
        self.stand();
        self.contents.borrow().look();
        let marked = self.marked(progress);
        let bookmarked = marked.contains(&text_blocks::at_top(&blocks));
        text_blocks::mark(&blocks, &marked);
        let percent = text_blocks::percent();
        let resumed = self.here.get_untracked().resumed;
        let here = Here { percent, bookmarked, resumed };
        if here != self.here.get_untracked() {
            self.here.set(here);
        }
    }

    /// The blocks of this text that have a bookmark.
    fn marked(&self, progress: &Progress) -> Vec<usize> {
        let Some(document) = self.document() else { return Vec::new() };
        let own = progress.bookmarks.iter().filter(|kept| kept.bookmark.document == document);
        own.filter_map(|kept| self.find(&kept.bookmark.place)).collect()
    }

    /// Goes on where the reader stopped, unless they stopped at the beginning.
    pub fn resume(&self, place: &model::Place) {
        if let Some(index) = self.find(place).filter(|index| *index > 0) {
            self.show(index);
            self.here.update(|here| here.resumed = true);
        }
    }

    /// Shows a block that an address names after `#`. A bookmark's place leads on where the block itself is gone.
    pub fn show_block(&self, name: &str, progress: &Progress) {
        let Some(id) = BlockId::parse(name) else { return };
        let exact = self.ids.borrow().iter().position(|block| *block == id);
        let places = progress.bookmarks.iter().map(|kept| &kept.bookmark.place);
        let near = || places.filter(|place| place.block == id).find_map(|place| self.find(place));
        if let Some(index) = exact.or_else(near) {
            self.show(index);
        }
    }

    /// Goes back to the beginning.
    pub fn restart(&self) {
        self.here.update(|here| here.resumed = false);
        self.standing.take();
        scroll::to(0.0);
        frame::focus_main();
    }

    fn show(&self, index: usize) {
        if let Some(block) = self.blocks.borrow().get(index) {
            text_blocks::show(block);
        }
    }
}
