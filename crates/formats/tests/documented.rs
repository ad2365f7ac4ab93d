//! Whether docs/FORMATS.md tells the truth: every example in it is read by the code that it describes.

use formats::{backup, csv, record};
use learning::{Deed, Study};
use std::collections::BTreeSet;

const DOCUMENT: &str = include_str!("../../../docs/FORMATS.md");

/// The lines of all blocks that are marked so.
fn examples(mark: &str) -> Vec<&str> {
    let fence = format!("```{mark}\n");
    let blocks = DOCUMENT.split(fence.as_str()).skip(1);
    blocks.flat_map(|block| block.split("```").next().unwrap_or_default().lines()).collect()
}

fn name(deed: &Deed) -> &'static str {
    match deed {
        Deed::Read(_) => "read",
        Deed::Bookmarked(_) => "bookmarked",
        Deed::Retracted { .. } => "retracted",
        Deed::Corrected { .. } => "corrected",
        Deed::Study(Study::Answered(_)) => "answered",
        Deed::Study(Study::Reviewed(_)) => "reviewed",
        Deed::Study(Study::Remarked(_)) => "remarked",
        Deed::Study(Study::Settled(_)) => "settled",
        Deed::Study(Study::Highlighted(_)) => "highlighted",
        Deed::Study(Study::Reflected(_)) => "reflected",
        Deed::Study(Study::Declared(_)) => "declared",
        Deed::Study(Study::Aimed(_)) => "aimed",
        Deed::Study(Study::Introduced(_)) => "introduced",
        Deed::Study(Study::Coming(_)) => "coming",
        Deed::Study(Study::Attended(_)) => "attended",
        Deed::Study(Study::Served(_)) => "served",
        Deed::Study(Study::Played(_)) => "played",
        Deed::Study(Study::HandedIn(_)) => "handed_in",
    }
}

#[test]
fn every_deed_has_an_example_that_is_read_and_written_the_same() -> Result<(), formats::FormatError> {
    let mut names = BTreeSet::new();
    for line in examples("json record") {
        let event = record::read::<Study>(line)?;
        assert_eq!(record::write(&event)?, line);
        assert!(DOCUMENT.contains(&format!("\n`{}`: ", name(&event.deed))));
        names.insert(name(&event.deed));
    }
    assert_eq!(names.len(), 18);
    Ok(())
}

#[test]
fn the_backup_is_read_and_written_the_same() -> Result<(), backup::BackupError> {
    let examples = examples("json backup");
    assert_eq!(examples.len(), 2);
    for example in examples {
        assert_eq!(backup::write(&backup::read(example)?)?, example);
    }
    Ok(())
}

#[test]
fn the_columns_are_those_that_are_written() {
    assert_eq!(examples("csv ledger").first(), Some(&csv::LEDGER.join(",").as_str()));
    assert_eq!(examples("csv service").first(), Some(&csv::SERVICE.join(",").as_str()));
    assert_eq!(examples("csv attempts").first(), Some(&csv::ATTEMPTS.join(",").as_str()));
}
