//! Tables for Excel and WPS: UTF-8 with a byte order mark, lines that end with CR LF, cells quoted as RFC 4180 says, headings in Chinese.
//!
//! A cell that a spreadsheet would take for a formula begins with an apostrophe.

use crate::words;
use learning::Answer;
use learning::deed::{Attempt, Occasion};
use learning::ledger::{Entry, Source};
use learning::log::{Kept, Log};
use learning::service;
use model::{Day, Moment};

/// The columns of [`ledger`].
pub const LEDGER: [&str; 7] = ["日期", "类别", "内容", "方式", "学时", "来源", "备注"];
/// The columns of [`service()`].
pub const SERVICE: [&str; 5] = ["日期", "内容", "时长（小时）", "来源", "备注"];
/// The columns of [`attempts`].
pub const ATTEMPTS: [&str; 8] = ["日期", "题库", "题号", "题目", "作答", "得分（%）", "对错", "场合"];

/// The entries of a ledger.
#[must_use]
pub fn ledger(entries: &[Entry]) -> String {
    let row = |entry: &Entry| {
        let remark = match &entry.source {
            Source::Finished { address, .. } | Source::Attended { address } => address.clone(),
            Source::Declared { remark } => remark.clone(),
        };
        let hours = words::hundredths(u64::from(entry.hours_hundredths));
        let (mode, source) = (words::mode(entry.mode).zh, words::source(&entry.source).zh);
        [entry.day.to_string(), words::kind_of(entry).zh, entry.title.clone(), mode, hours, source, remark]
    };
    table(LEDGER, entries.iter().map(row))
}

/// The entries of a ledger of volunteer service.
#[must_use]
pub fn service(entries: &[service::Entry]) -> String {
    let row = |entry: &service::Entry| {
        let remark = match &entry.source {
            service::Source::Attended { address, .. } => address.clone(),
            service::Source::Declared { remark } => remark.clone(),
        };
        let (hours, source) = (words::hundredths(u64::from(entry.hundredths)), words::service_source(&entry.source).zh);
        [entry.day.to_string(), entry.title.clone(), hours, source, remark]
    };
    table(SERVICE, entries.iter().map(row))
}

/// Every answer of a log, the earliest first.
#[must_use]
pub fn attempts(log: &Log, day_of: impl Fn(Moment) -> Day) -> String {
    let mut all: Vec<&Kept<Attempt>> = log.questions.values().flat_map(|question| &question.attempts).collect();
    all.sort_by_key(|kept| (kept.at, kept.event));
    let row = |kept: &Kept<Attempt>| {
        let attempt = &kept.value;
        let is_graded = !matches!(attempt.answer, Answer::Written(_));
        let graded = |text: String| if is_graded { text } else { String::new() };
        [
            day_of(kept.at).to_string(),
            attempt.bank.to_string(),
            attempt.question.to_string(),
            attempt.stem.clone(),
            answer(&attempt.answer),
            graded(words::hundredths(u64::from(attempt.verdict.earned) * 10)),
            graded(if attempt.verdict.is_right() { "对" } else { "错" }.to_owned()),
            match attempt.occasion {
                Occasion::Test => "测验",
                Occasion::Practice => "练习",
            }
            .to_owned(),
        ]
    };
    table(ATTEMPTS, all.into_iter().map(row))
}

/// An answer in a cell. Options are letters, pairs and items are numbers from 1.
fn answer(answer: &Answer) -> String {
    match answer {
        Answer::Chosen(options) => options.iter().map(|option| letter(*option)).collect::<Vec<_>>().join("、"),
        Answer::Judged(right) => if *right { "对" } else { "错" }.to_owned(),
        Answer::Filled(text) | Answer::Written(text) => text.clone(),
        Answer::Matched(pairs) => {
            let right = |pair: &Option<u16>| pair.map_or("—".to_owned(), |pair| (u32::from(pair) + 1).to_string());
            pairs
                .iter()
                .zip(1..)
                .map(|(pair, left): (_, u32)| format!("{left}→{}", right(pair)))
                .collect::<Vec<_>>()
                .join("、")
        }
        Answer::Ordered(items) => {
            items.iter().map(|item| (u32::from(*item) + 1).to_string()).collect::<Vec<_>>().join("、")
        }
    }
}

