//! Keeping the answers, which nothing does by itself: on this device as a slip of the learner's, which goes into a backup only if it is ticked
//! there, or in a text file of their own.

use super::{Mood, Screen, file};
use formats::draft::{Found, Name};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{say, written_date};
use youth::mood::Kept;

impl Mood {
    /// Looks for what was kept before.
    pub(super) fn find_kept(self) {
        let desk = self.desk.get_value();
        spawn_local(async move {
            self.kept.set(desk.open_draft(&Name::Moods).await.ok().flatten());
        });
    }

    /// Keeps the answers on this device, or nothing any more, and says so when that is on the disk.
    fn put(self, kept: Option<Kept>) {
        let desk = self.desk.get_value();
        match &kept {
            Some(kept) => desk.put_draft(&Name::Moods, kept),
            None => desk.finish_draft(&Name::Moods),
        }
        spawn_local(async move {
            if kept.is_none() {
                // Whether they are gone is looked at below.
                let _ = desk.remove_draft(&Name::Moods).await;
            }
            // It is read after it was written: what comes is what is on the disk.
            let is_there = match desk.find_draft::<Kept>(&Name::Moods).await {
                Ok(Found::Nothing) => kept.is_none(),
                Ok(Found::Draft(found)) => kept.as_ref() == Some(&found),
                Ok(Found::Newer(_) | Found::Damaged(_)) | Err(_) => false,
            };
            let said = match (is_there, &kept) {
                (false, _) => locale::mood_unkept(),
                (true, Some(_)) => locale::mood_kept(),
                (true, None) => locale::mood_deleted(),
            };
            if is_there {
                self.kept.set(kept);
            }
            self.said.set(Some(said));
        });
    }

    fn keep(self) {
        let day = self.desk.with_value(|desk| desk.today().to_string());
        self.put(Some(Kept { day, answers: self.answers.get_untracked() }));
    }

    fn save_file(self) {
        let saved = self.desk.with_value(|desk| file::save(desk, &self.check(), &self.answers.get_untracked()));
        self.said.set(Some(saved.map_or_else(locale::mood_file_refused, locale::mood_file_saved)));
    }
}

/// On the first screen: what was kept, if anything.
pub fn before(mood: Mood) -> Option<AnyView> {
    let kept = mood.kept.get()?;
    let day = written_date(&kept.day);
    let look = move |_| {
        mood.answers.set(kept.answers.clone());
        mood.go(Screen::Closing);
    };
    let delete = move |_| mood.put(None);
    let section = view! {
        <section class="keep">
            <p>{say(locale::mood_kept_day(day))}</p>
            <p class="tools">
                <button type="button" on:click=look>{say(locale::mood_kept_look())}</button>
                <button type="button" on:click=delete>{say(locale::mood_delete())}</button>
            </p>
        </section>
    };
    Some(section.into_any())
}

/// On the last screen: whether to keep the answers.
pub fn after(mood: Mood) -> AnyView {
    let is_guest = mood.desk.with_value(|desk| desk.is_guest());
    let on_device = match (is_guest, mood.kept.get()) {
        (true, _) => view! { <p>{say(locale::mood_keep_guest())}</p> }.into_any(),
        (false, None) => view! {
            <p>{say(locale::mood_keep_why())}</p>
            <p class="tools"><button type="button" on:click=move |_| mood.keep()>{say(locale::mood_keep())}</button></p>
        }
        .into_any(),
        (false, Some(kept)) => view! {
            <p>{say(locale::mood_kept_day(written_date(&kept.day)))}</p>
            <p class="tools">
                <button type="button" on:click=move |_| mood.keep()>{say(locale::mood_keep_again())}</button>
                <button type="button" on:click=move |_| mood.put(None)>{say(locale::mood_delete())}</button>
            </p>
        }
        .into_any(),
    };
    view! {
        <section class="keep">
            <h3>{say(locale::mood_keep_title())}</h3>
            {on_device}
            <p>{say(locale::mood_file_why())}</p>
            <p class="tools"><button type="button" on:click=move |_| mood.save_file()>{say(locale::mood_file())}</button></p>
        </section>
    }
    .into_any()
}
