//! The kind of a row, with its key from the answer and the options.

use super::heading::Column;
use super::row::Row;
use super::text::{bare, half_width, parts};
use crate::bank::{Fault, Reason};
use crate::gift;
use learning::question::{Accepted, Choice, Pair, Range, WHOLE};
use learning::{Kind, Words};

/// The kinds by their names, without the 题 at the end.
const NAMES: [(Name, &[&str]); 9] = [
    (Name::One, &["单选", "单项选择", "选择"]),
    (Name::Several, &["多选", "多项选择", "不定项选择", "不定项"]),
    (Name::TrueFalse, &["判断", "是非", "对错"]),
    (Name::Short, &["填空"]),
    (Name::Numerical, &["数值", "数字", "填数", "计算"]),
    (Name::Matching, &["匹配", "配对", "连线"]),
    (Name::Ordering, &["排序", "排列"]),
    (Name::Essay, &["问答", "简答", "论述", "思考"]),
    (Name::Description, &["说明", "描述", "阅读材料"]),
];

#[derive(Clone, Copy)]
enum Name {
    One,
    Several,
    TrueFalse,
    Short,
    Numerical,
    Matching,
    Ordering,
    Essay,
    Description,
}

/// The kind.
pub(super) fn read(row: &Row) -> Result<Kind, Fault> {
    let written = row.cell(Column::Kind);
    if written.is_empty() {
        return Err(row.fault(Column::Kind, Reason::EmptyCell));
    }
    let odd = || row.fault(Column::Kind, Reason::BadKind { found: written.to_owned() });
    match name(written).ok_or_else(odd)? {
        Name::One => one(row),
        Name::Several => several(row),
        Name::TrueFalse => judged(row),
        Name::Short => short(row),
        Name::Numerical => numerical(row),
        Name::Matching => matching(row),
        Name::Ordering => ordering(row),
        Name::Essay => Ok(Kind::Essay),
        Name::Description => Ok(Kind::Description),
    }
}

/// Whether a text is the name of a kind.
pub(super) fn is_kind(text: &str) -> bool {
    // Comparing needs a copy, and no name is long.
    text.len() < 100 && name(text).is_some()
}

fn name(written: &str) -> Option<Name> {
    let bare = bare(written);
    let bare = bare.strip_suffix('题').unwrap_or(&bare);
    NAMES.iter().find(|(_, names)| names.contains(&bare)).map(|(name, _)| *name)
}

/// What is said of an answer that can be read in two ways.
pub(super) fn remark(row: &Row, kind: &Kind) -> Option<Fault> {
    if !matches!(kind, Kind::Choice { .. } | Kind::Ordering { .. }) {
        return None;
    }
    let found = row.cell(Column::Answer);
    let options = row.options();
    let readings = Readings::of(found, &options);
    let is_one = matches!(kind, Kind::Choice { several: false, .. });
    let letters = readings.letters.filter(|letters| !is_one || letters.len() == 1);
    let (taken, other) = match (letters, readings.whole, readings.number) {
        (Some(letters), Some(whole), _) if letters != [whole] => (letters, whole),
        (None, Some(whole), Some(number)) if whole != number => (vec![whole], number),
        _ => return None,
    };
    let name =
        |place: &usize| options.get(*place).map(|(letter, _)| Column::Option(*letter).name()).unwrap_or_default();
    let taken = taken.iter().map(name).collect::<Vec<_>>().join("、");
    let reason = Reason::TwoReadings { found: found.to_owned(), taken, other: name(&other) };
    Some(row.fault(Column::Answer, reason))
}

/// The answer; an empty one is a fault.
fn answer<'a>(row: &'a Row) -> Result<&'a str, Fault> {
    let answer = row.cell(Column::Answer);
    if answer.is_empty() { Err(row.fault(Column::Answer, Reason::EmptyCell)) } else { Ok(answer) }
}

/// The ways in which an answer can name options, by their places.
struct Readings {
    /// By their letters, which is how it should be.
    letters: Option<Vec<usize>>,
    /// By the whole text of one.
    whole: Option<usize>,
    /// By the number of one.
    number: Option<usize>,
}

impl Readings {
    fn of(answer: &str, options: &[(usize, Words)]) -> Self {
        let letters: Option<Vec<usize>> = letters(answer).map(|c| place(c, options)).collect();
        let number = bare(answer).parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        Self {
            letters: letters.filter(|letters| !letters.is_empty()),
            whole: options.iter().position(|(_, words)| words.text == answer),
            number: number.filter(|place| *place < options.len()),
        }
    }
}

/// The letters of an answer, without what stands between and around them.
fn letters(answer: &str) -> impl Iterator<Item = char> {
    bare(answer).chars().filter(|c| !",、;；/|.。()+&".contains(*c)).collect::<Vec<_>>().into_iter()
}

/// The option with a letter.
fn place(letter: char, options: &[(usize, Words)]) -> Option<usize> {
    options.iter().position(|(number, _)| u32::from(letter) == u32::from('A') + *number as u32)
}

/// The options that the answer names, by their places, in its order: by letters, or by the text of one where no letters fit.
fn named(row: &Row, options: &[(usize, Words)], fits: impl Fn(&[usize]) -> bool) -> Result<Vec<usize>, Fault> {
    let answer = answer(row)?;
    let readings = Readings::of(answer, options);
    match (readings.letters, readings.whole) {
        (Some(letters), _) if fits(&letters) => Ok(letters),
        (_, Some(whole)) => Ok(vec![whole]),
        (Some(letters), None) => Ok(letters),
        (None, None) => {
            let found = letters(answer).find(|c| place(*c, options).is_none());
            let found = found.map_or_else(|| answer.to_owned(), String::from);
            Err(row.fault(Column::Answer, Reason::BadLetter { found }))
        }
    }
}