/// `A` for the first option. Nobody has more than 26; what has is numbered.
fn letter(option: u16) -> String {
    match u8::try_from(option).ok().filter(|option| *option < 26) {
        Some(option) => char::from(b'A' + option).to_string(),
        None => (u32::from(option) + 1).to_string(),
    }
}

fn table<const COLUMNS: usize>(heading: [&str; COLUMNS], rows: impl Iterator<Item = [String; COLUMNS]>) -> String {
    let mut out = String::from('\u{feff}');
    line(&mut out, &heading.map(str::to_owned));
    rows.for_each(|row| line(&mut out, &row));
    out
}

fn line(out: &mut String, cells: &[String]) {
    out.push_str(&cells.iter().map(|text| cell(text)).collect::<Vec<_>>().join(","));
    out.push_str("\r\n");
}

fn cell(text: &str) -> String {
    let is_like_a_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let text = if is_like_a_formula { format!("'{text}") } else { text.to_owned() };
    if text.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;

    #[test]
    fn cells_are_quoted_and_no_formula_is_let_through() {
        let check = |text: &str, expect: &str| assert_eq!(cell(text), expect);
        check("", "");
        check("党课", "党课");
        check("一,二", "\"一,二\"");
        check("他说“好”", "他说“好”");
        check("a\"b", "\"a\"\"b\"");
        check("一\n二", "\"一\n二\"");
        check("=1+1", "'=1+1");
        check("+86", "'+86");
        check("-1", "'-1");
        check("@a", "'@a");
        check("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\"");
    }

    #[test]
    fn a_ledger_is_a_table() {
        let ledger = samples::ledger();
        let expect = "\u{feff}日期,类别,内容,方式,学时,来源,备注\r\n\
            2026-03-05,补学,支部学习,集中学习,2,自行申报,'=补上周的课\r\n\
            2026-11-21,活动,跟着交警看路口,集中学习,1,签到,activities/2026/jiaojing/\r\n\
            2026-11-23,课程,第一课,自学,1.5,课程学完,lessons/shequ-zizhi/how-we-are-organised/\r\n";
        assert_eq!(super::ledger(&ledger.entries), expect);
    }

    #[test]
    fn volunteer_service_is_a_table() {
        let found = service::by_year(&samples::log(), 2026, &Moment::day).remove(0);
        let expect = "\u{feff}日期,内容,时长（小时）,来源,备注\r\n\
            2026-11-21,跟着交警看路口,1.5,签到,activities/2026/jiaojing/\r\n\
            2026-11-22,给绿地浇水,2,自行申报,和同学一起\r\n";
        assert_eq!(super::service(&found.entries), expect);
    }

    #[test]
    fn attempts_are_a_table() {
        let table = attempts(&samples::log(), Moment::day);
        let lines: Vec<&str> = table.split("\r\n").collect();
        assert_eq!(lines[0], "\u{feff}日期,题库,题号,题目,作答,得分（%）,对错,场合");
        assert_eq!(lines[1], "2026-11-23,shequ-zizhi,zizhi-1,居民委员会每届任期几年？,B,100,对,测验");
        assert_eq!(lines[2], "2026-11-23,shequ-zizhi,zizhi-2,“三个自我”有哪些？,A、C,50,错,测验");
        assert!(lines[4].ends_with(",说清楚,100,对,练习"), "{table}");
        assert!(table.contains(",1→2、2→—,0,错,"), "{table}");
        assert!(table.contains(",我的想法,,,测验"), "{table}");
    }
}
