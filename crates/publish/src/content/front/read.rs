//! Reads a table, past lines that are wrong, and knows the line of each name.

use super::super::toml_fault::explain;
use super::Front;
use crate::fault::{Fault, phrase};
use crate::nearest::nearest;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use toml::de::DeTable;
use toml::{Table, Value};

/// How often a table is read again without its wrong lines.
const ROUNDS: usize = 20;

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

    pub(super) fn check_names(&mut self, known: &[&str]) {
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
}

/// A table without these lines, which hide what stands below them.
fn without(source: &str, wrong: &BTreeSet<usize>) -> String {
    let keep = |(at, line)| if wrong.contains(&at) { "" } else { line };
    source.lines().enumerate().map(keep).collect::<Vec<_>>().join("\n")
}
