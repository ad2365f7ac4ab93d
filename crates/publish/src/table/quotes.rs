//! Quotation marks around cells of a text. One without a partner would swallow the rows below it.

use std::borrow::Cow;

/// The text without the quotation marks that open a cell and do not close it, and their lines, from 1. A mark closes a cell if the cell
/// ends behind it: <https://www.rfc-editor.org/rfc/rfc4180#section-2>.
pub(super) fn mend(text: &str, delimiter: u8) -> (Cow<'_, str>, Vec<usize>) {
    let bytes = text.as_bytes();
    let mut open = Vec::new();
    let (mut at, mut is_start) = (0, true);
    while let Some(byte) = bytes.get(at) {
        if *byte != b'"' || !is_start {
            // A blank before a mark makes it a part of the text.
            is_start = *byte == delimiter || *byte == b'\n';
            at += 1;
        } else if let Some(end) = end(bytes, at + 1, delimiter) {
            at = end;
            is_start = false;
        } else {
            open.push(at);
            at += 1;
        }
    }
    if open.is_empty() {
        return (Cow::Borrowed(text), Vec::new());
    }
    let line = |at: &usize| bytes.iter().take(*at).filter(|byte| **byte == b'\n').count() + 1;
    let mut lines: Vec<usize> = open.iter().map(line).collect();
    lines.dedup();
    let kept = text.char_indices().filter(|(at, _)| open.binary_search(at).is_err());
    (Cow::Owned(kept.map(|(_, c)| c).collect()), lines)
}

/// Where a cell in marks ends, behind the closing one; `None` where it does not.
fn end(bytes: &[u8], from: usize, delimiter: u8) -> Option<usize> {
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == b'"')?;
        if bytes.get(at + 1) == Some(&b'"') {
            at += 2;
            continue;
        }
        let rest = bytes.get(at + 1..).unwrap_or_default();
        let next = rest.iter().find(|byte| **byte != b' ');
        return next.is_none_or(|byte| *byte == delimiter || *byte == b'\n').then_some(at + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_without_a_partner_are_found_where_they_open() {
        let check = |text: &str, mended: &str, lines: &[usize]| {
            assert_eq!(mend(text, b','), (mended.into(), lines.to_vec()), "{text:?}");
        };
        for sound in ["a,\"b\"\nc", "\"a\nb\",c", "\"说\"\"好\"\"\",\"\"", "a\"b,c\"\n", "\"a\" ,b", "", " \"a,\nb"] {
            check(sound, sound, &[]);
        }
        check("一,\"没有关\n二,乙,\n", "一,没有关\n二,乙,\n", &[1]);
        check("一\n\"甲,没有关\n乙,\"丙\"\n", "一\n甲,没有关\n乙,\"丙\"\n", &[2]);
        check("甲,\"没有关\n乙,\"也没关\n丙", "甲,没有关\n乙,也没关\n丙", &[1, 2]);
        check("甲,\"好\"了,\"没\n乙", "甲,好\"了,没\n乙", &[1]);
        check("\"\"\"没有关,甲\n乙", "没有关,甲\n乙", &[1]);
    }
}
