//! What stands in front of a text: TOML between `+++` lines; and TOML files with the same rules.

use super::toml_fault::explain;
use crate::fault::{Fault, phrase};
use crate::nearest::nearest;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use toml::de::DeTable;
use toml::value::Datetime;
use toml::{Table, Value};

/// How often a table is read again without its wrong lines.
const ROUNDS: usize = 20;

/// A table of a file, and what is wrong with it as it is read.
pub(crate) struct Front<'a> {
    path: &'a str,
    table: Table,
    /// The line of the file that each name stands in.
    lines: BTreeMap<String, usize>,
    /// The names on lines that are wrong already: that they have no value is no second fault.
    wrong: BTreeSet<String>,
    /// An id for a text that has none.
    proposal: Option<String>,
    /// Faults so far.
    pub faults: Vec<Fault>,
}

/// Cuts a text into what stands in front, and the rest with the number of lines before it.
pub(crate) fn split(text: &str) -> (Option<&str>, &str, usize) {
    let Some(inner) = after_fence(text) else { return (None, text, 0) };
    let (mut end, mut lines) = (0, 1);
    for line in inner.split_inclusive('\n') {
        lines += 1;
        if is_fence(line) {
            return (Some(&inner[..end]), &inner[end + line.len()..], lines);
        }
        end += line.len();
    }
    // Never closed, which is a fault: as far as it looks like settings, it is read as such.
    let settings: usize = inner.split_inclusive('\n').take_while(|line| is_setting(line)).map(str::len).sum();
    (Some(&inner[..settings]), &inner[settings..], 1 + inner[..settings].matches('\n').count())
}

/// The fault of a text whose settings begin and never end.
pub(crate) fn open(path: &str, text: &str) -> Option<Fault> {
    let is_open = after_fence(text).is_some_and(|inner| !inner.lines().any(is_fence));
    is_open.then(|| {
        let what = phrase("开头的设置没有结束。", "The settings at the top never end.");
        let mend = phrase("在设置后面、正文前面单写一行 +++。", "Write a line +++ between the settings and the text.");
        Fault::error(path, 1, what, mend)
    })
}

/// The line of a file that a name of its settings stands in; else the first.
pub(crate) fn line_of(text: &str, name: &str) -> usize {
    let names_it =
        |line: &str| line.trim_start().strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with('='));
    let settings = text.lines().enumerate().take_while(|(at, line)| *at == 0 || !is_fence(line));
    settings.into_iter().find(|(_, line)| names_it(line)).map_or(1, |(at, _)| at + 1)
}

/// A table without these lines, which hide what stands below them.
fn without(source: &str, wrong: &BTreeSet<usize>) -> String {
    let keep = |(at, line)| if wrong.contains(&at) { "" } else { line };
    source.lines().enumerate().map(keep).collect::<Vec<_>>().join("\n")
}

fn after_fence(text: &str) -> Option<&str> {
    text.split_once('\n').filter(|(first, _)| is_fence(first)).map(|(_, inner)| inner)
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == "+++"
}

fn is_setting(line: &str) -> bool {
    let line = line.trim();
    line.is_empty() || line.starts_with('#') || line.contains(['=', '＝'])
}

impl<'a> Front<'a> {
    /// Reads a table. `before` is the number of lines in front of it.
    pub fn read(path: &'a str, source: &'a str, before: usize, known: &[&str]) -> Self {
        let mut front = Self {
            path,
            table: Table::new(),
            lines: BTreeMap::new(),
            wrong: BTreeSet::new(),
            proposal: None,
            faults: Vec::new(),
        };
        let mut source = Cow::Borrowed(source);
        for _ in 0..ROUNDS {
            let wrong = front.take(&source, before);
            if wrong.is_empty() || source.contains("\"\"\"") || source.contains("'''") {
                break;
            }
            source = Cow::Owned(without(&source, &wrong));
        }
        front.check_names(known);
        front
    }

