//! Signs between words and numbers. The parser is given others that mean nothing to it, and the tree gets the true ones back.

use comrak::Node;
use comrak::nodes::NodeValue;
use std::ops::Range;

/// The everyday signs, each with what stands for it while the parser is at work: characters that no text has.
const STILL: [(char, char); 3] = [('~', '\u{fdd0}'), ('*', '\u{fdd1}'), ('_', '\u{fdd2}')];
/// What a sentence is cut at.
const STOPS: &str = "，。；：！？、“”《》…,;:!?|｜";
/// So far from a sign its formula reaches, in characters.
const FORMULA: usize = 60;
/// What may be multiplied without being a number.
const MEASURES: [&str; 22] = [
    "长", "宽", "高", "深", "厚", "底", "边长", "半径", "直径", "面积", "单价", "数量", "价格", "个数", "件数", "人数",
    "天数", "次数", "时间", "速度", "系数", "重量",
];

/// A text whose everyday signs are nothing to the parser.
pub(in crate::markdown) fn still(body: &str) -> String {
    let line = |line: &str| {
        let mut chars: Vec<char> = line.chars().map(|c| if held(c).is_some() { '\u{fffd}' } else { c }).collect();
        let is_rule = chars.iter().all(|c| *c == '_' || c.is_whitespace());
        let runs = runs(&chars);
        for run in runs.into_iter().filter(|run| is_everyday(&chars, run, is_rule)).collect::<Vec<_>>() {
            chars[run]
                .iter_mut()
                .for_each(|c| *c = STILL.iter().find(|(sign, _)| sign == c).map_or(*c, |(_, still)| *still));
        }
        chars.into_iter().collect::<String>()
    };
    body.split_inclusive('\n').map(line).collect()
}

/// The sign that a character stands for while the parser is at work.
pub(in crate::markdown) fn held(c: char) -> Option<char> {
    STILL.iter().find(|(_, still)| *still == c).map(|(sign, _)| *sign)
}

/// Gives a tree its signs back.
pub(in crate::markdown) fn restore(tree: Node<'_>) {
    for node in tree.descendants() {
        match &mut node.data_mut().value {
            NodeValue::Text(text) if text.contains(|c| held(c).is_some()) => *text = whole(text).into(),
            NodeValue::Code(code) => code.literal = whole(&code.literal),
            NodeValue::CodeBlock(code) => {
                code.info = whole(&code.info);
                code.literal = whole(&code.literal);
            }
            NodeValue::HtmlInline(raw) => *raw = whole(raw),
            NodeValue::HtmlBlock(raw) => raw.literal = whole(&raw.literal),
            NodeValue::Link(link) | NodeValue::Image(link) => {
                link.url = whole(&link.url);
                link.title = whole(&link.title);
            }
            NodeValue::Alert(alert) => alert.title = alert.title.as_deref().map(whole),
            _ => {}
        }
    }
}

/// A text with its own signs.
pub(in crate::markdown) fn whole(text: &str) -> String {
    text.chars().map(|c| held(c).unwrap_or(c)).collect()
}

/// Where the same sign stands once or several times, without those behind a backslash.
fn runs(chars: &[char]) -> Vec<Range<usize>> {
    let (mut runs, mut at) = (Vec::new(), 0);
    while at < chars.len() {
        match chars[at] {
            '\\' => at += 2,
            sign @ ('~' | '*' | '_') => {
                let end = at + chars[at..].iter().take_while(|c| **c == sign).count();
                runs.push(at..end);
                at = end;
            }
            _ => at += 1,
        }
    }
    runs
}

/// `is_rule` is whether the whole line consists of `_`.
fn is_everyday(chars: &[char], run: &Range<usize>, is_rule: bool) -> bool {
    match chars[run.start] {
        '~' => run.len() == 1,
        // A line to write on; alone it is a line across the page.
        '_' => run.len() > 2 && !is_rule,
        _ => is_mentioned(chars, run) || is_product(chars, run),
    }
}

