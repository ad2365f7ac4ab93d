//! The pieces of a text that a reader sees as one.

use model::length::is_han;

/// Cuts a text into tokens: a run of letters or digits other than Han is one, every other character is one. Together they are the text.
#[must_use]
pub fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length =
            if is_of_a_run(first) { rest.find(|c| !is_of_a_run(c)).unwrap_or(rest.len()) } else { first.len_utf8() };
        let (token, after) = rest.split_at(length);
        tokens.push(token);
        rest = after;
    }
    tokens
}

fn is_of_a_run(c: char) -> bool {
    c.is_alphanumeric() && !is_han(c)
}

#[cfg(test)]
mod tests {
    use super::tokens;

    #[test]
    fn han_characters_and_marks_stand_alone_and_latin_runs_together() {
        let check = |text: &str, expect: &[&str]| assert_eq!(tokens(text), expect);
        check("", &[]);
        check("路口。", &["路", "口", "。"]);
        check("看 COVID-19。\n", &["看", " ", "COVID", "-", "19", "。", "\n"]);
        check("２０２７年𠮷", &["２０２７", "年", "𠮷"]);
    }
}
