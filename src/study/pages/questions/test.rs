//! A test: its questions with the answers so far, kept with every change ([`super::keeping`]), and handed in to the log.

use super::keeping;
use crate::desk::drafting::Drafting;
use crate::desk::{Desk, focus};
use crate::platform::{local, random};
use crate::study::question::{self, Asking, HandedIn};
use learning::deed::Occasion;
use learning::sitting::{Given, Sitting};
use learning::{Bank, Deed, Kind, Question, Study};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locale::Phrase;
use model::{BankId, QuestionId};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Screen {
    /// The questions.
    Asking,
    /// What was right.
    Over,
    /// The same on paper.
    Paper,
}

/// A question of a test.
pub(super) struct Asked {
    pub question: Arc<Question>,
    /// What is to be read before it.
    pub before: Option<Arc<Question>>,
    pub asking: Asking,
}

/// The questions of a test, and where one is among them.
pub(super) struct Test {
    pub seed: u32,
    pub asked: Vec<Asked>,
    pub at: RwSignal<usize>,
}

/// What the page stands on.
#[derive(Clone, Copy)]
pub(super) struct Table {
    pub desk: StoredValue<Desk, LocalStorage>,
    pub bank: StoredValue<Arc<Bank>>,
    pub test: RwSignal<Arc<Test>>,
    pub screen: RwSignal<Screen>,
    /// Whether the whole sheet is wanted.
    pub whole: RwSignal<bool>,
    /// That the test goes on.
    pub resumed: RwSignal<Option<Phrase>>,
    /// How it is kept; nothing where that cannot be.
    pub drafting: StoredValue<Option<Drafting>, LocalStorage>,
    /// Whether anything of it is kept.
    pub is_kept: StoredValue<bool>,
    /// The answers that were handed in and are not on the disk yet.
    unsaved: StoredValue<BTreeSet<QuestionId>>,
    /// What is made for a test lives as long as the page does, whichever screen it was made on.
    owner: StoredValue<Owner>,
}

/// Any seed.
pub(super) fn any_seed() -> u32 {
    random::ten_bytes().iter().fold(0, |seed: u32, byte| seed.rotate_left(7) ^ u32::from(*byte))
}

impl Table {
    /// The test that was left, or a new one.
    pub fn new(desk: Desk, bank: Arc<Bank>, (drafting, kept): (Option<Drafting>, Option<Sitting>)) -> Self {
        let table = Self {
            desk: StoredValue::new_local(desk),
            bank: StoredValue::new(bank),
            test: RwSignal::new(Arc::new(Test { seed: 0, asked: Vec::new(), at: RwSignal::new(0) })),
            screen: RwSignal::new(Screen::Asking),
            whole: RwSignal::new(local::get(super::WHOLE).as_deref() == Some("yes")),
            resumed: RwSignal::new(None),
            drafting: StoredValue::new_local(drafting.clone()),
            is_kept: StoredValue::new(kept.is_some()),
            unsaved: StoredValue::default(),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
        };
        match kept.filter(|kept| !kept.is_empty()) {
            Some(kept) => table.go_on(kept),
            None => table.set_blank(),
        }
        drafting.into_iter().for_each(|drafting| keeping::begin(table, &drafting));
        table
    }

    /// Goes on with answers that were given before.
    pub fn go_on(self, mut sitting: Sitting) {
        let changed = self.bank.with_value(|bank| sitting.go_on(bank));
        self.set(&sitting);
        let words = if changed == 0 { locale::test_goes_on() } else { locale::test_goes_on_changed(changed) };
        self.resumed.set(Some(words));
    }

    /// Begins anew.
    pub fn begin(self) {
        self.desk.with_value(|desk| desk.begin_draft(&self.draft_name()));
        self.resumed.set(None);
        self.set_blank();
        self.screen.set(Screen::Asking);
        self.keep();
    }

    /// A test without an answer.
    pub fn set_blank(self) {
        self.set(&Sitting { seed: any_seed(), ..Sitting::default() });
    }

    /// Shows these answers.
    pub fn set(self, sitting: &Sitting) {
        let test = self.owner.with_value(|owner| owner.with(|| self.test_of(sitting)));
        self.test.set(Arc::new(test));
    }

