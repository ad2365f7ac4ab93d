//! Places the pieces of a title and a text, row by row.

use super::piece::{Piece, Place, pieces};
use super::{Cell, Row};
use model::length::paragraphs;

/// The most marks that are added to the last cell of a row.
pub const MOST: usize = 4;

/// The rows that a title and a text fill.
pub fn write(title: &str, text: &str, width: usize) -> Vec<Row> {
    let mut rows = centred(title, width);
    let mut writer = Writer::new(width);
    for (begins, paragraph) in paragraphs(text) {
        let pieces = pieces(paragraph, begins, width / 2);
        if !pieces.is_empty() {
            writer.row = vec![Cell::default(); 2];
            writer.paragraph(pieces);
        }
    }
    rows.append(&mut writer.rows);
    rows
}

/// The rows of a title.
fn centred(title: &str, width: usize) -> Vec<Row> {
    let fill = |inner: usize| {
        let line = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut writer = Writer::new(inner);
        writer.paragraph(pieces(&line, 0, width / 2));
        writer.rows
    };
    let mut rows = fill(width);
    if rows.len() > 1 {
        rows = fill(width - 4);
    }
    rows.iter().map(|row| centre(row, width)).collect()
}

/// One row of a title. What shares a cell only because the row was full still does.
fn centre(row: &[Cell], width: usize) -> Row {
    let used = row.iter().rposition(|cell| !cell.text.is_empty()).map_or(0, |last| last + 1);
    let written = row[..used].iter().map(|cell| Cell { text: cell.text.clone(), from: None });
    let mut cells = vec![Cell::default(); (width - used) / 2];
    cells.extend(written);
    cells.resize(width, Cell::default());
    cells
}

/// Writes into a row until it is full, then into the next.
struct Writer {
    width: usize,
    rows: Vec<Row>,
    row: Row,
    /// Opening marks that wait for what they open.
    opening: Vec<Cell>,
    /// How many marks share the last cell of the row.
    sharing: usize,
}

impl Writer {
    const fn new(width: usize) -> Self {
        Self { width, rows: Vec::new(), row: Row::new(), opening: Vec::new(), sharing: 0 }
    }

    /// Writes a paragraph from where the row stands, and ends its last row.
    fn paragraph(&mut self, pieces: Vec<Piece>) {
        for piece in pieces {
            match piece.place {
                Place::Opening => self.opening.extend(piece.cells),
                Place::Closing if self.opening.is_empty() && self.is_full() => self.share(piece.cells),
                Place::Anywhere | Place::Closing => self.put(piece),
            }
        }
        // One cell stays free behind marks that open nothing: they do not end a row.
        let opening = std::mem::take(&mut self.opening);
        if !opening.is_empty() {
            self.make_room(opening.len() + 1);
            self.fill(opening);
        }
        self.end_row();
    }

    /// Writes a piece with the opening marks before it, in one row if they fit into one.
    fn put(&mut self, piece: Piece) {
        let space = piece.spaced && self.opening.is_empty() && !self.row.is_empty();
        let mut cells = std::mem::take(&mut self.opening);
        cells.extend(piece.cells);
        self.make_room(cells.len() + usize::from(space));
        if space && !self.row.is_empty() {
            self.row.push(Cell::default());
        }
        self.fill(cells);
    }

    /// Writes marks into the last cell of the full row.
    fn share(&mut self, cells: Vec<Cell>) {
        for cell in cells {
            match self.row.last_mut() {
                Some(last) if self.sharing < MOST => {
                    last.text.push_str(&cell.text);
                    self.sharing += 1;
                }
                _ => self.fill(vec![cell]),
            }
        }
    }

    fn fill(&mut self, cells: Vec<Cell>) {
        for cell in cells {
            self.make_room(1);
            self.row.push(cell);
        }
    }

    /// Goes to the next row if this one has fewer free cells, unless nothing is written in it yet.
    fn make_room(&mut self, cells: usize) {
        let written = self.row.iter().any(|cell| !cell.text.is_empty());
        if written && self.row.len() + cells > self.width {
            self.end_row();
        }
    }

    fn is_full(&self) -> bool {
        self.row.len() == self.width
    }

    fn end_row(&mut self) {
        self.sharing = 0;
        if !self.row.is_empty() {
            let mut row = std::mem::take(&mut self.row);
            row.resize(self.width, Cell::default());
            self.rows.push(row);
        }
    }
}
