//! Declaring by hand (自行申报) and correcting what was declared (更正): two forms, of which one is shown. They are alike in the two ledgers.

use super::account::{self, Account};
use super::fields::{Fields, Form, fault_line, is};
use super::remove::Undo;
use super::{declare, service};
use crate::desk::focus;
use formats::draft::{self, Name};
use learning::ledger::declare::{Fault, Typed};
use learning::log::Log;
use learning::service::served;
use learning::{Deed, Study};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locale::Phrase;
use model::{Day, EventId};
use ui::say;

/// The fields; `event` says which declaration is corrected. Service has no kind and no mode.
const NAMES: &[&str] = &["event", "kind", "mode", "title", "day", "hours", "remark"];

/// A ledger in which a learner declares.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ledger {
    /// Study hours (学时).
    Hours,
    /// Volunteer service (志愿服务).
    Service,
}

impl Ledger {
    /// What the ids of the fields begin with; the id of the button that undoes.
    fn ids(self) -> [&'static str; 2] {
        match self {
            Self::Hours => ["declare", "undo-entry"],
            Self::Service => ["serve", "undo-service"],
        }
    }

    /// Where a new declaration is kept while it is written; where a correction is.
    fn drafts(self) -> [Name; 2] {
        let kept = match self {
            Self::Hours => [draft::name::Form::Declare, draft::name::Form::Correct],
            Self::Service => [draft::name::Form::Serve, draft::name::Form::ServeCorrect],
        };
        kept.map(Name::Form)
    }

    fn blank(self, today: Day) -> Fields {
        match self {
            Self::Hours => declare::blank(today),
            Self::Service => Fields::of([("day", today.to_string())]),
        }
    }

    /// What a declaration says now; `None` when it was taken back.
    fn standing(self, log: &Log, event: EventId) -> Option<Fields> {
        match self {
            Self::Hours => log.declared.iter().find(|kept| kept.event == event).map(declare::fields),
            Self::Service => log.holiday.served.iter().find(|kept| kept.event == event).map(service::fields),
        }
    }

    /// The hours, in hundredths, and the deed that the fields make; or everything that is wrong with them.
    fn made(self, fields: &Fields, today: Day) -> Result<(u32, Study), Vec<Fault>> {
        let [title, day, hours, remark] = ["title", "day", "hours", "remark"].map(|name| fields.get(name));
        let typed = Typed { title, day, hours, remark };
        match self {
            Self::Hours => declare::declared(fields, &typed, today)
                .map(|declared| (declared.hours_hundredths, Study::Declared(declared))),
            Self::Service => served(&typed, today).map(|served| (served.volunteer_hundredths, Study::Served(served))),
        }
    }

    /// A number of its hours.
    pub fn hours(self, hundredths: u32) -> Phrase {
        match self {
            Self::Hours => account::hours(u64::from(hundredths)),
            Self::Service => service::hours(u64::from(hundredths)),
        }
    }

    /// For what was done, the hours, and a remark.
    fn asks(self) -> [Phrase; 3] {
        match self {
            Self::Hours => [locale::ledger_title_field(), locale::ledger_hours_field(), locale::ledger_remark_field()],
            Self::Service => {
                [locale::service_title_field(), locale::service_hours_field(), locale::service_remark_field()]
            }
        }
    }

    fn told(self, fault: Fault) -> Phrase {
        match (fault, self) {
            (Fault::NoTitle, Self::Hours) => locale::ledger_no_title(),
            (Fault::NoTitle, Self::Service) => locale::service_no_title(),
            (Fault::NoDay, _) => locale::ledger_no_day(),
            (Fault::DayToCome, Self::Hours) => locale::ledger_day_to_come(),
            (Fault::DayToCome, Self::Service) => locale::service_day_to_come(),
            (Fault::NoHours, _) => locale::ledger_no_hours(),
            (Fault::TooManyHours, Self::Hours) => locale::ledger_too_many_hours(),
            (Fault::TooManyHours, Self::Service) => locale::service_too_many_hours(),
        }
    }
}

/// The two forms, and what was taken back last. Every copy is the same one.
#[derive(Clone, Copy)]
pub struct Declaring {
    /// Where it belongs.
    pub account: Account,
    /// The ledger.
    pub ledger: Ledger,
    /// What was taken back last.
    pub undo: Undo,
    new: Form,
    correction: Form,
    is_correcting: Memo<bool>,
    faults: RwSignal<Vec<Fault>>,
}

impl Declaring {
    /// With what was being written the last time.
    pub fn new(account: Account, ledger: Ledger) -> Self {
        let (desk, [new, correction], [_, undo]) = (account.desk(), ledger.drafts(), ledger.ids());
        let new = Form::new(&desk, new, NAMES, ledger.blank(desk.today()));
        let correction = Form::new(&desk, correction, NAMES, Fields::default());
        let log = desk.log();
        // What was taken back meanwhile cannot be corrected.
        let is_correcting = Memo::new(move |_| {
            let event = correction.typed.with(event_of);
            event.is_some_and(|event| log.with(|log| ledger.standing(log, event).is_some()))
        });
        let undo = Undo::new(account, undo);
        Self { account, ledger, undo, new, correction, is_correcting, faults: RwSignal::new(Vec::new()) }
    }

    /// Begins to correct a declaration.
    pub fn correct(self, event: EventId) {
        if let Some(fields) = self.account.desk().log().with_untracked(|log| self.ledger.standing(log, event)) {
            self.faults.set(Vec::new());
            self.correction.begin_and_keep(fields);
            focus::on(self.id("title"));
        }
    }

