//! Addresses of what a learner read, as records have them: relative to the portal's root, and never leading out of it.
//!
//! Records come from files too, and a link to somewhere else under the title of a lesson would deceive. What browsers make of an address is
//! the standard here, not what it looks like. Source: WHATWG, URL Standard, "basic URL parser" and "double-dot URL path segment".

/// The longest address, in characters.
pub const LONGEST: usize = 2_000;

/// Whether an address stays within the portal, wherever that stands: no scheme, no host, no way up.
#[must_use]
pub fn is_within_portal(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let first = path.split('/').next().unwrap_or_default();
    // A tab or a line feed is passed over by browsers, and a backslash is a slash to them.
    let is_odd = |c: char| c.is_control() || c == '\\';
    address.chars().nth(LONGEST).is_none()
        && !address.starts_with(['/', ' '])
        && !address.contains("//")
        && !address.contains(is_odd)
        && !first.contains(':')
        && !path.split('/').any(is_dots)
}

/// What stands behind the root in a whole address, if it leads into the portal. Both are as a browser wrote them when it had resolved them:
/// what it would pass over, or take for something else, is in neither.
#[must_use]
pub fn below<'a>(address: &'a str, root: &str) -> Option<&'a str> {
    address.strip_prefix(root).filter(|_| root.ends_with('/'))
}

/// `.` and `..`, and the ways of writing them that browsers take for the same.
fn is_dots(segment: &str) -> bool {
    matches!(segment.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | "..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_below_the_root_begins_with_all_of_it() {
        let check = |address: &str, expect| assert_eq!(below(address, "https://a.cn/x/"), expect, "{address}");
        check("https://a.cn/x/", Some(""));
        check("https://a.cn/x/y/#z", Some("y/#z"));
        check("https://a.cn/x", None);
        check("https://a.cn/y/", None);
        check("https://a.cn.evil.example/x/", None);
        check("http://a.cn/x/", None);
        assert_eq!(below("https://a.cn.evil.example/", "https://a.cn"), None);
        assert_eq!(below("javascript:x", ""), None);
    }

    #[test]
    fn an_address_stays_within_the_portal() {
        let check = |address: &str, expect: bool| assert_eq!(is_within_portal(address), expect, "{address:?}");
        check("", true);
        check("lessons/shequ-zizhi/how-we-are-organised/", true);
        check("materials/防火：常识/", true);
        check("lessons/a/b/#kQ7_", true);
        check("lessons/a.b/c..d/", true);
        check("lessons/a/b/?at=10:30", true);
        check(&"a".repeat(LONGEST), true);
        check(&"a".repeat(LONGEST + 1), false);
        check("https://elsewhere.example/", false);
        check("https:elsewhere.example", false);
        check("javascript:alert(1)", false);
        check("java\tscript:alert(1)", false);
        check("JavaScript:alert(1)", false);
        check("data:text/html,x", false);
        check("//elsewhere.example/", false);
        check("/\\elsewhere.example/", false);
        check("\\\\elsewhere.example/", false);
        check("a\\b", false);
        check("/lessons/", false);
        check(" //elsewhere.example/", false);
        check("lessons//elsewhere.example/", false);
        check("..", false);
        check("../elsewhere/", false);
        check("lessons/../../elsewhere/", false);
        check("lessons/%2e%2E/%2E./elsewhere/", false);
        check("./lessons/", false);
        check("lessons/a\n/", false);
        check("lessons/a\u{0}/", false);
    }
}
