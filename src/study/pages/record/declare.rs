//! Declaring study hours (自行申报), and correcting what was declared.

use super::account::{Account, hours};
use super::fields::{Fields, Form};
use crate::platform::document;
use crate::study::question::focus;
use formats::words;
use learning::deed::{Declared, Mode, StudyKind};
use learning::ledger::declare::{self, Fault, KINDS, Typed};
use learning::{Deed, Study};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locale::Phrase;
use model::{Day, EventId};
use ui::say;
use web_sys::HtmlInputElement;
use web_sys::wasm_bindgen::JsCast;

/// The fields; `event` says which declaration is corrected.
const NAMES: &[&str] = &["event", "kind", "mode", "title", "day", "hours", "remark"];

/// The two forms, of which one is shown. Every copy is the same one.
#[derive(Clone, Copy)]
pub struct Declaring {
    account: Account,
    new: Form,
    correction: Form,
    faults: RwSignal<Vec<Fault>>,
}

impl Declaring {
    /// With what was being written the last time.
    pub fn new(account: Account) -> Self {
        let desk = account.desk();
        let new = Form::new(&desk, "declare", NAMES, blank(desk.today()));
        let correction = Form::new(&desk, "correct", NAMES, Fields::default());
        Self { account, new, correction, faults: RwSignal::new(Vec::new()) }
    }

    /// Begins to correct a declaration.
    pub fn correct(self, event: EventId, declared: &Declared) {
        self.faults.set(Vec::new());
        self.correction.begin_and_keep(Fields::of([
            ("event", event.to_string()),
            ("kind", name_of(declared.kind).to_owned()),
            ("mode", name_of_mode(declared.mode).to_owned()),
            ("title", declared.title.clone()),
            ("day", declared.day.clone()),
            ("hours", words::hundredths(u64::from(declared.hours_hundredths))),
            ("remark", declared.remark.clone()),
        ]));
        focus::on("declare-title".to_owned());
    }

    fn give_up(self) {
        self.faults.set(Vec::new());
        self.correction.done(Fields::default());
        focus::on("declare-title".to_owned());
    }

    /// Saves what stands in a form, or says what is wrong with it.
    fn send(self, fields: &Fields) {
        let today = self.account.desk().today();
        match declare::declared(&typed(fields), today) {
            Ok(declared) => self.save(EventId::parse(fields.get("event")), declared),
            Err(faults) => {
                if let Some(first) = faults.first() {
                    focus::on(field_of(*first).to_owned());
                }
                self.faults.set(faults);
            }
        }
    }

    fn save(self, correcting: Option<EventId>, declared: Declared) {
        let (desk, hours) = (self.account.desk(), hours(u64::from(declared.hours_hundredths)));
        let year = Day::parse(&declared.day).map(|day| day.civil().0);
        let deed = Deed::Study(Study::Declared(declared));
        let (deed, said) = match correcting {
            Some(event) => (Deed::Corrected { event, deed: Box::new(deed) }, locale::ledger_corrected()),
            None => (deed, locale::ledger_declared(hours)),
        };
        self.faults.set(Vec::new());
        spawn_local(async move {
            // What could not be saved stays in the form.
            if !desk.added(vec![deed]).await {
                return;
            }
            desk.tell(said);
            if let Some(year) = year {
                self.account.year.set(year);
            }
            match correcting {
                Some(_) => self.correction.done(Fields::default()),
                None => self.new.done(blank(desk.today())),
            }
            focus::on("declare-title".to_owned());
        });
    }

    fn is_correcting(self) -> bool {
        self.correction.typed.with(|fields| !fields.get("event").is_empty())
    }

    fn fault(self, about: &'static [Fault]) -> Signal<Option<Phrase>> {
        Signal::derive(move || {
            self.faults.with(|faults| faults.iter().find(|fault| about.contains(fault)).map(|fault| told(*fault)))
        })
    }
}

/// The section.
pub fn section(declaring: Declaring) -> AnyView {
    let correcting = Memo::new(move |_| declaring.is_correcting());
    let form = move || {
        let (form, is_correction) = match correcting.get() {
            true => (declaring.correction, true),
            false => (declaring.new, false),
        };
        form.view(move |fields| inside(declaring, fields, is_correction), move |fields| declaring.send(&fields))
    };
    let heading = move || if correcting.get() { locale::ledger_correcting() } else { locale::ledger_declare() };
    view! {
        <section id="declare">
            <h2 class="section">{move || say(heading())}</h2>
            <p>{say(locale::ledger_declare_why())}</p>
            {form}
        </section>
    }
    .into_any()
}

