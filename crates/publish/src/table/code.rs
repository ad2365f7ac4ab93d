//! The code of a number format, such as `m"月"d"日"`, made such that `ssfmt` follows it as Excel does in Chinese.
//!
//! What stands for a width becomes a blank, colours go, `上午/下午` and `aaaa` become the signs that the library knows, and the language
//! decides the names. Where it is not sure what people see, there is no code: calendars of elsewhere, numerals in characters, unknown letters.

use std::iter::Peekable;
use std::str::Chars;

/// What a Chinese system shows as its long date.
const LONG_DATE: &str = "yyyy\"年\"m\"月\"d\"日\"";
/// What it shows as its time.
const TIME: &str = "h:mm:ss";
const COLOURS: [&str; 16] = [
    "black", "blue", "cyan", "green", "magenta", "red", "white", "yellow", "黑色", "蓝色", "青色", "绿色", "洋红",
    "红色", "白色", "黄色",
];

/// A code that can be followed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Code {
    /// For the library.
    pub text: String,
    /// Whether names of days and halves of days are Chinese.
    pub is_chinese: bool,
}

/// The language whose names a code asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Language {
    English,
    Chinese,
    /// With years of its own.
    Taiwan,
    Other,
}

/// What a code shows in words.
#[derive(Debug, Default)]
struct Names {
    /// Some are, in whatever language.
    any: bool,
    /// `ddd` or `mmm`, whose Chinese differs from system to system.
    short: bool,
    /// `aaaa` or `上午/下午`.
    chinese: bool,
    /// `e`, the year of an era.
    era: bool,
}

/// Takes a code apart, and puts it together again. `None` where it is not sure what is seen.
pub(super) fn read(code: &str) -> Option<Code> {
    let mut scan = Scan {
        rest: code.chars().peekable(),
        out: String::new(),
        names: Names::default(),
        language: None,
        system: None,
        is_empty: true,
    };
    while let Some(c) = scan.rest.next() {
        scan.take(c)?;
    }
    scan.end_section();
    scan.finish()
}

struct Scan<'a> {
    rest: Peekable<Chars<'a>>,
    out: String,
    names: Names,
    language: Option<Language>,
    /// What the system shows instead of all of it.
    system: Option<&'static str>,
    /// Whether the section has nothing to show so far.
    is_empty: bool,
}

impl Scan<'_> {
    fn take(&mut self, c: char) -> Option<()> {
        match c {
            ';' => {
                self.end_section();
                self.out.push(';');
                self.is_empty = true;
                return Some(());
            }
            '[' => return self.bracket(),
            '"' => self.quoted()?,
            '\\' | '!' => {
                let c = self.rest.next()?;
                self.out.extend(['\\', c]);
            }
            // As wide as the sign behind it.
            '_' => {
                self.rest.next()?;
                self.out.push_str("\\ ");
            }
            // The sign behind it as often as there is room.
            '*' => {
                self.rest.next_if_eq(&' ')?;
            }
            '上' if self.goes_on("午/下午") => {
                self.names.chinese = true;
                self.out.push_str("AM/PM");
            }
            c if c.is_ascii_alphabetic() => self.letter(c.to_ascii_lowercase())?,
            c if c.is_control() => return None,
            c => self.out.push(c),
        }
        self.is_empty = false;
        Some(())
    }

    /// A section without anything shows nothing, and not the number.
    fn end_section(&mut self) {
        if self.is_empty {
            self.out.push_str("\"\"");
        }
    }

    fn quoted(&mut self) -> Option<()> {
        self.out.push('"');
        loop {
            let c = self.rest.next()?;
            self.out.push(c);
            if c == '"' {
                return Some(());
            }
        }
    }

    fn letter(&mut self, letter: char) -> Option<()> {
        match letter {
            'g' if self.goes_on("eneral") || self.goes_on("/通用格式") => self.out.push_str("General"),
            'a' if self.goes_on("m/pm") => {
                self.names.any = true;
                self.out.push_str("AM/PM");
            }
            'a' if self.run('a') == 4 => {
                self.names.chinese = true;
                self.out.push_str("dddd");
            }
            'e' if matches!(self.rest.peek(), Some('+' | '-')) => self.out.push('E'),
            'e' => {
                self.run('e');
                self.names.era = true;
                self.out.push_str("yyyy");
            }
            'y' | 'm' | 'd' | 'h' | 's' => {
                let length = self.run(letter);
                self.names.any |= matches!(letter, 'm' | 'd') && length > 2;
                self.names.short |= matches!((letter, length), ('m' | 'd', 3) | ('m', 5));
                self.out.extend(std::iter::repeat_n(letter, length));
            }
            _ => return None,
        }
        Some(())
    }

    /// How often a letter stands here, with the one that was taken.
    fn run(&mut self, letter: char) -> usize {
        let mut length = 1;
        while self.rest.next_if(|c| c.eq_ignore_ascii_case(&letter)).is_some() {
            length += 1;
        }
        length
    }

    /// Whether a text comes next, in small letters or capitals; then it is taken.
    fn goes_on(&mut self, text: &str) -> bool {
        let mut ahead = self.rest.clone();
        let goes_on = text.chars().all(|c| ahead.next().is_some_and(|next| next.eq_ignore_ascii_case(&c)));
        if goes_on {
            self.rest = ahead;
        }
        goes_on
    }

    fn bracket(&mut self) -> Option<()> {
        let mut inside = String::new();
        loop {
            match self.rest.next()? {
                ']' => break,
                c => inside.push(c.to_ascii_lowercase()),
            }
        }
        let is_colour = |name: &str| COLOURS.contains(&name);
        let number = inside.strip_prefix("color").or_else(|| inside.strip_prefix("颜色"));
        if is_colour(&inside) || number.is_some_and(|number| number.parse::<u8>().is_ok()) {
            return Some(());
        }
        if let Some(about) = inside.strip_prefix('$') {
            return self.locale(about);
        }
        let is_elapsed = ["h", "hh", "m", "mm", "s", "ss"].contains(&inside.as_str());
        if is_elapsed || inside.starts_with(['<', '>', '=']) {
            self.out.push_str(&format!("[{inside}]"));
            self.is_empty &= !is_elapsed;
            return Some(());
        }
        None
    }

    /// `$¥-804`: a sign of money, and a language.
    fn locale(&mut self, about: &str) -> Option<()> {
        let (sign, tag) = about.split_once('-').unwrap_or((about, ""));
        if sign.contains('"') {
            return None;
        }
        if !sign.is_empty() {
            self.out.push_str(&format!("\"{sign}\""));
            self.is_empty = false;
        }
        match tag {
            "" => {}
            "f800" | "x-sysdate" => self.system = Some(LONG_DATE),
            "f400" | "x-systime" => self.system = Some(TIME),
            _ => self.language = language(tag)?.or(self.language),
        }
        Some(())
    }

    fn finish(self) -> Option<Code> {
        if let Some(system) = self.system {
            return Some(Code { text: system.to_owned(), is_chinese: true });
        }
        let Names { any, short, chinese, era } = self.names;
        let is_sure = match self.language {
            None => !(chinese && short),
            Some(Language::English) => !chinese,
            Some(Language::Chinese) => !short,
            Some(Language::Taiwan) => !short && !era,
            Some(Language::Other) => !any && !chinese && !era,
        };
        let is_chinese = chinese || matches!(self.language, Some(Language::Chinese | Language::Taiwan));
        is_sure.then_some(Code { text: self.out, is_chinese })
    }
}

