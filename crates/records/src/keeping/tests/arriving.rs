//! Whatever happens: when writings go well again and the machine is woken as it wants, the last words are on the disk, and "kept" was said
//! for none that were not.

use crate::keeping::{Event, Keeping, Orders, Place, Said, Standing, Writing};
use model::Trouble;
use proptest::prelude::*;

/// A page with a text that is a number: how many keys came.
struct Page {
    keeping: Keeping,
    now: u64,
    text: u32,
    /// What is on the way, with the text that it took along.
    on_the_way: Vec<(Writing, u32)>,
    own: u32,
    aside: u32,
    asks: bool,
    takes: bool,
    wake: Option<u64>,
}

impl Page {
    fn new() -> Self {
        let keeping = Keeping::new(false, Standing::Here);
        let (on_the_way, wake) = (Vec::new(), None);
        Self { keeping, now: 0, text: 0, on_the_way, own: 0, aside: 0, asks: false, takes: false, wake }
    }

    fn tell(&mut self, event: Event) {
        let orders = self.keeping.on(event, self.now);
        self.obey(orders);
    }

    fn obey(&mut self, orders: Orders) {
        self.on_the_way.extend(orders.begin.map(|writing| (writing, self.text)));
        if let Some(Said::Kept | Said::Aside) = orders.say {
            let kept = self.own.max(self.aside);
            assert!(
                kept == self.text || self.keeping.standing() == Standing::Here && self.takes,
                "kept {kept} of {}",
                self.text
            );
        }
        self.asks = orders.ask.unwrap_or(self.asks);
        self.takes |= orders.take;
        self.wake = orders.wake;
    }

    /// The writing that began first is over.
    fn end(&mut self, outcome: Result<(), Trouble>) {
        if self.on_the_way.is_empty() {
            return;
        }
        let (writing, text) = self.on_the_way.remove(0);
        match (outcome, writing.place) {
            (Ok(()), Place::Own) => self.own = text,
            (Ok(()), Place::Aside) => self.aside = text,
            (Err(_), _) => {}
        }
        self.tell(Event::Written(writing, outcome));
    }

    fn act(&mut self, act: &Act) {
        match act {
            Act::Key if self.keeping.standing() == Standing::Here => {
                self.text += 1;
                self.tell(Event::Key);
            }
            Act::Key => {}
            Act::Pass(ms) => self.pass(*ms),
            Act::Tell(event) => self.tell(*event),
            Act::End(outcome) => self.end(*outcome),
            Act::Took => self.took(),
        }
    }

    fn pass(&mut self, ms: u64) {
        let until = self.now + ms;
        while let Some(at) = self.wake.filter(|at| *at <= until) {
            self.now = self.now.max(at);
            self.tell(Event::Woken);
        }
        self.now = until;
    }

    /// The text is read as it is on the disk; what stood on the page must be there, or aside.
    fn took(&mut self) {
        if std::mem::take(&mut self.takes) {
            assert!(self.own.max(self.aside) == self.text, "words were replaced that are nowhere else");
            self.tell(Event::Took { found: true });
        }
    }

    /// Everything goes well from now on.
    fn heal(&mut self) {
        for _ in 0..50 {
            while !self.on_the_way.is_empty() {
                self.end(Ok(()));
            }
            self.took();
            self.pass(500);
        }
    }
}

#[derive(Debug, Clone)]
enum Act {
    Key,
    Pass(u64),
    Tell(Event),
    End(Result<(), Trouble>),
    Took,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let events = [
        Event::Composing,
        Event::Composed,
        Event::Woken,
        Event::Hidden,
        Event::Shown,
        Event::Leaving,
        Event::Taken { in_time: true },
        Event::Taken { in_time: false },
        Event::Free,
        Event::Wanted,
        Event::SignOfLife,
        Event::Room,
    ];
    let act = prop_oneof![
        4 => Just(Act::Key),
        3 => (0_u64..800).prop_map(Act::Pass),
        2 => proptest::sample::select(events.to_vec()).prop_map(Act::Tell),
        3 => Just(Act::End(Ok(()))),
        2 => Just(Act::End(Err(Trouble::Full))),
        1 => Just(Act::Took),
    ];
    proptest::collection::vec(act, 0..120)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn the_last_words_arrive_and_kept_is_true(acts in acts()) {
        let mut page = Page::new();
        acts.iter().for_each(|act| page.act(act));
        page.heal();
        prop_assert_eq!(page.own.max(page.aside), page.text);
        prop_assert!(page.keeping.is_settled());
        prop_assert!(!page.asks);
        let said = page.keeping.said();
        prop_assert!(matches!(said, Said::Kept | Said::Aside) || page.text == 0, "{:?}", said);
    }
}
