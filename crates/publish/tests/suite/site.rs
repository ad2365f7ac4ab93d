//! The site as a whole.

use crate::support::{Folder, app, app_folder, checkout, options, text};
use formats::pack::{Index, Pack};
use publish::hash;
use publish::site::{self, App, Options};
use scraper::{Html, Selector};

fn attribute(html: &Html, css: &str, name: &str) -> String {
    let selector = Selector::parse(css).expect("a selector");
    let element = html.select(&selector).next().unwrap_or_else(|| panic!("{css} is missing"));
    element.attr(name).unwrap_or_else(|| panic!("{css} has no {name}")).to_owned()
}

#[test]
fn every_address_is_a_file() {
    let site = Folder::portal().with("materials/x/y.md", "# 乙").site();
    for address in [
        "",
        "lessons/",
        "lessons/a/",
        "lessons/a/1/",
        "materials/",
        "materials/x/y/",
        "record/",
        "settings/",
        "offline/",
    ] {
        assert!(site.files.contains_key(&format!("{address}index.html")), "{address}");
    }
    assert!(site.files.contains_key("404.html"));
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let [one, other] = [0; 2].map(|_| {
        let content = publish::content::read(&checkout().join("content")).content.unwrap();
        site::build(&content, &app(), &options()).unwrap()
    });
    let names = |site: &site::Site| site.files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&one), names(&other));
    for (name, file) in &one.files {
        assert!(other.files.get(name) == Some(file), "{name} differs");
    }
}

#[test]
fn a_page_is_complete_without_the_app() {
    let site = Folder::portal().site();
    let page = text(&site, "lessons/a/1/index.html");
    let html = Html::parse_document(&page);
    assert_eq!(attribute(&html, "html", "lang"), "zh-Hans");
    assert_eq!(attribute(&html, "html", "data-root"), "../../../");
    assert_eq!(attribute(&html, "link[rel=canonical]", "href"), "https://example.org/x/lessons/a/1/");
    assert_eq!(attribute(&html, "meta[property='og:title']", "content"), "第一课");
    assert_eq!(attribute(&html, "meta[property='og:image']", "content"), "https://example.org/x/share.png");
    assert!(page.contains("<title>第一课 · 学苑</title>"));
    assert!(page.contains("\"@type\":\"LearningResource\""));
    assert!(page.contains("<h1>第一课</h1>"), "{page}");
    assert!(page.contains("<p>正文一。</p>"));
    let body = page.split_once("<body>").expect("a body").1;
    assert_eq!(body.matches("正文一。").count(), 1, "the text stands once");
}

#[test]
fn every_link_of_every_page_leads_to_a_file() {
    let site = Folder::portal().with("materials/x/y.md", "# 乙\n\n[课](../../lessons/a/1.md)").site();
    let links = Selector::parse("a[href], link[href], img[src]").expect("a selector");
    let mut seen = 0;
    for (name, bytes) in site.files.iter().filter(|(name, _)| name.ends_with("/index.html")) {
        let html = Html::parse_document(&String::from_utf8_lossy(bytes));
        for link in html.select(&links) {
            let way = link.attr("href").or(link.attr("src")).unwrap_or_default();
            let way = way.split('#').next().unwrap_or_default();
            let is_own = !way.is_empty() && !way.contains("://");
            // Icons other than the one of this test are not in the stand-in for the app.
            if is_own && !way.contains("icons/") {
                let target = joined(name, way);
                assert!(site.files.contains_key(&target), "{name} leads to {way}, which would be {target}");
                seen += 1;
            }
        }
    }
    assert!(seen > 50, "{seen} links were looked at");
}

/// The file that a way from a page leads to.
fn joined(page: &str, way: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in way.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop().expect("a way inside the site")),
            part => parts.push(part),
        }
    }
    let path = parts.join("/");
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path }
}

#[test]
fn two_builds_of_one_tree_are_byte_equal() {
    let folder = Folder::portal().with("materials/x.md", "# 乙\n\n话").with("materials/y.md", "# 丙");
    assert_eq!(folder.site(), folder.site());
}

