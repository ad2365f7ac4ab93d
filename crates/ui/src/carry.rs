//! What can be carried away: a series as a book or as a small portal, or all of the portal.

use crate::Scene;
use crate::words::{file_size, say};
use formats::page::{Download, DownloadKind};
use leptos::prelude::*;
use locale::Phrase;

/// A section with the files that are offered; nothing where there are none. The browser, and not the app, fetches them.
pub(crate) fn section(scene: &Scene, about: Phrase, files: &[Download]) -> AnyView {
    if files.is_empty() {
        return ().into_any();
    }
    let links: Vec<_> = files.iter().map(|file| link(scene, file)).collect();
    view! {
        <section class="carry">
            <h2 class="section">{say(locale::carry_title())}</h2>
            <p>{say(about)}</p>
            <p class="tools">{links}</p>
        </section>
    }
    .into_any()
}

fn link(scene: &Scene, file: &Download) -> AnyView {
    let kind = match file.kind {
        DownloadKind::Epub => locale::carry_epub(),
        DownloadKind::Zip => locale::carry_zip(),
    };
    view! {
        <a href=scene.to(&file.address) download="">
            {say(kind)} " " <small>{file_size(file.bytes)}</small>
        </a>
    }
    .into_any()
}
