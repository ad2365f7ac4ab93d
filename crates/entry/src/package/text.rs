//! `essay.txt`: the title, an empty line, the essay.
//!
//! UTF-8 with a byte order mark and lines that end with CR LF: so every Notepad and Word of an office PC shows it as it was written.

const MARK: char = '\u{feff}';

/// The file of an essay.
#[must_use]
pub fn write(title: &str, essay: &str) -> String {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let essay = lines(essay).trim_end_matches('\n').replace('\n', "\r\n");
    format!("{MARK}{title}\r\n\r\n{essay}\r\n")
}

/// Title and essay of a file, with lines that end with LF.
#[must_use]
pub fn read(file: &str) -> (String, String) {
    let text = lines(file.trim_start_matches(MARK));
    let (title, essay) = text.split_once('\n').unwrap_or((&text, ""));
    let essay = essay.strip_prefix('\n').unwrap_or(essay);
    (title.to_owned(), essay.trim_end_matches('\n').to_owned())
}

/// A text whose lines end with LF.
pub(super) fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::{read, write};

    #[test]
    fn an_essay_comes_back_as_it_was_written() {
        let check = |title: &str, essay: &str, expect: (&str, &str)| {
            let (title, essay) = read(&write(title, essay));
            assert_eq!((title.as_str(), essay.as_str()), expect);
        };
        check("我家的门", "第一段\n\n第二段", ("我家的门", "第一段\n\n第二段"));
        check("我家\n的门", "\n  一行\r\n二行\r三行\n\n", ("我家 的门", "\n  一行\n二行\n三行"));
        check("", "没有题目", ("", "没有题目"));
        check("只有题目", "", ("只有题目", ""));
    }

    #[test]
    fn the_file_opens_right_in_an_old_notepad() {
        assert_eq!(write("题", "一\n二"), "\u{feff}题\r\n\r\n一\r\n二\r\n");
    }
}
