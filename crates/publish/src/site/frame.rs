//! A page's HTML: head, the four drawn places, the article between them, and the page data.

use super::app::Program;
use super::pages::Draft;
use super::{App, base, on_web, policy};
use crate::content::Content;
use crate::markdown::escape;
use anyhow::Result;
use formats::page::{self, Body, Page, Still};
use model::length;
use serde_json::json;
use std::borrow::Cow;

/// The paper's colour, as in `tokens.css`.
const LIGHT: &str = "#faf6ee";
const DARK: &str = "#1c1916";
/// The picture of shared links, in pixels 1200 × 630.
const SHARE: &str = "share.png";

/// Writes a page. `base` is the path of the site's root; only the page for unknown addresses, which can be shown anywhere,
/// uses it.
pub(super) fn write(draft: &Draft, content: &Content, app: &App, base: &str) -> Result<String> {
    let page = &draft.page;
    let root = match page.body {
        Body::NotFound => base::in_address(base),
        _ if page.address.is_empty() => "./".to_owned(),
        _ => "../".repeat(page.address.matches('/').count()),
    };
    let headings = draft.article.map(|article| article.headings.as_slice()).unwrap_or_default();
    let drawn = ui::draw(page, headings, &root);
    let article = match draft.article {
        Some(article) => format!("<article id=\"text\">{}</article>", article.html),
        None => "<article id=\"text\" hidden></article>".to_owned(),
    };
    let build = &app.build;
    let program = program(page, app);
    let Program { script, wasm } = program;
    let notes = if page.reading().is_some() { notes(app) } else { String::new() };
    let offline = if content.portal.offline { "on" } else { "off" };
    let address = escape(&page.address);
    let import_map = app.import_map(program, &root);
    let head = head(draft, content, app, &root, &import_map)?;
    let data = page.write()?;
    Ok(format!(
        "<!doctype html>\n<html lang=\"zh-Hans\" data-root=\"{root}\" data-build=\"{build}\" data-address=\"{address}\" data-app=\"{script}\" \
         data-wasm=\"{wasm}\"{notes} data-offline=\"{offline}\">\n<head>{head}</head>\n<body><div id=\"top\">{}</div>\
         <main id=\"main\" tabindex=\"-1\"><div id=\"lead\">{}</div>{article}<div id=\"tail\">{}</div></main>\
         <div id=\"foot\">{}</div><script type=\"application/json\" id=\"page\">{data}</script></body>\n</html>\n",
        drawn.top, drawn.lead, drawn.tail, drawn.foot
    ))
}

/// The program that a page needs.
fn program<'a>(page: &Page, app: &'a App) -> &'a Program {
    match page.body.program() {
        page::Program::Reader => &app.reader,
        page::Program::Study => &app.study,
        page::Program::Youth => &app.youth,
    }
}

/// Where a text finds what draws notes onto it, when there are some or the reader wants to make one.
fn notes(app: &App) -> String {
    let App { study: Program { script, wasm }, study_sheet, .. } = app;
    let integrity = app.integrity(study_sheet).unwrap_or_default();
    format!(
        " data-notes=\"{script}\" data-notes-wasm=\"{wasm}\" data-notes-style=\"{study_sheet}\" data-notes-integrity=\"{integrity}\""
    )
}

fn head(draft: &Draft, content: &Content, app: &App, root: &str, import_map: &str) -> Result<String> {
    let title = escape(&draft.page.title);
    let description = escape(&draft.description);
    let style = style(draft, app);
    let policy = policy::write(&[import_map, &app.boot], &style);
    let address = content.portal.address.as_deref();
    Ok([
        "<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">".to_owned(),
        format!("<meta http-equiv=\"content-security-policy\" content=\"{policy}\">"),
        format!("<title>{title}</title><meta name=\"description\" content=\"{description}\">"),
        searchers(draft, address),
        feed(draft, root),
        shared(draft, content, root),
        format!("<link rel=\"manifest\" href=\"{root}manifest.webmanifest\"><link rel=\"icon\" href=\"{root}icons/icon.svg\" type=\"image/svg+xml\"><link rel=\"apple-touch-icon\" href=\"{root}icons/apple-touch-icon.png\">"),
        format!("<meta name=\"theme-color\" content=\"{LIGHT}\" media=\"(prefers-color-scheme: light)\"><meta name=\"theme-color\" content=\"{DARK}\" media=\"(prefers-color-scheme: dark)\">"),
        // In front of the script that adds a stricter policy, which does not know it.
        format!("<script type=\"importmap\">{import_map}</script>"),
        format!("<style>{style}</style><script>{}</script>", app.boot),
        resource(draft, content)?,
    ]
    .concat())
}

