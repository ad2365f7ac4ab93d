//! The learner's own remark on a question. What is typed is kept at once, and never written back while it is typed.

use super::state::Practice;
use crate::desk::focus;
use crate::study::question::field;
use formats::draft::Name;
use learning::deed::Remark;
use learning::{Deed, Study};
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::QuestionId;
use ui::say;
use web_sys::Event;

/// The form; `close` is called when the remark is on the disk.
pub(super) fn form(practice: Practice, id: QuestionId, close: UnsyncCallback<()>) -> AnyView {
    let (name, begun) = (Name::Remark(id.clone()).to_string(), RwSignal::new(None::<String>));
    let (desk, slip, question) = (practice.desk.get_value(), name.clone(), id.clone());
    spawn_local(async move {
        let kept = desk.slip(&slip).await.filter(|text| !text.is_empty());
        let stands = || desk.log().get_untracked().questions.get(&question).and_then(|known| known.remark.clone());
        let text = kept.or_else(|| stands().map(|remark| remark.value.text)).unwrap_or_default();
        begun.try_set(Some(text));
    });
    let shown = move || Some(fields(practice, id.clone(), name.clone(), begun.get()?, close));
    view! { {shown} }.into_any()
}

fn fields(practice: Practice, id: QuestionId, slip: String, begun: String, close: UnsyncCallback<()>) -> AnyView {
    let (text, slip) = (StoredValue::new(begun.clone()), StoredValue::new(slip));
    let take = move |event: &Event| {
        if let Some(typed) = field::read(event) {
            practice.desk.with_value(|desk| slip.with_value(|slip| desk.put_slip(slip, &typed)));
            text.set_value(typed);
        }
    };
    let area = format!("remark-{id}");
    let label = area.clone();
    focus::on(area.clone());
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (desk, id, slip, text) = (practice.desk.get_value(), id.clone(), slip.get_value(), text.get_value());
        spawn_local(async move {
            let remark = Study::Remarked(Remark { question: id, text });
            if desk.added(vec![Deed::Study(remark)]).await {
                desk.put_slip(&slip, "");
                desk.tell(locale::practice_remark_saved());
                // Whoever pressed twice, or closed the form meanwhile, has nothing left to close.
                close.try_run(());
            }
        });
    };
    view! {
        <form class="remark-form" on:submit=save>
            <label for=label>{say(locale::practice_remark_label())}</label>
            <textarea id=area rows="3" prop:value=begun on:input=move |event| take(&event)
                on:compositionend=move |event| take(&event.into())></textarea>
            <p class="acts"><button type="submit">{say(locale::practice_remark_save())}</button></p>
        </form>
    }
    .into_any()
}
