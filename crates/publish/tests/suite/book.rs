//! Books: well-formed, complete, and without a word of complaint from epubcheck.

use crate::support::{Folder, checkout, epubcheck, lesson};
use publish::book;
use publish::content::{self, Content};
use roxmltree::Document;
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::process::Command;
use zip::{CompressionMethod, ZipArchive};

/// A series with everything that can stand in a text, and names that must be escaped.
fn torture() -> Content {
    let everything = include_str!("../everything.md");
    Folder::portal()
        .with("portal.toml", "name = \"学 & 苑 <\\\">\"\nnotice = \"试 & 试\"\naddress = \"https://example.org/路/\"\n")
        .with("lessons/怪 名/series.toml", "id = \"odd\"\ntitle = \"一个 <很> \\\"长\\\" & 难的标题，要在封面上折成好几行才放得下 🎉\"\nsummary = \"a < b && c\"\n")
        .with("lessons/怪 名/1.md", lesson("o-1", "甲 <b> & \\\"乙\\\"", everything))
        .with("lessons/怪 名/2 课.md", lesson("o-2", "🎉", "![又是它](x.svg)\n\n## 同名 & <一>\n\n[回去](1.md#表)\n"))
        .with("lessons/怪 名/3.md", lesson("o-3", "空", ""))
        .with("lessons/怪 名/x.svg", "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" inkscape:version=\"1\" width=\"10\" height=\"10\"><title>图</title><g inkscape:label=\"a\"><rect width=\"10\" height=\"10\" class=\"a\" style=\"fill:#fff\"/></g></svg>")
        .with("lessons/怪 名/p.png", picture(image::ImageFormat::Png))
        .with("lessons/怪 名/w.webp", picture(image::ImageFormat::WebP))
        .with("lessons/怪 名/false.jpg", picture(image::ImageFormat::Png))
        .with("lessons/怪 名/a.mp3", b"ID3\x04\0\0\0\0\0\0")
        .with("lessons/怪 名/a.wav", b"RIFF")
        .with("lessons/怪 名/f.mp4", b"\0\0\0\x18ftypmp42")
        .with("lessons/怪 名/d.pdf", b"%PDF-1.4")
        .with("materials/m.md", "# 资料\n\n话")
        .content()
}

fn picture(format: image::ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(4, 3).write_to(&mut out, format).expect("a picture");
    out.into_inner()
}

fn sample() -> Content {
    content::read(&checkout().join("content")).content.expect("a sample")
}

/// All books of a portal, by the slugs of their series.
fn books(content: &Content) -> BTreeMap<String, Vec<u8>> {
    content.series.iter().map(|series| (series.slug.clone(), book::epub(content, series).expect("a book"))).collect()
}

/// The files of a book, by name.
fn files(epub: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(epub)).expect("a zip");
    let file = |at| {
        let mut file = zip.by_index(at).expect("a file");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("its bytes");
        (file.name().expect("UTF-8").into_owned(), bytes)
    };
    (0..ZipArchive::new(Cursor::new(epub)).expect("a zip").len()).map(file).collect()
}

fn text(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(files.get(name).unwrap_or_else(|| panic!("{name} is missing")).clone()).expect("UTF-8")
}