    /// Takes what a table holds and tells what is wrong with its lines. Gives those lines, from 0.
    fn take(&mut self, source: &str, before: usize) -> BTreeSet<usize> {
        let (table, errors) = DeTable::parse_recoverable(source);
        let lines: Vec<&str> = source.lines().collect();
        let line = |at: usize| source[..source.floor_char_boundary(at)].matches('\n').count();
        let mut told = BTreeSet::new();
        for error in &errors {
            let at = line(error.span().map_or(0, |span| span.start));
            // What ends too early is noticed at the beginning of the next line.
            let is_empty = lines.get(at).is_none_or(|text| text.trim().is_empty());
            let at = if is_empty { at.saturating_sub(1) } else { at };
            let text = lines.get(at).copied().unwrap_or_default();
            if told.insert(at) {
                let (what, mend) = explain(text, error.message());
                self.faults.push(Fault::error(self.path, before + at + 1, what, mend));
                let name = text.split(['=', '＝', '"', '“', ' ']).find(|part| !part.trim().is_empty());
                self.wrong.extend(name.map(|name| name.trim().to_owned()));
            }
        }
        self.table.clear();
        for (name, value) in table.into_inner() {
            self.lines.insert(name.get_ref().to_string(), before + line(name.span().start) + 1);
            // A name inside a table is known by both names.
            for inner in value.get_ref().as_table().into_iter().flat_map(|table| table.keys()) {
                let name = format!("{}.{}", name.get_ref(), inner.get_ref());
                self.lines.insert(name, before + line(inner.span().start) + 1);
            }
            if let Ok(value) = Value::deserialize(value.into_deserializer()) {
                self.table.insert(name.into_inner().into_owned(), value);
            }
        }
        told
    }

    fn check_names(&mut self, known: &[&str]) {
        let unknown: Vec<String> = self
            .table
            .keys()
            .filter(|name| !known.contains(&name.as_str()) && !self.wrong.contains(*name))
            .cloned()
            .collect();
        for name in unknown {
            let meant = nearest(&name, known.iter().copied());
            let zh = meant.map(|meant| format!("是不是 {meant}？")).unwrap_or_default();
            let en = meant.map(|meant| format!(" Is it {meant}?")).unwrap_or_default();
            let what = phrase(format!("没有叫“{name}”的设置。{zh}"), format!("There is no setting {name:?}.{en}"));
            let list = known.join(", ");
            let mend = phrase(format!("可以用的有：{list}。"), format!("Known are: {list}."));
            self.faults.push(Fault::error(self.path, self.line(&name), what, mend));
        }
    }

    /// The line of a name; the first where it is missing.
    pub fn line(&self, name: &str) -> usize {
        self.lines.get(name).copied().unwrap_or(1)
    }

    /// A text without an id is told to take this one.
    pub fn propose(&mut self, id: impl FnOnce() -> String) {
        if !self.has("id") {
            self.proposal = Some(id());
        }
    }

