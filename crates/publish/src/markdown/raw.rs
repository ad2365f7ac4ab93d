//! The tags of raw HTML: how many are open at once, and which of them the sieve took away.

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Elements that have no end.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// What was taken of raw HTML.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Removed {
    /// The line of the first, in the text.
    pub line: usize,
    /// Tags such as `<script>` and attributes such as `onclick`, in order, each once.
    pub names: Vec<String>,
}

/// What of the pieces of raw HTML, each with its line, no longer stands in what the sieve left.
pub(super) fn removed(pieces: &[(usize, String)], clean: &str) -> Option<Removed> {
    let mut left: BTreeMap<String, usize> = BTreeMap::new();
    for (_, name) in names(clean) {
        *left.entry(name).or_default() += 1;
    }
    let mut gone: Vec<(usize, String)> = Vec::new();
    for (first, piece) in pieces {
        for (line, name) in names(piece) {
            match left.get_mut(&name).filter(|count| **count > 0) {
                Some(count) => *count -= 1,
                None => gone.push((first + line, name)),
            }
        }
    }
    let line = gone.first()?.0;
    let mut names: Vec<String> = Vec::new();
    for (_, name) in gone {
        let shown = name.rsplit(' ').next().unwrap_or_default().to_owned();
        if !names.contains(&shown) && names.len() < 9 {
            names.push(shown);
        }
    }
    Some(Removed { line, names })
}

/// The tags of a piece as `<b>`, and their attributes as `<b> class`, with lines from 0.
fn names(html: &str) -> Vec<(usize, String)> {
    let mut names = Vec::new();
    for (line, tag) in tags(html).into_iter().filter(|(_, tag)| tag.kind == TagKind::StartTag) {
        names.push((line, format!("<{}>", tag.name)));
        names.extend(tag.attrs.iter().map(|attribute| (line, format!("<{}> {}", tag.name, attribute.name.local))));
    }
    names
}

/// The most elements that are open at once.
pub(super) fn most_open(html: &str) -> usize {
    let (mut open, mut most) = (0_usize, 0);
    for (_, tag) in tags(html) {
        match tag.kind {
            TagKind::StartTag if !VOID.contains(&&*tag.name) => open += 1,
            TagKind::StartTag => {}
            TagKind::EndTag => open = open.saturating_sub(1),
        }
        most = most.max(open);
    }
    most
}

/// All tags, with lines from 0.
fn tags(html: &str) -> Vec<(usize, Tag)> {
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(html));
    let tokenizer = Tokenizer::new(Tags::default(), TokenizerOpts::default());
    // Scripts are not run here, so nothing stops the tokenizer before the end.
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

/// Keeps the tags and lets go of everything else.
#[derive(Default)]
struct Tags(RefCell<Vec<(usize, Tag)>>);

impl TokenSink for Tags {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        if let Token::TagToken(tag) = token {
            self.0.borrow_mut().push(((line as usize).saturating_sub(1), tag));
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(raw: &str, clean: &str, expect: Option<(usize, &[&str])>) {
        let removed = removed(&[(5, raw.to_owned())], clean).map(|removed| (removed.line, removed.names));
        assert_eq!(removed, expect.map(|(line, names)| (line, names.iter().map(|name| (*name).to_owned()).collect())));
    }

    #[test]
    fn what_the_sieve_took_is_told() {
        check("<b>安</b>", "<b>安</b>", None);
        check("<!-- <script> -->", "", None);
        check("<div>\n<script>x</script>\n</div>", "<div>\n\n</div>", Some((6, &["<script>"])));
        check("<b onclick='>' class=a>安</b>", "<b class=\"a\">安</b>", Some((5, &["onclick"])));
        check("<img src=x><img src=y>", "", Some((5, &["<img>", "src"])));
    }

    #[test]
    fn open_elements_are_counted() {
        assert_eq!(most_open("<b><i></i><br></b><p>"), 2);
        assert_eq!(most_open(&"<p>".repeat(300)), 300);
    }
}