#[test]
fn epubcheck_has_nothing_to_say() {
    let Some(checker) = epubcheck() else { return };
    let folder = Folder::new();
    let all = books(&sample()).into_iter().chain(books(&torture()));
    let mut checked = 0;
    for (index, (slug, epub)) in all.enumerate() {
        let path = folder.path().join(format!("book-{index}.epub"));
        std::fs::write(&path, epub).expect("written");
        // Quick to start rather than quick to run.
        let mut java = Command::new("java");
        java.args(["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar"]);
        let answer = java.arg(&checker).arg("--failonwarnings").arg(&path).output();
        let answer = answer.expect("epubcheck runs");
        let said = [answer.stdout, answer.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        let complains =
            said.lines().any(|line| ["ERROR(", "FATAL(", "WARNING("].iter().any(|word| line.starts_with(word)));
        assert!(answer.status.success() && !complains, "{slug}: {said}");
        checked += 1;
    }
    assert!(checked >= 4, "{checked} books were checked");
}

#[test]
fn a_book_says_first_what_it_is() {
    for epub in books(&torture()).into_values() {
        let mut zip = ZipArchive::new(Cursor::new(&epub)).expect("a zip");
        let first = zip.by_index(0).expect("a file");
        assert_eq!(
            (first.name().expect("UTF-8").as_ref(), first.compression()),
            ("mimetype", CompressionMethod::Stored)
        );
        assert_eq!(&epub[30..58], b"mimetypeapplication/epub+zip", "no extra field stands between");
    }
}

#[test]
fn the_same_content_gives_the_same_book() {
    assert_eq!(books(&torture()), books(&torture()));
}

#[test]
fn every_file_is_named_and_every_named_file_is_there() {
    for epub in books(&torture()).into_values() {
        let files = files(&epub);
        let package = text(&files, "EPUB/package.opf");
        let package = Document::parse(&package).expect("XML");
        let named = package.descendants().filter(|node| node.has_tag_name(("http://www.idpf.org/2007/opf", "item")));
        let mut named: Vec<String> =
            named.map(|item| format!("EPUB/{}", item.attribute("href").expect("a file"))).collect();
        named.extend(["mimetype", "META-INF/container.xml", "EPUB/package.opf"].map(str::to_owned));
        named.sort();
        assert_eq!(named, files.keys().cloned().collect::<Vec<_>>());
    }
}

#[test]
fn every_link_leads_somewhere_and_every_id_stands_once() {
    let mut seen = 0;
    for epub in books(&torture()).into_values().chain(books(&sample()).into_values()) {
        let files = files(&epub);
        let is_page = |name: &&String| name.ends_with(".xhtml");
        let texts: BTreeMap<&String, String> =
            files.keys().filter(is_page).map(|name| (name, text(&files, name))).collect();
        let trees: BTreeMap<&str, Document> = texts
            .iter()
            .map(|(name, text)| (name.as_str(), Document::parse_with_options(text, options()).expect(name)))
            .collect();
        for (name, tree) in &trees {
            let mut ids: Vec<&str> = tree.descendants().filter_map(|node| node.attribute("id")).collect();
            let count = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), count, "an id of {name} stands twice");
            for way in tree.descendants().filter_map(|node| node.attribute("href").or_else(|| node.attribute("src"))) {
                if ["https:", "tel:", "mailto:"].iter().any(|scheme| way.starts_with(scheme)) {
                    continue;
                }
                let (file, fragment) = way.split_once('#').unwrap_or((way, ""));
                let file = if file.is_empty() { (*name).to_owned() } else { format!("EPUB/{file}") };
                assert!(files.contains_key(&file), "{name} leads to {way}");
                let stands = |id| trees[file.as_str()].descendants().any(|node| node.attribute("id") == Some(id));
                assert!(fragment.is_empty() || stands(fragment), "{name} leads to {way}");
                seen += 1;
            }
        }
    }
    assert!(seen > 100, "{seen} links were followed");
}

fn options<'a>() -> roxmltree::ParsingOptions<'a> {
    roxmltree::ParsingOptions { allow_dtd: true, ..roxmltree::ParsingOptions::default() }
}

#[test]
fn a_chapter_has_what_its_page_has() {
    let content = torture();
    let series = content.series.iter().find(|series| series.id.as_str() == "odd").expect("the series");
    let files = files(&book::epub(&content, series).expect("a book"));
    let first = text(&files, "EPUB/lesson-01.xhtml");
    for part in [
        "<h1>甲 &lt;b&gt; &amp; &quot;乙&quot;</h1>",
        "<p>主讲：老师</p>",
        "<p>时间：2026年3月12日</p>",
        "<p>学时：1.5 学时</p>",
        "epub:type=\"noteref\"",
        "epub:type=\"footnote\"",
        "<ruby>汉<rp>（</rp><rt>hàn</rt>",
        "href=\"tel:110\"",
        "href=\"lesson-02.xhtml#",
        "href=\"https://example.org/%E8%B7%AF/materials/m/\"",
        "<audio controls=\"controls\"",
    ] {
        assert!(first.contains(part), "{part} is missing in {first}");
    }
    for part in ["tabindex", "loading", "decoding", ".wav\"></audio>", "javascript"] {
        assert!(!first.contains(part), "{part} is in {first}");
    }
    let nav = text(&files, "EPUB/nav.xhtml");
    assert!(nav.contains("<a href=\"lesson-02.xhtml\">🎉</a><ol>"), "{nav}");
    assert!(nav.contains("同名 &amp; &lt;一&gt;"), "{nav}");
    let package = text(&files, "EPUB/package.opf");
    assert!(package.contains("<meta property=\"dcterms:modified\">2026-03-12T00:00:00Z</meta>"), "{package}");
    assert!(package.contains("<dc:creator>老师</dc:creator>") && package.contains("urn:uuid:"), "{package}");
}

#[test]
fn without_an_address_links_to_other_pages_are_words() {
    let content = Folder::portal()
        .with("portal.toml", "name = \"x\"\n")
        .with("lessons/a/1.md", lesson("a-1", "第一课", "[资料](../../materials/m.md) [网](https://example.org/)"))
        .with("materials/m.md", "# 资料")
        .content();
    let files = files(&book::epub(&content, &content.series[0]).expect("a book"));
    let first = text(&files, "EPUB/lesson-01.xhtml");
    assert!(first.contains("<p>资料 <a href=\"https://example.org/\">网</a></p>"), "{first}");
}
