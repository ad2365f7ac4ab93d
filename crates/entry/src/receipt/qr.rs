//! A text as a QR code, drawn as one path of SVG.

use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// The quiet zone that readers want around it, in modules (ISO/IEC 18004).
const QUIET: i32 = 4;

/// A QR code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    /// Its width and height in modules, with the quiet zone: the `viewBox` is `0 0 size size`.
    pub size: u32,
    /// The dark modules, as the `d` of a path that is filled; one unit is a module.
    pub path: String,
}

/// The code of a text; `None` if the text is too long for any.
#[must_use]
pub fn qr(text: &str) -> Option<Qr> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            if run > 0 {
                // Writing to a text cannot fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += i32::try_from(run).unwrap_or(0) + 1;
        }
    }
    u32::try_from(code.size() + 2 * QUIET).ok().map(|size| Qr { size, path })
}

#[cfg(test)]
mod tests {
    use super::qr;
    use qrcodegen::{QrCode, QrCodeEcc};

    #[test]
    fn the_path_draws_every_dark_module_and_no_other() {
        let text = "huaide-receipt 1\n题目";
        let (drawn, code) = (qr(text).unwrap(), QrCode::encode_text(text, QrCodeEcc::Medium).unwrap());
        let mut modules = std::collections::BTreeSet::new();
        for run in drawn.path.split('M').skip(1) {
            let numbers: Vec<i32> =
                run.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
            let (x, y, width) = (numbers[0], numbers[1], numbers[2]);
            assert_eq!(numbers[3..], [1, width], "{run}");
            modules.extend((x..x + width).map(|x| (x - 4, y - 4)));
        }
        let all = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        assert_eq!(modules, all.filter(|(x, y)| code.get_module(*x, *y)).collect());
        assert_eq!(i32::try_from(drawn.size).unwrap(), code.size() + 8);
    }

    #[test]
    fn what_is_too_long_has_no_code() {
        assert!(qr(&"字".repeat(1_000)).is_none());
    }
}