    fn give_up(self) {
        self.faults.set(Vec::new());
        self.correction.done(Fields::default());
        focus::on(self.id("title"));
    }

    /// Saves what stands in a form, or says what is wrong with it.
    fn send(self, fields: &Fields) {
        match self.ledger.made(fields, self.account.desk().today()) {
            Ok((hundredths, study)) => {
                self.faults.set(Vec::new());
                let (deed, event) = (Deed::Study(study), event_of(fields));
                let (deed, said) = match event {
                    Some(event) => (Deed::Corrected { event, deed: Box::new(deed) }, locale::ledger_corrected()),
                    None => (deed, locale::ledger_declared(self.ledger.hours(hundredths))),
                };
                let form = if event.is_some() { self.correction } else { self.new };
                let day = Day::parse(fields.get("day"));
                spawn_local(self.save(deed, said, form.sending(), day));
            }
            Err(faults) => {
                if let Some(first) = faults.first() {
                    focus::on(self.id(field_of(*first)));
                }
                self.faults.set(faults);
            }
        }
    }

    /// What could not be saved stays in the form.
    async fn save(self, deed: Deed, said: Phrase, sent: impl FnOnce(Option<Fields>), day: Option<Day>) {
        let desk = self.account.desk();
        if !desk.added(vec![deed]).await {
            return sent(None);
        }
        desk.tell(said);
        // Service of all years is in view.
        if let (Ledger::Hours, Some(day)) = (self.ledger, day) {
            self.account.year.set(day.civil().0);
        }
        // Nothing is corrected by a form that names no event.
        sent(Some(self.ledger.blank(desk.today())));
        focus::on(self.id("title"));
    }

    /// What is done in the form that is shown.
    pub fn heading(self) -> AnyView {
        let heading = move || match (self.ledger, self.is_correcting.get()) {
            (Ledger::Hours, false) => locale::ledger_declare(),
            (Ledger::Hours, true) => locale::ledger_correcting(),
            (Ledger::Service, false) => locale::service_declare(),
            (Ledger::Service, true) => locale::service_correcting(),
        };
        (move || say(heading())).into_any()
    }

    /// The form that is shown.
    pub fn form(self) -> AnyView {
        let form = move || {
            let is_correction = self.is_correcting.get();
            let form = if is_correction { self.correction } else { self.new };
            form.view(move |fields| self.inside(fields, is_correction), move |fields| self.send(&fields))
        };
        form.into_any()
    }

    fn inside(self, fields: &Fields, is_correction: bool) -> AnyView {
        let today = self.account.desk().today().to_string();
        let [title_name, hours_name, remark_name] = self.ledger.asks();
        let [no_title, no_day, no_hours] = ["title", "day", "hours"].map(|field| self.fault(field));
        let [event, title, day, hours, remark] =
            ["event", "title", "day", "hours", "remark"].map(|name| fields.get(name).to_owned());
        let wrong = |name| format!("{}-fault", self.id(name));
        view! {
            <input type="hidden" name="event" value=event/>
            {(self.ledger == Ledger::Hours).then(|| declare::kinds_and_modes(fields))}
            <label class="wide">
                {say(title_name)}
                <input id=self.id("title") name="title" maxlength="120" autocomplete="off" value=title aria-invalid=is(no_title) aria-describedby=wrong("title")/>
                {fault_line(wrong("title"), no_title)}
            </label>
            <label>
                {say(locale::ledger_day())}
                <input id=self.id("day") type="date" name="day" max=today value=day aria-invalid=is(no_day) aria-describedby=wrong("day")/>
                {fault_line(wrong("day"), no_day)}
            </label>
            <label>
                <span>{say(hours_name)} <small>{say(locale::ledger_hours_hint())}</small></span>
                <input id=self.id("hours") name="hours" inputmode="decimal" maxlength="12" autocomplete="off" value=hours aria-invalid=is(no_hours) aria-describedby=wrong("hours")/>
                {fault_line(wrong("hours"), no_hours)}
            </label>
            <label class="wide">{say(remark_name)} <input name="remark" maxlength="200" autocomplete="off" value=remark/></label>
            {self.tools(is_correction)}
        }
        .into_any()
    }

    fn tools(self, is_correction: bool) -> AnyView {
        let save = if is_correction { locale::ledger_save_correction() } else { locale::ledger_save() };
        let give_up = is_correction.then(
            || view! { <button type="button" on:click=move |_| self.give_up()>{say(locale::ledger_give_up())}</button> },
        );
        view! { <p class="tools wide"><button class="main">{say(save)}</button> {give_up}</p> }.into_any()
    }

    fn id(self, field: &str) -> String {
        format!("{}-{field}", self.ledger.ids()[0])
    }

    fn fault(self, field: &'static str) -> Signal<Option<Phrase>> {
        Signal::derive(move || {
            let fault = self.faults.with(|faults| faults.iter().find(|fault| field_of(**fault) == field).copied());
            fault.map(|fault| self.ledger.told(fault))
        })
    }
}

/// Which declaration is corrected.
fn event_of(fields: &Fields) -> Option<EventId> {
    EventId::parse(fields.get("event"))
}

fn field_of(fault: Fault) -> &'static str {
    match fault {
        Fault::NoTitle => "title",
        Fault::NoDay | Fault::DayToCome => "day",
        Fault::NoHours | Fault::TooManyHours => "hours",
    }
}
