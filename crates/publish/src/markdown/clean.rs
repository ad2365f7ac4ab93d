//! Raw HTML of authors: only what is harmless stays.

use ammonia::Builder;
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

fn builder(tags: HashSet<&'static str>) -> Builder<'static> {
    let mut builder = Builder::default();
    builder.tags(tags);
    // What we write ourselves inside a line: footnote links.
    builder.add_tag_attributes("a", ["id", "role"]);
    builder.add_generic_attributes(["class"]);
    // An id of the author's could be taken for one of the page's own.
    builder.attribute_filter(|_, name, value| (name != "id" || value.starts_with("fnref-")).then(|| value.into()));
    builder.link_rel(None);
    builder
}

/// The inside of a paragraph, heading or cell that holds raw HTML. `media` are the parts of it that the publisher drew for pictures
/// and sounds: they stay, and pictures of the author's own HTML go, for they would not be published.
pub(super) fn line(html: &str, media: &[String]) -> String {
    let place = |index: usize| format!("<span class=\"medium-{index}\"></span>");
    let held =
        media.iter().enumerate().fold(html.to_owned(), |html, (index, one)| html.replacen(one, &place(index), 1));
    let clean = LINE.clean(&held).to_string();
    media.iter().enumerate().fold(clean, |html, (index, one)| html.replacen(&place(index), one, 1))
}

/// A block of raw HTML. A comment leaves nothing.
pub(super) fn block(html: &str) -> String {
    WHOLE.clean(html).to_string().trim().to_owned()
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
            ("H<sub>2</sub>O", "H<sub>2</sub>O"),
        ] {
            assert_eq!(line(raw, &[]), clean, "{raw}");
        }
        let own = "<img src=\"../media/a.png\" alt=\"\">".to_owned();
        assert_eq!(
            line(&format!("<b>{own}</b><img src=https://x>"), std::slice::from_ref(&own)),
            format!("<b>{own}</b>")
        );
        assert_eq!(line("<a id=page>安</a>", &[]), "<a>安</a>");
        assert_eq!(block("<!-- INFO END -->"), "");
        assert_eq!(block("<div id=page>安</div>"), "<div>安</div>");
    }
}
