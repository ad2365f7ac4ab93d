//! What the app knows, and the only door from what is seen to what is kept.
//!
//! [`State`] holds one part for each concern: the learner's record ([`learner`]), the page that is open ([`place`]), the
//! stretch of reading that goes on ([`stretch`]), what is kept for offline ([`keeping`]). They never call what is drawn: they
//! set signals, and [`actions`] hears what the reader asks for.

mod actions;
mod bookmarks;
mod decision;
mod keeping;
mod learner;
mod navigator;
mod place;
mod printing;
mod stretch;

use crate::platform::{document, frame, local, page_events, picture, scroll, web};
use formats::page::Page;
use keeping::Keeper;
use learner::Learner;
use leptos::prelude::*;
use leptos::task::spawn_local;
use locale::Phrase;
use place::Place;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use stretch::StretchKeeper;
use ui::{Act, Live};

/// The whole state. Cheap to clone; every clone is the same one.
#[derive(Clone)]
pub struct State(Rc<Parts>);

struct Parts {
    /// The absolute path of the portal's root, such as `/` or `/p/`.
    root: String,
    /// The address of the app's script, which carries a hash.
    app: String,
    learner: Learner,
    place: Place,
    stretch: StretchKeeper,
    keeper: Keeper,
    told: RwSignal<Option<Phrase>>,
    /// What is drawn now; dropping it takes it down.
    drawn: RefCell<Vec<Box<dyn std::any::Any>>>,
    /// How many pages were asked for: an answer that comes after a later question is dropped.
    asked: std::cell::Cell<u32>,
}

impl State {
    /// Takes over the page that is open, and begins.
    pub fn start(page: Page) {
        scroll::take_over_restoring();
        let (here, offline) = (document(), page.portal.offline);
        let state = Self(Rc::new(Parts {
            root: web::root_path(&frame::root_attribute(&here, "data-root")),
            app: frame::root_attribute(&here, "data-app"),
            learner: Learner::new(),
            place: Place::new(),
            stretch: StretchKeeper::default(),
            keeper: Keeper::new(offline),
            told: RwSignal::new(None),
            drawn: RefCell::default(),
            asked: std::cell::Cell::default(),
        }));
        state.show(page);
        frame::say_app_on();
        state.listen();
        spawn_local(async move {
            state.learner().records.open().await;
            state.begin_reading(web::here().1);
            state.keeper().start(state.clone()).await;
        });
    }

    /// Draws the parts of a page that move.
    fn show(&self, page: Page) {
        let page = Arc::new(page);
        self.0.place.enter(Arc::clone(&page));
        let scene = ui::Scene::new(page, Vec::new(), &self.0.root, self.live());
        self.0.drawn.replace(frame::draw(move |part, key| ui::view(part, key, &scene)));
        frame::say_drawn();
        picture::prepare();
    }

    fn live(&self) -> Live {
        let state = self.clone();
        Live {
            progress: self.learner().progress(),
            here: self.0.place.here.into(),
            saving: self.learner().records.saving(),
            keeping: self.keeper().keeping.into(),
            update: self.keeper().update.into(),
            called: Signal::stored(local::get(crate::records::CALLED).unwrap_or_default()),
            told: self.0.told.into(),
            act: UnsyncCallback::new(move |act: Act| actions::act(&state, act)),
        }
    }

    fn listen(&self) {
        let state = self.clone();
        page_events::on_sign_of_life(move || state.sign_of_life());
        let state = self.clone();
        page_events::on_scroll(move || state.moved());
        let state = self.clone();
        page_events::on_visibility(move |seen| state.seen(seen));
        let state = self.clone();
        self.learner().records.listen(move || state.moved_by_itself());
        let state = self.clone();
        page_events::on_other_tab(decision::CHOICE, move || state.keeper().decided_elsewhere(&state));
        let state = self.clone();
        page_events::on_notes_refused(move || state.tell(locale::note_refused()));
        navigator::listen(self);
        actions::listen(self);
    }

    /// Tells the reader something.
    fn tell(&self, phrase: Phrase) {
        self.0.told.set(Some(phrase));
    }

    fn learner(&self) -> &Learner {
        &self.0.learner
    }

    fn place(&self) -> &Place {
        &self.0.place
    }

    fn keeper(&self) -> &Keeper {
        &self.0.keeper
    }
}
