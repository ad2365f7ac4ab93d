//! What one name has: a text, a number, a yes or no, one of several words, an id, a day.

use super::Front;
use crate::nearest::nearest;
use toml::Value;
use toml::value::Datetime;

impl Front<'_> {
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

/// Whether a text is a day, `YYYY-MM-DD`.
pub(crate) fn is_day(text: &str) -> bool {
    text.len() == 10 && text.parse::<Datetime>().is_ok_and(|moment| moment.date.is_some() && moment.time.is_none())
}
