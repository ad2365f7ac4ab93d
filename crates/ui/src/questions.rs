//! Questions as they can be read without any script: all banks, and one bank with its answers folded away.

mod answer;
mod paper;

use crate::Scene;
use crate::desk::desk;
use crate::title::title;
use crate::words::{named, say};
use formats::page::{BankGroup, BankOutline, Questions};
use leptos::prelude::*;
use locale::Phrase;

/// All banks.
pub(crate) fn banks(scene: &Scene, groups: &[BankGroup]) -> AnyView {
    let groups: Vec<_> = groups.iter().map(|one| group(scene, one)).collect();
    let empty = groups.is_empty().then(|| view! { <p class="empty">{say(locale::questions_empty())}</p> });
    view! {
        {title(locale::questions_title(), locale::questions_intro())}
        <p class="more"><a href=scene.to("practice/")>{say(locale::questions_try_practice_call())}</a></p>
        {empty}
        {groups}
    }
    .into_any()
}

fn group(scene: &Scene, group: &BankGroup) -> AnyView {
    let name = group.series.as_ref().map_or_else(locale::questions_general, |series| Phrase::plain(&series.title));
    let line = |bank: &BankOutline| {
        view! {
            <li>
                <a href=scene.to(&bank.link.address)>
                    {bank.link.title.clone()} " " <small>{say(locale::questions_count(bank.questions))}</small>
                </a>
            </li>
        }
    };
    let lines: Vec<_> = group.banks.iter().map(line).collect();
    view! {
        <section>
            <h2 class="section">{say(name)}</h2>
            <ul class="links">{lines}</ul>
        </section>
    }
    .into_any()
}

/// One bank.
pub(crate) fn bank(scene: &Scene, questions: &Questions) -> AnyView {
    let Questions { bank, lesson, gift } = questions;
    let back = lesson.as_ref().map(|lesson| {
        view! { <a href=scene.to(&lesson.address)>{say(locale::questions_back())}</a> }
    });
    view! {
        <div class="title">
            <nav class="crumbs" aria-labelledby="crumbs-name">
                {named("crumbs-name", locale::nav_crumbs())} <a href=scene.to("questions/")>{say(locale::questions_title())}</a>
                {back}
            </nav>
            <h1>{bank.title.clone()}</h1>
            <p class="summary">{say(locale::questions_only_for_learning())}</p>
        </div>
        {desk("questions", paper::paper(scene, bank, lesson.as_ref()))}
        <p class="tools">
            <a href=scene.to(gift) download="">{say(locale::questions_gift())}</a>
        </p>
    }
    .into_any()
}

/// A card that leads from the end of a lesson to its banks; nothing for a lesson that has none.
pub(crate) fn card(scene: &Scene, banks: &[BankOutline]) -> AnyView {
    if banks.is_empty() {
        return ().into_any();
    }
    let one = |bank: &BankOutline| {
        let title = (banks.len() > 1).then(|| view! { <span>{bank.link.title.clone()}</span> });
        view! { <a href=scene.to(&bank.link.address)>{title} {say(locale::questions_call(bank.questions))}</a> }
    };
    let links: Vec<_> = banks.iter().map(one).collect();
    view! {
        <section class="try">
            <h2>{say(locale::questions_try())}</h2>
            <p>{links}</p>
        </section>
    }
    .into_any()
}

/// A card that leads from the front page to practice; nothing where there is nothing to practise with.
pub(crate) fn practice_card(scene: &Scene, questions: u32) -> AnyView {
    if questions == 0 {
        return ().into_any();
    }
    view! {
        <section class="try">
            <h2>{say(locale::questions_try_practice())}</h2>
            <p>
                <a href=scene.to("practice/")>{say(locale::questions_try_practice_call())}</a>
                <a href=scene.to("questions/")>{say(locale::questions_all())}</a>
            </p>
        </section>
    }
    .into_any()
}
