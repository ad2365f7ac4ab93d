//! The essay that is being written: its fields, its draft, and how both are kept.
//!
//! The fields are the browser's: their values are set when a draft is shown, and read when one is kept. A key does no more than ask for
//! keeping; one writing goes on at a time, and the latest text follows it. What is made of the text (字数, the checklist, a version) waits
//! for a pause of the writer, and for the end of a composition.

use super::hold::{Heard, Hold};
use super::shelf::Shelf;
use crate::platform::{clock, page_events, tabs, web};
use crate::study::desk::Desk;
use crate::youth::{entry, photos};
use gloo::timers::callback::Timeout;
use leptos::html::{Input, Textarea};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use ui::Trouble;
use youth::Contest;
use youth::essay::Draft;
use youth::versions::{Why, Writing};

/// How long a pause of the writer is, in milliseconds.
const PAUSE_MS: u32 = 300;
/// Who writes on without a pause sees the count as often as this.
const AT_LEAST_MS: u64 = 3_000;

/// How the last words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing was written yet.
    Untouched,
    /// They are on the way to the disk.
    Going,
    /// They are on the disk.
    Kept,
    /// They are on the page only.
    Failed(Trouble),
}

/// Whether this tab may write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It does.
    Here,
    /// Another tab wrote before.
    Elsewhere,
    /// Another tab took over.
    Taken,
    /// It is taking over.
    Taking,
}

/// The essay of a contest. Every copy is the same one.
#[derive(Clone, Copy)]
pub struct EssayDesk(StoredValue<Rc<Parts>, LocalStorage>);

/// What is shown, as signals. Every copy is the same one.
#[derive(Clone, Copy)]
struct Shown {
    draft: RwSignal<Draft>,
    keeping: RwSignal<Keeping>,
    standing: RwSignal<Standing>,
}

struct Parts {
    desk: Desk,
    contest: Contest,
    zone: String,
    hold: Hold,
    shelf: Shelf,
    shown: Shown,
    fields: Fields,
    /// The draft as it was kept last.
    now: RefCell<Draft>,
    writing: RefCell<Writing>,
    /// Whether something was written since the last keeping began.
    asked: Cell<bool>,
    /// How many keepings go on.
    going: Cell<u32>,
    pause: RefCell<Option<Timeout>>,
    taken_ms: Cell<u64>,
}

/// The fields that are written in.
#[derive(Clone, Copy)]
pub struct Fields {
    /// The title.
    pub title: NodeRef<Input>,
    /// The text.
    pub text: NodeRef<Textarea>,
    /// What it shall be about.
    pub theme: NodeRef<Input>,
    /// The outline.
    pub outline: NodeRef<Textarea>,
}

/// What opening a desk found.
#[derive(Clone)]
pub enum Opened {
    /// The essay.
    Essay(EssayDesk),
    /// Something that this build cannot read: the draft as it is kept.
    Strange(String),
    /// The record could not be read.
    Failed(Trouble),
}

/// The slip of a contest's draft.
pub fn slip(contest: &Contest) -> String {
    format!("essay/{}", contest.id)
}

/// Opens the draft of a contest, or begins one.
pub async fn open(desk: &Desk, contest: Contest, zone: String) -> Opened {
    let Some(learner) = desk.learner_now() else { return Opened::Failed(Trouble::Refused) };
    let hold = Hold::new(learner, &contest.id);
    let essay = EssayDesk(StoredValue::new_local(Rc::new(Parts::new(desk, contest, zone, hold.clone()))));
    // Those that ask from now on are answered.
    hold.listen(move |heard| essay.heard(heard));
    let standing = if hold.look().await { Standing::Here } else { Standing::Elsewhere };
    essay.shown().standing.set(standing);
    match essay.read().await {
        Ok(Ok(())) => {
            essay.watch_leaving();
            Opened::Essay(essay)
        }
        Ok(Err(strange)) => Opened::Strange(strange),
        Err(trouble) => Opened::Failed(trouble),
    }
}

/// A draft with nothing in it.
fn blank(contest: &Contest) -> Draft {
    Draft::new(contest.id.clone(), clock::now())
}

