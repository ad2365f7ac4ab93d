//! Notices, partners, old addresses, and long lists.

use crate::support::{Folder, app, lesson, options, texts};
use publish::fault::Language;
use publish::site::{self, Options};

fn notice(id: &str, date: &str, more: &str) -> String {
    format!("+++\nid = \"{id}\"\ntitle = \"通知{id}\"\ndate = \"{date}\"\n{more}\n+++\n\n内容。\n")
}

#[test]
fn a_notice_holds_through_its_last_day_and_is_archived_after_it() {
    let folder = Folder::portal()
        .with("notices/a.md", notice("a", "2026-03-01", "expires = \"2026-03-20\""))
        .with("notices/b.md", notice("b", "2026-03-02", ""));
    let listed = |today: &str| {
        let options = Options { today: today.into(), ..options() };
        let site = site::build(&folder.content(), &app(), &options).unwrap();
        let list = |css: &str| texts(&site, "notices/index.html", css);
        let (current, past) = (list("#lead section:nth-of-type(1) h3 a"), list("#lead section:nth-of-type(2) h3 a"));
        (current, past, texts(&site, "index.html", ".notices h3 a"))
    };
    let both = vec!["通知b".to_owned(), "通知a".to_owned()];
    assert_eq!(listed("2026-03-20"), (both.clone(), vec![], both));
    let one = vec!["通知b".to_owned()];
    assert_eq!(listed("2026-03-21"), (one.clone(), vec!["通知a".to_owned()], one));
}

#[test]
fn a_partner_has_its_joint_activities_its_lessons_and_its_notices() {
    let own = lesson("p-1", "交通课", "文。").replacen("+++\n", "+++\npartner = \"police\"\n", 1);
    let site = Folder::portal()
        .with(
            "partners/police.md",
            "+++\nid = \"police\"\ntitle = \"交警\"\n[[joint]]\ntitle = \"五个一\"\n+++\n\n文。\n",
        )
        .with("notices/a.md", notice("a", "2026-03-01", "partner = \"police\""))
        .with("lessons/a/3.md", own)
        .site();
    let page = |css: &str| texts(&site, "partners/police/index.html", css);
    assert_eq!(page(".joint h3"), ["五个一"]);
    assert_eq!(page("#tail .links a"), ["交通课"]);
    assert_eq!(page("#tail .notices h3 a"), ["通知a"]);
    assert_eq!(texts(&site, "notices/a/index.html", ".card a"), ["交警"]);
    assert_eq!(texts(&site, "lessons/a/3/index.html", ".card a"), ["交警"]);
}

#[test]
fn a_partner_that_there_is_not_is_a_fault() {
    let folder = Folder::portal().with("notices/a.md", notice("a", "2026-03-01", "partner = \"police\""));
    let faults = folder.said(Language::English);
    assert_eq!(faults.len(), 1);
    assert!(faults[0].contains("No partner has the id \"police\""), "{faults:?}");
}

#[test]
fn an_old_address_leads_to_the_new_one() {
    let moved = lesson("a-1", "第一课", "文。").replacen("+++\n", "+++\naliases = [\"lessons/old/x/\"]\n", 1);
    let site = Folder::portal().with("lessons/a/1.md", moved).site();
    let html = String::from_utf8(site.files["lessons/old/x/index.html"].to_vec()).unwrap();
    assert!(html.contains("href=\"../../../lessons/a/1/\""), "{html}");
    assert!(html.contains("<link rel=\"canonical\" href=\"https://example.org/x/lessons/a/1/\">"), "{html}");
    let packs: Vec<&str> = site
        .files
        .iter()
        .filter(|(name, _)| name.starts_with("packs/"))
        .map(|(_, bytes)| std::str::from_utf8(bytes).unwrap())
        .collect();
    assert!(packs.iter().any(|pack| pack.contains("\"lessons/old/x/\"")), "no pack keeps the old address");
}

#[test]
fn two_documents_cannot_have_one_address() {
    let moved = lesson("a-1", "第一课", "文。").replacen("+++\n", "+++\naliases = [\"lessons/a/2/\"]\n", 1);
    let faults = Folder::portal().with("lessons/a/1.md", moved).said(Language::English);
    assert!(faults.iter().any(|fault| fault.contains("lessons/a/2/ belongs to lessons/a/2.md")), "{faults:?}");
}

#[test]
fn a_long_list_is_cut_into_sheets_that_lead_to_one_another() {
    let folder = (0..130).fold(Folder::portal(), |folder, number| {
        folder.with(&format!("materials/{number:03}.md"), format!("# 资料{number}\n\n文。\n"))
    });
    let site = folder.site();
    let on = |file: &str| texts(&site, file, "#lead .links a").len();
    let sheets = ["materials/index.html", "materials/page-2/index.html", "materials/page-3/index.html"];
    assert_eq!(sheets.map(on), [60, 60, 10]);
    assert_eq!(texts(&site, sheets[1], ".sheets a").len(), 2);
    assert!(!site.files.contains_key("materials/page-4/index.html"));
}

#[test]
fn the_feed_has_the_notices_the_newest_first() {
    let site = Folder::portal()
        .with("notices/a.md", notice("a", "2026-03-01", "expires = \"2026-03-02\""))
        .with("notices/b.md", notice("b", "2026-03-02", "from = \"居委会\""))
        .site();
    let feed = feed_rs::parser::parse(&*site.files["notices/feed.xml"]).expect("a feed");
    let titles: Vec<String> = feed.entries.iter().map(|entry| entry.title.clone().unwrap().content).collect();
    assert_eq!(titles, ["通知b", "通知a"]);
    assert_eq!(feed.entries[0].authors[0].name.as_deref(), Some("居委会"));
    assert_eq!(feed.entries[0].links[0].href, "https://example.org/x/notices/b/");
    let linked = texts(&site, "notices/index.html", "a[type=\"application/atom+xml\"]");
    assert_eq!(linked.len(), 1);
}

#[test]
fn every_sheet_of_the_series_is_kept_with_the_portal() {
    let folder = (0..21).fold(Folder::portal(), |folder, number| {
        folder.with(
            &format!("lessons/s{number}/series.toml"),
            format!("id = \"s{number}\"\ntitle = \"系列\"\nsummary = \"无\"\n"),
        )
    });
    let site = folder.site();
    let index = formats::pack::Index::read(std::str::from_utf8(&site.files["packs/index.json"]).unwrap()).unwrap();
    let pack = std::str::from_utf8(&site.files[&index.packs[0].address]).unwrap();
    assert!(pack.contains("\"lessons/page-2/\""), "{pack}");
}

#[test]
fn a_site_is_replaced_though_an_old_address_is_given_up() {
    let moved = lesson("a-1", "第一课", "文。").replacen("+++\n", "+++\naliases = [\"old/x/\"]\n", 1);
    let out = tempfile::tempdir().unwrap();
    let folder = out.path().join("site");
    Folder::portal().with("lessons/a/1.md", moved).site().write(&folder).unwrap();
    std::fs::write(folder.join(".DS_Store"), "").unwrap();
    Folder::portal().site().write(&folder).unwrap();
    assert!(!folder.join("old").exists());
    std::fs::write(folder.join("thesis.doc"), "").unwrap();
    assert!(Folder::portal().site().write(&folder).is_err());
}
