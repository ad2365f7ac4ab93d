//! How the form is kept: from the first key, by the tab that has the work too.

use super::Panel;
use super::typed::Answers;
use crate::desk::drafting::{Drafting, Words};
use leptos::prelude::*;
use leptos::task::spawn_local;
use records::keeping::{Event, Said, Standing};
use ui::Trouble;
use youth::form::Typed;

impl Words for Panel {
    fn text(&self) -> Option<String> {
        self.typed.with_untracked(|typed| self.desk().write_draft(&self.draft_name(), typed)).ok()
    }

    fn show(&self, found: Option<String>) {
        let panel = *self;
        spawn_local(async move {
            match panel.typed_of(found).await {
                Ok(typed) => panel.begin(typed),
                Err(_) => panel.desk().tell(locale::entry_unread()),
            }
        });
    }
}

impl Panel {
    /// Opens what was typed before.
    pub(super) async fn open(self) -> Result<(), Trouble> {
        let (drafting, found) = Drafting::open(&self.desk(), &self.draft_name().to_string()).await?;
        let typed = self.typed_of(found).await?;
        drafting.keep(self);
        self.drafting.set_value(Some(drafting));
        self.begin(typed);
        Ok(())
    }

    /// What was typed. What this build cannot read is set aside before it is typed again.
    async fn typed_of(self, found: Option<String>) -> Result<Typed, Trouble> {
        let (desk, name) = (self.desk(), self.draft_name());
        desk.take_draft(&name, found).await.map(Option::unwrap_or_default)
    }

    /// Draws the fields with what was typed.
    fn begin(self, typed: Typed) {
        self.typed.set(typed);
        self.answers.set(Answers::default());
        self.turn.update(|turn| *turn += 1);
    }

    /// Something happened that the machine of keeping wants to know.
    pub(super) fn tell(self, event: Event) {
        if let Some(drafting) = self.drafting.get_value() {
            drafting.tell(event);
        }
    }

    /// Whether this tab may write in the form.
    pub(super) fn may_write(self) -> bool {
        // It is set before anything is drawn.
        self.turn.track();
        let is_here =
            self.drafting.with_value(|drafting| drafting.as_ref().is_some_and(|drafting| drafting.may_write().get()));
        is_here && self.has_work()
    }

    /// Whether no other tab writes the work.
    pub(super) fn has_work(self) -> bool {
        self.parts().source.may_write.is_none_or(|may_write| may_write.get())
    }

    /// The tab that has the work has its form, too: whichever tab opened the form first, and whoever was thought to be gone.
    pub(super) fn follow_work(self) {
        let Some(has_work) = self.parts().source.may_write else { return };
        Effect::new(move |_| {
            self.turn.track();
            if has_work.get() && self.is_elsewhere() {
                self.tell(Event::Wanted);
            }
        });
    }

    /// Whether another tab writes in the form. One that could not be taken over is not tried for again and again.
    fn is_elsewhere(self) -> bool {
        let drafting = self.drafting.get_value();
        drafting.is_some_and(|drafting| {
            let failed = matches!(drafting.said().get_untracked(), Said::Failed(_));
            matches!(drafting.standing().get(), Standing::Elsewhere | Standing::Taken) && !failed
        })
    }

    /// What was put aside; and which tab writes, where the work does not say it.
    pub(super) fn told_of_tabs(self) -> Option<AnyView> {
        let has_owner = self.parts().source.may_write.is_some();
        let told = |drafting: &Drafting| if has_owner { drafting.put_aside() } else { drafting.notice() };
        self.drafting.with_value(|drafting| drafting.as_ref().map(told))
    }
}