#[test]
fn a_changed_app_is_a_new_build_and_a_changed_text_is_not() {
    let build = |folder: &Folder| App::read(folder.path()).expect("an app").build;
    assert_eq!(build(&app_folder()), build(&app_folder()));
    assert_ne!(build(&app_folder()), build(&app_folder().with("style/base.css", "body { margin: 1px }")));
    let one = Folder::portal().site();
    let other = Folder::portal().with("lessons/a/1.md", crate::support::lesson("a-1", "第一课", "改了。")).site();
    assert_eq!(one.files["sw.js"], other.files["sw.js"]);
}

#[test]
fn the_worker_knows_the_shell() {
    let worker = text(&Folder::portal().site(), "sw.js");
    let json = worker.strip_prefix("const SHELL = ").and_then(|rest| rest.strip_suffix(";\n")).expect("the shell");
    let shell: serde_json::Value = serde_json::from_str(json).expect("JSON");
    assert_eq!(shell["build"], app().build.as_str());
    assert_eq!(shell["files"].as_array().map(Vec::len), Some(8), "{json}");
    let script =
        shell["files"].as_array().and_then(|files| files.iter().find(|file| file["address"] == app().reader.script));
    assert_eq!(script.expect("the script")["sha256"], hash::sha256(b"export default 1"));
    assert_eq!(shell["basics"].as_array().map(Vec::len), Some(15));
}

#[test]
fn the_kill_switch_retires_the_worker() {
    let site = Folder::portal().with("portal.toml", "name = \"x\"\noffline = false").site();
    assert_eq!(text(&site, "sw.js"), "// gone\n");
    assert!(text(&site, "index.html").contains("data-offline=\"off\""));
}

#[test]
fn packs_name_every_page_and_picture_with_size_and_hash() {
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>";
    let body = crate::support::lesson("a-1", "第一课", "![图](x.svg)");
    let site = Folder::portal().with("lessons/a/x.svg", svg).with("lessons/a/1.md", body).site();
    let index = Index::read(&text(&site, "packs/index.json")).expect("an index");
    let ids: Vec<&str> = index.packs.iter().map(|line| line.id.as_str()).collect();
    assert_eq!(ids, ["portal", "a"]);
    let pack = Pack::read(&text(&site, &index.packs[1].address)).expect("a pack");
    let addresses: Vec<&str> = pack.files.iter().map(|file| file.address.as_str()).collect();
    let picture = format!("media/x-{}.svg", hash::short(svg.as_bytes()));
    assert_eq!(addresses, ["lessons/a/", "lessons/a/1/", "lessons/a/2/", picture.as_str()]);
    assert_eq!(pack.files[3].sha256, hash::sha256(svg.as_bytes()));
    assert_eq!(pack.files.iter().map(|file| file.bytes).sum::<u64>(), index.packs[1].bytes);
    let raw: serde_json::Value = serde_json::from_str(&text(&site, &index.packs[1].address)).expect("JSON");
    assert_eq!(raw["documents"].as_array().map(Vec::len), Some(2));
}

#[test]
fn the_policy_allows_the_boot_script_by_its_hash() {
    let site = Folder::portal().site();
    let html = Html::parse_document(&text(&site, "index.html"));
    let policy = attribute(&html, "meta[http-equiv]", "content");
    assert!(policy.contains(&format!("'sha256-{}'", hash::base64(b"let boot;"))), "{policy}");
    assert!(!policy.contains("unsafe-inline"), "{policy}");
}

