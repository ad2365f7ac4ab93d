//! Something that is being written at a desk: kept from the first key, by one tab at a time, and never lost.
//!
//! What is kept when, and what is said of it, says the machine `records::keeping`; here are the clock, the timers, the page, the other tabs
//! and the slip that it has no notion of. A desk tells of keys ([`Drafting::tell`]) and gives its words when they are wanted ([`Words`]).
//! Words that another tab's words would have replaced are put [`aside`].

pub mod aside;
mod notice;

pub use aside::Aside;

use super::Desk;
use super::hold::{Heard, Hold};
use crate::platform::page_events::{self, Turn};
use crate::platform::{clock, web};
use formats::draft::{Draft, Name};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use records::keeping::{Event, Keeping, Orders, Place, Said, Standing, Writing};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use ui::Trouble;
use wasm_bindgen_futures::spawn_local;

/// How long a timer that ran out may wait for the page to have nothing else to do, in milliseconds.
const IDLE_MS: u32 = 100;

/// What is written, as its desk has it.
pub trait Words {
    /// The words as they are kept; an empty text keeps nothing. `None` if they cannot be written down.
    fn text(&self) -> Option<String>;

    /// Shows what another tab left; `None` if that is nothing.
    fn show(&self, found: Option<String>);

    /// The writer pauses.
    fn look(&self) {}

    /// Whether the page is opened anew when it comes back as it was left; else only the words are read again.
    fn is_page(&self) -> bool {
        true
    }
}

/// Something that is being written. Cheap to clone; every clone is the same one. When the last is dropped, other tabs may write.
#[derive(Clone)]
pub struct Drafting(Rc<Parts>);

struct Parts {
    desk: Desk,
    slip: String,
    hold: Hold,
    is_open: Cell<bool>,
    /// Whether the page was left: it has let go, and what happens still is its own.
    is_gone: Cell<bool>,
    words: RefCell<Option<Box<dyn Words>>>,
    /// What was found when this tab took over before there were words to show it.
    unshown: RefCell<Option<Option<String>>>,
    keeping: RefCell<Keeping>,
    /// Runs until the machine is woken, and when that is.
    timer: RefCell<Option<(u64, Timeout)>>,
    said: ArcRwSignal<Said>,
    standing: ArcRwSignal<Standing>,
    asides: ArcRwSignal<Vec<Aside>>,
    /// How many times this tab took over: each time what is put aside has another name.
    turns: Cell<u32>,
    listeners: RefCell<Vec<EventListener>>,
    asking: RefCell<Option<EventListener>>,
    /// Listen for a sign of life while something could not be written.
    signs: RefCell<Vec<EventListener>>,
}

impl Drop for Parts {
    fn drop(&mut self) {
        self.hold.let_go();
    }
}

impl Drafting {
    /// Opens what is kept on a slip, and finds out which tab writes. What was found comes along.
    pub async fn open(desk: &Desk, slip: &str) -> Result<(Self, Option<String>), Trouble> {
        let learner = desk.learner_now().ok_or(Trouble::Refused)?;
        Self::open_with(desk, slip, Hold::new(learner, slip)).await
    }

    /// The same with a draft, of which each tab may begin one where none is kept. What cannot be read was set aside when this returns; where
    /// there is trouble, nothing is kept, and the bars say so.
    pub async fn open_draft<D: Draft>(desk: &Desk, name: &Name) -> (Option<Self>, Option<D>) {
        let slip = name.to_string();
        let opened = async {
            let learner = desk.learner_now().ok_or(Trouble::Refused)?;
            let (drafting, found) = Self::open_with(desk, &slip, Hold::when_written(learner, &slip)).await?;
            Ok((drafting, desk.take_draft(name, found).await?))
        };
        match opened.await {
            Ok((drafting, draft)) => (Some(drafting), draft),
            Err(trouble) => {
                desk.refuse_draft(name, trouble);
                (None, None)
            }
        }
    }

