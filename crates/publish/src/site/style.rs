//! The style sheets: one of what every page needs, tokens and ground first, paper last, the rest by name; and one of what only studying
//! needs, the sheets named `study-…`; and what only the holiday programme needs besides, those named `youth-…`.

use anyhow::{Context, Result, anyhow, bail};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::targets::{Browsers, Features, Targets};
use std::collections::BTreeMap;

const FIRST: [&str; 2] = ["style/tokens.css", "style/base.css"];
const LAST: &str = "style/print.css";

/// The oldest browsers that scripts and sheets are written for, as esbuild names them: phones of 2020. `cargo xtask` lowers scripts to them.
const OLDEST: &str = include_str!("oldest.txt");
/// What stands in the sheets with a fallback of its own, or costs every reader more than it gives a few.
const KEPT: Features = Features::Colors;

/// What the names of the sheets begin with that only studying needs.
const STUDY: &str = "style/study-";

/// The same for the holiday programme.
const YOUTH: &str = "style/youth-";

/// Joins the sheets of the built app that every page needs, and makes them small.
pub(super) fn every(all: &BTreeMap<String, Vec<u8>>) -> Result<String> {
    join(all, |name| !name.starts_with(STUDY) && !name.starts_with(YOUTH))
}

/// Joins those that only studying needs.
pub(super) fn study(all: &BTreeMap<String, Vec<u8>>) -> Result<String> {
    join(all, |name| name.starts_with(STUDY))
}

/// Joins those that only the holiday programme needs.
pub(super) fn youth(all: &BTreeMap<String, Vec<u8>>) -> Result<String> {
    join(all, |name| name.starts_with(YOUTH))
}

fn join(all: &BTreeMap<String, Vec<u8>>, wanted: impl Fn(&str) -> bool) -> Result<String> {
    let is_sheet = |name: &&String| name.starts_with("style/") && name.ends_with(".css") && wanted(name);
    let mut names: Vec<&String> = all.keys().filter(is_sheet).collect();
    names.sort_by_key(|name| (rank(name), *name));
    let mut joined = String::new();
    for name in names {
        let text = all.get(name).map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
        joined.push_str(&small(name, &text)?);
    }
    Ok(joined)
}

fn rank(name: &str) -> usize {
    FIRST.iter().position(|first| *first == name).unwrap_or(FIRST.len() + usize::from(name == LAST))
}

fn small(name: &str, css: &str) -> Result<String> {
    let options = ParserOptions { filename: name.to_owned(), ..ParserOptions::default() };
    let mut sheet = StyleSheet::parse(css, options).map_err(|error| anyhow!("{name}: {error}"))?;
    let targets = Targets { browsers: Some(browsers(OLDEST)?), include: Features::MediaRangeSyntax, exclude: KEPT };
    // Properties and selectors are said in older words here; the printer does so for media queries only.
    let lowered = sheet.minify(MinifyOptions { targets, ..MinifyOptions::default() });
    lowered.map_err(|error| anyhow!("{name}: {error}"))?;
    let printed = sheet.to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() });
    Ok(printed.map_err(|error| anyhow!("{name}: {error}"))?.code)
}

/// The browsers of such names. What they do not know is said in older words.
fn browsers(names: &str) -> Result<Browsers> {
    let mut browsers = Browsers::default();
    for name in names.trim().split(',') {
        let (maker, version) = name.split_at(name.find(|letter: char| letter.is_ascii_digit()).unwrap_or(name.len()));
        let version = version.parse::<u32>().with_context(|| format!("{name} has no version"))? << 16;
        match maker {
            "chrome" => browsers.chrome = Some(version),
            "safari" => (browsers.safari, browsers.ios_saf) = (Some(version), Some(version)),
            // Firefox 78 knows all that Chromium 80 does; named here, it would get every selector once more, in words that it needs no more.
            "firefox" => {}
            _ => bail!("{name} is not known here"),
        }
    }
    Ok(browsers)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;

    fn joined(sheets: &[(&str, &str)]) -> String {
        let all = sheets.iter().map(|(name, css)| (format!("style/{name}"), css.as_bytes().to_vec())).collect();
        every(&all).unwrap() + "|" + &study(&all).unwrap()
    }

    #[test]
    fn sheets_stand_in_their_order() {
        let css = joined(&[
            ("base.css", "b{top:0}"),
            ("a.css", "a{top:0}"),
            ("tokens.css", "t{top:0}"),
            ("print.css", "p{top:0}"),
            ("study-a.css", "s{top:0}"),
        ]);
        assert_eq!(css, "t{top:0}b{top:0}a{top:0}p{top:0}|s{top:0}");
    }

    #[test]
    fn what_only_some_browsers_know_is_kept() {
        let css = joined(&[(
            "a.css",
            "a { text-spacing-trim: trim-start; text-autospace: normal; hanging-punctuation: allow-end }",
        )]);
        assert_eq!(css, "a{text-spacing-trim:trim-start;text-autospace:normal;hanging-punctuation:allow-end}|");
    }

    #[test]
    fn widths_are_asked_for_as_old_browsers_know_it() {
        let css = joined(&[("a.css", "@media (min-width: 48rem) { a { top: 0 } }")]);
        assert_eq!(css, "@media (min-width:48rem){a{top:0}}|");
    }

    #[test]
    fn scripts_and_sheets_are_written_for_the_same_browsers() {
        let wanted =
            Browsers { chrome: Some(80 << 16), safari: Some(14 << 16), ios_saf: Some(14 << 16), ..Browsers::default() };
        assert_eq!(browsers(OLDEST).unwrap(), wanted);
        assert!(browsers("opera9").is_err() && browsers("chrome").is_err());
    }

    #[test]
    fn what_phones_of_2020_do_not_know_is_said_in_older_words() {
        let css = joined(&[("a.css", "a { inset: 0; margin-inline: 1px 2px } :is(.a, .b) c { top: 0 }")]);
        assert_eq!(
            css,
            "a{margin-inline-start:1px;margin-inline-end:2px;top:0;bottom:0;left:0;right:0}\
             :-webkit-any(.a,.b) c{top:0}:is(.a,.b) c{top:0}|"
        );
    }

    /// What has a variable in it cannot be taken apart, and stays as it is.
    #[test]
    fn no_sheet_leaves_a_shorthand_that_phones_of_2020_do_not_know() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../style");
        let sheets: Vec<_> = folder.read_dir().unwrap().map(|sheet| sheet.unwrap().path()).collect();
        assert!(sheets.len() > 20);
        for sheet in sheets {
            let name = sheet.display().to_string();
            let css = small(&name, &std::fs::read_to_string(&sheet).unwrap()).unwrap();
            let properties = css.split(['{', ';', '}']).filter_map(|declaration| declaration.split_once(':'));
            for (property, value) in properties {
                let is_newer = property.starts_with("inset")
                    || ["margin-block", "margin-inline", "padding-block", "padding-inline"].contains(&property);
                assert!(!is_newer, "{name}: {property}: {value}");
            }
        }
    }

    #[test]
    fn a_broken_sheet_is_named() {
        let all = BTreeMap::from([("style/a.css".to_owned(), b"a { } }".to_vec())]);
        assert!(every(&all).unwrap_err().to_string().starts_with("style/a.css"));
    }
}
