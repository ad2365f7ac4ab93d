//! The pages of a book: cover, title page, chapters.

use super::chapter::Chapter;
use super::cover;
use super::epub::Book;
use super::ways::InBook;
use crate::content::Lesson;
use crate::xhtml;
use crate::xml::escape;
use std::collections::BTreeSet;

/// The style sheet.
pub(super) const STYLE: &str = "style.css";
/// The page that shows the cover.
pub(super) const COVER: &str = "cover.xhtml";
/// The title page.
pub(super) const TITLE: &str = "title.xhtml";

/// A page as EPUB 3 wants it. `kind` is its `epub:type`.
pub(super) fn page(title: &str, kind: &str, body: &str) -> String {
    let title = escape(title);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n\
         <html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"zh-Hans\" xml:lang=\"zh-Hans\">\n\
         <head><title>{title}</title>\
         <link rel=\"stylesheet\" type=\"text/css\" href=\"{STYLE}\"/></head>\n<body epub:type=\"{kind}\">{body}</body>\n</html>\n"
    )
}

/// The cover.
pub(super) fn cover(book: &Book) -> String {
    let title = &book.series.title;
    let body = format!("<div class=\"cover\"><img src=\"{}\" alt=\"{}\"/></div>", cover::FILE, escape(title));
    page(title, "cover", &body)
}

/// The title page.
pub(super) fn title(book: &Book) -> String {
    let (series, portal) = (book.series, &book.content.portal);
    let mut body = format!("<h1>{}</h1>", escape(&series.title));
    let lecturers: Vec<&str> = lecturers(book);
    body.push_str(&line("summary", &series.summary));
    body.push_str(&line("byline", &lecturers.join("、")));
    body.push_str(&line("imprint", &portal.name));
    body.push_str(&line("imprint", &date(book.day())));
    body.push_str(&line("imprint", portal.address.as_deref().unwrap_or_default()));
    body.push_str(&line("notice", &portal.notice));
    page(&series.title, "frontmatter", &format!("<section class=\"title\" epub:type=\"titlepage\">{body}</section>"))
}

/// Who gives the lessons, each once, in the order of the lessons.
pub(super) fn lecturers<'a>(book: &Book<'a>) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    let all = book.series.lessons.iter().map(|lesson| lesson.lecturer.as_str());
    all.filter(|lecturer| !lecturer.is_empty() && seen.insert(*lecturer)).collect()
}

/// A lesson.
pub(super) fn chapter(chapter: &Chapter, ways: &InBook) -> String {
    let Chapter { lesson, number, html, .. } = chapter;
    let head = format!(
        "<header><p class=\"kicker\">{}</p><h1>{}</h1>{}{}</header>",
        escape(&locale::book_number(*number as u32).zh),
        escape(&lesson.title),
        facts(lesson),
        line("summary", &lesson.summary)
    );
    let source = match lesson.source.as_str() {
        "" => String::new(),
        source => line("source", &format!("{}：{source}", locale::lesson_source().zh)),
    };
    let text = xhtml::write(html, ways);
    page(&lesson.title, "bodymatter", &format!("<section epub:type=\"chapter\">{head}{text}{source}</section>"))
}

/// Who, when, where, how long, for whom; what nobody wrote is left out.
fn facts(lesson: &Lesson) -> String {
    let all = [
        (locale::lesson_lecturer(), lesson.lecturer.clone()),
        (locale::lesson_date(), date(&lesson.date)),
        (locale::lesson_venue(), lesson.venue.clone()),
        (locale::lesson_hours(), ui::study_hours(lesson.hours_hundredths).zh),
        (locale::lesson_audience(), lesson.audience.clone()),
    ];
    let known = all.into_iter().filter(|(_, fact)| !fact.is_empty());
    let line = |(name, fact): (locale::Phrase, String)| format!("<p>{}：{}</p>", escape(&name.zh), escape(&fact));
    format!("<div class=\"facts\">{}</div>", known.map(line).collect::<String>())
}

fn date(day: &str) -> String {
    ui::written_date(day).zh
}

/// A paragraph; nothing for an empty one.
fn line(class: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("<p class=\"{class}\">{}</p>", escape(text)) }
}
