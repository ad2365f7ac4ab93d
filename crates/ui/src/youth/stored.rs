//! What is stored on a device, where, what of it leaves, and how it goes: drawn from the code's own list, and read without scripts.

use super::places::crumbs;
use crate::Scene;
use crate::desk::desk;
use crate::title::title;
use crate::words::say;
use leptos::prelude::*;
use locale::Phrase;
use youth::kept::{Deletion, LINES, Leaves, Line, Place, What};

/// The page: a table for each place in which something is stored.
pub(super) fn page(scene: &Scene) -> AnyView {
    let mut places: Vec<Place> = Vec::new();
    for line in LINES {
        if !places.contains(&line.place) {
            places.push(line.place);
        }
    }
    let tables: Vec<_> = places.into_iter().map(table).collect();
    let whole = view! {
        <div class="stored">
            <p>{say(locale::kept_nothing_leaves())}</p>
            {tables}
            <p>{say(locale::kept_no_mirror())}</p>
            <h2 class="section">{say(locale::kept_delete())}</h2>
            <p>{say(locale::kept_delete_how())}</p>
            <p class="tools">
                <a href=scene.to("learners/")>{say(locale::kept_to_learners())}</a>
                <a href=scene.to("settings/")>{say(locale::kept_to_settings())}</a>
            </p>
        </div>
    };
    view! {
        {crumbs(scene)}
        {title(locale::stored_title(), locale::stored_intro())}
        {desk("stored", whole.into_any())}
    }
    .into_any()
}

fn table(place: Place) -> AnyView {
    let rows: Vec<_> = LINES.iter().filter(|line| line.place == place).map(row).collect();
    view! {
        <table>
            <caption>{say(place_name(place))}</caption>
            <thead>
                <tr>
                    <th scope="col">{say(locale::kept_what())}</th> <th scope="col">{say(locale::kept_leaves())}</th>
                    <th scope="col">{say(locale::kept_goes())}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(line: &Line) -> AnyView {
    view! {
        <tr>
            <th scope="row">{say(what(line.what))}</th> <td>{say(leaves(line.leaves))}</td> <td>{say(deletion(line.deletion))}</td>
        </tr>
    }
    .into_any()
}

/// Where it is.
fn place_name(place: Place) -> Phrase {
    match place {
        Place::Record => locale::kept_in_record(),
        Place::Draft => locale::kept_in_draft(),
        Place::Versions => locale::kept_in_versions(),
        Place::Pictures => locale::kept_in_pictures(),
        Place::Recordings => locale::kept_in_recordings(),
        Place::Memory => locale::kept_in_memory(),
        Place::Settings => locale::kept_in_settings(),
        Place::Mirror => locale::kept_in_mirror(),
    }
}

/// What of it leaves the device.
fn leaves(leaves: Leaves) -> Phrase {
    match leaves {
        Leaves::Never => locale::kept_leaves_never(),
        Leaves::InEntry => locale::kept_leaves_in_entry(),
        Leaves::InBackup => locale::kept_leaves_in_backup(),
        Leaves::InBackupUnlessLeftOut => locale::kept_leaves_in_backup_unless_left_out(),
        Leaves::IfChosen => locale::kept_leaves_if_chosen(),
    }
}

/// How it goes.
fn deletion(deletion: Deletion) -> Phrase {
    match deletion {
        Deletion::WithLearner => locale::kept_goes_with_learner(),
        Deletion::WithDraft => locale::kept_goes_with_draft(),
        Deletion::Alone => locale::kept_goes_alone(),
        Deletion::OnLeaving => locale::kept_goes_on_leaving(),
        Deletion::WithOriginal => locale::kept_goes_with_original(),
        Deletion::WithBrowserData => locale::kept_goes_with_browser_data(),
    }
}

/// What it is.
fn what(what: What) -> Phrase {
    match what {
        What::Profile => locale::kept_what_profile(),
        What::Reading => locale::kept_what_reading(),
        What::Bookmarks => locale::kept_what_bookmarks(),
        What::Answers => locale::kept_what_answers(),
        What::Recalls => locale::kept_what_recalls(),
        What::Remarks => locale::kept_what_remarks(),
        What::Highlights => locale::kept_what_highlights(),
        What::Reflections => locale::kept_what_reflections(),
        What::DeclaredHours => locale::kept_what_declared_hours(),
        What::Goals => locale::kept_what_goals(),
        What::Corrections => locale::kept_what_corrections(),
        What::Coming => locale::kept_what_coming(),
        What::Attendance => locale::kept_what_attendance(),
        What::Service => locale::kept_what_service(),
        What::Scenes => locale::kept_what_scenes(),
        What::Entries => locale::kept_what_entries(),
        What::Moods => locale::kept_what_moods(),
        What::EssayText => locale::kept_what_essay_text(),
        What::Title => locale::kept_what_title(),
        What::Choice => locale::kept_what_choice(),
        What::Outline => locale::kept_what_outline(),
        What::OwnWork => locale::kept_what_own_work(),
        What::Times => locale::kept_what_times(),
        What::Versions => locale::kept_what_versions(),
        What::Photos => locale::kept_what_photos(),
        What::Script => locale::kept_what_script(),
        What::Takes => locale::kept_what_takes(),
        What::ChosenTake => locale::kept_what_chosen_take(),
        What::SelfReview => locale::kept_what_self_review(),
        What::EntrantName => locale::kept_what_entrant_name(),
        What::EntrantAge => locale::kept_what_entrant_age(),
        What::School => locale::kept_what_school(),
        What::Teacher => locale::kept_what_teacher(),
        What::Phone => locale::kept_what_phone(),
        What::Guardian => locale::kept_what_guardian(),
        What::Consent => locale::kept_what_consent(),
        What::Settings => locale::kept_what_settings(),
        What::Pages => locale::kept_what_pages(),
        What::Copy => locale::kept_what_copy(),
    }
}
