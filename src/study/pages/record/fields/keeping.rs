//! How the fields of a form are kept: from the first key, by one tab at a time. A form in which nothing was typed is nobody's.

use super::{Fields, Form};
use crate::desk::Desk;
use crate::desk::drafting::{Drafting, Words};
use formats::draft::{self, Name};
use leptos::prelude::*;
use leptos::task::spawn_local;
use records::keeping::Event;
use std::cell::{OnceCell, RefCell};
use std::rc::{Rc, Weak};

/// What of a form outlives its drawing: what was typed last is still being kept when the form is gone.
pub struct Kept {
    desk: Desk,
    name: Name,
    /// What it begins with where nothing is kept.
    first: RefCell<Fields>,
    /// What is kept, if anything is; also fields that the form does not have.
    fields: RefCell<Option<draft::Fields>>,
    /// The fields that it has.
    names: &'static [&'static str],
    /// What it is to begin with, if another tab that is asked to let go left nothing.
    wish: RefCell<Option<Fields>>,
    /// Set when it was opened, unless that failed.
    drafting: OnceCell<Drafting>,
}

/// The words of a form, for as long as it is kept.
struct Shown {
    kept: Weak<Kept>,
    form: Form,
}

impl Words for Shown {
    fn text(&self) -> Option<String> {
        let kept = self.kept.upgrade()?;
        kept.desk.write_or_clear(&kept.name, kept.fields.borrow().as_ref())
    }

    fn show(&self, found: Option<String>) {
        let Some((kept, form)) = self.kept.upgrade().map(|kept| (kept, self.form)) else { return };
        spawn_local(async move {
            match kept.desk.take_draft::<draft::Fields>(&kept.name, found).await {
                Ok(found) => kept.show(form, found),
                Err(trouble) => kept.desk.refuse_draft(&kept.name, trouble),
            }
        });
    }

    fn is_page(&self) -> bool {
        false
    }
}

impl Kept {
    /// Nothing is known of it yet.
    pub fn new(desk: &Desk, name: Name, names: &'static [&'static str], first: Fields) -> Self {
        let (desk, first, drafting) = (desk.clone(), RefCell::new(first), OnceCell::new());
        Self { desk, name, first, names, fields: RefCell::default(), wish: RefCell::default(), drafting }
    }

    /// Its name.
    pub fn name(&self) -> &Name {
        &self.name
    }

    /// Draws the form with what was typed the last time, or else with what it begins with.
    pub fn open(self: &Rc<Self>, form: Form) {
        let kept = Rc::clone(self);
        spawn_local(async move {
            let (drafting, found) = Drafting::open_draft::<draft::Fields>(&kept.desk, &kept.name).await;
            let drafting = drafting.map(|drafting| kept.drafting.get_or_init(|| drafting));
            kept.show(form, found);
            // What another tab left meanwhile is shown now.
            drafting.inspect(|drafting| drafting.keep(Shown { kept: Rc::downgrade(&kept), form }));
        });
    }

    /// Shows what is kept. A wish waits no longer; what another tab left goes before it.
    fn show(&self, form: Form, found: Option<draft::Fields>) {
        match (found, self.wish.take()) {
            (None, Some(wish)) => self.begin_and_keep(form, wish),
            (found, _) => {
                self.fields.replace(found.clone());
                form.draw(found.map_or_else(|| self.first.borrow().clone(), |found| Fields(found.0)));
            }
        }
    }

    /// Keeps these fields.
    pub fn put(&self, fields: Fields) {
        let before = self.fields.take().unwrap_or_default();
        let mut fields = draft::Fields(fields.0);
        fields.put_back(&before, self.names);
        self.fields.replace(Some(fields));
        self.tell(Event::Key);
    }

    /// Begins with these fields, and keeps them.
    pub fn begin_and_keep(&self, form: Form, fields: Fields) {
        if self.may_write() {
            self.desk.begin_draft(&self.name);
            self.fields.replace(None);
            self.put(fields.clone());
            form.draw(fields);
        } else {
            self.wish.replace(Some(fields));
            self.tell(Event::Wanted);
        }
    }

    /// Nothing is kept; it begins again with `first`.
    pub fn done(&self, form: Form, first: Fields) {
        self.desk.begin_draft(&self.name);
        self.fields.replace(None);
        self.first.replace(first.clone());
        self.tell(Event::Key);
        self.write();
        form.draw(first);
    }

    /// Writes at once what is not on the disk yet.
    pub fn write(&self) {
        self.tell(Event::Hidden);
    }

    fn tell(&self, event: Event) {
        self.drafting.get().into_iter().for_each(|drafting| drafting.tell(event));
    }

    /// Whether this tab may write. Where nothing can be kept, every tab may.
    pub fn may_write(&self) -> bool {
        self.drafting.get().is_none_or(Drafting::may_write_now)
    }

    /// The same, for whoever wants to hear when it changes.
    pub fn follow_may_write(&self) -> bool {
        self.drafting.get().is_none_or(|drafting| drafting.may_write().get())
    }

    /// Which tab writes, if it is another one, and what was put aside.
    pub fn notice(&self) -> Option<AnyView> {
        self.drafting.get().map(Drafting::notice)
    }
}
