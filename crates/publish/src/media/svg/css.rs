//! Styles of drawings: what they would fetch is taken away.

use super::links::is_embedded;
use cssparser::{Delimiter, ParseError, Parser, Token};

/// Functions that fetch what a mere string in them names.
const FETCHING: [&str; 7] =
    ["src", "image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade", "-moz-image-rect"];
/// How deep blocks may stand in each other.
const DEEPEST: usize = 32;

/// A style, or the value of an attribute that is one, without what fetches: `@import`, and `url(…)` of anything but a part of the drawing or
/// what is embedded in it. What went is noted in `gone`. `None` when nothing had to go.
pub(super) fn close(css: &str, gone: &mut Vec<String>) -> Option<String> {
    if !css.contains(['(', '\\', '@']) {
        return None;
    }
    let closed = Closing::of(css);
    if closed.gone.is_empty() {
        return None;
    }
    gone.extend(closed.gone);
    // What is left must not have become another word at its seams.
    let is_closed = Closing::of(&closed.out).gone.is_empty();
    Some(if is_closed { closed.out } else { String::new() })
}

#[derive(Default)]
struct Closing {
    out: String,
    gone: Vec<String>,
}

impl Closing {
    fn of(css: &str) -> Self {
        let mut closing = Self::default();
        closing.walk(&mut Parser::new(css), 0);
        closing
    }

    fn walk(&mut self, css: &mut Parser<'_>, depth: usize) {
        loop {
            let from = css.position();
            let Ok(token) = css.next_including_whitespace_and_comments().cloned() else { return };
            match &token {
                Token::AtKeyword(name) if name.eq_ignore_ascii_case("import") => {
                    self.gone.push("@import".to_owned());
                    // It never fails.
                    let _ = css.parse_until_after(Delimiter::Semicolon, skip);
                    self.out.push(' ');
                }
                Token::UnquotedUrl(url) | Token::BadUrl(url) if !is_embedded(url) => self.refuse(url),
                Token::Function(name) if name.eq_ignore_ascii_case("url") => {
                    let url = css.parse_nested_block(string).unwrap_or_default();
                    match is_embedded(&url) {
                        true => self.out.push_str(css.slice_from(from)),
                        false => self.refuse(&url),
                    }
                }
                Token::Function(_) | Token::ParenthesisBlock | Token::SquareBracketBlock | Token::CurlyBracketBlock => {
                    let opens = css.slice_from(from);
                    self.block(css, opens, &token, depth);
                }
                _ => self.out.push_str(css.slice_from(from)),
            }
        }
    }

    /// What stands in brackets.
    fn block(&mut self, css: &mut Parser<'_>, opens: &str, token: &Token<'_>, depth: usize) {
        let fetches =
            matches!(token, Token::Function(name) if FETCHING.iter().any(|one| name.eq_ignore_ascii_case(one)));
        if fetches || depth >= DEEPEST {
            // It never fails.
            let _ = css.parse_nested_block(skip);
            return self.refuse(&format!("{opens}…"));
        }
        self.out.push_str(opens);
        // It never fails.
        let _ = css.parse_nested_block(|inner| {
            self.walk(inner, depth + 1);
            Ok::<(), ParseError<()>>(())
        });
        self.out.push_str(match token {
            Token::SquareBracketBlock => "]",
            Token::CurlyBracketBlock => "}",
            _ => ")",
        });
    }

    /// What names something elsewhere is nothing instead.
    fn refuse(&mut self, what: &str) {
        self.gone.push(what.trim().to_owned());
        self.out.push_str("none");
    }
}

fn skip(css: &mut Parser<'_>) -> Result<(), ParseError<()>> {
    while css.next().is_ok() {}
    Ok(())
}

/// The string in `url("…")`.
fn string(css: &mut Parser<'_>) -> Result<String, ParseError<()>> {
    let string = css.expect_string()?.to_string();
    skip(css)?;
    Ok(string)
}

#[cfg(test)]
mod tests {
    use super::close;

    #[track_caller]
    fn check(css: &str, expect: Option<&str>) {
        let mut gone = Vec::new();
        assert_eq!(close(css, &mut gone).as_deref(), expect, "{css}");
        assert_eq!(gone.is_empty(), expect.is_none(), "{css}");
    }

    #[test]
    fn what_fetches_goes_and_all_else_stays() {
        check("fill:#c00;font-family:'微软雅黑'", None);
        check("fill: url(#a) translate(1, 2)", None);
        check("a{fill:url( '#a' )}", None);
        check("@font-face{src:url(data:font/woff2;base64,AA==) format('woff2')}", None);
        check("a{fill:URL(https://x/)}", Some("a{fill:none}"));
        check("a{fill:url('//x/a(b')} b{r:1}", Some("a{fill:none} b{r:1}"));
        check("a{fill:u\\72l(https://x/)}", Some("a{fill:none}"));
        check("a{fill:url(x.svg#a)}", Some("a{fill:none}"));
        check("a{fill:url(data:image/svg+xml,x)}", Some("a{fill:none}"));
        check("a{b:image-set('https://x' 1x)}", Some("a{b:none}"));
        check("@import 'x'; a{r:1}", Some("  a{r:1}"));
        check("@\\69mport url(x); a{r:1}", Some("  a{r:1}"));
        check("@media all{a{--b:url(//x)}}", Some("@media all{a{--b:none}}"));
        check("a{fill:url('#a') url('data:image/png,\"')}", None);
        check("a{b:ur@import x;l(https://x)}", Some("a{b:ur l(https://x)}"));
        check("url(", Some("none"));
        assert!(close(&"(".repeat(9_999), &mut Vec::new()).is_some());
    }
}
