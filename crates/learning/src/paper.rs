//! A test on paper: what stands where, and the key by letters.
//!
//! All of it follows from the bank and a version of four characters, so that a sheet prints again a year later. Each question
//! draws its own lots by its id: changing one leaves the others where they are.

mod code;
mod version;

pub use code::Code;
pub use version::Version;

use crate::grade::{Key, key, right_sides};
use crate::lots::Lots;
use crate::question::Pair;
use crate::{Bank, Kind, Question, Words};

/// What is shuffled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shuffled {
    /// The questions; those behind a description stay behind it.
    pub questions: bool,
    /// The options of choices. What is to be matched or ordered is always shuffled.
    pub options: bool,
}

/// A test as it is printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// Which of its versions this is.
    pub version: Version,
    /// What stands on it, in order.
    pub printed: Vec<Printed>,
}

/// A question or description as it is printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Printed {
    /// Its place in the bank.
    pub place: usize,
    /// Its number on the paper, from 1; a description has none.
    pub number: Option<u32>,
    /// The options, right sides or things, by their places in the question, in the order of their letters. Empty where nothing is to choose.
    pub order: Vec<u16>,
    /// The right answer.
    pub answer: Answered,
}

/// The right answer on paper.
#[derive(Debug, Clone, PartialEq)]
pub enum Answered {
    /// These letters; of a choice in the order of the alphabet, of an ordering in the right order.
    Letters(Vec<String>),
    /// For each left side in order the letter of its right side.
    Pairs(Vec<String>),
    /// Something without letters: [`Key::Judged`], [`Key::Texts`], [`Key::Numbers`] or [`Key::Open`].
    Plain(Key),
}

impl Paper {
    /// The paper of a version.
    #[must_use]
    pub fn new(bank: &Bank, version: Version, shuffled: Shuffled) -> Self {
        let mut number = 0;
        let printed = places(bank, version, shuffled.questions).into_iter().map(|place| {
            let question = &bank.questions[place];
            let asks = !matches!(question.kind, Kind::Description);
            number += u32::from(asks);
            let order = arranged(question, version.seed(), shuffled.options);
            Printed { place, number: asks.then_some(number), answer: answered(question, &order), order }
        });
        Self { version, printed: printed.collect() }
    }
}

/// The questions' places, in the order of the paper.
fn places(bank: &Bank, version: Version, shuffled: bool) -> Vec<usize> {
    let mut places: Vec<usize> = (0..bank.questions.len()).collect();
    if shuffled {
        let description = |place: &usize| matches!(bank.questions[*place].kind, Kind::Description);
        let lot = |place: &usize| Lots::named(u64::from(version.seed()), bank.questions[*place].id.as_str()).draw();
        for section in places.chunk_by_mut(|_, next| !description(next)) {
            // A description begins its section, and stays there.
            section.sort_by_key(|place| (!description(place), lot(place)));
        }
    }
    places
}

/// The options, right sides or things in the order in which they are shown, on paper or on a screen. Options keep the order of the source
/// unless they are to be shuffled; what is to be matched or ordered never stands as its solution, if there is another way.
#[must_use]
pub fn arranged(question: &Question, seed: u32, shuffle_options: bool) -> Vec<u16> {
    let mut lots = Lots::named(u64::from(seed), question.id.as_str());
    match &question.kind {
        Kind::Choice { options, .. } => {
            let mut order = count(options.len());
            if shuffle_options {
                lots.shuffle(&mut order);
            }
            order
        }
        Kind::Matching { pairs } => unsolved(right_sides(pairs), &mut lots, |order| is_matched(pairs, order)),
        Kind::Ordering { items } => unsolved(count(items.len()), &mut lots, |order| is_ordered(items, order)),
        _ => Vec::new(),
    }
}

fn count(length: usize) -> Vec<u16> {
    (0..u16::try_from(length).unwrap_or(u16::MAX)).collect()
}

/// Shuffled, and turned on for as long as the solution stands there.
fn unsolved(mut order: Vec<u16>, lots: &mut Lots, is_solved: impl Fn(&[u16]) -> bool) -> Vec<u16> {
    lots.shuffle(&mut order);
    for _ in 1..order.len() {
        if !is_solved(&order) {
            break;
        }
        order.rotate_left(1);
    }
    order
}

/// Whether every left side stands beside its right one.
fn is_matched(pairs: &[Pair], order: &[u16]) -> bool {
    let lefts = pairs.iter().filter(|pair| !pair.left.is_empty());
    lefts.enumerate().all(|(line, left)| {
        order
            .get(line)
            .and_then(|place| pairs.get(usize::from(*place)))
            .is_some_and(|beside| beside.right == left.right)
    })
}

fn is_ordered(items: &[Words], order: &[u16]) -> bool {
    items.iter().zip(order).all(|(item, place)| items.get(usize::from(*place)) == Some(item))
}

fn answered(question: &Question, order: &[u16]) -> Answered {
    let letter_of = |place: u16| order.iter().position(|shown| *shown == place).map(letter);
    match (key(question), &question.kind) {
        (Key::Options(right), _) => {
            let shown = order.iter().enumerate().filter(|(_, place)| right.contains(place));
            Answered::Letters(shown.map(|(at, _)| letter(at)).collect())
        }
        (Key::Order(length), _) => Answered::Letters((0..length).filter_map(letter_of).collect()),
        (Key::Pairs(lefts), Kind::Matching { pairs }) => {
            let same = |left: &u16| {
                let right = &pairs.get(usize::from(*left))?.right;
                let at =
                    order.iter().position(|shown| pairs.get(usize::from(*shown)).is_some_and(|p| p.right == *right));
                at.map(letter)
            };
            Answered::Pairs(lefts.iter().filter_map(same).collect())
        }
        (key, _) => Answered::Plain(key),
    }
}

/// The letter of a place: A to Z, then AA.
#[must_use]
pub fn letter(place: usize) -> String {
    let last = char::from_u32(u32::from('A') + u32::try_from(place % 26).unwrap_or(0)).unwrap_or('A');
    match (place / 26).checked_sub(1) {
        Some(before) => letter(before) + &last.to_string(),
        None => last.to_string(),
    }
}
