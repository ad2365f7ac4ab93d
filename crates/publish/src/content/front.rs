//! What stands in front of a text: TOML between `+++` lines; and TOML files with the same rules.

use crate::fault::{Fault, phrase};
use toml::value::Datetime;
use toml::{Table, Value};

/// A table of a file, and what is wrong with it as it is read.
pub(crate) struct Front<'a> {
    path: &'a str,
    source: &'a str,
    table: Table,
    /// Faults so far.
    pub faults: Vec<Fault>,
}

/// Cuts a text into what stands in front, and the rest with the number of lines before it.
pub(crate) fn split(text: &str) -> (Option<&str>, &str, usize) {
    let Some(inner) = text.strip_prefix("+++\n") else { return (None, text, 0) };
    let Some(end) =
        inner.find("\n+++\n").map(|end| end + 1).or_else(|| inner.ends_with("\n+++").then(|| inner.len() - 3))
    else {
        return (None, text, 0);
    };
    let rest = inner.get(end + 4..).unwrap_or_default();
    let lines = text[..text.len() - rest.len()].matches('\n').count();
    (Some(&inner[..end]), rest, lines)
}

impl<'a> Front<'a> {
    /// Reads a table. `before` is the number of lines in front of it.
    pub fn read(path: &'a str, source: &'a str, before: usize, known: &[&str]) -> Self {
        let mut front = Self { path, source, table: Table::new(), faults: Vec::new() };
        match source.parse::<Table>() {
            Ok(table) => front.table = table,
            Err(error) => {
                let line =
                    error.span().map_or(1, |span| source[..span.start.min(source.len())].matches('\n').count() + 1);
                let what =
                    phrase(format!("TOML 写错了：{}。", error.message()), format!("Bad TOML: {}.", error.message()));
                let mend = phrase(
                    "每行写成 名字 = \"内容\"，引号要成对、用英文引号。",
                    "Write name = \"text\", with straight quotes.",
                );
                front.faults.push(Fault::error(path, before + line, what, mend));
            }
        }
        front.check_names(known, before);
        front
    }

    fn check_names(&mut self, known: &[&str], before: usize) {
        let unknown: Vec<String> = self.table.keys().filter(|name| !known.contains(&name.as_str())).cloned().collect();
        for name in unknown {
            let line =
                self.source.lines().position(|line| line.trim_start().starts_with(&name)).map(|line| before + line + 1);
            let what = phrase(format!("没有叫“{name}”的设置。"), format!("There is no setting {name:?}."));
            let list = known.join(", ");
            let mend = phrase(format!("可以用的有：{list}。"), format!("Known are: {list}."));
            self.faults.push(Fault::error(self.path, line, what, mend));
        }
    }

    fn fault(&mut self, name: &str, zh: &str, en: &str) {
        let what = phrase(format!("“{name}”{zh}。"), format!("{name:?} {en}."));
        let mend = phrase(format!("在文件开头补上一行：{name} = …"), format!("Add a line at the top: {name} = …"));
        self.faults.push(Fault::error(self.path, 1, what, mend));
    }

    /// A text that must be there.
    pub fn text(&mut self, name: &str) -> String {
        match self.table.get(name) {
            Some(Value::String(text)) if !text.trim().is_empty() => return text.trim().to_owned(),
            Some(Value::Datetime(date)) => return date.to_string(),
            Some(_) => self.fault(name, "应该是引号里的一段文字", "must be a text in quotes"),
            None => self.fault(name, "没有写", "is missing"),
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
            Value::Float(number) => Some(*number),
            _ => {
                self.fault(name, "应该是数字，不加引号", "must be a number without quotes");
                None
            }
        }
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
        let (path, source) = (self.path, self.source);
        let front = |table| {
            let mut front = Front { path, source, table, faults: Vec::new() };
            front.check_names(known, 1);
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

fn is_day(text: &str) -> bool {
    text.len() == 10 && text.parse::<Datetime>().is_ok_and(|moment| moment.date.is_some() && moment.time.is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_is_cut_off_and_lines_are_counted() {
        assert_eq!(split("+++\na = 1\n+++\n正文\n"), (Some("a = 1\n"), "正文\n", 3));
        assert_eq!(split("正文\n"), (None, "正文\n", 0));
        assert_eq!(split("+++\na = 1\n+++"), (Some("a = 1\n"), "", 2));
    }

    #[test]
    fn days_are_days() {
        assert!(is_day("2026-03-12"));
        assert!(!is_day("2026-02-30"));
        assert!(!is_day("三月"));
    }
}
