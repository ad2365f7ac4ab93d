//! Bringing a backup in: choosing a file, seeing what would come in, and then merging it, or not.

use super::words::called;
use super::works;
use crate::desk::Desk;
use crate::platform::local;
use crate::study::files::{self, Preview, Refusal};
use formats::backup::works::WorkPlan;
use formats::backup::{self, Choices, Counts, LearnerPlan};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locale::Phrase;
use model::shared::ROOM_KEY;
use model::{Day, LearnerId};
use std::collections::BTreeSet;
use std::sync::Arc;
use ui::{date, say};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, File, FormData, HtmlFormElement, HtmlInputElement};

/// How far bringing in has come.
#[derive(Clone)]
enum Bringing {
    /// No file was chosen.
    Nothing,
    /// One is being read.
    Reading,
    /// It is not taken; this is said.
    Refused(Phrase),
    /// This would come in.
    Shown(Arc<Preview>),
    /// It came in; this is said.
    Done(Phrase),
}

/// Choosing a file, and what comes of it.
pub fn bring(desk: &Desk) -> AnyView {
    let state = RwSignal::new(Bringing::Nothing);
    let (reading, desk) = (desk.clone(), StoredValue::new_local(desk.clone()));
    let choose = move |event: Event| {
        let field: HtmlInputElement = event_target(&event);
        let file = field.files().and_then(|files| files.get(0));
        // The same file may be chosen again.
        take(&reading, state, file);
        field.set_value("");
    };
    view! {
        <h3>{say(locale::file_bring())}</h3>
        <p>{say(locale::file_bring_why())}</p>
        <label class="drop">
            // It lies over the whole label: files are dropped on it too.
            <input type="file" accept=".json,application/json" on:change=choose/>
            <strong>{say(locale::file_choose())}</strong>
            <span class="rules">{say(locale::file_drop())}</span>
        </label>
        <div role="status">{move || said(&desk.get_value(), state)}</div>
    }
    .into_any()
}

fn take(desk: &Desk, state: RwSignal<Bringing>, file: Option<File>) {
    let Some(file) = file else { return };
    let desk = desk.clone();
    state.set(Bringing::Reading);
    spawn_local(async move {
        let read = files::read(&desk, &file).await;
        state.set(read.map_or_else(
            |refusal: Refusal| Bringing::Refused(refusal.phrase()),
            |preview| Bringing::Shown(Arc::new(preview)),
        ));
    });
}

fn said(desk: &Desk, state: RwSignal<Bringing>) -> AnyView {
    match state.get() {
        Bringing::Nothing => ().into_any(),
        Bringing::Reading => view! { <p class="said">{say(locale::file_reading())}</p> }.into_any(),
        Bringing::Refused(why) => view! { <p class="said refused">{say(why)}</p> }.into_any(),
        Bringing::Done(what) => view! { <p class="said fine">{say(what)}</p> }.into_any(),
        Bringing::Shown(preview) => shown(desk, state, &preview),
    }
}

/// What would come in, by learner, and the choices that only the learner can make.
fn shown(desk: &Desk, state: RwSignal<Bringing>, preview: &Arc<Preview>) -> AnyView {
    let Preview { backup, plan } = &**preview;
    let made = backup.made_at.get(..10).and_then(Day::parse).map_or_else(|| Phrase::plain(&backup.made_at), date);
    let learners: Vec<_> = plan.learners.iter().map(|learner| of_learner(desk, learner, &plan.works)).collect();
    let erased: Vec<_> = plan.erased_there.iter().map(|id| erased_there(desk, *id)).collect();
    let (desk, merging) = (desk.clone(), Arc::clone(preview));
    let merge = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let ticked = |name| all(&event, name).iter().filter_map(|id| LearnerId::parse(id)).collect::<BTreeSet<_>>();
        let replace = works::to_replace(&merging.plan.works, |name| all(&event, name));
        let choices = Choices { revive: ticked("revive"), erase: ticked("erase"), replace };
        let (desk, preview) = (desk.clone(), Arc::clone(&merging));
        state.set(Bringing::Reading);
        spawn_local(async move { state.set(merge(&desk, &preview, &choices).await) });
    };
    view! {
        <form class="preview" on:submit=merge>
            <p>{say(locale::file_made(backup.records.len() + plan.damaged, made, backup.portal.clone()))}</p>
            {(plan.damaged > 0).then(|| view! { <p class="said refused">{say(locale::file_damaged(plan.damaged))}</p> })}
            <ul class="entries">{learners} {erased}</ul>
            <p class="tools">
                <button class="main">{say(locale::file_merge())}</button>
                <button type="button" on:click=move |_| state.set(Bringing::Nothing)>{say(locale::file_not())}</button>
            </p>
        </form>
    }
    .into_any()
}

