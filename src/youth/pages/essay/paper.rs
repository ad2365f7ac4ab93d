//! The essay on manuscript paper (稿纸): drawn when the writer pauses, and printed a sheet for each page.

use super::desk::EssayDesk;
use crate::platform::document;
use crate::platform::print::Handout;
use leptos::prelude::*;
use leptos::task::{self, spawn_local};
use locale::Phrase;
use ui::say;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event};
use youth::manuscript::{Cell, Page, lay_out};

/// A page of the paper.
type Numbered = (usize, Page);

/// The section. Nothing is laid out before it is opened.
pub fn section(essay: EssayDesk) -> AnyView {
    let open = RwSignal::new(false);
    let pages = Memo::new(move |_| match open.get() {
        true => essay.draft().with(|draft| lay_out(&draft.title, &draft.text).pages),
        false => Vec::new(),
    });
    let toggle = move |event: Event| open.set(event_target::<Element>(&event).has_attribute("open"));
    let all = move || pages.get().into_iter().enumerate().collect::<Vec<Numbered>>();
    let print = move |_| spawn_local(print(essay));
    view! {
        <section class="manuscript" aria-labelledby="essay-paper">
            <h2 class="section" id="essay-paper">{say(locale::essay_paper())}</h2>
            <p>{say(locale::essay_paper_why())}</p>
            <details on:toggle=toggle>
                <summary>{say(locale::essay_paper_show())}</summary>
                <p class="tools"><button type="button" on:click=print>{say(locale::essay_paper_print())}</button></p>
                <div id="essay-sheets">
                    <For each=all key=written children=move |(index, page)| sheet(essay, pages, index, &page)/>
                </div>
            </details>
        </section>
    }
    .into_any()
}

/// What stands on a page: one that stays the same is not drawn again.
fn written((index, page): &Numbered) -> (usize, String) {
    let cells = page.rows.iter().flatten().map(|cell| format!("{}\t", cell.text));
    (*index, cells.collect())
}

fn sheet(essay: EssayDesk, pages: Memo<Vec<Page>>, index: usize, page: &Page) -> AnyView {
    let cells: Vec<_> = page.rows.iter().flatten().map(cell).collect();
    let title = move || essay.draft().with(|draft| draft.title.trim().to_owned());
    let number = move || locale::essay_page(index + 1, pages.with(Vec::len));
    let described = move || {
        let Phrase { zh, en } = locale::essay_page_described(index + 1, pages.with(Vec::len));
        if document()
            .document_element()
            .is_some_and(|html| html.get_attribute("data-language").as_deref() == Some("en"))
        {
            en
        } else {
            zh
        }
    };
    view! {
        <section class="grid-paper">
            <div class="grid-cells" role="img" aria-label=described>{cells}</div>
            <p class="grid-foot"><span>{title}</span> <span>{move || say(number())}</span></p>
        </section>
    }
    .into_any()
}

/// Several characters in a cell are written smaller, except two that are narrow.
fn cell(cell: &Cell) -> AnyView {
    let is_crowded = cell.text.chars().count() > 1 && !(cell.text.is_ascii() && cell.text.len() == 2);
    view! { <i class:crowded=is_crowded>{cell.text.clone()}</i> }.into_any()
}

/// Prints the pages as they are written now, and nothing else.
async fn print(essay: EssayDesk) {
    essay.look();
    task::tick().await;
    if put_on_paper().await.is_none() {
        essay.desk().tell(locale::essay_no_print());
    }
}

async fn put_on_paper() -> Option<()> {
    let handout = Handout::new()?;
    let sheets = document().query_selector_all("#essay-sheets > section").ok()?;
    for sheet in (0..sheets.length()).filter_map(|index| sheets.item(index)?.dyn_into::<Element>().ok()) {
        handout.add_copy(&sheet)?;
    }
    handout.print().await
}
