//! Tables with wide bars, or without the row of hyphens.

use super::Found;
use super::shown::{Block, HIDDEN, Line, Place};
use crate::fault::phrase;
use crate::markdown::parse::Parsed;
use comrak::nodes::NodeValue;

const BARS: [char; 2] = ['|', '｜'];

pub(super) fn look(parsed: &Parsed<'_>, blocks: &[Block<'_>], found: &mut Found) {
    let mut last = 0;
    for block in blocks.iter().filter(|block| matches!(block.place, Place::Paragraph | Place::Item | Place::Quote)) {
        let Some(first) = first_row(block) else { continue };
        let end = block.lines.last().map_or(first.number, |line| line.number);
        // Rows with empty lines between them are one table.
        if last == 0 || first.number > last + 2 {
            tell(first, block, found);
        }
        last = end;
    }
    too_many(parsed, found);
}

/// The first line of a block that looks like a row.
fn first_row<'a>(block: &'a Block<'_>) -> Option<&'a Line> {
    let is_framed = |line: &&Line| line.text().starts_with(BARS) && bars(line) > 1;
    let framed = block.lines.iter().find(is_framed);
    framed.or_else(|| {
        let pair = |pair: &&[Line]| bars(&pair[0]) > 0 && bars(&pair[0]) == bars(&pair[1]);
        block.lines.windows(2).find(pair).map(|pair| &pair[0])
    })
}

/// How many bars are seen, without those of readings and other braces.
fn bars(line: &Line) -> usize {
    let mut depth = 0_usize;
    let mut count = 0;
    for c in line.text().chars() {
        match c {
            '{' | '｛' => depth += 1,
            '}' | '｝' => depth = depth.saturating_sub(1),
            '|' | '｜' if depth == 0 => count += 1,
            _ => {}
        }
    }
    count
}

fn tell(first: &Line, block: &Block<'_>, found: &mut Found) {
    let written = first.written(first.begins..first.source.len()).trim();
    let cells: Vec<&str> = written.trim_matches(BARS).split(BARS).map(str::trim).collect();
    let head = format!("| {} |", cells.join(" | "));
    let second = format!("|{}", "---|".repeat(cells.len()));
    let below = block.lines.iter().find(|line| line.number == first.number + 1);
    let is_ruled = below.is_some_and(|line| {
        line.text().contains(['-', '－', '—'])
            && line.text().chars().all(|c| " -－—–:：|｜+\t".contains(c) || c == HIDDEN)
    });
    let piece = super::shorter(written);
    let what = if is_ruled {
        phrase(
            format!("“{piece}”没有变成表格：竖线、减号要半角的，第二行的格数要和第一行一样。"),
            format!(
                "{piece:?} did not become a table: its bars and hyphens must be half-width, and both rows have as many cells."
            ),
        )
    } else {
        phrase(
            format!("“{piece}”没有变成表格：竖线要半角的，第二行是一排减号。"),
            format!("{piece:?} did not become a table: its bars must be half-width, and its second row hyphens."),
        )
    };
    let mend = phrase(
        format!("第一行写成 {head}，第二行写成 {second}，下面每行也用半角的 |。"),
        format!("Write {head}, below it {second}, and | in each row."),
    );
    found.tell(first.number, what, mend);
}

/// Rows with more cells than the first: what is too much would not be seen.
fn too_many(parsed: &Parsed<'_>, found: &mut Found) {
    let source: Vec<&str> = parsed.source.lines().collect();
    for table in parsed.tree.descendants() {
        let NodeValue::Table(facts) = &table.data().value else { continue };
        let rows = table.children().map(|row| row.data().sourcepos.start);
        for start in rows {
            let number = start.line;
            let line = source.get(number.saturating_sub(1)).copied().unwrap_or_default();
            let count = cells(line.get(start.column.saturating_sub(1)..).unwrap_or_default());
            if count <= facts.num_columns {
                continue;
            }
            let most = facts.num_columns;
            let what = phrase(
                format!("表格的这一行有 {count} 格，第一行只有 {most} 格，多出来的读者看不到。"),
                format!("This row has {count} cells and the first {most}: the others are not seen."),
            );
            let mend = phrase(
                "删掉多的竖线，或者给第一、二行也添上一格；格里要用竖线，前面加反斜线 \\|。",
                "Drop a bar, add a cell to the first two rows, or write \\| inside a cell.",
            );
            found.tell(number, what, mend);
        }
    }
}

/// How many cells a row has as it was written; empty ones at its end do not count.
fn cells(line: &str) -> usize {
    let line = line.trim().replace("\\|", "");
    let inside = line.strip_prefix('|').unwrap_or(&line);
    inside.trim_end_matches(['|', ' ', '\t']).split('|').count()
}