fn of_learner(desk: &Desk, plan: &LearnerPlan, works: &[WorkPlan]) -> AnyView {
    let is_new = untrack(|| desk.people()).iter().all(|known| known.id != plan.id) && !plan.erased_here;
    let some = |count: usize, words: Phrase| (count > 0).then(|| view! { <span>{say(words)}</span> });
    let facts = (!plan.erased_here).then(|| {
        view! {
            <p class="facts">
                <span>{say(new(&plan.new))}</span>
                {some(plan.replaced, locale::file_replaced(plan.replaced))}
                {some(plan.there, locale::file_there(plan.there))}
                {some(plan.taken_back, locale::file_taken_back(plan.taken_back))}
            </p>
        }
    });
    let revive = plan.erased_here.then(|| {
        view! {
            <p>{say(locale::file_erased_here())}</p>
            {tick("revive", plan.id, locale::file_revive())}
            <p class="facts"><span>{say(new(&plan.new))}</span></p>
        }
    });
    view! {
        <li>
            <p>
                <strong>{say(called(&plan.name))}</strong>
                {is_new.then(|| view! { <span class="past">{say(locale::file_new_here())}</span> })}
            </p>
            {facts} {revive} {works::of_learner(works, plan.id)}
        </li>
    }
    .into_any()
}

fn erased_there(desk: &Desk, id: LearnerId) -> AnyView {
    let people = untrack(|| desk.people());
    let name = people.iter().find(|known| known.id == id).map(|known| known.profile.name.as_str()).unwrap_or_default();
    view! { <li><p>{say(locale::file_erased_there(called(name)))}</p> {tick("erase", id, locale::file_erase_too())}</li> }
        .into_any()
}

fn tick(name: &'static str, id: LearnerId, words: Phrase) -> AnyView {
    view! { <label class="check"><input type="checkbox" name=name value=id.to_string()/><span>{say(words)}</span></label> }
        .into_any()
}

/// What is new, by kind.
fn new(counts: &Counts) -> Phrase {
    let Counts { read, bookmarks, answers, notes, declared, goals, other, newer } = *counts;
    let kinds = [
        (read, locale::file_kind_read(read)),
        (bookmarks, locale::file_kind_bookmarks(bookmarks)),
        (answers, locale::file_kind_answers(answers)),
        (notes, locale::file_kind_notes(notes)),
        (declared, locale::file_kind_declared(declared)),
        (goals, locale::file_kind_goals(goals)),
        (other, locale::file_kind_other(other)),
        (newer, locale::file_kind_newer(newer)),
    ];
    let kinds: Vec<Phrase> = kinds.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
    if kinds.is_empty() {
        return locale::file_new(0);
    }
    let list = |of: fn(&Phrase) -> &str, between: &str| kinds.iter().map(of).collect::<Vec<_>>().join(between);
    let kinds = Phrase { zh: list(|words| &words.zh, "、"), en: list(|words| &words.en, ", ") };
    locale::file_new_kinds(counts.all(), kinds)
}

/// Merges, after reading again what is here.
async fn merge(desk: &Desk, preview: &Preview, choices: &Choices) -> Bringing {
    let Some(state) = desk.state().await else { return Bringing::Refused(locale::file_unreadable()) };
    let Some(works) = desk.works().await else { return Bringing::Refused(locale::file_unreadable()) };
    let changes = backup::changes(&state, &works, &preview.backup, choices);
    let (new, replaced) = (changes.append.len(), changes.replace.len());
    let is_nothing = changes.erase.is_empty() && changes.slips.is_empty();
    let was_blank = untrack(|| desk.people()).iter().all(|known| known.events == 0);
    if !desk.change(changes).await {
        return Bringing::Refused(locale::file_refused());
    }
    // On a new device the only learner of the file is who brought it.
    if let (true, [only], None) = (was_blank, &preview.plan.learners[..], local::get(ROOM_KEY)) {
        desk.begin_turn(only.id).await;
    }
    Bringing::Done(match (new, replaced) {
        (0, 0) if is_nothing => locale::file_nothing(),
        (_, 0) => locale::file_merged(new),
        _ => locale::file_merged_replaced(new, replaced),
    })
}

/// Everything that is chosen under a name in the form that an event happened in.
fn all(event: &Event, name: &str) -> Vec<String> {
    let form = event.target().and_then(|target| target.dyn_ref::<Element>()?.closest("form").ok()?);
    let form = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    let data = form.and_then(|form| FormData::new_with_form(&form).ok());
    data.map(|data| data.get_all(name).iter().filter_map(|value| value.as_string()).collect()).unwrap_or_default()
}

/// The first of them; empty when there is none.
pub fn field(event: &Event, name: &str) -> String {
    all(event, name).into_iter().next().unwrap_or_default()
}
