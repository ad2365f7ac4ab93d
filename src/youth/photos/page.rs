//! One photographed page on the desk: how it looks, its place, turning, cropping, deleting.

use super::kept;
use crate::desk::focus;
use crate::platform::canvas;
use crate::youth::pages::essay::EssayDesk;
use leptos::prelude::*;
use leptos::task::spawn_local;
use locale::Phrase;
use ui::say;
use web_sys::{Event, ImageBitmap};
use youth::essay::{Crop, Photo};

/// The most pixels of a picture on the desk.
const SMALL: u32 = 900;
/// The most that can be cut off at a side, in percent.
const MOST_CUT: u16 = 80;

/// How a page looks.
#[derive(Clone, PartialEq)]
enum Look {
    Coming,
    Address(String),
    Lost,
}

/// A side, and what it is called.
type Side = (&'static str, fn() -> Phrase, fn(&mut Crop) -> &mut u16);

const SIDES: [Side; 4] = [
    ("left", locale::photo_crop_left, |crop| &mut crop.left),
    ("top", locale::photo_crop_top, |crop| &mut crop.top),
    ("right", locale::photo_crop_right, |crop| &mut crop.right),
    ("bottom", locale::photo_crop_bottom, |crop| &mut crop.bottom),
];

/// A page by its id. Every copy is the same one.
#[derive(Clone, Copy)]
struct Page {
    essay: EssayDesk,
    id: StoredValue<String>,
    photo: Memo<Option<Photo>>,
    place: Memo<usize>,
    count: Memo<usize>,
}

/// The page.
pub(super) fn page(essay: EssayDesk, ids: Memo<Vec<String>>, id: String) -> AnyView {
    let (own, of) = (id.clone(), id.clone());
    let page = Page {
        essay,
        id: StoredValue::new(id.clone()),
        photo: Memo::new(move |_| {
            essay.draft().with(|draft| draft.photos.iter().find(|photo| photo.id == own).cloned())
        }),
        place: Memo::new(move |_| ids.with(|ids| ids.iter().position(|one| *one == of).unwrap_or_default())),
        count: Memo::new(move |_| ids.with(Vec::len)),
    };
    view! {
        <li class="photo" id=format!("photo-{id}")>
            <h3>{move || say(page.name())}</h3>
            {look(page)}
            {tools(page)}
            {crop(page)}
            {delete(page)}
        </li>
    }
    .into_any()
}

impl Page {
    fn name(self) -> Phrase {
        locale::photo_page(self.place.get() + 1)
    }

    fn change(self, change: impl FnOnce(&mut Photo)) {
        self.essay.change(|draft| {
            if let Some(photo) = self.id.with_value(|id| draft.photos.iter_mut().find(|photo| photo.id == *id)) {
                change(photo);
            }
        });
    }

    /// Moves it, and lets the keyboard stay with it.
    fn shift(self, to: usize, button: &str) {
        let from = self.place.get_untracked();
        self.essay.change(|draft| draft.move_photo(from, to));
        focus::on(self.id.with_value(|id| format!("{button}-{id}")));
    }

    async fn remove(self) {
        let (essay, id) = (self.essay, self.id.get_value());
        let contest = essay.contest().id;
        // The draft forgets it first: it never names a picture that is gone.
        essay.change(|draft| draft.photos.retain(|photo| photo.id != id));
        focus::on("photos-heading".to_owned());
        if kept::remove(&essay.desk(), &contest, &id).await.is_ok() {
            essay.desk().tell(locale::photo_deleted());
        }
    }
}

/// The picture, drawn anew when it was turned or cropped.
fn look(page: Page) -> AnyView {
    let picture = RwSignal::new_local(None::<ImageBitmap>);
    let look = RwSignal::new(Look::Coming);
    spawn_local(async move {
        let (desk, contest) = (page.essay.desk(), page.essay.contest().id);
        let found = kept::read(&desk, &contest, &page.id.get_value()).await;
        let read = match found {
            Some(bytes) => canvas::read_bytes(&bytes).await,
            None => None,
        };
        match read {
            Some(read) => drop(picture.try_set(Some(read))),
            None => drop(look.try_set(Look::Lost)),
        }
    });
    Effect::new(move |_| {
        let Some(photo) = page.photo.get() else { return };
        let drawn =
            picture.with(|picture| canvas::draw(picture.as_ref()?, kept::view(picture.as_ref()?, &photo, SMALL)));
        if let Some(address) = drawn.and_then(|canvas| canvas::address(&canvas)) {
            look.set(Look::Address(address));
        }
    });
    let view = move || match look.get() {
        Look::Coming => ().into_any(),
        Look::Lost => view! { <p role="alert">{say(locale::photo_lost())}</p> }.into_any(),
        Look::Address(address) => view! { <img src=address alt=""/> }.into_any(),
    };
    view! { <div class="leaf">{view}</div> }.into_any()
}

fn tools(page: Page) -> AnyView {
    let may_not = move || !page.essay.may_write();
    let id = page.id.get_value();
    let is_first = move || page.place.get() == 0;
    let is_last = move || page.place.get() + 1 == page.count.get();
    let up = move |_| {
        if !is_first() {
            page.shift(page.place.get_untracked().saturating_sub(1), "up");
        }
    };
    let down = move |_| {
        if !is_last() {
            page.shift(page.place.get_untracked() + 1, "down");
        }
    };
    let turn = move |_| page.change(|photo| photo.turn = photo.turn.further());
    let labelled =
        move |words: Phrase| view! { {say(words)} <span class="hidden">" " {move || say(page.name())}</span> };
    view! {
        <p class="tools">
            <button type="button" id=format!("up-{id}") disabled=may_not aria-disabled=move || is_first().to_string() on:click=up>{labelled(locale::photo_up())}</button>
            <button type="button" id=format!("down-{id}") disabled=may_not aria-disabled=move || is_last().to_string() on:click=down>{labelled(locale::photo_down())}</button>
            <button type="button" disabled=may_not on:click=turn>{labelled(locale::photo_turn())}</button>
        </p>
    }
    .into_any()
}

fn crop(page: Page) -> AnyView {
    let sides: Vec<_> = SIDES.into_iter().map(|side| cut(page, side)).collect();
    view! {
        <details class="crop">
            <summary>{say(locale::photo_crop())}</summary>
            <fieldset disabled=move || !page.essay.may_write()>
                <legend class="hidden">{say(locale::photo_crop())} " " {move || say(page.name())}</legend>
                {sides}
            </fieldset>
        </details>
    }
    .into_any()
}

/// How much is cut off at a side. The page is drawn anew when the slider rests.
fn cut(page: Page, (name, label, side): Side) -> AnyView {
    let percent = move || page.photo.get().map_or(0, |mut photo| *side(&mut photo.crop) / 10);
    let set = move |event: Event| {
        let Ok(percent) = event_target_value(&event).parse::<u16>() else { return };
        page.change(|photo| {
            *side(&mut photo.crop) = percent.min(MOST_CUT) * 10;
            photo.crop = photo.crop.within_reason();
        });
    };
    let id = format!("crop-{name}-{}", page.id.get_value());
    view! {
        <p class="side">
            <label for=id.clone()>{say(label())} " " <output>{move || say(locale::photo_percent(u32::from(percent())))}</output></label>
            <input id=id type="range" min="0" max=MOST_CUT.to_string() step="1" prop:value=move || percent().to_string() on:change=set/>
        </p>
    }
    .into_any()
}

fn delete(page: Page) -> AnyView {
    view! {
        <details class="delete">
            <summary>{say(locale::photo_delete())}</summary>
            <p>
                <span>{say(locale::photo_delete_note())}</span>
                <button type="button" disabled=move || !page.essay.may_write() on:click=move |_| spawn_local(page.remove())>{say(locale::photo_delete_sure())}</button>
            </p>
        </details>
    }
    .into_any()
}
