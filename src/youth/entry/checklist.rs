//! What the rules of the contest still want (还差什么). The list follows the work, the form below it, and the clock.

mod words;

use super::Panel;
use crate::platform::clock;
use gloo::timers::callback::Interval;
use leptos::prelude::*;
use locale::Phrase;
use ui::say;
use youth::checklist::State;

/// How often the time that is left is counted anew, in milliseconds.
const MINUTE_MS: u32 = 60_000;

impl Panel {
    /// The list, and the box to tick for one's own work.
    pub fn checklist(self) -> AnyView {
        let now = minutes();
        let lines = Memo::new(move |_| {
            let parts = self.parts();
            let items = (parts.source.checklist)(self.years(), now.get());
            let zone = parts.hall.index().map(|index| index.zone.clone()).unwrap_or_default();
            let group = parts.source.group.get().and_then(|id| parts.contest.group(&id));
            let words = |item| words::of(&parts.contest, group, &zone, item);
            items.into_iter().map(|item| (item.state, words(item))).collect::<Vec<_>>()
        });
        view! {
            <section class="checklist" aria-labelledby="entry-checklist">
                <h2 class="section" id="entry-checklist">{say(locale::checklist_title())}</h2>
                <ul>{move || lines.get().into_iter().map(line).collect::<Vec<_>>()}</ul>
                {self.own_work()}
            </section>
        }
        .into_any()
    }

    fn own_work(self) -> AnyView {
        let parts = self.parts();
        let is_own = parts.source.own_work;
        let say_so = move |event| (self.parts().source.say_own_work)(event_target_checked(&event));
        view! {
            <label class="check">
                <input type="checkbox" disabled=move || !self.has_work() prop:checked=move || is_own.get() on:change=say_so/>
                <span>{say(words::own_work(parts.contest.kind))}</span>
            </label>
        }
        .into_any()
    }
}

/// Now, in milliseconds since 1970, minute by minute.
fn minutes() -> RwSignal<i64> {
    let now = RwSignal::new(clock::now().unix_ms);
    let ticking = StoredValue::new_local(Some(Interval::new(MINUTE_MS, move || now.set(clock::now().unix_ms))));
    on_cleanup(move || ticking.set_value(None));
    now
}

fn line((state, words): (State, Phrase)) -> AnyView {
    let (name, how) = match state {
        State::Done => ("done", locale::checklist_done()),
        State::Missing => ("missing", locale::checklist_missing()),
        State::Warning => ("warning", locale::checklist_warning()),
    };
    view! { <li data-state=name><span class="state">{say(how)}</span> <span>{say(words)}</span></li> }.into_any()
}
