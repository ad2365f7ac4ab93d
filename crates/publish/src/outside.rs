//! Where links may lead that leave the portal: one rule for every address in what is published.

use url::Url;

/// The schemes that such an address may have.
pub(crate) const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];
/// Where an address without a scheme would lead; nobody is ever led there.
const HERE: &str = "https://portal.invalid/";

/// Whether addresses of this scheme may be followed.
pub(crate) fn is_known(scheme: &str) -> bool {
    SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known))
}

/// Whether an address leads to another site, to mail or to a telephone, as browsers read it: what they pass over is no disguise.
pub(crate) fn leads_outside(address: &str) -> bool {
    let here = Url::parse(HERE).ok();
    let goal = here.as_ref().and_then(|here| here.join(address).ok());
    goal.is_some_and(|goal| is_known(goal.scheme()) && here.is_some_and(|here| here.origin() != goal.origin()))
}

#[cfg(test)]
mod tests {
    use super::leads_outside;

    #[test]
    fn only_known_ways_lead_outside() {
        for known in ["https://a.cn/", "HTTP://a.cn", "//a.cn/x", " mailto:a@b.cn", "tel:110"] {
            assert!(leads_outside(known), "{known}");
        }
        for other in [
            "",
            "a/b",
            "#a",
            "javascript:x",
            " java\nscript:x",
            "\u{1}javascript:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///x",
            "blob:https://a",
        ] {
            assert!(!leads_outside(other), "{other}");
        }
    }
}
