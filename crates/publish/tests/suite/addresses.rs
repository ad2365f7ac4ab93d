//! Every page of the sample portal stands in the list of addresses of ARCHITECTURE.md, and every address of the list has a page.

use crate::support::{app, checkout, options};
use model::address;
use publish::{content, site};
use std::collections::BTreeSet;
use url::Url;

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

/// Where `?at=` leads on a portal: what the programs do, with the same rules that browsers have for addresses.
fn wanted(root: &str, at: &str) -> Option<String> {
    let root = Url::parse(root).ok()?;
    let goal = root.join(at).ok()?;
    // As it is opened: with the site in front.
    let whole = format!(
        "{}{}{}",
        root.origin().ascii_serialization(),
        root.path(),
        address::below(goal.as_str(), root.as_str())?
    );
    Some(Url::parse(&whole).ok()?.to_string())
}

#[test]
fn an_address_from_outside_leads_into_the_portal_or_nowhere() {
    for root in ["https://a.cn/", "http://a.cn:8080/x/", "https://a.cn/%E5%AD%A6/"] {
        for own in [
            "",
            "lessons/a/1/",
            "materials/甲 乙/",
            "?x",
            "#y",
            "a/../b/",
            ".",
            "%5Cevil.example/",
            ".//evil.example/",
            "a%2f..%2f",
        ] {
            let goal = wanted(root, own).unwrap_or_else(|| panic!("{root} {own}"));
            assert!(goal.starts_with(root), "{root} {own} {goal}");
        }
        for other in [
            "//evil.example/",
            "/\\evil.example/",
            "\\\\evil.example/",
            "\t//evil.example/",
            "/\t/evil.example/",
            "\n\\/evil.example",
            "https://evil.example/",
            "https:\\\\evil.example",
            "javascript:alert(1)",
            " java\tscript:alert(1)",
            "data:text/html,x",
            "blob:https://a.cn/x",
            "https://a.cn@evil.example/",
            "https://a.cn.evil.example/",
        ] {
            assert_eq!(wanted(root, other), None, "{root} {other}");
        }
    }
    assert_eq!(wanted("https://a.cn/x/", "../"), None);
    assert_eq!(wanted("https://a.cn/x/", "%2e%2e/y/"), None);
    assert_eq!(wanted("https://a.cn/x/", "/"), None);
}
