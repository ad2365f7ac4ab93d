//! Ids of questions: what is written, or a proposal that could be one.

use super::Reason;
use model::QuestionId;

/// The id that is written; `taken` are the ids of the bank so far.
pub(crate) fn take(written: &str, taken: &[QuestionId]) -> Result<QuestionId, Reason> {
    match QuestionId::parse(written) {
        Ok(id) => Ok(id),
        Err(_) if written.is_empty() => Err(Reason::NoId { proposal: next(taken) }),
        Err(_) => Err(Reason::BadId { id: written.chars().take(60).collect(), proposal: likely(written, taken) }),
    }
}

/// The id after those that are like the last one: `lesson.q7` after `lesson.q6`.
fn next(taken: &[QuestionId]) -> String {
    let Some((stem, _)) = taken.last().and_then(|last| numbered(last.as_str())) else {
        return taken.last().map_or_else(|| "ketang-1.q1".to_owned(), |last| format!("{last}-1"));
    };
    let like = taken.iter().filter_map(|id| numbered(id.as_str())).filter(|(other, _)| *other == stem);
    let most = like.map(|(_, number)| number).max().unwrap_or_default();
    format!("{stem}{}", u64::from(most) + 1)
}

fn numbered(id: &str) -> Option<(&str, u32)> {
    let (stem, number) = id.split_at(id.trim_end_matches(|c: char| c.is_ascii_digit()).len());
    Some((stem, number.parse().ok()?))
}

/// What is written, without what an id cannot have.
fn likely(written: &str, taken: &[QuestionId]) -> String {
    let usual = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c if c.is_whitespace() => '-',
        c => c,
    };
    let lower = written.trim().chars().map(usual).flat_map(char::to_lowercase);
    let fit: String = lower.filter(|c| QuestionId::parse(c.encode_utf8(&mut [0; 4])).is_ok()).take(30).collect();
    let fit = fit.trim_matches('-');
    if fit.is_empty() { next(taken) } else { fit.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_id_gets_a_proposal() {
        let check = |written: &str, taken: &[&str], expect: &str| {
            let taken: Vec<_> = taken.iter().map(|id| QuestionId::parse(id).unwrap()).collect();
            let proposal = match take(written, &taken) {
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
