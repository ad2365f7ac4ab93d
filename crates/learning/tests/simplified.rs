//! The table of Simplified characters is what OpenCC says, character by character. This is also how it was made.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use std::path::Path;

const TABLE: &str = "src/fold/simplified.txt";
const HAN: std::ops::RangeInclusive<char> = '\u{4E00}'..='\u{9FFF}';

/// All pairs. A character whose Simplified form has one of its own (薴 → 苧 → 苎) goes to the end at once, so that nothing changes twice.
fn made() -> String {
    let opencc = OpenCC::from_config(BuiltinConfig::T2s).unwrap();
    let step = |c: char| {
        let text = opencc.convert(&c.to_string());
        let mut chars = text.chars();
        let first = chars.next().filter(|_| chars.next().is_none());
        first.filter(|to| HAN.contains(to)).unwrap_or(c)
    };
    let last = |c: char| step(step(c));
    HAN.map(|c| (c, last(c))).filter(|(from, to)| from != to).flat_map(|(from, to)| [from, to]).collect()
}

#[test]
fn the_table_is_what_opencc_says() {
    let made = made();
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join(TABLE);
    if std::fs::read_to_string(&table).unwrap_or_default() != made {
        let fresh = Path::new(env!("CARGO_TARGET_TMPDIR")).join("simplified.txt");
        std::fs::write(&fresh, made).unwrap();
        panic!("{} is not what OpenCC says; the fresh table stands in {}", table.display(), fresh.display());
    }
    assert!(made.len() / 6 > 2_500 && made.len() < 25_000, "{} bytes", made.len());
}
