//! Puts a book together.

use super::chapter::{self, Chapter};
use super::media::Media;
use super::ways::InBook;
use super::zip::Writer;
use super::{cover, nav, package, pages};
use crate::content::{Content, Series};
use anyhow::{Context, Result};

/// The folder of everything that is read.
const FOLDER: &str = "EPUB";
const CONTAINER: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
    <container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles>\
    <rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>\n";

/// A book before it is packed.
pub(super) struct Book<'a> {
    pub content: &'a Content,
    pub series: &'a Series,
    pub chapters: Vec<Chapter<'a>>,
    pub media: Media,
}

impl Book<'_> {
    /// The day of its newest lesson, `YYYY-MM-DD`; the same content gives the same book, whenever it is made.
    pub fn day(&self) -> &str {
        self.series.lessons.iter().map(|lesson| lesson.date.as_str()).max().unwrap_or("2000-01-01")
    }
}

/// Makes an EPUB 3 of a series: <https://www.w3.org/TR/epub-33/>.
///
/// # Errors
/// When a picture cannot be read, or the book cannot be packed.
pub fn epub(content: &Content, series: &Series) -> Result<Vec<u8>> {
    pack(content, series).with_context(|| format!("cannot make the book of lessons/{}", series.slug))
}

fn pack(content: &Content, series: &Series) -> Result<Vec<u8>> {
    let chapters = chapter::all(series);
    let media = Media::of(content, &chapters)?;
    let book = Book { content, series, chapters, media };
    let mut zip = Writer::default();
    // What a file is can be told by its first bytes: so this stands first, and as it is.
    zip.store("mimetype", b"application/epub+zip")?;
    zip.add("META-INF/container.xml", CONTAINER.as_bytes())?;
    for (name, text) in texts(&book) {
        zip.add(&format!("{FOLDER}/{name}"), text.as_bytes())?;
    }
    for medium in book.media.all() {
        zip.add(&format!("{FOLDER}/{}", medium.file), &medium.bytes)?;
    }
    zip.finish()
}

fn texts(book: &Book) -> Vec<(String, String)> {
    let mut texts = vec![
        (package::FILE.to_owned(), package::write(book)),
        (nav::FILE.to_owned(), nav::write(book)),
        (pages::STYLE.to_owned(), include_str!("style.css").to_owned()),
        (cover::FILE.to_owned(), cover::draw(book)),
        (pages::COVER.to_owned(), pages::cover(book)),
        (pages::TITLE.to_owned(), pages::title(book)),
    ];
    texts.extend(book.chapters.iter().map(|chapter| (chapter.file.clone(), lesson(book, chapter))));
    texts
}

fn lesson(book: &Book, chapter: &Chapter) -> String {
    let ways = InBook {
        chapter,
        chapters: &book.chapters,
        media: &book.media,
        series: &format!("lessons/{}/", book.series.slug),
        portal: book.content.portal.address.as_deref(),
    };
    pages::chapter(chapter, &ways)
}
