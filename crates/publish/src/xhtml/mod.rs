//! A rendered text as well-formed XHTML, for where HTML is not enough: books and feeds.
//!
//! The HTML is read as browsers read it, and written from the tree ([`writer`]): only elements and attributes that are known, each
//! where the standard lets it stand ([`place`]), every id once. Where links and media lead there, the [`Ways`] tell.

mod list;
mod place;
mod ruby;
mod table;
mod writer;

use scraper::Html;
use std::collections::BTreeSet;

/// Where links and media of a text lead in its other home.
pub(crate) trait Ways {
    /// Where a link leads; `None` leaves its words and takes the link away.
    fn link(&self, href: &str) -> Option<String>;

    /// Where a picture, sound or film is; `None` leaves the words that stand for it.
    fn medium(&self, src: &str) -> Option<String>;

    /// Whether this is a book, whose readers know what `epub:type` tells them.
    fn is_book(&self) -> bool;
}

/// Reads a rendered text.
pub(crate) fn read(html: &str) -> Html {
    Html::parse_fragment(html)
}

/// Writes it as XHTML.
pub(crate) fn write(html: &Html, ways: &dyn Ways) -> String {
    let mut writer = writer::Writer::new(ways);
    writer.inside(*html.root_element(), place::Place::Flow);
    writer.finish()
}

/// All ids of a text.
pub(crate) fn ids(html: &Html) -> BTreeSet<String> {
    html.root_element().descendent_elements().filter_map(|element| element.attr("id")).map(str::to_owned).collect()
}

/// What `src` of a picture, sound or film says, in order.
pub(crate) fn sources(html: &Html) -> Vec<&str> {
    let media = html.root_element().descendent_elements();
    media
        .filter(|element| matches!(element.value().name(), "img" | "audio" | "video"))
        .filter_map(|element| element.attr("src"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Knows one page, `a`, and one picture.
    struct Few;

    impl Ways for Few {
        fn link(&self, href: &str) -> Option<String> {
            href.starts_with(['a', '#']).then(|| href.to_owned())
        }

        fn medium(&self, src: &str) -> Option<String> {
            (src == "p.png").then(|| src.to_owned())
        }

        fn is_book(&self) -> bool {
            true
        }
    }

    #[track_caller]
    fn check(html: &str, expect: &str) {
        assert_eq!(write(&read(html), &Few), expect, "from {html}");
    }

    #[test]
    fn html_becomes_well_formed() {
        check("<p>一<br>二&nbsp;&amp;</p><hr>", "<p>一<br/>二\u{a0}&amp;</p><hr/>");
        check(
            "<audio controls src=p.png></audio>",
            "<audio controls=\"controls\" preload=\"none\" src=\"p.png\"></audio>",
        );
        check("<div class=table tabindex=0>字</div>", "<div class=\"table\">字</div>");
        check("<p onclick=x style=y>字<!-- no --></p>", "<p>字</p>");
    }

    #[test]
    fn links_that_lead_nowhere_are_words() {
        check("<p><a href=b>字</a><a href=\"a?x&amp;y\">字</a></p>", "<p>字<a href=\"a?x&amp;y\">字</a></p>");
        check("<p><a href=b id=i>字</a></p>", "<p><span id=\"i\">字</span></p>");
        check("<p><a href=a download=x.svg>字</a></p>", "<p>字</p>");
    }

    #[test]
    fn media_that_are_not_there_are_words() {
        check(
            "<p><img src=x alt=图><img src=p.png width=3 height=x></p>",
            "<p>图<img src=\"p.png\" alt=\"\" width=\"3\"/></p>",
        );
    }

    #[test]
    fn elements_stand_where_they_may() {
        check("<ul>甲<li>乙</li><div>丙</div></ul>", "<ul><li>甲</li><li>乙</li><li><div>丙</div></li></ul>");
        check("<li>甲</li>", "<div>甲</div>");
        check("<b><p>甲</p></b>", "<b>甲</b>");
        check("<dl><dt>甲</dt><dd>乙</dd></dl>", "<dl><dt>甲</dt><dd>乙</dd></dl>");
        check("<dl>甲<dd>乙</dd></dl>", "<div>甲<div>乙</div></div>");
        check("<p id=a>甲</p><p id=a>乙</p>", "<p id=\"a\">甲</p><p>乙</p>");
    }

    #[test]
    fn tables_are_in_order() {
        check(
            "<table><tr><td align=right colspan=2>1</td></tr><caption>题</caption><thead><tr><th>2</th></tr></thead></table>",
            "<table><caption>题</caption><tbody><tr><td colspan=\"2\">1</td></tr></tbody><tbody><tr><th>2</th></tr></tbody></table>",
        );
    }

    #[test]
    fn readings_have_something_to_stand_above() {
        check("<ruby>字<rt>zì</rt>尾</ruby>", "<ruby>字<rp>（</rp><rt>zì</rt><rp>）</rp></ruby>尾");
        check("<ruby><rt>zì</rt></ruby>", "zì");
    }

    #[test]
    fn readers_of_books_know_notes() {
        check(
            "<sup class=\"footnote\"><a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\">1</a></sup>",
            "<sup class=\"footnote\"><a id=\"fnref-1\" epub:type=\"noteref\" role=\"doc-noteref\" href=\"#fn-1\">1</a></sup>",
        );
        check(
            "<section class=footnotes role=doc-endnotes><ol><li id=fn-1>注</li></ol></section>",
            "<section class=\"footnotes\" epub:type=\"footnotes\" role=\"doc-endnotes\"><ol><li id=\"fn-1\" epub:type=\"footnote\">注</li></ol></section>",
        );
    }
}