fn inside(declaring: Declaring, fields: &Fields, is_correction: bool) -> AnyView {
    let save = if is_correction { locale::ledger_save_correction() } else { locale::ledger_save() };
    let give_up = is_correction.then(|| {
        view! { <button type="button" on:click=move |_| declaring.give_up()>{say(locale::ledger_give_up())}</button> }
    });
    let today = declaring.account.desk().today().to_string();
    let no_title = declaring.fault(&[Fault::NoTitle]);
    let no_day = declaring.fault(&[Fault::NoDay, Fault::DayToCome]);
    let no_hours = declaring.fault(&[Fault::NoHours, Fault::TooManyHours]);
    let (title, day, hours, remark) = (
        fields.get("title").to_owned(),
        fields.get("day").to_owned(),
        fields.get("hours").to_owned(),
        fields.get("remark").to_owned(),
    );
    view! {
        <input type="hidden" name="event" value=fields.get("event").to_owned()/>
        {kinds(fields.get("kind"))}
        {modes(fields.get("mode"))}
        <label class="wide">
            {say(locale::ledger_title_field())}
            <input id="declare-title" name="title" maxlength="120" autocomplete="off" value=title aria-invalid=is(no_title) aria-describedby="declare-title-fault"/>
            {fault_line("declare-title-fault".to_owned(), no_title)}
        </label>
        <label>
            {say(locale::ledger_day())}
            <input id="declare-day" type="date" name="day" max=today value=day aria-invalid=is(no_day) aria-describedby="declare-day-fault"/>
            {fault_line("declare-day-fault".to_owned(), no_day)}
        </label>
        <label>
            <span>{say(locale::ledger_hours_field())} <small>{say(locale::ledger_hours_hint())}</small></span>
            <input id="declare-hours" name="hours" inputmode="decimal" maxlength="12" autocomplete="off" value=hours aria-invalid=is(no_hours) aria-describedby="declare-hours-fault"/>
            {fault_line("declare-hours-fault".to_owned(), no_hours)}
        </label>
        <label class="wide">{say(locale::ledger_remark_field())} <input name="remark" maxlength="200" autocomplete="off" value=remark/></label>
        <p class="tools wide"><button class="main">{say(save)}</button> {give_up}</p>
    }
    .into_any()
}

fn kinds(chosen: &str) -> AnyView {
    let kind = |kind: StudyKind| {
        let name = name_of(kind);
        view! {
            <label>
                <input type="radio" name="kind" value=name checked=name == chosen on:change=move |_| preset(kind)/>
                {say(words::kind(kind))}
            </label>
        }
    };
    view! {
        <fieldset class="kinds wide">
            <legend>{say(locale::ledger_kind())}</legend>
            {KINDS.map(kind).into_iter().collect::<Vec<_>>()}
        </fieldset>
    }
    .into_any()
}

fn modes(chosen: &str) -> AnyView {
    let mode = |mode: Mode| {
        let name = name_of_mode(mode);
        view! { <label><input type="radio" name="mode" value=name checked=name == chosen/> {say(words::mode(mode))}</label> }
    };
    view! {
        <fieldset class="kinds wide">
            <legend>{say(locale::ledger_mode())}</legend>
            {mode(Mode::Together)} {mode(Mode::Alone)}
        </fieldset>
    }
    .into_any()
}

/// A kind was chosen: its usual mode is chosen with it, and can be changed.
fn preset(kind: StudyKind) {
    let name = name_of_mode(declare::usual_mode(kind));
    let found = document().query_selector(&format!("#declare input[name=mode][value={name}]"));
    if let Some(mode) = found.ok().flatten().and_then(|mode| mode.dyn_into::<HtmlInputElement>().ok()) {
        // The browser tells the form of a click as if it came from the learner, so that it is kept.
        mode.click();
    }
}

/// Says what is wrong under a field.
pub fn fault_line(id: String, fault: Signal<Option<Phrase>>) -> AnyView {
    view! { <span class="fault" id=(!id.is_empty()).then_some(id) role="alert">{move || fault.get().map(say)}</span> }
        .into_any()
}

/// Whether something is wrong, for `aria-invalid`.
pub fn is(fault: Signal<Option<Phrase>>) -> impl Fn() -> Option<&'static str> + Clone + Send + 'static {
    move || fault.get().map(|_| "true")
}

fn blank(today: Day) -> Fields {
    let (kind, mode) = (StudyKind::PartyLesson, declare::usual_mode(StudyKind::PartyLesson));
    Fields::of([
        ("kind", name_of(kind).to_owned()),
        ("mode", name_of_mode(mode).to_owned()),
        ("day", today.to_string()),
    ])
}

fn typed(fields: &Fields) -> Typed<'_> {
    let kind = KINDS.into_iter().find(|kind| name_of(*kind) == fields.get("kind")).unwrap_or(StudyKind::Other);
    let mode = if fields.get("mode") == name_of_mode(Mode::Together) { Mode::Together } else { Mode::Alone };
    let [title, day, hours, remark] = ["title", "day", "hours", "remark"].map(|name| fields.get(name));
    Typed { kind, mode, title, day, hours, remark }
}

fn field_of(fault: Fault) -> &'static str {
    match fault {
        Fault::NoTitle => "declare-title",
        Fault::NoDay | Fault::DayToCome => "declare-day",
        Fault::NoHours | Fault::TooManyHours => "declare-hours",
    }
}

fn told(fault: Fault) -> Phrase {
    match fault {
        Fault::NoTitle => locale::ledger_no_title(),
        Fault::NoDay => locale::ledger_no_day(),
        Fault::DayToCome => locale::ledger_day_to_come(),
        Fault::NoHours => locale::ledger_no_hours(),
        Fault::TooManyHours => locale::ledger_too_many_hours(),
    }
}

fn name_of(kind: StudyKind) -> &'static str {
    match kind {
        StudyKind::GeneralMeeting => "general",
        StudyKind::CommitteeMeeting => "committee",
        StudyKind::GroupMeeting => "group",
        StudyKind::PartyLesson => "lesson",
        StudyKind::ThemedDay => "themed",
        StudyKind::OrganisationalLife => "organisational",
        StudyKind::MakeUp => "make-up",
        StudyKind::Other => "other",
    }
}

fn name_of_mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Together => "together",
        Mode::Alone => "alone",
    }
}