    fn test_of(self, sitting: &Sitting) -> Test {
        let changed = UnsyncCallback::new(move |()| self.keep());
        let handed_in = UnsyncCallback::new(move |handed_in| self.hand_in(vec![handed_in]));
        let asking = |question: &Arc<Question>| {
            let given = sitting.given.get(&question.id);
            let asking = Asking {
                given: RwSignal::new(given.map(|given| given.answer.clone())),
                verdict: RwSignal::new(None),
                seed: sitting.seed,
                changed,
                handed_in,
            };
            if given.is_some_and(|given| given.handed_in) {
                // It is in the log already.
                let _ = asking.hand_in(question);
            }
            asking
        };
        let asked = self.bank.with_value(|bank| asked(bank, asking));
        let at = asked.iter().position(|asked| Some(&asked.question.id) == sitting.at.as_ref()).unwrap_or(0);
        Test { seed: sitting.seed, asked, at: RwSignal::new(at) }
    }

    /// Puts answers into the log. Until they are on the disk, the test is kept as if they had not been handed in.
    pub fn hand_in(self, all: Vec<HandedIn>) {
        let (desk, bank) = (self.desk.get_value(), self.bank_id());
        let ids: Vec<QuestionId> = all.iter().map(|(question, ..)| question.id.clone()).collect();
        self.unsaved.update_value(|unsaved| unsaved.extend(ids.iter().cloned()));
        let deeds = all.into_iter().map(|one| question::attempt(&bank, one, Occasion::Test));
        let deeds: Vec<_> = deeds.map(|attempt| Deed::Study(Study::Answered(attempt))).collect();
        spawn_local(async move {
            if desk.added(deeds).await {
                self.unsaved.update_value(|unsaved| unsaved.retain(|id| !ids.contains(id)));
                self.keep();
            }
        });
    }

    /// The test as it is to be kept; one that is over, or not begun, is not.
    pub fn sitting(self) -> Option<Sitting> {
        let test = self.test.get_untracked();
        let sitting = self.unsaved.with_value(|unsaved| test.sitting(unsaved));
        let over = self.screen.get_untracked() == Screen::Over && sitting.given.values().all(|given| given.handed_in);
        let over = over && sitting.given.len() == test.asked.len();
        (!over && !sitting.is_empty()).then_some(sitting)
    }

    /// Shows what was right.
    pub fn finish(self) {
        self.screen.set(Screen::Over);
        self.resumed.set(None);
        self.keep();
        focus::on(super::HEADING.into());
    }

    pub fn bank_id(self) -> BankId {
        self.bank.with_value(|bank| bank.id.clone())
    }
}

impl Test {
    /// The questions that were not answered yet, by their places.
    pub fn left(&self) -> Vec<usize> {
        let open = |(_, asked): &(usize, &Asked)| !asked.asking.is_over();
        self.asked.iter().enumerate().filter(open).map(|(place, _)| place).collect()
    }

    fn sitting(&self, unsaved: &BTreeSet<QuestionId>) -> Sitting {
        let given = self.asked.iter().filter_map(|Asked { question, asking, .. }| {
            let answer = asking.given.get_untracked()?;
            let handed_in = asking.verdict.get_untracked().is_some() && !unsaved.contains(&question.id);
            Some((question.id.clone(), Given { revision: question.revision.clone(), answer, handed_in }))
        });
        let at = self.asked.get(self.at.get_untracked()).map(|asked| asked.question.id.clone());
        Sitting { seed: self.seed, at, given: given.collect() }
    }
}

/// The questions of a bank, each with the description that stands before it.
fn asked(bank: &Bank, asking: impl Fn(&Arc<Question>) -> Asking) -> Vec<Asked> {
    let (mut all, mut before) = (Vec::new(), None);
    for question in &bank.questions {
        let question = Arc::new(question.clone());
        if question.kind == Kind::Description {
            before = Some(question);
        } else {
            all.push(Asked { asking: asking(&question), before: before.clone(), question });
        }
    }
    all
}
