//! The words of a self-check as they are drawn: paragraphs, in which some words are strong. Whatever else is written stands as it is.

/// A stretch of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it says.
    pub text: String,
    /// Whether it stood between `**`.
    pub strong: bool,
}

/// The paragraphs of a text. An empty line parts two of them; lines of one are joined, as Chinese has no spaces between words.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<Vec<Piece>> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    lines
        .split(|line| line.is_empty())
        .map(<[&str]>::concat)
        .filter(|text| !text.is_empty())
        .map(|text| pieces(&text))
        .collect()
}

/// The pieces of a paragraph. `**` without its partner stands as it is.
fn pieces(text: &str) -> Vec<Piece> {
    let parts: Vec<&str> = text.split("**").collect();
    let is_paired = parts.len() % 2 == 1;
    if !is_paired {
        return vec![Piece { text: text.to_owned(), strong: false }];
    }
    let piece = |(at, part): (usize, &&str)| Piece { text: (*part).to_owned(), strong: at % 2 == 1 };
    parts.iter().enumerate().map(piece).filter(|piece| !piece.text.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Paragraphs as `|`, strong words in brackets.
    fn drawn(text: &str) -> String {
        let piece = |piece: &Piece| if piece.strong { format!("[{}]", piece.text) } else { piece.text.clone() };
        let paragraph = |pieces: &Vec<Piece>| pieces.iter().map(piece).collect::<String>();
        paragraphs(text).iter().map(paragraph).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn paragraphs_have_strong_words() {
        let check = |text: &str, expect: &str| assert_eq!(drawn(text), expect, "{text:?}");
        check("", "");
        check("一句。", "一句。");
        check("\n一。\n\n\n二，\n三。\n", "一。|二，三。");
        check("**谁看得见。** 只有你。", "[谁看得见。] 只有你。");
        check("先**说**，再**听**", "先[说]，再[听]");
        check("2**3", "2**3");
        check("**全部**", "[全部]");
        check("<b>不是记号</b>", "<b>不是记号</b>");
    }
}
