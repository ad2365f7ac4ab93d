//! How long a text is (字数), and how long reading it takes.

/// The reading speed of a portal that names none, in 字 a minute.
pub const USUAL_SPEED: u32 = 350;

/// Counts 字: each Han character and each Chinese punctuation mark is one, a run of Latin letters or digits is one.
///
/// A full stop, comma, hyphen or apostrophe inside a Latin run does not end it: `3.14` and `COVID-19` are one each.
#[must_use]
pub fn characters(text: &str) -> u32 {
    let mut count = 0;
    let mut chars = text.chars().peekable();
    let mut in_run = false;
    while let Some(c) = chars.next() {
        let latin = c.is_alphanumeric() && !is_han(c);
        let joins = in_run
            && matches!(c, '.' | ',' | '-' | '\'' | '’')
            && chars.peek().is_some_and(|next| next.is_ascii_alphanumeric());
        if latin || joins {
            count += u32::from(!in_run);
            in_run = true;
        } else {
            in_run = false;
            count += u32::from(is_han(c) || is_chinese_punctuation(c));
        }
    }
    count
}

/// The estimated reading time in milliseconds, for a speed in 字 a minute (0 is taken as 1).
#[must_use]
pub fn reading_ms(characters: u32, speed: u32) -> u64 {
    u64::from(characters) * 60_000 / u64::from(speed.max(1))
}

/// Han characters of every block, with 〇 and 々.
#[must_use]
pub fn is_han(c: char) -> bool {
    matches!(c, '〇' | '々' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Punctuation that takes a cell of its own in Chinese text.
#[must_use]
pub fn is_chinese_punctuation(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '·' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301F}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_teachers_do() {
        let check = |text: &str, expect: u32| assert_eq!(characters(text), expect, "{text}");
        check("", 0);
        check("居民自治。", 5);
        check("他说：“好！”", 7);
        check("——……", 4);
        check("COVID-19 和 3.14", 3);
        check("２０２６年", 2);
        check("〇々𠮷", 3);
        check("Open the door", 3);
        check("don't", 1);
    }

    #[test]
    fn reading_time_follows_the_speed() {
        assert_eq!(reading_ms(700, 350), 120_000);
        assert_eq!(reading_ms(10, 0), 600_000);
    }
}