    /// The file.
    pub fn path(&self) -> &'a str {
        self.path
    }

    /// Tells that what a name has is wrong, and shows how it may look.
    pub fn fault(&mut self, name: &str, zh: &str, en: &str) {
        let what = phrase(format!("“{name}”{zh}。"), format!("{name:?} {en}."));
        let example = self.example(name);
        let mend = if self.has(name) {
            phrase(format!("改成这样：{example}"), format!("Write {example}"))
        } else {
            phrase(format!("在文件开头补上一行：{example}"), format!("Add a line at the top: {example}"))
        };
        self.faults.push(Fault::error(self.path, self.line(name), what, mend));
    }

    fn missing(&mut self, name: &str) {
        if !self.wrong.contains(name) {
            self.fault(name, "没有写", "is missing");
        }
    }

    /// How a line with this name looks.
    fn example(&self, name: &str) -> String {
        match name {
            "id" => format!("id = \"{}\"", self.proposal.as_deref().unwrap_or("…")),
            "date" => "date = \"2026-03-12\"".to_owned(),
            "hours" => "hours = 1.5".to_owned(),
            "lecturer" => "lecturer = \"社区宣讲员\"".to_owned(),
            "ages" => "ages = [7, 12]".to_owned(),
            "closes" => "closes = \"2027-02-20 18:00\"".to_owned(),
            "from" | "until" | "opens" => format!("{name} = \"2027-01-25\""),
            "length" => "length = [400, 600]".to_owned(),
            "times" => "times = [\"2027-01-28 09:00-11:00\"]".to_owned(),
            _ => match self.table.get(name) {
                Some(Value::Integer(number)) => format!("{name} = \"{number}\""),
                _ => format!("{name} = …"),
            },
        }
    }

    /// A text that must be there.
    pub fn text(&mut self, name: &str) -> String {
        match self.table.get(name) {
            Some(Value::String(text)) if !text.trim().is_empty() => return text.trim().to_owned(),
            Some(Value::Datetime(date)) => return date.to_string(),
            Some(Value::String(_)) => self.fault(name, "是空的", "is empty"),
            Some(_) => self.fault(name, "应该是引号里的一段文字", "must be a text in quotes"),
            None => self.missing(name),
        }
        String::new()
    }

    /// A text that may be missing.
    pub fn optional(&mut self, name: &str) -> Option<String> {
        self.table.contains_key(name).then(|| match self.table.get(name) {
            Some(Value::String(text)) => text.trim().to_owned(),
            _ => self.text(name),
        })
    }

    /// A number that may be missing.
    pub fn number(&mut self, name: &str) -> Option<f64> {
        match self.table.get(name)? {
            Value::Integer(number) => Some(*number as f64),
            Value::Float(number) if number.is_finite() => Some(*number),
            _ => {
                self.fault(name, "应该是数字，不加引号", "must be a number without quotes");
                None
            }
        }
    }

    /// Study hours that must be there, in hundredths.
    pub fn hours(&mut self, name: &str) -> Option<u32> {
        if !self.has(name) {
            self.missing(name);
        }
        self.optional_hours(name)
    }

    /// Study hours that may be missing, in hundredths.
    pub fn optional_hours(&mut self, name: &str) -> Option<u32> {
        let hours = self.number(name)?;
        if !(0.0..=1_000.0).contains(&hours) {
            self.fault(name, "应该在 0 和 1000 之间", "must be between 0 and 1000");
        }
        Some((hours.clamp(0.0, 1_000.0) * 100.0).round() as u32)
    }

    /// A yes or no that may be missing.
    pub fn switch(&mut self, name: &str) -> Option<bool> {
        match self.table.get(name)? {
            Value::Boolean(switch) => Some(*switch),
            _ => {
                self.fault(name, "应该是 true 或 false", "must be true or false");
                None
            }
        }
    }

    /// One of several words, which must be there.
    pub fn one_of<T: Copy>(&mut self, name: &str, known: &[(&str, T)]) -> Option<T> {
        let text = self.text(name);
        let found = known.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() && !text.is_empty() {
            let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
            let meant = nearest(&text, words.iter().copied());
            let (zh, en) =
                meant.map_or_else(Default::default, |one| (format!("，是不是 {one}"), format!("; is it {one}")));
            let list = words.join(", ");
            self.fault(name, &format!("只能是 {list}{zh}"), &format!("must be one of {list}{en}"));
        }
        found
    }

    /// Two whole numbers in brackets, the smaller one first; `None` if it is missing or something else.
    pub fn pair(&mut self, name: &str) -> Option<(u32, u32)> {
        let numbers: Vec<u32> = match self.table.get(name)? {
            Value::Array(all) => all.iter().filter_map(|one| u32::try_from(one.as_integer()?).ok()).collect(),
            _ => Vec::new(),
        };
        match numbers[..] {
            [first, last] if first <= last => Some((first, last)),
            _ => {
                self.fault(
                    name,
                    "应该是方括号里的两个数，小的在前",
                    "must be two numbers in brackets, the smaller one first",
                );
                None
            }
        }
    }

    /// Old addresses, each ending with `/`; none if it is missing.
    pub fn addresses(&mut self, name: &str) -> Vec<String> {
        let texts = match self.table.get(name) {
            None => return Vec::new(),
            Some(Value::Array(texts)) => texts.iter().map(|text| text.as_str().and_then(address)).collect(),
            Some(_) => None,
        };
        texts.unwrap_or_else(|| {
            self.fault(
                name,
                "应该是方括号里的旧地址，如 [\"lessons/old/01-first/\"]",
                "must be old addresses in brackets, such as [\"lessons/old/01-first/\"]",
            );
            Vec::new()
        })
    }

    /// Texts in brackets; none if it is missing.
    pub fn texts(&mut self, name: &str) -> Vec<String> {
        let texts = match self.table.get(name) {
            None => return Vec::new(),
            Some(Value::Array(texts)) => {
                texts.iter().map(|text| text.as_str().map(|text| text.trim().to_owned())).collect()
            }
            Some(_) => None,
        };
        texts.unwrap_or_else(|| {
            self.fault(
                name,
                "应该是方括号里的几段文字，如 [\"甲\", \"乙\"]",
                "must be texts in brackets, such as [\"a\", \"b\"]",
            );
            Vec::new()
        })
    }

    /// A table, `[name]`, read by the same rules; an empty one if it is missing.
    pub fn table(&mut self, name: &str, known: &[&str]) -> Front<'a> {
        let table = match self.table.get(name) {
            None => Table::new(),
            Some(Value::Table(table)) => table.clone(),
            Some(_) => {
                let zh = format!("应该单写一行 [{name}]，设置写在它下面");
                self.fault(name, &zh, &format!("must be a line [{name}] with its settings below"));
                Table::new()
            }
        };
        let inside =
            |(full, line): (&String, &usize)| Some((full.strip_prefix(name)?.strip_prefix('.')?.to_owned(), *line));
        let lines = self.lines.iter().filter_map(inside).collect();
        let wrong = self.wrong.clone();
        let mut front = Front { path: self.path, table, lines, wrong, proposal: None, faults: Vec::new() };
        front.check_names(known);
        front
    }

    /// Tables of one kind, `[[name]]`, each read by the same rules; none if it is missing.
    pub fn tables(&mut self, name: &str, known: &[&str]) -> Vec<Front<'a>> {
        let tables = match self.table.get(name) {
            None => return Vec::new(),
            Some(Value::Array(tables)) => tables.iter().map(|table| table.as_table().cloned()).collect(),
            Some(_) => None,
        };
        let Some(tables): Option<Vec<Table>> = tables else {
            self.fault(name, "应该写成 [[…]] 开头的几段", "must be sections that begin with [[…]]");
            return Vec::new();
        };
        let (path, line) = (self.path, self.line(name));
        let front = |table: Table| {
            // Faults inside are told at the first of the sections.
            let names = table.keys().map(String::as_str).chain(known.iter().copied());
            let lines = names.map(|name| (name.to_owned(), line)).collect();
            let (wrong, faults) = (BTreeSet::new(), Vec::new());
            let mut front = Front { path, table, lines, wrong, proposal: None, faults };
            front.check_names(known);
            front
        };
        tables.into_iter().map(front).collect()
    }

    /// Whether it is there at all.
    pub fn has(&self, name: &str) -> bool {
        self.table.contains_key(name)
    }

    /// An id that must be there.
    pub fn id<T>(&mut self, name: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.text(name);
        let id = parse(&text);
        if id.is_none() && !text.is_empty() {
            self.fault(
                name,
                "只能用小写字母、汉字、数字和 - _ . /，不能有空格，也不能太长",
                "takes lower-case letters, digits and - _ . / only, and no more than 120 bytes",
            );
        }
        id
    }

    /// A day that must be there, `YYYY-MM-DD`.
    pub fn day(&mut self, name: &str) -> String {
        let text = self.text(name);
        if !text.is_empty() && !is_day(&text) {
            self.fault(name, "应写成 2026-03-12 这样的日期", "must be a date such as 2026-03-12");
        }
        text
    }
}