fn one(row: &Row) -> Result<Kind, Fault> {
    let options = row.options();
    let right = named(row, &options, |right| right.len() == 1)?;
    if right.len() != 1 {
        return Err(row.fault(Column::Answer, Reason::NotOne { found: right.len() }));
    }
    Ok(choice(options, &right, (WHOLE, 0), false))
}

/// Every right option has an equal share of the whole, and a wrong one takes one share away.
fn several(row: &Row) -> Result<Kind, Fault> {
    let options = row.options();
    let right = named(row, &options, |_| true)?;
    let share = (f64::from(WHOLE) / right.len().max(1) as f64).round() as i32;
    Ok(choice(options, &right, (share, -share), true))
}

fn choice(options: Vec<(usize, Words)>, right: &[usize], weights: (i32, i32), several: bool) -> Kind {
    let option = |(place, (_, words)): (usize, (usize, Words))| {
        let weight = if right.contains(&place) { weights.0 } else { weights.1 };
        Choice { words, weight, feedback: Words::default() }
    };
    Kind::Choice { options: options.into_iter().enumerate().map(option).collect(), several }
}

/// Right or wrong, in words and signs, or by the letter of an option that says so.
fn judged(row: &Row) -> Result<Kind, Fault> {
    let answer = answer(row)?;
    let options = row.options();
    let letters = Readings::of(answer, &options).letters.unwrap_or_default();
    let option = if let [place] = letters[..] { options.get(place) } else { None };
    let right = option.and_then(|(_, words)| judgement(&words.text)).or_else(|| judgement(answer));
    let Some(right) = right else {
        return Err(row.fault(Column::Answer, Reason::BadJudgement { found: answer.to_owned() }));
    };
    Ok(Kind::TrueFalse { right, on_true: Words::default(), on_false: Words::default() })
}

fn judgement(text: &str) -> Option<bool> {
    match bare(text).as_str() {
        "对" | "对的" | "正确" | "正确的" | "是" | "是的" | "√" | "✓" | "✔" | "✅" | "☑" | "T" | "TRUE" | "Y"
        | "YES" => Some(true),
        "错" | "错的" | "错误" | "错误的" | "不对" | "不正确" | "否" | "不是" | "×" | "✕" | "✖" | "✗" | "✘" | "❌"
        | "☒" | "X" | "F" | "FALSE" | "N" | "NO" => Some(false),
        _ => None,
    }
}

fn short(row: &Row) -> Result<Kind, Fault> {
    let accepted = |text: String| Accepted { text, weight: WHOLE, feedback: Words::default() };
    let answers: Vec<_> = parts(answer(row)?, &['|', '｜', '\n']).into_iter().map(accepted).collect();
    Ok(Kind::Short { answers })
}

fn numerical(row: &Row) -> Result<Kind, Fault> {
    let range = |text: &String| {
        let usual = text.replace("+/-", ":").replace("+-", ":").replace('±', ":").replace('~', "..");
        let bad = |reason| match reason {
            Reason::BadNumber { .. } => Reason::BadNumber { found: text.clone() },
            other => other,
        };
        let (low, high) = gift::range(&usual).map_err(|reason| row.fault(Column::Answer, bad(reason)))?;
        Ok(Range { low, high, weight: WHOLE, feedback: Words::default() })
    };
    let answers: Result<_, _> = parts(&half_width(answer(row)?), &['|', '\n']).iter().map(range).collect();
    Ok(Kind::Numerical { answers: answers? })
}

fn matching(row: &Row) -> Result<Kind, Fault> {
    let pair = |(letter, words): (usize, Words)| {
        let signs = ["->", "→", "＝", "="].into_iter().filter_map(|sign| Some((words.text.find(sign)?, sign)));
        let Some((at, sign)) = signs.min_by_key(|(at, _)| *at) else {
            return Err(
                row.fault(Column::Option(letter), Reason::NoArrow { found: words.text.chars().take(20).collect() })
            );
        };
        let (left, right) = words.text.split_at(at);
        let right = right.get(sign.len()..).unwrap_or_default().trim().to_owned();
        if right.is_empty() {
            return Err(
                row.fault(Column::Option(letter), Reason::NoArrow { found: words.text.chars().take(20).collect() })
            );
        }
        Ok(Pair { left: Words::plain(left.trim()), right })
    };
    let pairs: Result<_, _> = row.options().into_iter().map(pair).collect();
    Ok(Kind::Matching { pairs: pairs? })
}

/// The options stand in the right order, unless the answer names another.
fn ordering(row: &Row) -> Result<Kind, Fault> {
    let options = row.options();
    let answer = row.cell(Column::Answer);
    let order = if answer.is_empty() {
        (0..options.len()).collect()
    } else {
        named(row, &options, |order| order.len() == options.len())?
    };
    let mut sorted = order.clone();
    sorted.sort_unstable();
    if sorted != (0..options.len()).collect::<Vec<_>>() {
        return Err(row.fault(Column::Answer, Reason::BadOrder { found: answer.to_owned() }));
    }
    let items = order.iter().filter_map(|place| options.get(*place)).map(|(_, words)| words.clone()).collect();
    Ok(Kind::Ordering { items })
}
