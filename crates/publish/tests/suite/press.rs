//! A press that runs again leaves what a new one would have made.

use crate::support::{Folder, app, lesson};
use publish::press::{Job, Keeping, Press};
use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;

const DRAWING: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'/>";

fn job(content: &Path, out: &Path) -> Job {
    let today = Some("2026-03-20".into());
    Job {
        content: content.into(),
        out: out.into(),
        base: "/".into(),
        today,
        keeping: Keeping::AsWritten,
        packed: false,
        books: true,
        last: None,
    }
}

fn on_disk(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|one| one.file_type().is_file());
    let name = |path: &Path| path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
    files.map(|file| (name(file.path()), std::fs::read(file.path()).unwrap())).collect()
}

#[test]
fn publishing_again_leaves_what_publishing_anew_would() {
    let folder = Folder::portal()
        .with("lessons/a/1.md", lesson("a-1", "第一课", "正文一。\n\n![图](x.svg)\n\n[二](2.md#小结)"))
        .with("lessons/a/2.md", lesson("a-2", "第二课", "## 小结\n\n完。"))
        .with("lessons/a/x.svg", DRAWING)
        .with("materials/旧.md", "# 旧\n\n文。\n");
    let made = tempfile::tempdir().unwrap();
    let (again, anew) = (made.path().join("again"), made.path().join("anew"));
    let mut press = Press::new(job(folder.path(), &again), app());
    let mut check = |change: &str| {
        assert!(press.run().unwrap().done.is_some(), "{change}");
        assert!(Press::new(job(folder.path(), &anew), app()).run().unwrap().done.is_some(), "{change}");
        let (again, anew) = (on_disk(&again), on_disk(&anew));
        let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&again), names(&anew), "{change}");
        let other: Vec<&String> = again.keys().filter(|name| again[*name] != anew[*name]).collect();
        assert!(other.is_empty(), "{change}: {other:?}");
    };
    let write = |path: &str, text: &str| std::fs::write(folder.path().join(path), text).unwrap();
    check("nothing");
    write("lessons/a/1.md", &lesson("a-1", "第一课", "正文一改。\n\n![图](x.svg)\n\n[二](2.md#小结)"));
    check("a text");
    write("lessons/a/2.md", &lesson("a-2", "第二课改名", "前面多了一段。\n\n## 小结\n\n完了。"));
    check("a title, which the neighbour names, and a heading that it links to");
    write("lessons/a/x.svg", &DRAWING.replace("'4'/", "'5'/"));
    check("a picture");
    write("materials/新.md", "# 新\n\n文。\n");
    std::fs::remove_file(folder.path().join("materials/旧.md")).unwrap();
    check("one text for another");
    write("portal.toml", "name = \"新学苑\"\n");
    check("the portal");
    write(
        "lessons/a/1.md",
        &lesson("a-1", "第一课", "正文一。").replace("hours = 1.5", "hours = 1.5\nquestions = [\"b\"]"),
    );
    std::fs::create_dir(folder.path().join("questions")).unwrap();
    write("questions/b.gift", "::b.q1::对吗？{T}\n");
    check("a new bank");
    write("questions/b.gift", "::b.q1::对吗？{F####不对。\n}\n");
    check("a key");
    write("lessons/a/2.md", &lesson("a-2", "第二课", "正文。\n\n```gift\n::a-2.q1::对吗？{T}\n```"));
    check("questions in a lesson");
    std::fs::remove_file(folder.path().join("questions/b.gift")).unwrap();
    write("questions/b.csv", "编号,题型,题干,答案\nb.q1,判断,对吗？,错\n");
    check("one bank for another");
}

#[test]
fn an_error_leaves_the_site_as_it_was() {
    let folder = Folder::portal();
    let made = tempfile::tempdir().unwrap();
    let out = made.path().join("site");
    let mut press = Press::new(job(folder.path(), &out), app());
    press.run().unwrap();
    let before = on_disk(&out);
    std::fs::write(folder.path().join("lessons/a/1.md"), "没有开头").unwrap();
    let outcome = press.run().unwrap();
    assert!(outcome.done.is_none() && !outcome.faults.is_empty());
    assert_eq!(on_disk(&out), before);
}

#[test]
fn a_file_that_goes_takes_its_empty_folder_along() {
    let folder = Folder::portal().with("materials/深/一.md", "# 一\n\n文。\n");
    let made = tempfile::tempdir().unwrap();
    let out = made.path().join("site");
    let mut press = Press::new(job(folder.path(), &out), app());
    press.run().unwrap();
    assert!(out.join("materials/深/一").exists());
    std::fs::remove_dir_all(folder.path().join("materials")).unwrap();
    press.run().unwrap();
    assert!(out.join("materials").exists() && !out.join("materials/深").exists());
}

#[test]
fn packed_copies_are_written_when_they_are_asked_for_and_are_the_same_every_time() {
    let folder = Folder::portal();
    let made = tempfile::tempdir().unwrap();
    let publish = |name: &str, packed: bool| {
        let out = made.path().join(name);
        Press::new(Job { packed, ..job(folder.path(), &out) }, app()).run().unwrap();
        on_disk(&out)
    };
    let (plain, packed, again) = (publish("plain", false), publish("packed", true), publish("packed", true));
    assert_eq!(packed, again);
    let is_copy = |name: &str| name.ends_with(".br") || name.ends_with(".gz");
    assert!(!plain.keys().any(|name| is_copy(name)));
    assert_eq!(
        packed
            .iter()
            .filter(|(name, _)| !is_copy(name))
            .map(|(name, bytes)| (name.clone(), bytes.clone()))
            .collect::<BTreeMap<_, _>>(),
        plain
    );
    for name in ["index.html", "lessons/a/1/index.html", "404.html", "packs/index.json"] {
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut &*packed[&format!("{name}.br")], &mut unpacked).unwrap();
        assert_eq!(unpacked, plain[name], "{name}.br");
        let mut unpacked = Vec::new();
        flate2::read::GzDecoder::new(&*packed[&format!("{name}.gz")]).read_to_end(&mut unpacked).unwrap();
        assert_eq!(unpacked, plain[name], "{name}.gz");
    }
    assert!(!packed.contains_key("portal.zip.gz"), "what is packed is not packed again");
}

#[test]
fn a_packed_copy_of_a_file_that_changed_goes() {
    let folder = Folder::portal();
    let made = tempfile::tempdir().unwrap();
    let out = made.path().join("site");
    let mut press = Press::new(job(folder.path(), &out), app());
    press.run().unwrap();
    let (changed, kept) = (out.join("lessons/a/1/index.html.br"), out.join("404.html.gz"));
    for copy in [&changed, &kept] {
        std::fs::write(copy, "packed by somebody").unwrap();
    }
    std::fs::write(folder.path().join("lessons/a/1.md"), lesson("a-1", "第一课", "正文一改。")).unwrap();
    press.run().unwrap();
    assert!(!changed.exists() && kept.exists());
}

#[test]
fn a_site_to_look_at_while_writing_keeps_nothing_whatever_the_portal_says() {
    let folder = Folder::portal();
    let made = tempfile::tempdir().unwrap();
    let out = made.path().join("site");
    let job = Job { keeping: Keeping::Off, ..job(folder.path(), &out) };
    Press::new(job, app()).run().unwrap();
    let site = on_disk(&out);
    assert_eq!(site["sw.js"], b"// gone\n");
    assert!(String::from_utf8_lossy(&site["index.html"]).contains("data-offline=\"off\""));
}
