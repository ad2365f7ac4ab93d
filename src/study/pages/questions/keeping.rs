//! How a test is kept: from the first answer, by one tab at a time. A test without an answer is nobody's.

use super::test::{Screen, Table};
use crate::desk::drafting::{Drafting, Words};
use formats::draft::{self, Name};
use learning::sitting::Sitting;
use leptos::prelude::*;
use leptos::task::spawn_local;
use records::keeping::Event;

impl Words for Table {
    fn text(&self) -> Option<String> {
        let sitting = self.sitting();
        self.desk.with_value(|desk| desk.write_or_clear(&self.draft_name(), sitting.as_ref()))
    }

    fn show(&self, found: Option<String>) {
        let table = *self;
        let (desk, name) = (table.desk.get_value(), table.draft_name());
        spawn_local(async move {
            match desk.take_draft::<Sitting>(&name, found).await {
                Ok(found) => table.show_left(found.filter(|sitting| !sitting.is_empty())),
                Err(trouble) => desk.refuse_draft(&name, trouble),
            }
        });
    }

    fn is_page(&self) -> bool {
        false
    }
}

/// From now on the test is kept.
pub(super) fn begin(table: Table, drafting: &Drafting) {
    drafting.keep(table);
    let (asides, may_write) = (drafting.asides(), drafting.may_write());
    let drafting = StoredValue::new_local(drafting.clone());
    Effect::new(move |_| {
        let found = asides.get();
        for aside in found.into_iter().filter(|_| may_write.get()) {
            let (answers, _) = draft::read::<Sitting>(&table.draft_name(), Some(aside.text.clone()));
            // What does not go in stays, and can be looked at.
            if answers.draft().is_some_and(|answers| untrack(|| table.take_in(answers))) {
                let drafting = drafting.get_value();
                spawn_local(async move {
                    // What stays is taken in another time.
                    let _ = drafting.let_go_of(&aside).await;
                });
            }
        }
    });
}

impl Table {
    /// Keeps the test as it is.
    pub fn keep(self) {
        let is_kept = self.sitting().is_some();
        // Where nothing is kept and nothing was, there is nothing to do: the test is nobody's.
        if self.is_kept.with_value(|before| *before || is_kept) {
            self.is_kept.set_value(is_kept);
            self.tell(Event::Key);
        }
    }

    fn tell(self, event: Event) {
        self.drafting.with_value(|drafting| drafting.iter().for_each(|drafting| drafting.tell(event)));
    }

    /// Whether this tab may answer. Where nothing can be kept, every tab may.
    pub fn may_answer(self) -> bool {
        self.drafting.get_value().is_none_or(|drafting| drafting.may_write().get())
    }

    /// Which tab answers, if it is another one, and what was put aside.
    pub fn notice(self) -> Option<AnyView> {
        self.drafting.with_value(|drafting| drafting.as_ref().map(Drafting::notice))
    }

    /// Shows what another tab left. Where it left nothing, what is answered here is done with.
    fn show_left(self, found: Option<Sitting>) {
        self.is_kept.set_value(found.is_some());
        match found {
            Some(sitting) => {
                self.go_on(sitting);
                self.screen.set(Screen::Asking);
            }
            None if self.sitting().is_some() => self.set_blank(),
            None => {}
        }
    }

    /// Takes in answers that were put aside; whether all of them are in the test now. They are on their way to the disk when this returns.
    fn take_in(self, answers: Sitting) -> bool {
        let is_all = match self.sitting() {
            Some(mut sitting) => {
                let is_all = sitting.take_in(answers);
                self.set(&sitting);
                is_all
            }
            None if self.screen.get_untracked() == Screen::Asking => {
                self.go_on(answers);
                true
            }
            None => return false,
        };
        self.keep();
        self.tell(Event::Hidden);
        is_all
    }

    /// Where it is kept.
    pub(super) fn draft_name(self) -> Name {
        Name::Test(self.bank_id())
    }
}
