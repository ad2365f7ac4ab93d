//! How words go from tab to tab: nothing that stands on the page only is replaced by what another tab wrote.

use super::machine::Keeping;
use super::orders::{Event, Orders, Said, Standing};
use model::Trouble;

impl Keeping {
    pub(super) fn tab(&mut self, event: Event, now: u64, orders: &mut Orders) {
        match event {
            Event::Taken { in_time } => self.lose(in_time, now, orders),
            Event::Free | Event::Wanted => self.want(now, orders),
            Event::Took { found } => self.took(found, now, orders),
            Event::NotTaken(trouble) => self.not_taken(trouble, orders),
            Event::Returned => self.come_back(now, orders),
            _ => {}
        }
    }

    /// Another tab took over. Where there is time it waits for the last words; where there is none they go aside.
    fn lose(&mut self, in_time: bool, now: u64, orders: &mut Orders) {
        if self.standing != Standing::Here {
            return;
        }
        if in_time {
            self.write_at_once(now, orders);
        }
        self.stand(Standing::Taken, orders);
        orders.hand_over = true;
        if !in_time {
            // The other tab may write over what is on the way.
            self.unwritten = self.going.take().or(self.unwritten);
            self.write_at_once(now, orders);
        }
    }

    /// Takes over, when what stands on the page only is safe.
    fn want(&mut self, now: u64, orders: &mut Orders) {
        if matches!(self.standing, Standing::Here | Standing::Taking) {
            return;
        }
        self.before_taking = self.standing;
        self.stand(Standing::Taking, orders);
        self.waits_to_take = true;
        if self.going.is_none() {
            self.write_at_once(now, orders);
        }
        self.take_if_waiting(orders);
    }

    pub(super) fn take_if_waiting(&mut self, orders: &mut Orders) {
        if self.waits_to_take && self.is_settled() {
            self.waits_to_take = false;
            orders.take = true;
        }
    }

    /// Words could not be put aside: they stay on the page, and another tab goes on writing.
    pub(super) fn stay(&mut self, orders: &mut Orders) {
        if self.standing == Standing::Taking {
            self.waits_to_take = false;
            self.stand(self.before_taking, orders);
        }
    }

    fn took(&mut self, found: bool, now: u64, orders: &mut Orders) {
        if self.standing != Standing::Taking {
            return;
        }
        if !self.is_settled() {
            // A key came after all: its words go aside first.
            self.waits_to_take = true;
            return self.write_at_once(now, orders);
        }
        self.forget();
        self.stand(Standing::Here, orders);
        self.say(if found { Said::Kept } else { Said::Untouched }, orders);
    }

    fn not_taken(&mut self, trouble: Trouble, orders: &mut Orders) {
        self.stay(orders);
        self.say(Said::Failed(trouble), orders);
    }

    /// Another tab may have written meanwhile. Words that stand on the page only go aside before it shows that.
    fn come_back(&mut self, now: u64, orders: &mut Orders) {
        if self.is_settled() {
            // It let go when it went.
            self.stand(Standing::Elsewhere, orders);
            orders.anew = true;
            return;
        }
        // What was on the way when the page went may never be heard of.
        self.unwritten = self.going.take().or(self.unwritten);
        self.standing = Standing::Taken;
        self.want(now, orders);
    }

    fn stand(&mut self, standing: Standing, orders: &mut Orders) {
        if self.standing != standing {
            self.standing = standing;
            orders.stand = Some(standing);
        }
    }
}
