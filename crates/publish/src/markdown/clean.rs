//! Raw HTML of authors: only what is harmless stays.

use super::raw;
use crate::limits::OPEN_ELEMENTS;
use crate::outside;
use ammonia::{Builder, UrlRelative};
use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

/// What may stand inside a line.
const INLINE: [&str; 19] = [
    "a", "b", "br", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "span",
    "strong", "u",
];
/// Also, what is small and harmless.
const SMALL: [&str; 3] = ["small", "sub", "sup"];
/// What may stand on its own.
const BLOCK: [&str; 16] = [
    "blockquote",
    "caption",
    "dd",
    "div",
    "dl",
    "dt",
    "li",
    "ol",
    "p",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

static LINE: LazyLock<Builder<'static>> = LazyLock::new(|| builder(INLINE.into_iter().chain(SMALL).collect()));
static WHOLE: LazyLock<Builder<'static>> =
    LazyLock::new(|| builder(INLINE.into_iter().chain(SMALL).chain(BLOCK).collect()));

/// What stands on pages at many addresses: links in it lead to other sites, or nowhere.
static ANYWHERE: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = builder(INLINE.into_iter().chain(SMALL).chain(BLOCK).collect());
    builder.url_relative(UrlRelative::Deny);
    builder
});

fn builder(tags: HashSet<&'static str>) -> Builder<'static> {
    let mut builder = Builder::default();
    builder.tags(tags);
    // What we write ourselves inside a line: footnote links, and drawings that are to be saved.
    builder.add_tag_attributes("a", ["id", "role", "download"]);
    builder.add_generic_attributes(["class"]);
    builder.url_schemes(outside::SCHEMES.into());
    builder.attribute_filter(attribute);
    builder.link_rel(None);
    builder
}

/// What stays of an attribute. An id of the author's could be taken for one of the page's own; where something was quoted from is never part
/// of this site. Other addresses the sieve knows by itself, with the same schemes.
fn attribute<'v>(_: &str, name: &str, value: &'v str) -> Option<Cow<'v, str>> {
    let stays = match name {
        "id" => value.starts_with("fnref-"),
        "cite" => outside::leads_outside(value),
        _ => true,
    };
    stays.then(|| value.into())
}

/// The inside of a paragraph, heading or cell that holds raw HTML. `media` are the parts of it that the publisher drew for pictures
/// and sounds, in order: they stay, and pictures of the author's own HTML go, for they would not be published. `None` when too many
/// elements are open at once.
pub(super) fn line(html: &str, media: &[String]) -> Option<String> {
    let mut held = String::with_capacity(html.len());
    let mut rest = html;
    for (index, one) in media.iter().enumerate() {
        let (before, after) = rest.split_once(one.as_str()).unwrap_or((rest, ""));
        held.push_str(before);
        held.push_str(&format!("{PLACE}{index}\"></span>"));
        rest = after;
    }
    held.push_str(rest);
    let clean = clean(&LINE, &held)?;
    let mut parts = clean.split(PLACE);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once("\"></span>").map(|(index, rest)| (index.parse::<usize>(), rest)) {
            Some((Ok(index), rest)) => out.extend([media.get(index).map_or("", String::as_str), rest]),
            _ => out.extend([PLACE, part]),
        }
    }
    Some(out)
}

/// Begins what stands for a medium while the sieve is at work.
const PLACE: &str = "<span class=\"medium-";

/// A block of raw HTML. A comment leaves nothing. `None` when too many elements are open at once.
pub(super) fn block(html: &str) -> Option<String> {
    clean(&WHOLE, html).map(|clean| clean.trim().to_owned())
}

/// The words of a question. `None` when too many elements are open at once.
pub(super) fn words(html: &str) -> Option<String> {
    clean(&ANYWHERE, html).map(|clean| clean.trim().to_owned())
}

fn clean(sieve: &Builder<'_>, html: &str) -> Option<String> {
    (raw::most_open(html) <= OPEN_ELEMENTS).then(|| sieve.clean(html).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_runs_or_deceives_gets_through() {
        for (raw, clean) in [
            ("<script>alert(1)</script>安", "安"),
            ("<b onclick=x style=color:red>安</b>", "<b>安</b>"),
            ("<svg><style>a</style></svg>", ""),
            ("<iframe src=x></iframe>", ""),
            ("<a href=\"javascript:x\">安</a>", "<a>安</a>"),
            ("<a href=\" &#1;java&#10;script:x\">安</a>", "<a>安</a>"),
            ("<a href=\"magnet:x\">安</a>", "<a>安</a>"),
            ("<q cite=\"javascript:x\">安</q>", "<q>安</q>"),
            ("<del cite=\"data:text/html,x\">安</del>", "<del>安</del>"),
            ("<ins cite=\"x\">安</ins>", "<ins>安</ins>"),
            ("<q cite=\"https://a.cn/\">安</q>", "<q cite=\"https://a.cn/\">安</q>"),
            ("H<sub>2</sub>O", "H<sub>2</sub>O"),
        ] {
            assert_eq!(line(raw, &[]).as_deref(), Some(clean), "{raw}");
        }
        let own = "<img src=\"../media/a.png\" alt=\"\">".to_owned();
        assert_eq!(
            line(&format!("<b>{own}</b><img src=https://x>"), std::slice::from_ref(&own)),
            Some(format!("<b>{own}</b>"))
        );
        assert_eq!(line("<a id=page>安</a>", &[]).as_deref(), Some("<a>安</a>"));
        assert_eq!(
            block("<blockquote cite=javascript:x>安</blockquote>").as_deref(),
            Some("<blockquote>安</blockquote>")
        );
        assert_eq!(block("<!-- INFO END -->").as_deref(), Some(""));
        assert_eq!(block("<div id=page>安</div>").as_deref(), Some("<div>安</div>"));
        assert_eq!(block(&"<b>".repeat(100)), None);
    }
}
