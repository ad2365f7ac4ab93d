//! Every page of the sample portal stands in the list of addresses of ARCHITECTURE.md, and every address of the list has a page.

use crate::support::{app, checkout, options};
use publish::{content, site};
use std::collections::BTreeSet;

/// The addresses of the list, `<name>` for what is different in each.
fn listed() -> BTreeSet<String> {
    let text = std::fs::read_to_string(checkout().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let (_, section) = text.split_once("## Addresses").expect("the section");
    let lines = section.lines().filter(|line| line.starts_with("    /"));
    lines.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

/// Whether an address is of a form: each part the same, or `<name>`; `<path>` is one part or several.
fn is_of(form: &str, address: &str) -> bool {
    let (mut form, mut address) = (form.split('/'), address.split('/'));
    loop {
        match (form.next(), address.next()) {
            (None, None) => return true,
            (Some("<path>"), Some(_)) => {
                let (form, address): (Vec<_>, Vec<_>) = (form.collect(), address.collect());
                return address.ends_with(&form);
            }
            (Some(part), Some(name)) if part == name || (part.starts_with('<') && !name.is_empty()) => {}
            _ => return false,
        }
    }
}

#[test]
fn the_list_of_addresses_is_that_of_the_sample() {
    let content = content::read(&checkout().join("content")).content.expect("a sample");
    let site = site::build(&content, &app(), &options()).expect("a site");
    let pages = site.files.keys().filter(|name| name.ends_with(".html"));
    let pages: BTreeSet<String> =
        pages.map(|name| format!("/{}", name.strip_suffix("index.html").unwrap_or(name))).collect();
    // What the sample has none of: a list so long that it has a second sheet, and a text that was moved.
    let absent = ["/<list>/page-2/", "/<old-address>/"];
    let forms: Vec<String> = listed().into_iter().filter(|form| !absent.contains(&form.as_str())).collect();
    let unlisted: Vec<_> = pages.iter().filter(|page| !forms.iter().any(|form| is_of(form, page))).collect();
    assert!(unlisted.is_empty(), "not in the list: {unlisted:?}");
    let is_page = |form: &&String| form.ends_with('/') || form.ends_with(".html");
    let gone: Vec<_> =
        forms.iter().filter(is_page).filter(|form| !pages.iter().any(|page| is_of(form, page))).collect();
    assert!(gone.is_empty(), "in the list without a page: {gone:?}");
}
