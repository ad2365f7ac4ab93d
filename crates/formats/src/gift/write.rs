//! Writes questions in one form that `read` gives back as they are, and that Moodle takes.
//!
//! GIFT cannot carry: blanks at the ends of a text, several blanks in a row (but in HTML and Markdown), a carriage return, a line
//! end or blanks at the ends of a mark or a category, `->` in the left side of a pair or in a word to fill in (an arrow `→` is written), a passage's
//! block and a revision.

use super::{marks, numbers, words};
use learning::question::{Accepted, Choice, Format, Pair, Range, WHOLE};
use learning::{Kind, Question, Words};

/// Writes them.
#[must_use]
pub fn write(questions: &[Question]) -> String {
    let mut text = String::new();
    let mut category = "";
    for question in questions {
        if question.category != category {
            category = &question.category;
            text.push_str(&format!("$CATEGORY: {}\n\n", category.replace(['\n', '\r'], " ").trim()));
        }
        let passage = question.passage.as_ref().map(|passage| passage.quote.as_str());
        text.push_str(&marks::write(&question.tags, passage, question.score_hundredths));
        text.push_str(&one(question));
        text.push_str("\n\n");
    }
    text.truncate(text.trim_end_matches('\n').len());
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

fn one(question: &Question) -> String {
    let usual = question.stem.format;
    let stem = words::write(&question.stem, Format::Plain);
    let start = format!("::{}::{stem}", question.id);
    if question.kind == Kind::Description {
        return start;
    }
    let answers = answers(&question.kind, usual);
    let explanation = after("####", &question.explanation, usual);
    let explanation = if explanation.is_empty() { explanation } else { format!("\n{explanation}") };
    let end = if explanation.is_empty() && !answers.contains('\n') { "}" } else { "\n}" };
    let rest = after(" ", &question.stem_after, usual);
    format!("{start}{{{answers}{explanation}{end}{rest}")
}

fn answers(kind: &Kind, usual: Format) -> String {
    match kind {
        Kind::Choice { options, several } => {
            // `=` alone makes words to fill in; one `~` makes a choice, whatever its weight.
            let all = options.iter().all(|option| option.weight == WHOLE);
            let sign = |place: usize| !several && (place == 0 || !all);
            let option = |(place, option)| format!("\n{}", choice(option, sign(place), usual));
            options.iter().enumerate().map(option).collect()
        }
        Kind::TrueFalse { right, on_true, on_false } => judged(*right, on_true, on_false, usual),
        Kind::Short { answers } => answers.iter().map(|answer| format!("\n{}", short(answer, usual))).collect(),
        Kind::Numerical { answers } => {
            let answers: String = answers.iter().map(|range| format!("\n{}", number(range, usual))).collect();
            format!("#{answers}")
        }
        Kind::Matching { pairs } => pairs.iter().map(|pair| format!("\n{}", matching(pair, usual))).collect(),
        Kind::Ordering { items } => {
            let lines: String = items.iter().map(|item| format!("\n{}", words::write(item, usual))).collect();
            format!(">{} ALL VERTICAL{lines}", items.len())
        }
        Kind::Essay | Kind::Description => String::new(),
    }
}

fn choice(option: &Choice, sign: bool, usual: Format) -> String {
    let text = words::write(&option.words, usual);
    let sign = match option.weight {
        WHOLE if sign => "=".to_owned() + explicit(&text, "%100%"),
        0 => "~".to_owned() + explicit(&text, "%0%"),
        weight => format!("~{}", percent(weight)),
    };
    format!("{sign}{text}{}", after("#", &option.feedback, usual))
}

fn short(answer: &Accepted, usual: Format) -> String {
    let text = words::write(&Words::plain(&answer.text.replace("->", "→")), Format::Plain);
    let weight = if answer.weight == WHOLE { explicit(&text, "%100%").to_owned() } else { percent(answer.weight) };
    format!("={weight}{text}{}", after("#", &answer.feedback, usual))
}

/// A text that begins with a percent sign needs a weight before it.
fn explicit<'a>(text: &str, weight: &'a str) -> &'a str {
    if text.starts_with(['%', '％']) { weight } else { "" }
}

fn judged(right: bool, on_true: &Words, on_false: &Words, usual: Format) -> String {
    let (word, to_wrong, to_right) = if right { ("TRUE", on_false, on_true) } else { ("FALSE", on_true, on_false) };
    let to_right = after("#", to_right, usual);
    let to_wrong =
        if to_right.is_empty() { after("#", to_wrong, usual) } else { format!("#{}", words::write(to_wrong, usual)) };
    format!("{word}{to_wrong}{to_right}")
}

fn number(range: &Range, usual: Format) -> String {
    let weight = if range.weight == WHOLE { String::new() } else { percent(range.weight) };
    let feedback = after("#", &range.feedback, usual);
    let Range { low, high, .. } = range;
    match (*low, *high) {
        numbers::ALL if range.weight == 0 => format!("~{feedback}"),
        numbers::ALL => format!("={weight}*{feedback}"),
        _ if low == high => format!("={weight}{low}{feedback}"),
        _ => format!("={weight}{low}..{high}{feedback}"),
    }
}

fn matching(pair: &Pair, usual: Format) -> String {
    let left = Words { text: pair.left.text.replace("->", "→"), ..pair.left.clone() };
    let right = words::write(&Words::plain(&pair.right), Format::Plain);
    format!("={} -> {right}", words::write(&left, usual))
}

/// A text with a sign before it; nothing if there is no text.
fn after(sign: &str, words: &Words, usual: Format) -> String {
    if words.is_empty() { String::new() } else { format!("{sign}{}", words::write(words, usual)) }
}

/// Fractions whose percentages never end, by their thousandths.
const FRACTIONS: [(i32, &str); 6] =
    [(833, "83.33333"), (667, "66.66667"), (333, "33.33333"), (167, "16.66667"), (143, "14.28571"), (111, "11.11111")];

/// A weight as Moodle writes it.
fn percent(weight: i32) -> String {
    let sign = if weight < 0 { "-" } else { "" };
    let fraction = FRACTIONS.iter().find(|(thousandths, _)| *thousandths == weight.abs());
    let number = fraction.map_or_else(|| (f64::from(weight.abs()) / 10.0).to_string(), |(_, text)| (*text).to_owned());
    format!("%{sign}{number}%")
}
