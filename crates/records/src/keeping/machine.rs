//! The machine.

use super::orders::{Event, Orders, Place, Said, Standing, Writing};
use super::timing::{AGAIN_MS, AT_LEAST_MS, LATE_MS, MOMENT_MS, PAUSE_MS, SAID_AGAIN_MS, SETTLED_MS, SOONEST_MS};
use model::Trouble;

/// How words that are being written stand.
#[derive(Debug, Clone)]
pub struct Keeping {
    pub(super) standing: Standing,
    pub(super) said: Said,
    /// Since when there are words that no writing has taken along.
    pub(super) unwritten: Option<u64>,
    /// Since when the words of the writing that goes on wait.
    pub(super) going: Option<u64>,
    /// The writing that began last.
    pub(super) last: Writing,
    /// When the last writing failed, unless one went well since.
    failed_at: Option<u64>,
    composing: bool,
    deleting: bool,
    asking: bool,
    /// What this tab was when it began to take over; it waits until its own words are safe.
    pub(super) before_taking: Standing,
    pub(super) waits_to_take: bool,
    begin_at: Option<u64>,
    settled_at: Option<u64>,
    look_at: Option<u64>,
    looked_at: u64,
    said_at: Option<u64>,
}

impl Keeping {
    /// The words as they were found: whether there are any, and which tab writes.
    #[must_use]
    pub fn new(found: bool, standing: Standing) -> Self {
        Self {
            standing,
            said: if found { Said::Kept } else { Said::Untouched },
            unwritten: None,
            going: None,
            last: Writing { number: 0, place: Place::Own },
            failed_at: None,
            composing: false,
            deleting: false,
            asking: false,
            before_taking: standing,
            waits_to_take: false,
            begin_at: None,
            settled_at: None,
            look_at: None,
            looked_at: 0,
            said_at: None,
        }
    }

    /// How the last words stand.
    #[must_use]
    pub fn said(&self) -> Said {
        self.said
    }

    /// Which tab writes.
    #[must_use]
    pub fn standing(&self) -> Standing {
        self.standing
    }

