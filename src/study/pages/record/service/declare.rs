//! Declaring volunteer service (自行申报). What is typed is kept at once.

use super::super::account::Account;
use super::super::declare::{fault_line, is};
use super::super::fields::{Fields, Form};
use super::hours;
use crate::study::question::focus;
use learning::ledger::declare::Fault;
use learning::service::{Typed, served};
use learning::{Deed, Study};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locale::Phrase;
use ui::say;

const NAMES: &[&str] = &["title", "day", "hours", "remark"];

/// The form, and what is wrong with it. Every copy is the same one.
#[derive(Clone, Copy)]
struct Serving {
    account: Account,
    form: Form,
    faults: RwSignal<Vec<Fault>>,
}

/// The form.
pub fn form(account: Account) -> AnyView {
    let form = Form::new(&account.desk(), "serve", NAMES, blank(account));
    let serving = Serving { account, form, faults: RwSignal::new(Vec::new()) };
    view! {
        <h3 id="serve">{say(locale::service_declare())}</h3>
        {form.view(move |fields| serving.inside(fields), move |fields| serving.send(&fields))}
    }
    .into_any()
}

fn blank(account: Account) -> Fields {
    Fields::of([("day", account.desk().today().to_string())])
}

impl Serving {
    /// Saves what stands in the form, or says what is wrong with it.
    fn send(self, fields: &Fields) {
        let desk = self.account.desk();
        let [title, day, typed, remark] = ["title", "day", "hours", "remark"].map(|name| fields.get(name));
        let served = match served(&Typed { title, day, hours: typed, remark }, desk.today()) {
            Ok(served) => served,
            Err(faults) => {
                if let Some(first) = faults.first() {
                    focus::on(field_of(*first).to_owned());
                }
                self.faults.set(faults);
                return;
            }
        };
        self.faults.set(Vec::new());
        let said = locale::service_declared(hours(u64::from(served.volunteer_hundredths)));
        spawn_local(async move {
            // What could not be saved stays in the form.
            if desk.added(vec![Deed::Study(Study::Served(served))]).await {
                desk.tell(said);
                self.form.done(blank(self.account));
                focus::on("serve-title".to_owned());
            }
        });
    }

    fn inside(self, fields: &Fields) -> AnyView {
        let today = self.account.desk().today().to_string();
        let no_title = self.fault(&[Fault::NoTitle]);
        let no_day = self.fault(&[Fault::NoDay, Fault::DayToCome]);
        let no_hours = self.fault(&[Fault::NoHours, Fault::TooManyHours]);
        let [title, day, hours, remark] = ["title", "day", "hours", "remark"].map(|name| fields.get(name).to_owned());
        view! {
            <label class="wide">
                {say(locale::service_title_field())}
                <input id="serve-title" name="title" maxlength="120" autocomplete="off" value=title aria-invalid=is(no_title) aria-describedby="serve-title-fault"/>
                {fault_line("serve-title-fault".to_owned(), no_title)}
            </label>
            <label>
                {say(locale::ledger_day())}
                <input id="serve-day" type="date" name="day" max=today value=day aria-invalid=is(no_day) aria-describedby="serve-day-fault"/>
                {fault_line("serve-day-fault".to_owned(), no_day)}
            </label>
            <label>
                <span>{say(locale::service_hours_field())} <small>{say(locale::ledger_hours_hint())}</small></span>
                <input id="serve-hours" name="hours" inputmode="decimal" maxlength="12" autocomplete="off" value=hours aria-invalid=is(no_hours) aria-describedby="serve-hours-fault"/>
                {fault_line("serve-hours-fault".to_owned(), no_hours)}
            </label>
            <label class="wide">{say(locale::service_remark_field())} <input name="remark" maxlength="200" autocomplete="off" value=remark/></label>
            <p class="tools wide"><button class="main">{say(locale::service_save())}</button></p>
        }
        .into_any()
    }

    fn fault(self, about: &'static [Fault]) -> Signal<Option<Phrase>> {
        Signal::derive(move || {
            self.faults.with(|faults| faults.iter().find(|fault| about.contains(fault)).map(|fault| told(*fault)))
        })
    }
}

fn field_of(fault: Fault) -> &'static str {
    match fault {
        Fault::NoTitle => "serve-title",
        Fault::NoDay | Fault::DayToCome => "serve-day",
        Fault::NoHours | Fault::TooManyHours => "serve-hours",
    }
}

fn told(fault: Fault) -> Phrase {
    match fault {
        Fault::NoTitle => locale::service_no_title(),
        Fault::NoDay => locale::ledger_no_day(),
        Fault::DayToCome => locale::service_day_to_come(),
        Fault::NoHours => locale::ledger_no_hours(),
        Fault::TooManyHours => locale::service_too_many_hours(),
    }
}