/// Lets a keeping end by itself.
fn finish(keeping: impl Future<Output = Result<(), Trouble>> + 'static) {
    spawn_local(async move {
        // How it went is said in the bars.
        let _ = keeping.await;
    });
}

impl Parts {
    fn new(desk: &Desk, contest: Contest, zone: String, hold: Hold) -> Self {
        let blank = blank(&contest);
        let shown = Shown {
            draft: RwSignal::new(blank.clone()),
            keeping: RwSignal::new(Keeping::Untouched),
            standing: RwSignal::new(Standing::Here),
        };
        let fields =
            Fields { title: NodeRef::new(), text: NodeRef::new(), theme: NodeRef::new(), outline: NodeRef::new() };
        let shelf = Shelf::new(desk, &contest.id);
        Self {
            desk: desk.clone(),
            contest,
            zone,
            hold,
            shelf,
            shown,
            fields,
            now: RefCell::new(blank),
            writing: RefCell::default(),
            asked: Cell::new(false),
            going: Cell::new(0),
            pause: RefCell::default(),
            taken_ms: Cell::new(0),
        }
    }

    /// Takes over what stands in the fields.
    fn take_fields(&self) {
        let (fields, mut now) = (self.fields, self.now.borrow_mut());
        // A field that is not drawn yet says nothing.
        let put = |place: &mut String, value: Option<String>| *place = value.unwrap_or_else(|| std::mem::take(place));
        put(&mut now.title, fields.title.get_untracked().map(|field| field.value()));
        put(&mut now.text, fields.text.get_untracked().map(|field| field.value()));
        put(&mut now.theme, fields.theme.get_untracked().map(|field| field.value()));
        put(&mut now.outline, fields.outline.get_untracked().map(|field| field.value()));
    }

    /// Writes the draft into the fields.
    fn fill_fields(&self) {
        let (fields, now) = (self.fields, self.now.borrow());
        fields.title.get_untracked().inspect(|field| field.set_value(&now.title));
        fields.text.get_untracked().inspect(|field| field.set_value(&now.text));
        fields.theme.get_untracked().inspect(|field| field.set_value(&now.theme));
        fields.outline.get_untracked().inspect(|field| field.set_value(&now.outline));
    }
}

impl EssayDesk {
    fn parts(self) -> Rc<Parts> {
        self.0.get_value()
    }

    fn shown(self) -> Shown {
        self.0.with_value(|parts| parts.shown)
    }

    /// The learner's table.
    pub fn desk(self) -> Desk {
        self.0.with_value(|parts| parts.desk.clone())
    }

    /// The contest.
    pub fn contest(self) -> Contest {
        self.0.with_value(|parts| parts.contest.clone())
    }

    /// The portal's time zone, by its IANA name.
    pub fn zone(self) -> String {
        self.0.with_value(|parts| parts.zone.clone())
    }

    /// The fields, to be drawn once.
    pub fn fields(self) -> Fields {
        self.0.with_value(|parts| parts.fields)
    }

    /// The versions.
    pub fn shelf(self) -> Shelf {
        self.0.with_value(|parts| parts.shelf)
    }

    /// The draft as it was at the last pause of the writer.
    pub fn draft(self) -> RwSignal<Draft> {
        self.shown().draft
    }

    /// How the last words stand.
    pub fn keeping(self) -> Signal<Keeping> {
        self.shown().keeping.into()
    }

    /// Whether this tab may write.
    pub fn standing(self) -> Signal<Standing> {
        self.shown().standing.into()
    }

    /// Whether this tab may write.
    pub fn may_write(self) -> bool {
        self.shown().standing.get() == Standing::Here
    }

    /// The draft as it stands in the fields at this moment.
    pub fn now(self) -> Draft {
        let parts = self.parts();
        parts.take_fields();
        parts.now.borrow().clone()
    }

    /// Changes something that no field shows, and keeps it.
    pub fn change(self, change: impl FnOnce(&mut Draft)) {
        let parts = self.parts();
        parts.take_fields();
        change(&mut parts.now.borrow_mut());
        self.show_draft();
        self.keep();
    }

