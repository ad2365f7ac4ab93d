//! A test on paper: what to choose before it is printed, and the sheet itself as it will be printed.

mod answers;
mod exam;

use super::HEADING;
use super::test::{Screen, Table, any_seed};
use crate::desk::focus;
use crate::platform::print;
use learning::paper::{Code, Paper, Shuffled, Version};
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;
use ui::say;

/// What is to be printed.
#[derive(Clone, Copy)]
struct Choice {
    code: RwSignal<Code>,
    /// That the code that was typed is none.
    unread: RwSignal<bool>,
    field: NodeRef<Input>,
}

/// The paper, and what is chosen for it.
pub(super) fn view(table: Table) -> AnyView {
    let shuffled = Shuffled { questions: false, options: true };
    let choice = Choice {
        code: RwSignal::new(Code { version: Version::new(any_seed()), shuffled }),
        unread: RwSignal::new(false),
        field: NodeRef::new(),
    };
    let sheet = move || {
        let code = choice.code.get();
        table.bank.with_value(|bank| {
            let paper = Paper::new(bank, code.version, code.shuffled);
            view! { {exam::view(bank, &paper, code)} {answers::view(bank, &paper, code)} }
        })
    };
    view! {
        <section class="exam-tools">
            <h2 id=HEADING tabindex="-1">{say(locale::paper_title())}</h2>
            <p>{say(locale::paper_about())}</p>
            {choice.form()}
            {choice.shuffles()}
            {buttons(table)}
        </section>
        <div class="exam">{sheet}</div>
    }
    .into_any()
}

fn buttons(table: Table) -> AnyView {
    let back = move |_| {
        table.screen.set(Screen::Asking);
        let first = table.test.with_untracked(|test| {
            test.asked.get(test.at.get_untracked()).map(|asked| focus::heading(&asked.question))
        });
        first.into_iter().for_each(focus::on);
    };
    view! {
        <p class="ways-on">
            <button type="button" on:click=back>{say(locale::paper_back())}</button>
            <button type="button" class="main" on:click=|_| print::page()>{say(locale::paper_print())}</button>
        </p>
    }
    .into_any()
}

impl Choice {
    fn set(self, code: Code) {
        self.code.set(code);
        self.unread.set(false);
        if let Some(field) = self.field.get_untracked() {
            field.set_value(&code.to_string());
        }
    }

    /// The code, to be read or typed.
    fn form(self) -> AnyView {
        let take = move |event: SubmitEvent| {
            event.prevent_default();
            let typed = self.field.get_untracked().map(|field| field.value()).unwrap_or_default();
            match Code::parse(&typed, self.code.get_untracked().shuffled) {
                Some(code) => self.set(code),
                None => self.unread.set(true),
            }
        };
        let another = move |_| self.set(Code { version: Version::new(any_seed()), ..self.code.get_untracked() });
        let unread = move || self.unread.get().then(|| say(locale::paper_unread()));
        let at_first = self.code.get_untracked().to_string();
        view! {
            <form class="code" on:submit=take>
                <label>
                    {say(locale::paper_code())}
                    <input type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" value=at_first node_ref=self.field/>
                </label>
                <button type="submit">{say(locale::paper_use_code())}</button>
                <button type="button" on:click=another>{say(locale::paper_another())}</button>
            </form>
            <p role="status">{unread}</p>
        }
        .into_any()
    }

    fn shuffles(self) -> AnyView {
        let options = move |event| self.shuffle(|shuffled| shuffled.options = event_target_checked(&event));
        let questions = move |event| self.shuffle(|shuffled| shuffled.questions = event_target_checked(&event));
        view! {
            <p class="shuffles">
                <label>
                    <input type="checkbox" prop:checked=move || self.code.get().shuffled.options on:change=options/>
                    {say(locale::paper_shuffle_options())}
                </label>
                <label>
                    <input type="checkbox" prop:checked=move || self.code.get().shuffled.questions on:change=questions/>
                    {say(locale::paper_shuffle_questions())}
                </label>
            </p>
        }
        .into_any()
    }

    fn shuffle(self, change: impl FnOnce(&mut Shuffled)) {
        let mut code = self.code.get_untracked();
        change(&mut code.shuffled);
        self.set(code);
    }
}