    async fn open_with(desk: &Desk, slip: &str, hold: Hold) -> Result<(Self, Option<String>), Trouble> {
        let drafting = Self(Rc::new(Parts {
            desk: desk.clone(),
            slip: slip.to_owned(),
            hold,
            is_open: Cell::default(),
            is_gone: Cell::default(),
            words: RefCell::default(),
            unshown: RefCell::default(),
            keeping: RefCell::new(Keeping::new(false, Standing::Elsewhere)),
            timer: RefCell::default(),
            said: ArcRwSignal::new(Said::Untouched),
            standing: ArcRwSignal::new(Standing::Elsewhere),
            asides: ArcRwSignal::default(),
            turns: Cell::default(),
            listeners: RefCell::default(),
            asking: RefCell::default(),
            signs: RefCell::default(),
        }));
        // Those that ask from now on are answered.
        drafting.listen();
        let standing = if drafting.0.hold.look().await { Standing::Here } else { Standing::Elsewhere };
        let found = desk.find_slip(slip).await?;
        drafting.settle_hold(found.is_some());
        let keeping = Keeping::new(found.is_some(), standing);
        drafting.0.said.set(keeping.said());
        drafting.0.standing.set(standing);
        drafting.0.keeping.replace(keeping);
        drafting.catch_up();
        drafting.look_aside();
        Ok((drafting, found))
    }

    /// From now on other tabs are heard; what they said while it was being opened can be seen.
    fn catch_up(&self) {
        self.0.is_open.set(true);
        match (self.may_write_now(), self.0.hold.is_mine()) {
            (true, false) => self.pass_on(Event::Taken { in_time: true }),
            (false, _) if self.0.hold.is_free() => self.pass_on(Event::Free),
            _ => {}
        }
    }

    /// What is kept belongs to this tab, if it writes; where nothing is, each tab may begin.
    fn settle_hold(&self, is_kept: bool) {
        if !is_kept {
            self.0.hold.give_back();
        } else if !self.0.hold.claim() {
            self.pass_on(Event::Taken { in_time: false });
        }
    }

    /// From now on these words are kept.
    pub fn keep(&self, words: impl Words + 'static) {
        self.0.words.replace(Some(Box::new(words)));
        if let Some(found) = self.0.unshown.take() {
            self.show(found);
        }
    }

    /// Shows what another tab left.
    fn show(&self, found: Option<String>) {
        match self.0.words.borrow().as_deref() {
            Some(words) => words.show(found),
            None => drop(self.0.unshown.replace(Some(found))),
        }
    }

    /// How the last words stand.
    pub fn said(&self) -> Signal<Said> {
        self.0.said.clone().into()
    }

    /// Which tab writes.
    pub fn standing(&self) -> Signal<Standing> {
        self.0.standing.clone().into()
    }

    /// Whether this tab may write.
    pub fn may_write(&self) -> Signal<bool> {
        let standing = self.standing();
        Signal::derive(move || standing.get() == Standing::Here)
    }

    /// Whether this tab may write at this moment.
    pub fn may_write_now(&self) -> bool {
        self.0.keeping.borrow().standing() == Standing::Here
    }

    /// Something happened.
    pub fn tell(&self, event: Event) {
        let parts = &self.0;
        // A key must cost nothing, and a page that was away has let go itself.
        let asks = !matches!(event, Event::Key | Event::Written(..) | Event::Returned);
        parts.is_gone.set(event == Event::Leaving || (event != Event::Returned && parts.is_gone.get()));
        if asks && !parts.is_gone.get() && self.may_write_now() {
            // Nobody said so, or it is still on its way.
            parts.hold.lost().into_iter().for_each(|in_time| self.pass_on(Event::Taken { in_time }));
        }
        let begins = matches!(event, Event::Key | Event::Composing) && self.may_write_now();
        if begins && !parts.hold.claim() {
            // Another tab was sooner, and waits for nothing that is written here.
            self.pass_on(Event::Taken { in_time: false });
        }
        self.pass_on(event);
        if event == Event::Leaving {
            parts.hold.let_go();
        }
    }

    fn pass_on(&self, event: Event) {
        let orders = self.0.keeping.borrow_mut().on(event, clock::elapsed_ms());
        self.obey(orders);
    }

    fn obey(&self, orders: Orders) {
        if let Some(writing) = orders.begin {
            self.write(writing);
        }
        if orders.hand_over {
            self.hand_over();
        }
        if orders.look {
            self.with_words(|words| words.look());
        }
        if let Some(said) = orders.say {
            self.watch_for_life(matches!(said, Said::Failed(_)));
            self.0.said.set(said);
        }
        if let Some(standing) = orders.stand {
            self.0.standing.set(standing);
        }
        if let Some(ask) = orders.ask {
            self.0.asking.replace(ask.then(page_events::ask_before_leaving));
        }
        if orders.take {
            self.take();
        }
        if orders.anew {
            self.begin_anew();
        }
        if let Some(at) = orders.wake {
            self.wake_at(at);
        }
    }

    fn with_words(&self, act: impl FnOnce(&dyn Words)) {
        if let Some(words) = self.0.words.borrow().as_deref() {
            act(words);
        }
    }

