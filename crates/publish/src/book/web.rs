//! Addresses as books and feeds may hold them: <https://www.rfc-editor.org/rfc/rfc3986>.

use crate::outside;
use url::Url;

/// A stand-in for the address of a portal that has none.
const NOWHERE: &str = "https://portal.invalid/";

/// Where a link of a page leads.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Goal {
    /// Another site, mail, or a telephone.
    Outside(String),
    /// An address of this site, and what follows `#`.
    Inside(String, Option<String>),
}

/// Finds out where a link of the page at `address` leads. `None` for what no reader should follow.
pub(crate) fn goal(href: &str, address: &str) -> Option<Goal> {
    let root = Url::parse(NOWHERE).ok()?;
    let url = root.join(&encoded(address)).ok()?.join(href.trim()).ok()?;
    if url.origin() != root.origin() {
        return outside::is_known(url.scheme()).then(|| Goal::Outside(strict(url.as_str())));
    }
    let path =
        percent_encoding::percent_decode_str(url.path().trim_start_matches('/')).decode_utf8().ok()?.into_owned();
    let path = path.strip_suffix("index.html").filter(|path| path.is_empty() || path.ends_with('/')).unwrap_or(&path);
    Some(Goal::Inside(path.to_owned(), url.fragment().map(decoded)))
}

/// The address of this site that a link of the page at `address` leads to; `None` for all others.
pub(crate) fn goes_to(href: &str, address: &str) -> Option<String> {
    match goal(href, address)? {
        Goal::Inside(path, _) => Some(path),
        Goal::Outside(_) => None,
    }
}

/// A link of the page at `address` as it leads there from anywhere; `None` if nobody knows where the portal is.
pub(crate) fn absolute(href: &str, address: &str, portal: Option<&str>) -> Option<String> {
    match goal(href, address)? {
        Goal::Outside(url) => Some(url),
        Goal::Inside(path, fragment) => {
            let mut url = Url::parse(portal?).ok()?.join(&encoded(&path)).ok()?;
            url.set_fragment(fragment.as_deref());
            Some(strict(url.as_str()))
        }
    }
}

fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// A path whose characters are all of the path: `?` and `#` too.
fn encoded(path: &str) -> String {
    let parts = path
        .split('/')
        .map(|part| percent_encoding::utf8_percent_encode(part, percent_encoding::NON_ALPHANUMERIC).to_string());
    let path = parts.collect::<Vec<_>>().join("/").replace("%2D", "-").replace("%2E", ".").replace("%5F", "_");
    format!("./{path}")
}

/// Browsers take more characters than the standard; checkers of books do not.
fn strict(url: &str) -> String {
    let bytes = url.as_bytes();
    let is_escape = |at: usize| bytes.get(at + 1..at + 3).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
    let has_literal_host = url.contains("://[");
    let mut out = String::with_capacity(url.len());
    for (at, c) in url.char_indices() {
        match c {
            '%' if !is_escape(at) => out.push_str("%25"),
            '[' | ']' if !has_literal_host => out.push_str(if c == '[' { "%5B" } else { "%5D" }),
            '|' | '^' | '`' | '{' | '}' | '\\' | '"' | '<' | '>' | ' ' => out.push_str(&format!("%{:02X}", c as u32)),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Goal, absolute, goal};

    #[test]
    fn goals_are_found_from_a_page() {
        let inside =
            |path: &str, fragment: Option<&str>| Some(Goal::Inside(path.to_owned(), fragment.map(str::to_owned)));
        let find = |href| goal(href, "lessons/课/1/");
        assert_eq!(find("#fn-1"), inside("lessons/课/1/", Some("fn-1")));
        assert_eq!(find("../../../lessons/课/2/#Ab-_"), inside("lessons/课/2/", Some("Ab-_")));
        assert_eq!(find("../../../materials/"), inside("materials/", None));
        assert_eq!(find("../2/index.html"), inside("lessons/课/2/", None));
        assert_eq!(find("tel:110"), Some(Goal::Outside("tel:110".to_owned())));
        assert_eq!(find("javascript:x"), None);
        assert_eq!(
            find("https://a.example/b c|d?e=%zz"),
            Some(Goal::Outside("https://a.example/b%20c%7Cd?e=%25zz".to_owned()))
        );
    }

    #[test]
    fn links_lead_there_from_anywhere() {
        let portal = Some("https://example.org/x/");
        assert_eq!(absolute("../../乙/", "materials/甲/", portal).as_deref(), Some("https://example.org/x/%E4%B9%99/"));
        assert_eq!(absolute("#a", "n/", portal).as_deref(), Some("https://example.org/x/n/#a"));
        assert_eq!(absolute("../", "n/", None), None);
        assert_eq!(absolute("mailto:a@example.org", "n/", None).as_deref(), Some("mailto:a@example.org"));
    }
}
