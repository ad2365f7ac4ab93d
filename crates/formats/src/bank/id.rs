//! Ids of questions: what is written, or a proposal that could be one.

use super::Reason;
use model::QuestionId;
use std::collections::HashMap;

/// The ids of a bank so far.
#[derive(Default)]
pub(crate) struct Ids {
    last: Option<QuestionId>,
    /// The greatest number behind each beginning, such as 6 behind `lesson.q`.
    numbers: HashMap<String, u32>,
}

impl Ids {
    /// The id that is written.
    pub(crate) fn take(&mut self, written: &str) -> Result<QuestionId, Reason> {
        match QuestionId::parse(written) {
            Ok(id) => {
                if let Some((stem, number)) = numbered(id.as_str()) {
                    let most = self.numbers.entry(stem.to_owned()).or_default();
                    *most = number.max(*most);
                }
                self.last = Some(id.clone());
                Ok(id)
            }
            Err(_) if written.is_empty() => Err(Reason::NoId { proposal: self.next() }),
            Err(_) => Err(Reason::BadId { id: written.chars().take(60).collect(), proposal: self.likely(written) }),
        }
    }

    /// The id after those that are like the last one: `lesson.q7` after `lesson.q6`.
    fn next(&self) -> String {
        let Some(last) = &self.last else { return "ketang-1.q1".to_owned() };
        let most = numbered(last.as_str()).and_then(|(stem, _)| Some((stem, self.numbers.get(stem)?)));
        most.map_or_else(|| format!("{last}-1"), |(stem, most)| format!("{stem}{}", u64::from(*most) + 1))
    }

    /// What is written, without what an id cannot have.
    fn likely(&self, written: &str) -> String {
        let usual = |c: char| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            c if c.is_whitespace() => '-',
            c => c,
        };
        let lower = written.trim().chars().map(usual).flat_map(char::to_lowercase);
        let fit: String = lower.filter(|c| QuestionId::parse(c.encode_utf8(&mut [0; 4])).is_ok()).take(30).collect();
        let fit = fit.trim_matches('-');
        if fit.is_empty() { self.next() } else { fit.to_owned() }
    }
}

fn numbered(id: &str) -> Option<(&str, u32)> {
    let (stem, number) = id.split_at(id.trim_end_matches(|c: char| c.is_ascii_digit()).len());
    Some((stem, number.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_id_gets_a_proposal() {
        let check = |written: &str, taken: &[&str], expect: &str| {
            let mut ids = Ids::default();
            for id in taken {
                ids.take(id).unwrap();
            }
            let proposal = match ids.take(written) {
                Ok(id) => id.to_string(),
                Err(Reason::NoId { proposal } | Reason::BadId { proposal, .. }) => proposal,
                Err(other) => format!("{other:?}"),
            };
            assert_eq!(proposal, expect, "{written}");
        };
        check("a.q1", &[], "a.q1");
        check("", &[], "ketang-1.q1");
        check("", &["a.q1", "a.q3", "a.q2"], "a.q4");
        check("", &["甲"], "甲-1");
        check("Q1 What? ", &[], "q1-what");
        check("Ａ１：题", &[], "a1题");
        check("？？", &["a.q9"], "a.q10");
        check("", &["a.q18446744073709551615"], "a.q18446744073709551615-1");
    }
}
