//! What a site offers to carry away.

use crate::support::{Folder, app, lesson, options};
use publish::book;
use publish::site::{self, Memory, Site};
use std::io::{Cursor, Read as _};
use std::process::Command;
use zip::ZipArchive;

fn site(folder: &Folder) -> Site {
    site::complete(&folder.content(), &app(), &options(), &mut Memory::default()).expect("a site")
}

fn portal() -> Folder {
    Folder::portal()
        .with("lessons/乙/series.toml", "id = \"b\"\ntitle = \"乙系列\"\nsummary = \"x\"\n")
        .with(
            "lessons/乙/1.md",
            lesson("b-1", "乙一", "[甲](../a/1.md#小结) [乙](2.md) [资料](../../materials/m.md)\n\n![图](x.svg)"),
        )
        .with("lessons/乙/2.md", lesson("b-2", "乙二", "话"))
        .with("lessons/乙/x.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>")
        .with("lessons/空/series.toml", "id = \"empty\"\ntitle = \"空\"\nsummary = \"x\"\n")
        .with("materials/m.md", "# 资料")
}

fn names(zip: &[u8]) -> Vec<String> {
    let zip = ZipArchive::new(Cursor::new(zip)).expect("a zip");
    (0..zip.len()).map(|at| zip.name_for_index(at).expect("a name").expect("UTF-8").into_owned()).collect()
}

fn read(zip: &[u8], name: &str) -> String {
    let mut zip = ZipArchive::new(Cursor::new(zip)).expect("a zip");
    let mut text = String::new();
    zip.by_name(name).unwrap_or_else(|_| panic!("{name} is missing")).read_to_string(&mut text).expect("UTF-8");
    text
}

#[test]
fn a_site_offers_what_it_has() {
    let site = site(&portal());
    let page = |name: &str| String::from_utf8(site.files[name].to_vec()).expect("UTF-8");
    let series = page("lessons/乙/index.html");
    for name in ["lessons/乙/乙.epub", "lessons/乙/乙.zip"] {
        assert!(site.files.contains_key(name), "{name} is missing");
        assert!(series.contains(&format!("href=\"../../{name}\" download")), "{series}");
    }
    assert!(page("settings/index.html").contains("href=\"../portal.zip\" download"));
    assert!(!page("index.html").contains("portal.zip"));
    let empty = page("lessons/空/index.html");
    assert!(!empty.contains("download") && !site.files.contains_key("lessons/空/空.epub"), "{empty}");
}

#[test]
fn a_quick_site_offers_nothing() {
    let site = portal().site();
    assert!(!site.files.keys().any(|name| name.ends_with(".zip") || name.ends_with(".epub")));
    assert!(!String::from_utf8_lossy(&site.files["lessons/a/index.html"]).contains(".epub"));
}

#[test]
fn the_whole_portal_has_everything_but_zips() {
    let site = site(&portal());
    let wanted = site.files.keys().filter(|name| !name.ends_with(".zip") && !name.starts_with("packs/"));
    let packed = names(&site.files["portal.zip"]);
    for name in wanted {
        assert!(packed.contains(&format!("学苑/{name}")), "{name} is missing");
    }
    assert!(!packed.iter().any(|name| name.ends_with(".zip")), "{packed:?}");
    let series = read(&site.files["portal.zip"], "学苑/lessons/a/index.html");
    assert!(series.contains("a.epub") && !series.contains("a.zip"), "{series}");
}

#[test]
fn a_small_portal_has_one_series_and_no_dead_link() {
    let site = site(&portal());
    let zip = &site.files["lessons/乙/乙.zip"];
    let names = names(zip);
    for name in [
        "index.html",
        "lessons/index.html",
        "lessons/乙/1/index.html",
        "settings/index.html",
        "sw.js",
        "packs/index.json",
    ] {
        assert!(names.contains(&format!("乙系列/{name}")), "{name} is missing in {names:?}");
    }
    assert!(names.iter().any(|name| name.starts_with("乙系列/media/x-")), "{names:?}");
    assert!(!names.iter().any(|name| name.contains("lessons/a/") || name.contains("materials/m/")), "{names:?}");
    assert!(!names.iter().any(|name| name.ends_with(".epub") || name.ends_with(".zip")), "{names:?}");
    let page = read(zip, "乙系列/lessons/乙/1/index.html");
    assert!(page.contains("<a href=\"https://example.org/x/lessons/a/1/#"), "{page}");
    assert!(
        page.contains("<a href=\"https://example.org/x/materials/m/\" rel=\"noopener noreferrer\">资料</a>"),
        "{page}"
    );
    assert!(page.contains("<a href=\"../../../lessons/乙/2/\">乙</a>"), "{page}");
}

#[test]
fn where_the_portal_has_no_address_links_out_of_a_small_portal_are_words() {
    let site = site(&portal().with("portal.toml", "name = \"学苑\"\n"));
    let page = read(&site.files["lessons/乙/乙.zip"], "乙系列/lessons/乙/1/index.html");
    assert!(page.contains("<a>资料</a>"), "{page}");
}

#[test]
fn the_same_content_gives_the_same_files_to_carry() {
    let folder = portal();
    assert_eq!(site(&folder), site(&folder));
}

#[test]
fn a_site_with_a_zip_can_be_replaced() {
    let (folder, full) = (Folder::new(), site(&portal()));
    let out = folder.path().join("site");
    full.write(&out).expect("a new folder");
    portal().site().write(&out).expect("a site in the place of a site");
    assert!(!out.join("portal.zip").exists());
}

#[test]
fn zips_are_sorted_in_one_folder_and_tell_their_names_in_utf_8() {
    let files: [(&str, &[u8]); 3] = [("乙.txt", b"2"), ("a/甲.png", b"\x89PNG"), ("a.txt", b"1")];
    let zip = book::zip(files.into_iter(), "怀德学苑").expect("a zip");
    assert_eq!(names(&zip), ["怀德学苑/a.txt", "怀德学苑/a/甲.png", "怀德学苑/乙.txt"]);
    // The eleventh bit of the flags of a file says that its name is UTF-8 (APPNOTE.TXT 4.4.4).
    let heads: Vec<usize> =
        zip.windows(4).enumerate().filter(|(_, four)| *four == b"PK\x03\x04").map(|(at, _)| at).collect();
    assert_eq!(heads.len(), 3);
    assert!(heads.iter().all(|at| zip[at + 7] & 0x08 != 0), "the flag is missing");
    for bad in ["/a", "../a", ""] {
        assert!(book::zip([(bad, b"".as_slice())].into_iter(), "x").is_err(), "{bad:?}");
    }
}

#[test]
fn another_unpacker_opens_every_zip() {
    let folder = Folder::new();
    let path = folder.path().join("one.zip");
    for (name, bytes) in
        site(&portal()).files.iter().filter(|(name, _)| name.ends_with(".zip") || name.ends_with(".epub"))
    {
        std::fs::write(&path, &**bytes).expect("written");
        let Ok(answer) = Command::new("python3").args(["-m", "zipfile", "-t"]).arg(&path).output() else {
            println!("SKIPPED another unpacker: python3 is not here");
            return;
        };
        let said = String::from_utf8_lossy(&answer.stdout).into_owned();
        assert!(answer.status.success() && !said.contains("corrupted"), "{name}: {said}");
    }
}