    /// Whether everything is on the disk that was written here.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.unwritten.is_none() && self.going.is_none()
    }

    /// Something happened; the time never goes back.
    #[must_use]
    pub fn on(&mut self, event: Event, now: u64) -> Orders {
        let mut orders = Orders::default();
        match event {
            Event::Key => self.key(now, &mut orders),
            Event::Composing => self.composing = true,
            Event::Composed => {
                self.composing = false;
                self.key(now, &mut orders);
            }
            Event::Woken => self.woken(now, &mut orders),
            Event::Hidden | Event::Leaving => self.write_at_once(now, &mut orders),
            Event::Shown | Event::Room => self.try_again(now, &mut orders),
            Event::SignOfLife => self.live(now, &mut orders),
            Event::Written(writing, outcome) => self.written(writing, outcome, now, &mut orders),
            Event::Deleting => self.delete(),
            Event::Deleted(outcome) => self.deleted(outcome, now, &mut orders),
            Event::Returned
            | Event::Taken { .. }
            | Event::Free
            | Event::Wanted
            | Event::Took { .. }
            | Event::NotTaken(_) => {
                self.tab(event, now, &mut orders);
            }
        }
        self.ask(now, &mut orders);
        orders.wake = self.wake();
        orders
    }

    fn key(&mut self, now: u64, orders: &mut Orders) {
        self.unwritten.get_or_insert(now);
        self.settled_at = None;
        if !matches!(self.said, Said::Failed(_)) {
            self.say(Said::Going, orders);
        }
        if self.going.is_none() {
            self.begin_soon(now);
        }
        let is_long_ago = now.saturating_sub(self.looked_at) > AT_LEAST_MS;
        if !is_long_ago || self.look_at.is_none() {
            self.look_at = Some(now + PAUSE_MS);
        }
    }

    /// A writing begins in a moment; a while after one that failed.
    fn begin_soon(&mut self, now: u64) {
        let soon = self.failed_at.map_or(0, |failed| failed + SOONEST_MS).max(now + MOMENT_MS);
        self.begin_at = Some(self.begin_at.map_or(soon, |at| at.min(soon)));
    }

    fn woken(&mut self, now: u64, orders: &mut Orders) {
        if self.may_begin() && self.begin_at.is_some_and(|at| at <= now) {
            self.begin(now, orders);
        }
        if self.settled_at.is_some_and(|at| at <= now) {
            self.say_kept(now, orders);
        }
        if self.look_at.is_some_and(|at| at <= now) {
            self.look_at = None;
            self.looked_at = now;
            // Half a word is not looked at.
            orders.look = !self.composing;
        }
    }

    fn may_begin(&self) -> bool {
        self.unwritten.is_some() && self.going.is_none() && !self.deleting
    }

    /// Where this tab may put its words.
    fn place(&self) -> Place {
        if self.standing == Standing::Here { Place::Own } else { Place::Aside }
    }

    pub(super) fn begin(&mut self, now: u64, orders: &mut Orders) {
        self.last = Writing { number: self.last.number.wrapping_add(1), place: self.place() };
        self.going = self.going.or(self.unwritten).or(Some(now));
        (self.unwritten, self.begin_at) = (None, None);
        orders.begin = Some(self.last);
    }

    /// The page may go: what no writing has taken along is written, whatever else goes on.
    pub(super) fn write_at_once(&mut self, now: u64, orders: &mut Orders) {
        if self.unwritten.is_some() && !self.deleting {
            self.begin(now, orders);
        }
    }

    fn try_again(&mut self, now: u64, orders: &mut Orders) {
        if self.failed_at.is_some() && self.may_begin() {
            self.begin(now, orders);
        }
    }

    fn live(&mut self, now: u64, orders: &mut Orders) {
        if self.failed_at.is_some_and(|failed| failed + SOONEST_MS <= now) {
            self.try_again(now, orders);
        }
    }

    fn written(&mut self, writing: Writing, outcome: Result<(), Trouble>, now: u64, orders: &mut Orders) {
        // A later one has taken all of its words along.
        let Some(since) = self.going.filter(|_| writing == self.last) else { return };
        self.going = None;
        if let Err(trouble) = outcome {
            self.unwritten = Some(since);
            (self.failed_at, self.begin_at) = (Some(now), Some(now + AGAIN_MS));
            self.stay(orders);
            return self.say(Said::Failed(trouble), orders);
        }
        self.failed_at = None;
        if self.unwritten.is_some() {
            self.begin_soon(now);
            return self.heal(orders);
        }
        self.take_if_waiting(orders);
        let is_told = self.said_at.is_some_and(|said| now.saturating_sub(said) <= SAID_AGAIN_MS);
        if is_told && self.said == Said::Going {
            self.settled_at = Some(now + SETTLED_MS);
        } else {
            self.say_kept(now, orders);
        }
    }

    /// Words that could be written are on the way again, though later ones wait.
    fn heal(&mut self, orders: &mut Orders) {
        if matches!(self.said, Said::Failed(_)) {
            self.say(Said::Going, orders);
        }
    }

    fn say_kept(&mut self, now: u64, orders: &mut Orders) {
        (self.settled_at, self.said_at) = (None, Some(now));
        self.say(if self.last.place == Place::Own { Said::Kept } else { Said::Aside }, orders);
    }

    pub(super) fn say(&mut self, said: Said, orders: &mut Orders) {
        if self.said != said {
            self.said = said;
            orders.say = Some(said);
        }
    }

    /// What is on the way is forgotten, with what became of it.
    fn delete(&mut self) {
        self.deleting = true;
        self.forget();
    }

    pub(super) fn forget(&mut self) {
        (self.unwritten, self.going, self.failed_at) = (None, None, None);
        (self.begin_at, self.settled_at) = (None, None);
    }

    fn deleted(&mut self, outcome: Result<(), Trouble>, now: u64, orders: &mut Orders) {
        self.deleting = false;
        match outcome {
            // A key that came meanwhile goes too.
            Ok(()) => {
                self.forget();
                self.say(Said::Untouched, orders);
            }
            // Nobody knows how much is gone; what stands on the page is written again.
            Err(_) => {
                self.unwritten.get_or_insert(now);
                self.begin_soon(now);
                self.say(Said::Going, orders);
            }
        }
    }

    /// Asks before the page is left as long as words are on the page only: when they could not be written, or wait for long.
    fn ask(&mut self, now: u64, orders: &mut Orders) {
        let is_late = self.waiting_since().is_some_and(|since| since + LATE_MS <= now);
        let ask = is_late || (self.failed_at.is_some() && !self.is_settled());
        if ask != self.asking {
            self.asking = ask;
            orders.ask = Some(ask);
        }
    }

    fn waiting_since(&self) -> Option<u64> {
        self.going.or(self.unwritten)
    }

    fn wake(&self) -> Option<u64> {
        let begin = self.begin_at.filter(|_| self.may_begin());
        let late = self.waiting_since().filter(|_| !self.asking).map(|since| since + LATE_MS);
        [begin, self.settled_at, self.look_at, late].into_iter().flatten().min()
    }
}