/// An address of the site, without a slash before it and with one behind; `None` for what is none.
fn address(text: &str) -> Option<String> {
    let inside = text.trim().trim_matches('/');
    let sound =
        |part: &str| !part.is_empty() && part != "." && part != ".." && !part.contains([':', '?', '#', '\\', '%']);
    inside.split('/').all(sound).then(|| format!("{inside}/"))
}

/// Whether a text is a day, `YYYY-MM-DD`.
pub(crate) fn is_day(text: &str) -> bool {
    text.len() == 10 && text.parse::<Datetime>().is_ok_and(|moment| moment.date.is_some() && moment.time.is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_is_cut_off_and_lines_are_counted() {
        assert_eq!(split("+++\na = 1\n+++\n正文\n"), (Some("a = 1\n"), "正文\n", 3));
        assert_eq!(split("正文\n"), (None, "正文\n", 0));
        assert_eq!(split("+++\na = 1\n+++"), (Some("a = 1\n"), "", 3));
        assert_eq!(split("+++ \t\na = 1\n+++  \n正文"), (Some("a = 1\n"), "正文", 3));
        assert_eq!(split("+++\n+++\n"), (Some(""), "", 2));
        assert_eq!(split("+++"), (None, "+++", 0));
    }

    #[test]
    fn settings_that_never_end_are_read_as_far_as_they_go() {
        let text = "+++\na = 1\n\n正文 = 好\n第一段\n";
        assert_eq!(split(text), (Some("a = 1\n\n正文 = 好\n"), "第一段\n", 4));
        assert!(open("x.md", text).is_some() && open("x.md", "+++\n+++").is_none() && open("x.md", "话").is_none());
    }

    #[test]
    fn names_have_lines() {
        let front = Front::read("x.md", "a = 1\n\nb = 题\n[c]\n", 1, &["a", "b", "c"]);
        assert_eq!((front.line("a"), front.line("c"), front.line("none")), (2, 5, 1));
        assert_eq!(front.faults.iter().map(|fault| fault.line).collect::<Vec<_>>(), [Some(4)]);
        assert_eq!(line_of("+++\nid_x = 1\n id= 2\n+++\nid = 3", "id"), 3);
    }

    #[test]
    fn days_are_days() {
        assert!(is_day("2026-03-12"));
        assert!(!is_day("2026-02-30"));
        assert!(!is_day("三月"));
    }
}
