//! What a drawing may name: its own parts, and what is embedded in it.

/// Pictures that may be embedded. No drawing in a drawing.
const PICTURES: [&str; 5] = ["image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp"];
/// What fonts are called; the second half are what programs called them before they had a name of their own.
const FONTS: [&str; 11] = [
    "font/woff2",
    "font/woff",
    "font/ttf",
    "font/otf",
    "application/font-woff",
    "application/font-woff2",
    "application/font-sfnt",
    "application/x-font-ttf",
    "application/x-font-woff",
    "application/x-font-opentype",
    "application/octet-stream",
];

/// Whether an address is a part of the drawing, or a picture that is embedded in it.
pub(super) fn is_own(address: &str) -> bool {
    let address = address.trim();
    address.starts_with('#') || data_kind(address).is_some_and(|kind| PICTURES.contains(&kind.as_str()))
}

/// The same, or an embedded font.
pub(super) fn is_embedded(address: &str) -> bool {
    is_own(address) || data_kind(address.trim()).is_some_and(|kind| FONTS.contains(&kind.as_str()))
}

/// What `data:image/png;base64,…` holds.
fn data_kind(address: &str) -> Option<String> {
    let start = address.get(..5).filter(|start| start.eq_ignore_ascii_case("data:"))?;
    let (kind, _) = address[start.len()..].split_once([';', ','])?;
    Some(kind.trim().to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{is_embedded, is_own};

    #[test]
    fn only_what_the_drawing_holds_is_its_own() {
        for own in ["#a", " #a", "data:image/png;base64,AA", "\nDATA:image/JPEG,x"] {
            assert!(is_own(own), "{own}");
        }
        for other in
            ["", "a.png", "//x", "https://x/#a", "javascript:x", "data:text/html,x", "data:image/svg+xml,x", "数据"]
        {
            assert!(!is_embedded(other), "{other}");
        }
        assert!(is_embedded("data:font/woff2;base64,AA") && !is_own("data:font/woff2;base64,AA"));
    }
}