/// The language of a tag, which is a name or a number in hexadecimals: `zh-CN`, `804`. `None` for other calendars and numerals:
/// <https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-lcid/>.
fn language(tag: &str) -> Option<Option<Language>> {
    let Ok(number) = u32::from_str_radix(tag, 16) else {
        return Some(Some(match tag.get(..2) {
            Some("zh") if ["tw", "hk", "mo", "hant"].iter().any(|end| tag.contains(end)) => Language::Taiwan,
            Some("zh") => Language::Chinese,
            Some("en") => Language::English,
            _ => Language::Other,
        }));
    };
    let [numerals, calendar, ..] = number.to_be_bytes();
    if numerals > 1 || calendar > 1 {
        return None;
    }
    Some(match number & 0xffff {
        0 => None,
        0x404 | 0xc04 | 0x1404 => Some(Language::Taiwan),
        code if code & 0x3ff == 0x04 => Some(Language::Chinese),
        code if code & 0x3ff == 0x09 => Some(Language::English),
        _ => Some(Language::Other),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_made_such_that_the_library_follows_them() {
        let check = |code: &str, text: &str, is_chinese: bool| {
            assert_eq!(read(code), Some(Code { text: text.into(), is_chinese }), "{code}");
        };
        check("YYYY/M/D", "yyyy/m/d", false);
        check("[$-804]yyyy\"年\"m\"月\";@", "yyyy\"年\"m\"月\";@", true);
        check("上午/下午h\"时\"", "AM/PMh\"时\"", true);
        check("[$-zh-CN]aaaa", "dddd", true);
        check("[Red][<1]0%;[颜色10]0!.0,\"万\"", "[<1]0%;0\\.0,\"万\"", false);
        check("_ [$¥-804]* #,##0.00_ ;;", "\\ \"¥\"#,##0.00\\ ;\"\";\"\"", true);
        check("G/通用格式\"元\"", "General\"元\"", false);
        check("[hh]:mm", "[hh]:mm", false);
        check("[$-F800]dddd, mmmm dd", LONG_DATE, true);
        check("0.00E+00", "0.00E+00", false);
    }

    #[test]
    fn a_code_of_which_nobody_is_sure_is_none() {
        for code in [
            "[DBNum1][$-804]yyyy\"年\"",
            "[$-130000]yyyy-m-d",
            "[$-404]e/m/d",
            "[$-411]ggge",
            "[$-804]mmm",
            "aaa",
            "0kg",
            "\"未完",
            "0*-",
            "[$-407]mmmm",
            "[未知]0",
            "[h",
            "b2yyyy",
            "[$-409]上午/下午h",
        ] {
            assert_eq!(read(code), None, "{code}");
        }
    }
}