/// The style sheet of a page.
fn style<'a>(draft: &Draft, app: &'a App) -> Cow<'a, str> {
    match draft.page.body.program() {
        page::Program::Reader => Cow::Borrowed(&app.style),
        page::Program::Study => Cow::Owned(format!("{}{}", app.style, app.study_style)),
        page::Program::Youth => Cow::Owned(format!("{}{}{}", app.style, app.study_style, app.youth_style)),
    }
}

/// For searchers: where the page is, or that it is not theirs.
fn searchers(draft: &Draft, address: Option<&str>) -> String {
    match address {
        _ if !draft.is_public() => "<meta name=\"robots\" content=\"noindex\">".to_owned(),
        Some(address) => {
            format!("<link rel=\"canonical\" href=\"{}\">", escape(&on_web(address, &draft.page.address)))
        }
        None => String::new(),
    }
}

/// Where readers of feeds find the notices.
fn feed(draft: &Draft, root: &str) -> String {
    match &draft.page.body {
        Body::Home { .. } | Body::Still { page: Still::Notices { .. } } => {
            let title = escape(&locale::nav_notices().zh);
            let href = format!("{root}{}", super::feed::FILE);
            format!("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"{title}\" href=\"{href}\">")
        }
        _ => String::new(),
    }
}

/// The card that a shared link shows.
fn shared(draft: &Draft, content: &Content, root: &str) -> String {
    let kind = if draft.article.is_some() { "article" } else { "website" };
    let from = content.portal.address.as_deref().unwrap_or(root);
    let property = |name: &str, value: &str| format!("<meta property=\"og:{name}\" content=\"{}\">", escape(value));
    let mut card = [
        property("type", kind),
        property("title", own_title(&draft.page)),
        property("description", &draft.description),
        property("site_name", &content.portal.name),
        property("locale", "zh_CN"),
        property("image", &format!("{from}{SHARE}")),
        property("image:width", "1200"),
        property("image:height", "630"),
    ]
    .concat();
    if let Some(address) = &content.portal.address {
        card.push_str(&property("url", &on_web(address, &draft.page.address)));
    }
    card
}

fn own_title(page: &Page) -> &str {
    page.reading().map_or(&page.title, |reading| &reading.heading)
}

/// A text as schema.org describes it: <https://schema.org/LearningResource>.
fn resource(draft: &Draft, content: &Content) -> Result<String> {
    let Some(reading) = draft.page.reading() else { return Ok(String::new()) };
    let minutes = length::reading_ms(reading.characters, content.portal.reading_speed).div_ceil(60_000).max(1);
    let mut card = json!({
        "@context": "https://schema.org",
        "@type": "LearningResource",
        "name": reading.heading,
        "description": draft.description,
        "inLanguage": "zh-Hans",
        "isAccessibleForFree": true,
        "timeRequired": format!("PT{minutes}M"),
        "provider": { "@type": "Organization", "name": content.portal.name },
    });
    if let Some(address) = &content.portal.address {
        card["url"] = json!(on_web(address, &draft.page.address));
    }
    if let Body::Lesson(lesson) = &draft.page.body {
        card["learningResourceType"] = json!("lesson");
        card["isPartOf"] = json!({ "@type": "LearningResource", "name": lesson.series.title });
    }
    let text = serde_json::to_string(&card)?.replace("</", "<\\/").replace("<!--", "<\\u0021--");
    Ok(format!("<script type=\"application/ld+json\">{text}</script>"))
}