    /// Writes the words as they are now.
    fn write(&self, writing: Writing) {
        let mut text = None;
        self.with_words(|words| text = words.text());
        let place = match writing.place {
            Place::Own => self.0.slip.clone(),
            Place::Aside => self.name_aside(),
        };
        let is_blank = text.as_ref().is_some_and(String::is_empty);
        let keeping = text.map(|text| self.0.desk.keep_slip(&place, &text));
        let this = Rc::downgrade(&self.0);
        spawn_local(async move {
            let outcome = match keeping {
                Some(keeping) => keeping.await,
                None => Err(Trouble::Damaged),
            };
            if let Some(drafting) = of(&this) {
                drafting.tell(Event::Written(writing, outcome));
                if is_blank && drafting.0.keeping.borrow().is_settled() {
                    drafting.settle_hold(false);
                }
            }
        });
    }

    /// Tells the other tab that it may read.
    fn hand_over(&self) {
        let (desk, slip, hold) = (self.0.desk.clone(), self.0.slip.clone(), self.0.hold.clone());
        spawn_local(async move {
            // A reading ends after the writings that were begun before it.
            let _ = desk.find_slip(&slip).await;
            hold.say_left();
        });
    }

    /// Becomes the tab that writes, and shows what the other one left.
    fn take(&self) {
        let this = self.clone();
        spawn_local(async move {
            let parts = &this.0;
            parts.hold.take().await;
            match parts.desk.find_slip(&parts.slip).await {
                Ok(found) => {
                    this.settle_hold(found.is_some());
                    this.tell(Event::Took { found: found.is_some() });
                    if this.may_write_now() {
                        parts.turns.set(parts.turns.get() + 1);
                        this.show(found);
                        this.look_aside();
                    }
                }
                Err(trouble) => this.tell(Event::NotTaken(trouble)),
            }
        });
    }

    /// The page was away: another tab may have written, and may do so still.
    fn begin_anew(&self) {
        let mut is_page = true;
        self.with_words(|words| is_page = words.is_page());
        if is_page {
            return web::reload();
        }
        let this = self.clone();
        spawn_local(async move {
            if this.0.hold.look().await {
                this.tell(Event::Wanted);
            }
        });
    }

    /// A timer that runs out sooner does as well: the machine asks for the next one then.
    fn wake_at(&self, at: u64) {
        if self.0.timer.borrow().as_ref().is_some_and(|(set, _)| *set <= at) {
            return;
        }
        let ms = u32::try_from(at.saturating_sub(clock::elapsed_ms())).unwrap_or(u32::MAX);
        let this = Rc::downgrade(&self.0);
        let timer = Timeout::new(ms, move || {
            spawn_local(async move {
                web::idle_within(IDLE_MS).await;
                let Some(drafting) = of(&this) else { return };
                drop(drafting.0.timer.take());
                drafting.tell(Event::Woken);
            });
        });
        self.0.timer.replace(Some((at, timer)));
    }

    fn listen(&self) {
        let (tabs, page) = (Rc::downgrade(&self.0), Rc::downgrade(&self.0));
        let heard = self.0.hold.listen(move |heard| {
            if let Some(drafting) = of(&tabs).filter(|drafting| drafting.0.is_open.get()) {
                drafting.pass_on(match heard {
                    Heard::Free => Event::Free,
                    Heard::Taken { in_time } => Event::Taken { in_time },
                });
            }
        });
        let turned = page_events::turns(move |turn| {
            if let Some(drafting) = of(&page).filter(|drafting| drafting.0.is_open.get()) {
                drafting.tell(match turn {
                    Turn::Hidden => Event::Hidden,
                    Turn::Shown => Event::Shown,
                    Turn::Left => Event::Leaving,
                    Turn::Returned => Event::Returned,
                });
            }
        });
        self.0.listeners.borrow_mut().extend(heard.into_iter().chain(turned));
    }

    /// Listens for a key or a touch as long as something is not on the disk, and no longer: listening costs a little each time.
    fn watch_for_life(&self, wanted: bool) {
        let this = Rc::downgrade(&self.0);
        let live = move |_: &web_sys::Event| {
            if let Some(drafting) = of(&this) {
                drafting.tell(Event::SignOfLife);
            }
        };
        let listeners = if wanted { page_events::touches(live).into() } else { Vec::new() };
        let before = self.0.signs.replace(listeners);
        // One of them may be calling at this moment.
        spawn_local(async move { drop(before) });
    }
}

fn of(parts: &Weak<Parts>) -> Option<Drafting> {
    parts.upgrade().map(Drafting)
}
