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
    let name = bare(written);
    let name = name.strip_suffix('题').unwrap_or(&name);
    let found = NAMES.iter().find(|(_, names)| names.contains(&name));
    let odd = || row.fault(Column::Kind, Reason::BadKind { found: written.to_owned() });
    match found.ok_or_else(odd)?.0 {
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

/// The answer; an empty one is a fault.
fn answer<'a>(row: &'a Row) -> Result<&'a str, Fault> {
    let answer = row.cell(Column::Answer);
    if answer.is_empty() { Err(row.fault(Column::Answer, Reason::EmptyCell)) } else { Ok(answer) }
}

/// The options that the answer names, by their places, in its order.
fn named(row: &Row, options: &[(usize, Words)]) -> Result<Vec<usize>, Fault> {
    let answer = answer(row)?;
    if let Some(whole) = options.iter().position(|(_, words)| words.text == answer) {
        return Ok(vec![whole]);
    }
    let letters = bare(answer);
    let letters = letters.chars().filter(|c| !",、;；/|.。".contains(*c));
    let place = |c: char| {
        let found = options.iter().position(|(letter, _)| u32::from(c) == u32::from('A') + *letter as u32);
        found.ok_or_else(|| row.fault(Column::Answer, Reason::BadLetter { found: c.to_string() }))
    };
    letters.map(place).collect()
}

fn one(row: &Row) -> Result<Kind, Fault> {
    let options = row.options();
    let right = named(row, &options)?;
    if right.len() != 1 {
        return Err(row.fault(Column::Answer, Reason::NotOne { found: right.len() }));
    }
    Ok(choice(options, &right, (WHOLE, 0), false))
}

/// Every right option has an equal share of the whole, and a wrong one takes one share away.
fn several(row: &Row) -> Result<Kind, Fault> {
    let options = row.options();
    let right = named(row, &options)?;
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

fn judged(row: &Row) -> Result<Kind, Fault> {
    let answer = answer(row)?;
    let right = match bare(answer).as_str() {
        "对" | "正确" | "是" | "√" | "✓" | "✔" | "T" | "TRUE" | "Y" | "YES" => true,
        "错" | "错误" | "不对" | "不正确" | "否" | "×" | "✗" | "✘" | "X" | "F" | "FALSE" | "N" | "NO" => {
            false
        }
        _ => return Err(row.fault(Column::Answer, Reason::BadJudgement { found: answer.to_owned() })),
    };
    Ok(Kind::TrueFalse { right, on_true: Words::default(), on_false: Words::default() })
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
    let order = if answer.is_empty() { (0..options.len()).collect() } else { named(row, &options)? };
    let mut sorted = order.clone();
    sorted.sort_unstable();
    if sorted != (0..options.len()).collect::<Vec<_>>() {
        return Err(row.fault(Column::Answer, Reason::BadOrder { found: answer.to_owned() }));
    }
    let items = order.iter().filter_map(|place| options.get(*place)).map(|(_, words)| words.clone()).collect();
    Ok(Kind::Ordering { items })
}
