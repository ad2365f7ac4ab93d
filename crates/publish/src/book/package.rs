//! What a book is, and which files it has: <https://www.w3.org/TR/epub-33/#sec-package-doc>.

use super::epub::Book;
use super::{cover, nav, pages};
use crate::xml::escape;
use uuid::Uuid;

/// Where it is.
pub(super) const FILE: &str = "package.opf";

/// Writes it.
pub(super) fn write(book: &Book) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\" xml:lang=\"zh-Hans\">\n\
         <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n{}{}</metadata>\n<manifest>\n{}</manifest>\n<spine>\n{}</spine>\n</package>\n",
        described(book),
        accessible(book),
        manifest(book),
        spine(book)
    )
}

fn described(book: &Book) -> String {
    let (series, portal, day) = (book.series, &book.content.portal, book.day());
    let mut out = format!("<dc:identifier id=\"id\">{}</dc:identifier>\n", identifier(book));
    let mut element = |name: &str, text: &str| {
        if !text.is_empty() {
            out.push_str(&format!("<dc:{name}>{}</dc:{name}>\n", escape(text)));
        }
    };
    element("title", &series.title);
    element("language", "zh-Hans");
    match pages::lecturers(book) {
        lecturers if lecturers.is_empty() => element("creator", &portal.name),
        lecturers => lecturers.into_iter().for_each(|lecturer| element("creator", lecturer)),
    }
    element("publisher", &portal.name);
    element("description", &series.summary);
    element("date", day);
    out.push_str(&format!("<meta property=\"dcterms:modified\">{day}T00:00:00Z</meta>\n"));
    // Readers of before EPUB 3 look for the cover here.
    out.push_str("<meta name=\"cover\" content=\"cover-image\"/>\n");
    out
}

/// The same for the same series of the same portal, always.
fn identifier(book: &Book) -> String {
    let portal = &book.content.portal;
    let home = portal.address.as_ref().unwrap_or(&portal.name);
    Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("{home}#{}", book.series.id.as_str()).as_bytes()).urn().to_string()
}

/// How the book can be read: <https://www.w3.org/TR/epub-a11y-11/>.
fn accessible(book: &Book) -> String {
    let has = |kind: &str| book.media.all().any(|medium| medium.kind.starts_with(kind));
    let meta = |name: &str, value: &str| format!("<meta property=\"schema:{name}\">{value}</meta>\n");
    let mut out = meta("accessMode", "textual");
    if has("image/") || has("video/") {
        out.push_str(&meta("accessMode", "visual"));
    }
    if has("audio/") || has("video/") {
        out.push_str(&meta("accessMode", "auditory"));
    } else {
        out.push_str(&meta("accessModeSufficient", "textual"));
    }
    for feature in ["tableOfContents", "structuralNavigation", "readingOrder", "alternativeText"] {
        out.push_str(&meta("accessibilityFeature", feature));
    }
    out.push_str(&meta("accessibilityHazard", if has("video/") { "unknown" } else { "none" }));
    out.push_str(&meta("accessibilitySummary", &escape(&locale::book_accessible().zh)));
    out
}

fn manifest(book: &Book) -> String {
    let xhtml = "application/xhtml+xml";
    let mut out = [
        item("nav", nav::FILE, xhtml, " properties=\"nav\""),
        item("style", pages::STYLE, "text/css", ""),
        item("cover-image", cover::FILE, "image/svg+xml", " properties=\"cover-image\""),
        item("cover", pages::COVER, xhtml, ""),
        item("title", pages::TITLE, xhtml, ""),
    ]
    .concat();
    for chapter in &book.chapters {
        out.push_str(&item(&format!("lesson-{:02}", chapter.number), &chapter.file, xhtml, ""));
    }
    for (index, medium) in book.media.all().enumerate() {
        out.push_str(&item(&format!("medium-{}", index + 1), &medium.file, medium.kind, ""));
    }
    out
}

fn item(id: &str, file: &str, kind: &str, more: &str) -> String {
    format!("<item id=\"{id}\" href=\"{file}\" media-type=\"{kind}\"{more}/>\n")
}

fn spine(book: &Book) -> String {
    let fixed = ["cover", "title", "nav"].map(str::to_owned).into_iter();
    let lessons = book.chapters.iter().map(|chapter| format!("lesson-{:02}", chapter.number));
    fixed.chain(lessons).map(|id| format!("<itemref idref=\"{id}\"/>\n")).collect()
}