    /// Puts a title and a text in the place of what stands there, and keeps them.
    pub fn put(self, title: String, text: String) {
        let parts = self.parts();
        parts.take_fields();
        let mut now = parts.now.borrow_mut();
        (now.title, now.text) = (title, text);
        drop(now);
        parts.fill_fields();
        self.show_draft();
        self.keep();
    }

    // Keys

    /// A key changed a field.
    pub fn typed(self) {
        self.0.with_value(|parts| {
            parts.writing.borrow_mut().key(clock::elapsed_ms() as i64);
        });
        self.keep();
        self.look_later();
    }

    /// An input method begins or ends to compose.
    pub fn compose(self, composing: bool) {
        self.0.with_value(|parts| parts.writing.borrow_mut().compose(composing));
        if !composing {
            self.typed();
        }
    }

    /// Looks at what was written when the writer pauses.
    fn look_later(self) {
        let parts = self.parts();
        let long_ago = clock::elapsed_ms().saturating_sub(parts.taken_ms.get()) > AT_LEAST_MS;
        if long_ago && parts.pause.borrow().is_some() {
            // The timer that is set runs out, whatever keys come.
            return;
        }
        parts.pause.replace(Some(Timeout::new(PAUSE_MS, move || {
            spawn_local(async move {
                // Forgetting it now stops nothing: it has run out.
                drop(self.parts().pause.take());
                web::idle().await;
                self.look();
            });
        })));
    }

    /// Shows what was written, and cuts a version if one is due. A word that is half composed waits.
    pub fn look(self) {
        let parts = self.parts();
        parts.taken_ms.set(clock::elapsed_ms());
        if !parts.writing.borrow().may_cut() {
            return;
        }
        parts.take_fields();
        self.show_draft();
        if parts.writing.borrow().is_due() {
            self.cut(Why::Automatic).into_iter().for_each(finish);
        }
    }

    /// Cuts a version of what stands there, and begins to keep it. `None` if there was nothing to cut.
    pub fn cut(self, why: Why) -> Option<impl Future<Output = Result<(), Trouble>> + use<>> {
        let parts = self.parts();
        parts.writing.borrow_mut().was_cut();
        parts.take_fields();
        let now = parts.now.borrow();
        parts.shelf.cut(why, &now.title, &now.text).then(|| parts.shelf.keep())
    }

    /// Goes on with an older version. What stands there now becomes a version, which is on the disk first.
    pub async fn restore(self, number: u32) -> Result<(), Trouble> {
        let parts = self.parts();
        let version = parts.shelf.get(number).ok_or(Trouble::Damaged)?;
        // Whoever writes on meanwhile loses nothing either.
        while let Some(kept) = self.cut(Why::BeforeRestore) {
            kept.await?;
        }
        self.put(version.title, version.text);
        Ok(())
    }

    fn show_draft(self) {
        let parts = self.parts();
        let now = parts.now.borrow();
        if parts.shown.draft.with_untracked(|shown| *shown != *now) {
            parts.shown.draft.set(now.clone());
        }
    }

    // Keeping

    /// Keeps what stands in the fields: at once, or after the keeping that goes on.
    pub fn keep(self) {
        let parts = self.parts();
        parts.asked.set(true);
        self.say(Keeping::Going);
        if parts.going.get() == 0 {
            self.begin();
        }
    }

    /// Begins to keep what was not kept yet, for the page may go.
    fn keep_now(self) {
        if self.0.with_value(|parts| parts.asked.get()) {
            self.begin();
        }
    }

    fn begin(self) {
        let parts = self.parts();
        if !parts.hold.is_mine() {
            return self.lose(Standing::Taken);
        }
        self.write();
    }

    fn write(self) {
        let parts = self.parts();
        parts.asked.set(false);
        parts.take_fields();
        parts.now.borrow_mut().touch(clock::now());
        let Ok(json) = serde_json::to_string(&*parts.now.borrow()) else {
            return self.say(Keeping::Failed(Trouble::Damaged));
        };
        let writing = parts.desk.keep_slip(&slip(&parts.contest), &json);
        parts.going.set(parts.going.get() + 1);
        spawn_local(async move {
            let outcome = writing.await;
            parts.going.set(parts.going.get() - 1);
            match outcome {
                Err(trouble) => self.say(Keeping::Failed(trouble)),
                Ok(()) if parts.asked.get() && parts.going.get() == 0 => self.begin(),
                Ok(()) if parts.going.get() == 0 => self.say(Keeping::Kept),
                Ok(()) => {}
            }
        });
    }

