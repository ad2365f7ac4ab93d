//! What stands in brackets, and tables within the table.

use super::Front;
use crate::content::names;
use std::collections::BTreeSet;
use toml::{Table, Value};

impl<'a> Front<'a> {
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
}

/// An address of the site, without a slash before it and with one behind; `None` for what is none.
fn address(text: &str) -> Option<String> {
    let decoded = percent_encoding::percent_decode_str(text.trim().trim_matches('/')).decode_utf8().ok()?;
    let inside = names::seen(&decoded);
    let sound = |part: &str| !part.starts_with('.') && !part.is_empty() && !names::is_wrong(part);
    inside.split('/').all(sound).then(|| format!("{inside}/"))
}
