//! Cuts a paragraph into pieces: the cells that belong together, and what may not stand at the edge of a row.

use super::Cell;
use model::length::{Kind, Unit, half_width, is_chinese, units};

/// Where a piece may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Anywhere; its cells are in one row if they fit.
    Anywhere,
    /// Not at the end of a row.
    Opening,
    /// Not at the start of a row.
    Closing,
}

/// A few cells that belong together.
#[derive(Debug)]
pub struct Piece {
    pub cells: Vec<Cell>,
    pub place: Place,
    /// A space parts it from the word before.
    pub spaced: bool,
}

impl Piece {
    fn new(place: Place, text: impl Into<String>, at: usize) -> Self {
        let cell = Cell { text: text.into(), from: Some(at) };
        Self { cells: vec![cell], place, spaced: false }
    }
}

/// The pieces of a paragraph that begins at the byte `begins` of its text. Words of more cells than `whole` are torn.
pub fn pieces(paragraph: &str, begins: usize, whole: usize) -> Vec<Piece> {
    let mut cutter = Cutter { chinese: is_chinese(paragraph), ..Cutter::default() };
    let mut before = [Kind::Nothing; 2];
    let mut all = units(paragraph).filter(|unit| unit.kind != Kind::Nothing).peekable();
    while let Some(unit) = all.next() {
        let at = begins + unit.at;
        match unit.kind {
            Kind::Space | Kind::Nothing => {}
            Kind::Word => cutter.word(unit.text, at, whole, before == [Kind::Word, Kind::Space]),
            Kind::Wide | Kind::Sign => cutter.pieces.push(Piece::new(Place::Anywhere, unit.text, at)),
            Kind::Mark | Kind::HalfMark => {
                let doubled = all.peek().is_some_and(|next| next.text == "-") || cutter.dashed;
                cutter.mark(unit, at, doubled);
            }
        }
        cutter.dashed = unit.text == "-";
        if before[1] != Kind::Space || unit.kind != Kind::Space {
            before = [before[1], unit.kind];
        }
    }
    cutter.pieces
}

#[derive(Default)]
struct Cutter {
    pieces: Vec<Piece>,
    chinese: bool,
    /// The unit before is a half-width hyphen outside a word.
    dashed: bool,
    in_double_quotes: bool,
    in_single_quotes: bool,
}

impl Cutter {
    /// Adds a mark, to the cell or the piece before where the two belong together.
    fn mark(&mut self, unit: Unit<'_>, at: usize, doubled: bool) {
        let (place, text) = match unit.text {
            "\"" => quote(&mut self.in_double_quotes, self.chinese, ["\"", "“", "”"]),
            "'" => quote(&mut self.in_single_quotes, self.chinese, ["'", "‘", "’"]),
            "-" if self.chinese && doubled => (Place::Anywhere, "—"),
            text if self.chinese => (place(text), chinese(text)),
            text => (place(text), text),
        };
        if let Some(last) = self.pieces.last_mut()
            && let [cell] = last.cells.as_mut_slice()
        {
            if is_cry(&cell.text) && is_cry(text) {
                return cell.text.push_str(text);
            }
            if is_long(text) && cell.text == text {
                return last.cells.push(Cell { text: text.to_owned(), from: Some(at) });
            }
        }
        self.pieces.push(Piece::new(place, text, at));
    }

    /// Adds a word: as one piece, or cell by cell if it is long.
    fn word(&mut self, text: &str, at: usize, whole: usize, spaced: bool) {
        let cells = letters(text, at);
        if cells.len() <= whole {
            return self.pieces.push(Piece { cells, place: Place::Anywhere, spaced });
        }
        for (i, cell) in cells.into_iter().enumerate() {
            let starts_with_sign = !cell.text.starts_with(char::is_alphanumeric);
            let place = if starts_with_sign { Place::Closing } else { Place::Anywhere };
            self.pieces.push(Piece { cells: vec![cell], place, spaced: spaced && i == 0 });
        }
    }
}

/// The cells of a word: two digits or two small letters share one, a sign goes with a single character before it.
fn letters(word: &str, at: usize) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    // The only character of the last cell.
    let mut single = None;
    for (i, c) in word.char_indices() {
        let c = half_width(c);
        let stands_on = !c.is_alphanumeric() && !c.is_ascii() && c != '’';
        let pairs = |before: char| match c {
            _ if c.is_numeric() => before.is_numeric(),
            _ if c.is_lowercase() => before.is_lowercase(),
            _ => !c.is_alphanumeric() && before.is_alphanumeric(),
        };
        let shares = single.is_some_and(pairs);
        match cells.last_mut() {
            Some(cell) if stands_on || shares => cell.text.push(c),
            _ => cells.push(Cell { text: c.into(), from: Some(at + i) }),
        }
        if !stands_on {
            single = (!shares).then_some(c);
        }
    }
    cells
}

/// The place and form of a straight quote, which opens and closes in turn; `forms` are the plain, opening and closing one.
fn quote(inside: &mut bool, chinese: bool, forms: [&'static str; 3]) -> (Place, &'static str) {
    let [plain, opening, closing] = forms;
    let (place, form) = if *inside { (Place::Closing, closing) } else { (Place::Opening, opening) };
    *inside = !*inside;
    (place, if chinese { form } else { plain })
}

/// Where a mark may stand.
fn place(text: &str) -> Place {
    match half_width(text.chars().next().unwrap_or_default()) {
        c if OPENING.contains(c) => Place::Opening,
        _ if is_long(text) || text.starts_with("..") => Place::Anywhere,
        _ => Place::Closing,
    }
}

const OPENING: &str = "([{<“‘《〈「『【〔〖〘〚〝｟｢«‹„‚︵︷︹︻︽︿﹁﹃﹙﹛﹝";

/// The Chinese form of a half-width mark.
fn chinese(text: &str) -> &str {
    match text {
        "," => "，",
        "." => "。",
        "..." => "…",
        "!" => "！",
        "?" => "？",
        ":" => "：",
        ";" => "；",
        "(" => "（",
        ")" => "）",
        "[" => "［",
        "]" => "］",
        "{" => "｛",
        "}" => "｝",
        "<" => "＜",
        ">" => "＞",
        "~" => "～",
        other => other,
    }
}

/// Marks of which two stand for one long mark.
fn is_long(text: &str) -> bool {
    matches!(text, "—" | "―" | "─" | "…" | "⋯")
}

/// Marks of which two share a cell.
fn is_cry(text: &str) -> bool {
    matches!(text, "？" | "！" | "?" | "!")
}