#[test]
fn the_scripts_and_sheets_that_a_page_names_are_checked_by_their_hashes() {
    let site = Folder::portal().site();
    for (file, root) in
        [("index.html", "./"), ("lessons/a/1/index.html", "../../../"), ("404.html", "/"), ("record/index.html", "../")]
    {
        let page = text(&site, file);
        let html = Html::parse_document(&page);
        let map = html.select(&Selector::parse("script[type=importmap]").unwrap()).next().expect("a map");
        let map = map.text().collect::<String>();
        let policy = attribute(&html, "meta[http-equiv]", "content");
        assert!(policy.contains(&format!("'sha256-{}'", hash::base64(map.as_bytes()))), "{file}: {policy}");
        assert!(
            page.find("importmap") < page.find("let boot;"),
            "{file}: the script adds a policy that does not know it"
        );
        let map: serde_json::Value = serde_json::from_str(&map).expect("JSON");
        for script in [attribute(&html, "html", "data-app"), app().study.script] {
            let expect = format!("sha256-{}", hash::base64(&site.files[&script]));
            assert_eq!(map["integrity"][format!("{root}{script}")], expect, "{file}: {script}");
        }
    }
    let html = Html::parse_document(&text(&site, "lessons/a/1/index.html"));
    let sheet = attribute(&html, "html", "data-notes-style");
    let expect = format!("sha256-{}", hash::base64(&site.files[&sheet]));
    assert_eq!(attribute(&html, "html", "data-notes-integrity"), expect);
}

#[test]
fn two_portals_of_one_host_are_two_apps() {
    let content = Folder::portal().content();
    let id = |base: &str| {
        let site = site::build(&content, &app(), &Options { base: base.into(), ..options() }).expect("a site");
        let manifest: serde_json::Value = serde_json::from_str(&text(&site, "manifest.webmanifest")).expect("JSON");
        let html = Html::parse_document(&text(&site, "404.html"));
        assert_eq!(manifest["id"], attribute(&html, "html", "data-root"));
        manifest["id"].as_str().expect("an id").to_owned()
    };
    assert_eq!([id("/"), id("/school/"), id("/学苑/")], ["/", "/school/", "/%E5%AD%A6%E8%8B%91/"]);
}

#[test]
fn the_page_for_unknown_addresses_works_anywhere_below_the_base() {
    let site = site::build(&Folder::portal().content(), &app(), &Options { base: "/school/".into(), ..options() })
        .expect("a site");
    let html = Html::parse_document(&text(&site, "404.html"));
    assert_eq!(attribute(&html, "html", "data-root"), "/school/");
    assert_eq!(attribute(&html, ".brand", "href"), "/school/");
}

#[test]
fn the_sitemap_lists_what_is_for_everyone() {
    let sitemap = text(&Folder::portal().site(), "sitemap.xml");
    assert!(sitemap.contains("<loc>https://example.org/x/lessons/a/1/</loc>"));
    assert!(!sitemap.contains("settings") && !sitemap.contains("offline") && !sitemap.contains("404"));
}

#[test]
fn a_site_replaces_a_site_and_nothing_else() {
    let site = Folder::portal().site();
    let folder = Folder::new();
    let out = folder.path().join("site");
    site.write(&out).expect("a new folder");
    std::fs::write(out.join("lessons/left-over"), "x").expect("written");
    site.write(&out).expect("a site in the place of a site");
    assert!(!out.join("lessons/left-over").exists());
    for packed in ["sw.js.br", "index.html.gz", "404.html.zst"] {
        std::fs::write(out.join(packed), "packed by somebody").expect("written");
    }
    site.write(&out).expect("packed copies are of a site");
    assert!(!out.join("sw.js.br").exists(), "they are no copies of the new files");
    std::fs::write(out.join("letter.txt.gz"), "dear").expect("written");
    assert!(site.write(&out).is_err(), "a packed file that is no copy");
    std::fs::remove_file(out.join("letter.txt.gz")).expect("removed");
    std::fs::write(out.join(".git"), "history").expect("written");
    assert!(site.write(&out).is_err());
    assert!(out.join(".git").exists());
    let foreign = Folder::new().with("letter.txt", "dear");
    assert!(site.write(foreign.path()).is_err());
    assert!(foreign.path().join("letter.txt").exists());
}

#[test]
fn the_colours_of_the_browser_are_those_of_the_paper() {
    let tokens = std::fs::read_to_string(crate::support::checkout().join("style/tokens.css")).expect("the tokens");
    let page = text(&Folder::portal().site(), "index.html");
    let html = Html::parse_document(&page);
    for colour in ["light", "dark"] {
        let paper = attribute(&html, &format!("meta[name='theme-color'][media*='{colour}']"), "content");
        assert!(tokens.contains(&format!("--paper: {paper};")), "{paper}");
    }
}
