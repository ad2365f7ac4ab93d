//! What is said of something that another tab writes, and of words that were put aside.

use super::{Aside, Drafting};
use crate::desk::download;
use formats::draft::Name;
use leptos::prelude::*;
use leptos::task::spawn_local;
use locale::Phrase;
use records::keeping::{Event, Standing};
use ui::say;

impl Drafting {
    /// Who writes, if it is not this tab, and how to go on here; and what was put aside.
    pub fn notice(&self) -> AnyView {
        let (here, standing) = (StoredValue::new_local(self.clone()), self.standing());
        let elsewhere = move || here.with_value(|drafting| drafting.elsewhere(standing.get()));
        view! {
            {self.lost()}
            <div class="elsewhere">{elsewhere}</div>
            {self.put_aside()}
        }
        .into_any()
    }

    /// That what was written before is lost, if it is.
    pub fn lost(&self) -> Option<AnyView> {
        self.0.desk.lost_notice(&Name::parse(&self.0.slip))
    }

    /// What was put aside, and what can be done with it.
    pub fn put_aside(&self) -> AnyView {
        let (here, standing, asides) = (StoredValue::new_local(self.clone()), self.standing(), self.asides());
        let all = move || {
            let all = asides.get().into_iter().map(|aside| one_aside(here, aside));
            (standing.get() == Standing::Here).then(|| all.collect::<Vec<_>>())
        };
        all.into_any()
    }

    fn elsewhere(&self, standing: Standing) -> Option<AnyView> {
        let said = match standing {
            Standing::Here => return None,
            Standing::Elsewhere => locale::writing_elsewhere(),
            Standing::Taken => locale::writing_taken(),
            Standing::Taking => locale::writing_taking(),
        };
        let this = self.clone();
        let take = matches!(standing, Standing::Elsewhere | Standing::Taken).then(|| {
            view! { <button type="button" on:click=move |_| this.tell(Event::Wanted)>{say(locale::writing_take())}</button> }
        });
        Some(view! { <p class="calm" role="status">{say(said)}</p> {take} }.into_any())
    }

    fn told(&self, went_well: bool, otherwise: Phrase) {
        if !went_well {
            self.0.desk.tell(otherwise);
        }
    }
}

fn one_aside(here: StoredValue<Drafting, LocalStorage>, aside: Aside) -> AnyView {
    let aside = StoredValue::new(aside);
    let swap = move |_| {
        let (drafting, aside) = (here.get_value(), aside.get_value());
        spawn_local(async move { drafting.told(drafting.swap(&aside).await.is_ok(), locale::writing_aside_failed()) });
    };
    let save = move |_| {
        let name = format!("{}.txt", locale::writing_aside_file().zh);
        let saved = aside.with_value(|aside| download(&name, "text/plain;charset=utf-8", aside.text.as_bytes()));
        here.with_value(|drafting| drafting.told(saved.is_some(), locale::writing_no_download()));
    };
    let forget = move |_| {
        let (drafting, aside) = (here.get_value(), aside.get_value());
        spawn_local(
            async move { drafting.told(drafting.let_go_of(&aside).await.is_ok(), locale::writing_aside_failed()) },
        );
    };
    view! {
        <div class="calm">
            <p>{say(locale::writing_aside())}</p>
            <p class="tools">
                <button type="button" on:click=swap>{say(locale::writing_aside_swap())}</button>
                <button type="button" on:click=save>{say(locale::writing_aside_download())}</button>
                <button type="button" on:click=forget>{say(locale::writing_aside_forget())}</button>
            </p>
        </div>
    }
    .into_any()
}
