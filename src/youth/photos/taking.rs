//! Taking or choosing pictures: each is read, reduced, and kept before it counts.

use super::kept::{self, MOST};
use crate::platform::canvas::{self, View};
use crate::platform::{clock, random};
use crate::youth::pages::essay::EssayDesk;
use leptos::prelude::*;
use leptos::task::spawn_local;
use locale::Phrase;
use model::EventId;
use ui::say;
use web_sys::{Event, File, HtmlInputElement};
use youth::essay::{Crop, Photo, Turn};

/// The field, and what is said of what was chosen.
pub(super) fn taking(essay: EssayDesk, most: Memo<u32>) -> AnyView {
    let said = RwSignal::new(Vec::<Phrase>::new());
    let working = RwSignal::new(None::<usize>);
    let choose = move |event: Event| {
        let field: HtmlInputElement = event_target(&event);
        let files: Vec<File> = field
            .files()
            .map(|files| (0..files.length()).filter_map(|index| files.get(index)).collect())
            .unwrap_or_default();
        // The same file may be chosen again.
        field.set_value("");
        spawn_local(async move {
            said.set(Vec::new());
            said.set(take(essay, most.get_untracked(), files, working).await);
            working.set(None);
        });
    };
    let may_not = move || !essay.may_write() || working.get().is_some() || most.get() == 0;
    let words = move || said.get().into_iter().map(|phrase| view! { <p>{say(phrase)}</p> }).collect::<Vec<_>>();
    let going = move || working.get().map(|number| view! { <p>{say(locale::photo_working(number))}</p> });
    view! {
        <label class="drop" hidden=move || most.get() == 0>
            <input type="file" accept="image/*" multiple disabled=may_not on:change=choose/>
            <strong>{say(locale::photo_add())}</strong>
        </label>
        <div role="status" class="taken">{going} {words}</div>
    }
    .into_any()
}

/// Takes as many as there is room for. What is to be said of it.
async fn take(essay: EssayDesk, most: u32, files: Vec<File>, working: RwSignal<Option<usize>>) -> Vec<Phrase> {
    let (mut said, mut added) = (Vec::new(), 0_u32);
    for (number, file) in (1..).zip(files) {
        if essay.draft().with_untracked(|draft| draft.photos.len()) >= most as usize {
            said.push(locale::photo_too_many(most));
            break;
        }
        working.set(Some(number));
        match taken(essay, &file).await {
            Ok(()) => added += 1,
            Err(why) => said.push(why),
        }
    }
    if added > 0 {
        said.insert(0, locale::photo_added(added));
    }
    said
}

/// Takes one picture. It counts when it is on the disk.
async fn taken(essay: EssayDesk, file: &File) -> Result<(), Phrase> {
    let picture = canvas::read(file).await.ok_or_else(|| locale::photo_unreadable(file.name()))?;
    let view = View { degrees: 0, part: (0, 0, picture.width(), picture.height()), most: MOST };
    let drawn = canvas::draw(&picture, view);
    picture.close();
    let bytes = match drawn {
        Some(canvas) => canvas::jpeg(&canvas).await,
        None => None,
    };
    let bytes = bytes.ok_or_else(|| locale::photo_undrawn(file.name()))?;
    let id = EventId::new(clock::now().unix_ms, random::ten_bytes()).to_string();
    let keeping = kept::keep(&essay.desk(), &essay.contest().id, &id, &bytes).await;
    keeping.map_err(|_| locale::photo_unsaved(file.name()))?;
    essay.change(|draft| draft.photos.push(Photo { id, turn: Turn::Upright, crop: Crop::default() }));
    Ok(())
}
