//! Plain forms of compatible characters: what of Unicode's NFKC (UAX #15) is typed in China, without its tables of all scripts.
//!
//! Beyond NFKC, quotation marks, dashes and the marks that input methods exchange for one another become one each.

/// What a character is in plain writing.
pub(super) enum Plain {
    /// Nothing that anybody sees.
    Unseen,
    /// White space.
    Gap,
    /// One character.
    Char(char),
    /// Several.
    Text(&'static str),
}

/// The distance between a full-width form and its ASCII character.
const FULL_WIDTH: u32 = 0xFEE0;

const CIRCLED: [&str; 20] =
    ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20"];
const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// The plain form.
pub(super) fn plain(c: char) -> Plain {
    match c {
        '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}' => Plain::Unseen,
        _ if c.is_whitespace() => Plain::Gap,
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - FULL_WIDTH).map_or(Plain::Unseen, Plain::Char),
        '①'..='⑳' => among(&CIRCLED, c, '①'),
        'Ⅰ'..='Ⅻ' => among(&ROMAN, c, 'Ⅰ'),
        'ⅰ'..='ⅻ' => among(&ROMAN, c, 'ⅰ'),
        '…' => Plain::Text("..."),
        '℃' => Plain::Text("°c"),
        '㎡' => Plain::Text("m2"),
        '㎝' => Plain::Text("cm"),
        '㎏' => Plain::Text("kg"),
        '㎞' => Plain::Text("km"),
        _ => Plain::Char(mark(c)),
    }
}

fn among(texts: &[&'static str], c: char, first: char) -> Plain {
    let place = usize::try_from(u32::from(c) - u32::from(first)).unwrap_or(usize::MAX);
    texts.get(place).map_or(Plain::Unseen, |text| Plain::Text(text))
}

/// A mark as the keyboard has it; any other character as it is.
fn mark(c: char) -> char {
    match c {
        '。' | '｡' => '.',
        '、' | '､' => ',',
        '“' | '”' | '「' | '」' | '『' | '』' | '＂' => '"',
        '‘' | '’' => '\'',
        '—' | '–' | '‐' | '‑' | '−' | '─' => '-',
        '【' | '〔' => '[',
        '】' | '〕' => ']',
        '•' | '・' | '‧' => '·',
        '〜' => '~',
        '²' => '2',
        '³' => '3',
        _ => c,
    }
}

/// A letter of pinyin with its mark, from both: some keyboards send them one after the other.
pub(super) fn composed(letter: char, mark: char) -> Option<char> {
    let tones = match letter {
        'a' => "āáǎà",
        'e' => "ēéěè",
        'i' => "īíǐì",
        'o' => "ōóǒò",
        'u' => "ūúǔù",
        'ü' => "ǖǘǚǜ",
        _ => return None,
    };
    let tone = match mark {
        '\u{0304}' => 0,
        '\u{0301}' => 1,
        '\u{030C}' => 2,
        '\u{0300}' => 3,
        '\u{0308}' if letter == 'u' => return Some('ü'),
        _ => return None,
    };
    tones.chars().nth(tone)
}
