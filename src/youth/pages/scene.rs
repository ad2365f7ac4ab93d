//! A scene, part by part. The text is the published one, of which the present part is shown ([`article`]); below it stands the way that was
//! taken. Each step is an entry of the browser's history, which keeps the way with it: going back and loading again need nothing else.

mod article;

use crate::desk::Desk;
use crate::platform::{history, page_events, print};
use crate::youth::hall::Hall;
use article::Article;
use formats::programme::SceneOf;
use learning::Study;
use learning::deed::Played;
use leptos::prelude::*;
use locale::Phrase;
use std::collections::BTreeSet;
use std::rc::Rc;
use ui::{Act, named, say};
use youth::scene::Part;
use youth::scene::way::Way;

/// Shows the part that the address names, and draws the way below. Without the list of what the portal offers all parts stay.
pub fn page(hall: &Hall) -> Option<AnyView> {
    let scene = hall.scene()?;
    let walk = Walk::new(hall.desk().clone(), scene)?;
    page_events::on_history(move || walk.follow());
    page_events::on_click(|event| {
        if page_events::asked(event).as_deref() == Some(Act::Print.name()) {
            print::page();
        }
    });
    Some(walk.view())
}

/// A walk through a scene. Every copy is the same one.
#[derive(Clone, Copy)]
struct Walk {
    parts: StoredValue<Rc<Parts>, LocalStorage>,
    way: RwSignal<Way>,
    /// What is said to those who hear the page.
    said: RwSignal<Option<Phrase>>,
}

/// The way that was kept with this entry of the history, if it leads through the scene as it is now.
fn kept(scene: &SceneOf) -> Option<Way> {
    let way: Way = serde_json::from_str(&history::kept()?).ok()?;
    way.fits(&scene.scene).then_some(way)
}

struct Parts {
    desk: Desk,
    scene: SceneOf,
    article: Article,
}

impl Walk {
    /// Takes up the way that was kept with this entry of the history, or begins where the address leads.
    fn new(desk: Desk, scene: SceneOf) -> Option<Self> {
        let article = Article::of(&scene.scene)?;
        let way = kept(&scene).unwrap_or_else(|| Way::from(article.part_of(&history::mark()).unwrap_or_default()));
        let parts = StoredValue::new_local(Rc::new(Parts { desk, scene, article }));
        let walk = Self { parts, way: RwSignal::new(way), said: RwSignal::new(None) };
        walk.arrive();
        Some(walk)
    }

    /// The reader chose, went to a note, or went through the history.
    fn follow(self) {
        let parts = self.parts.get_value();
        let mut way = self.way.get_untracked();
        let before = way.here().to_owned();
        match kept(&parts.scene) {
            Some(kept) => way = kept,
            None => way.go(parts.article.part_of(&history::mark()).unwrap_or(&before), &parts.scene.scene),
        }
        let is_other = way.here() != before;
        self.way.set(way);
        self.arrive();
        if is_other {
            parts.article.focus(self.way.get_untracked().here());
            self.said.set(Some(self.heard()));
        }
    }

    /// Shows the present part, keeps the way with the entry, and remembers an end that was not there before.
    fn arrive(self) {
        let (parts, way) = (self.parts.get_value(), self.way.get_untracked());
        parts.article.show(way.here());
        // Names and a number can always be written.
        history::keep(&serde_json::to_string(&way).unwrap_or_default());
        let is_end = untrack(|| self.here()).is_some_and(|part| part.choices.is_empty());
        if is_end && !self.seen_untracked().contains(way.here()) {
            let SceneOf { address, scene, .. } = &parts.scene;
            let played = Played {
                scene: scene.id.clone(),
                title: scene.title.clone(),
                address: address.clone(),
                end: way.here().to_owned(),
            };
            parts.desk.study(Study::Played(played), Some(locale::walk_kept()));
        }
    }

    /// The present part.
    fn here(self) -> Option<Part> {
        let way = self.way.get();
        self.parts.with_value(|parts| parts.scene.scene.part(way.here()).cloned())
    }

    /// The ends that the learner came to.
    fn seen(self) -> BTreeSet<String> {
        let parts = self.parts.get_value();
        let played = parts.desk.log().get();
        let own = played.holiday.played.iter().filter(|kept| kept.value.scene == parts.scene.scene.id);
        own.map(|kept| kept.value.end.clone()).collect()
    }

    fn seen_untracked(self) -> BTreeSet<String> {
        untrack(|| self.seen())
    }

    /// What a part is called.
    fn title(self, id: &str) -> Phrase {
        let title = self.parts.with_value(|parts| parts.scene.scene.part(id).map(|part| part.title.clone()));
        title.filter(|title| !title.is_empty()).map_or_else(locale::walk_start, |title| Phrase::plain(&title))
    }

    fn heard(self) -> Phrase {
        let way = self.way.get_untracked();
        match way.back() {
            None => locale::walk_restarted(),
            Some(_) => locale::walk_step(way.parts().len(), self.title(way.here())),
        }
    }

    fn view(self) -> AnyView {
        view! {
            <div class="walk">
                {move || self.end()}
                {move || self.trail()}
                <p class="hidden" role="status">{move || self.said.get().map(say)}</p>
            </div>
        }
        .into_any()
    }

    /// How many ends there are besides this one. Which, is for the reader to find.
    fn end(self) -> Option<AnyView> {
        self.here().filter(|part| part.choices.is_empty())?;
        let mut seen = self.seen();
        seen.insert(self.way.get().here().to_owned());
        let seen: BTreeSet<&str> = seen.iter().map(String::as_str).collect();
        let (seen, count) = self.parts.with_value(|parts| parts.scene.scene.ends_seen(&seen));
        let words = match count - seen {
            0 => locale::walk_all_ends(count),
            rest => locale::walk_ends(count, rest, seen),
        };
        let end = view! { <section class="end"><h2>{say(locale::walk_end())}</h2> <p>{say(words)}</p></section> };
        Some(end.into_any())
    }

    /// The way taken, one step back, and the beginning.
    fn trail(self) -> Option<AnyView> {
        let way = self.way.get();
        let is_begun = way.back().is_some() || !way.here().is_empty();
        let here = way.here().to_owned();
        let last = way.parts().len() - 1;
        let step = |(at, part): (usize, &String)| {
            view! { <li aria-current=(at == last).then_some("step")>{say(self.title(part))}</li> }
        };
        let steps: Vec<_> = way.parts().iter().enumerate().map(step).collect();
        let back = way.back().map(|entries| {
            view! { <button type="button" on:click=move |_| history::back(entries)>{say(locale::walk_back())}</button> }
        });
        let again = (!here.is_empty()).then(|| {
            view! { <button type="button" on:click=move |_| history::go_to("")>{say(locale::walk_again())}</button> }
        });
        is_begun.then(|| {
            view! {
                <nav aria-labelledby="walk-name">
                    {named("walk-name", locale::walk_name())}
                    <ol>{steps}</ol>
                </nav>
                <p class="tools">{back} {again}</p>
            }
            .into_any()
        })
    }
}
