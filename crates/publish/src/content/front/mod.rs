//! What stands in front of a text: TOML between `+++` lines; and TOML files with the same rules. It is cut off ([`cut`]; what stands there in YAML becomes TOML first, [`yaml`]) and read ([`read`]);
//! then its [`values`] and [`lists`] are asked for by name.

mod cut;
mod lists;
mod read;
mod values;
mod yaml;

pub(crate) use cut::{line_of, open, split};
pub(crate) use values::is_day;
pub(crate) use yaml::from_yaml;

use crate::fault::{Fault, phrase};
use std::collections::{BTreeMap, BTreeSet};
use toml::{Table, Value};

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

impl<'a> Front<'a> {
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

    /// Whether it is there at all.
    pub fn has(&self, name: &str) -> bool {
        self.table.contains_key(name)
    }
}

#[cfg(test)]
mod tests;