/// The sign itself is spoken of: 带*号的, 打*的, `* 表示…`.
fn is_mentioned(chars: &[char], run: &Range<usize>) -> bool {
    let (before, after) = (&chars[..run.start], &chars[run.end..]);
    let begins =
        |word: &str| word.chars().eq(after.iter().copied().skip_while(|c| *c == ' ').take(word.chars().count()));
    let is_first = before.iter().all(|c| c.is_whitespace());
    let explains = ["表示", "代表", "为必", "为选", "号", "注：", "注:"].iter().any(|word| begins(word));
    let is_named = before.last().is_some_and(|c| "带标加打注有画".contains(*c))
        && after.first().is_some_and(|c| "的者项处".contains(*c));
    (is_first && run.len() == 1 && explains) || after.first() == Some(&'号') || is_named
}

/// Factors stand on both sides, or digits of a number of which some are not shown.
fn is_product(chars: &[char], run: &Range<usize>) -> bool {
    let word = |c: &&char| c.is_ascii_alphanumeric();
    let before: String = chars[..run.start].iter().rev().take_while(word).collect();
    let after: String = chars[run.end..].iter().take_while(word).collect();
    let (left, right) = (chars[..run.start].last(), chars[run.end..].first());
    if run.len() > 1 {
        let least = if run.len() > 2 { char::is_alphanumeric } else { |c: char| c.is_ascii_digit() };
        return left.is_some_and(|c| c.is_ascii() && least(*c)) && right.is_some_and(|c| c.is_ascii() && least(*c));
    }
    let is_factor = |word: &str| !word.is_empty() && (word.len() < 3 || word.contains(|c: char| c.is_ascii_digit()));
    let opens = right.is_some_and(|c| "(（√π".contains(*c));
    let closes = left.is_some_and(|c| ")）%％°²³πm".contains(*c));
    match (is_factor(&before), is_factor(&after)) {
        (true, true) => true,
        (true, false) if opens => true,
        (false, true) if closes => true,
        _ => is_formula(chars, run.start),
    }
}

/// The sign stands inside a formula: there is an equals sign, or measures are multiplied.
fn is_formula(chars: &[char], at: usize) -> bool {
    let ends = |c: &char| c.is_whitespace() || STOPS.contains(*c);
    let (before, after) = (&chars[at.saturating_sub(FORMULA)..at], &chars[at + 1..chars.len().min(at + 1 + FORMULA)]);
    let left: String = before[before.iter().rposition(ends).map_or(0, |stop| stop + 1)..].iter().collect();
    let right: String = after.iter().take_while(|c| !ends(c)).collect();
    if left.is_empty() || right.is_empty() || left.starts_with('*') || right.ends_with('*') {
        return false;
    }
    let equals = |text: &str| text.contains(['=', '＝', '≈']);
    let number = |c: char| c.is_ascii_digit();
    let ends_so = left.ends_with(number) || MEASURES.iter().any(|measure| left.ends_with(measure));
    let begins_so = right.starts_with(number) || MEASURES.iter().any(|measure| right.starts_with(measure));
    equals(&left) || equals(&right) || (ends_so && begins_so)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        let shown: String = still(text).chars().map(|c| if held(c).is_some() { '·' } else { c }).collect();
        assert_eq!(shown, expect);
        assert_eq!(whole(&still(text)), text);
    }

    #[test]
    fn everyday_signs_are_still() {
        check("1~2，好~", "1·2，好·");
        check("6*8*2", "6·8·2");
        check("3*4=12，5*6=30", "3·4=12，5·6=30");
        check("2**3，138****5678", "2··3，138····5678");
        check("面积=长*宽，长*宽*高", "面积=长·宽，长·宽·高");
        check("2*(3+4)*a", "2·(3+4)·a");
        check("带*号的必填，打*的选填", "带·号的必填，打·的选填");
        check("（____）和（____）", "（····）和（····）");
        check("* 表示必填", "· 表示必填");
    }

    #[test]
    fn markup_stays() {
        for text in [
            "~~删~~",
            "请*务必*带",
            "**重**",
            "*Word*很好",
            "**Word**2016",
            "____",
            "* 一条",
            r"\*\~",
            "***",
            "**3**个",
            "*8*",
        ] {
            check(text, text);
        }
    }
}