    fn say(self, keeping: Keeping) {
        let place = self.shown().keeping;
        if place.get_untracked() != keeping {
            place.set(keeping);
        }
    }

    /// The last keys are written when the page is hidden or left.
    fn watch_leaving(self) {
        page_events::on_visibility(move |seen| {
            if !seen {
                self.keep_now();
            }
        });
        tabs::on_leaving(move || self.0.with_value(|parts| parts.hold.let_go()));
        // Another tab may have written meanwhile.
        page_events::on_return(web::reload);
    }

    // Other tabs

    fn heard(self, heard: Heard) {
        match heard {
            Heard::Free => self.take_over(),
            Heard::Taken { in_time } => {
                let parts = self.parts();
                if in_time && parts.asked.get() {
                    self.write();
                }
                self.lose(Standing::Taken);
                spawn_local(async move {
                    // A reading ends after the writings that were begun before it.
                    let _ = parts.desk.find_slip(&slip(&parts.contest)).await;
                    parts.hold.say_left();
                });
            }
        }
    }

    fn lose(self, standing: Standing) {
        self.shown().standing.set(standing);
    }

    /// Writes in this tab from now on, with the draft as the other one left it.
    pub fn take_over(self) {
        let shown = self.shown();
        if matches!(shown.standing.get_untracked(), Standing::Here | Standing::Taking) {
            return;
        }
        let before = shown.standing.get_untracked();
        shown.standing.set(Standing::Taking);
        let stranded = self.0.with_value(|parts| parts.asked.get()).then(|| self.now());
        spawn_local(async move {
            self.parts().hold.take().await;
            match self.read().await {
                Ok(Ok(())) => self.show(stranded),
                // The page says it when it is opened again.
                Ok(Err(_)) => web::reload(),
                Err(trouble) => {
                    shown.standing.set(before);
                    self.say(Keeping::Failed(trouble));
                }
            }
        });
    }

    /// Shows the draft that was read. Words that this tab could not write any more become a version.
    fn show(self, stranded: Option<Draft>) {
        let parts = self.parts();
        parts.asked.set(false);
        if let Some(draft) = stranded
            && parts.shelf.cut(Why::BeforeRestore, &draft.title, &draft.text)
        {
            finish(parts.shelf.keep());
        }
        parts.fill_fields();
        parts.shown.standing.set(Standing::Here);
    }

    /// Reads the draft and its versions. What cannot be understood is given as it is.
    async fn read(self) -> Result<Result<(), String>, Trouble> {
        let parts = self.parts();
        let found = parts.desk.find_slip(&slip(&parts.contest)).await?;
        let draft = match found.as_deref().map(serde_json::from_str::<Draft>) {
            None => None,
            Some(Ok(draft)) => Some(draft),
            Some(Err(_)) => return Ok(Err(found.unwrap_or_default())),
        };
        parts.shelf.read().await?;
        self.say(if draft.is_some() { Keeping::Kept } else { Keeping::Untouched });
        parts.now.replace(draft.unwrap_or_else(|| blank(&parts.contest)));
        self.show_draft();
        Ok(Ok(()))
    }

    /// Deletes the draft and its versions for good. Whether that went well.
    pub async fn delete(self) -> Result<(), Trouble> {
        let parts = self.parts();
        let gone = parts.desk.keep_slip(&slip(&parts.contest), "");
        gone.await?;
        parts.shelf.clear().await?;
        entry::forget(&parts.desk, &parts.contest.id).await?;
        let pictures = photos::forget(&parts.desk, &parts.contest.id).await;
        if !parts.desk.settle(pictures) {
            return Err(Trouble::Refused);
        }
        parts.now.replace(blank(&parts.contest));
        parts.asked.set(false);
        parts.fill_fields();
        self.show_draft();
        self.say(Keeping::Untouched);
        Ok(())
    }
}
