//! The table of contents: lessons with their headings, and where reading begins.

use super::epub::Book;
use super::{chapter::Chapter, pages};
use crate::xml::escape;

/// Where it is.
pub(super) const FILE: &str = "nav.xhtml";

/// Writes it.
pub(super) fn write(book: &Book) -> String {
    let title = locale::reader_contents().zh;
    let chapters: String = book.chapters.iter().map(chapter).collect();
    let toc = format!(
        "<nav epub:type=\"toc\" id=\"toc\" role=\"doc-toc\"><h1>{title}</h1><ol>{}{chapters}</ol></nav>",
        entry(pages::TITLE, &book.series.title, "")
    );
    pages::page(&title, "frontmatter", &format!("{toc}{}", landmarks(book, &title)))
}

fn chapter(chapter: &Chapter) -> String {
    let headings = chapter.lesson.article.headings.iter().filter(|heading| heading.level == 2);
    let lines: String =
        headings.map(|heading| entry(&format!("{}#{}", chapter.file, heading.anchor), &heading.text, "")).collect();
    let lines = if lines.is_empty() { lines } else { format!("<ol>{lines}</ol>") };
    entry(&chapter.file, &chapter.lesson.title, &lines)
}

fn entry(way: &str, words: &str, below: &str) -> String {
    format!("<li><a href=\"{way}\">{}</a>{below}</li>", escape(words))
}

/// For readers that offer ways to cover, contents and beginning.
fn landmarks(book: &Book, title: &str) -> String {
    let begin = book.chapters.first().map_or(pages::TITLE, |chapter| &chapter.file);
    let line = |kind: &str, way: &str, words: &str| {
        format!("<li><a epub:type=\"{kind}\" href=\"{way}\">{}</a></li>", escape(words))
    };
    let lines = [
        line("cover", pages::COVER, &locale::book_cover().zh),
        line("toc", &format!("{FILE}#toc"), title),
        line("bodymatter", begin, &locale::book_text().zh),
    ];
    format!("<nav epub:type=\"landmarks\" hidden=\"hidden\"><h2>{title}</h2><ol>{}</ol></nav>", lines.concat())
}
