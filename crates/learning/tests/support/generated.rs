//! Questions and answers by lots, the same everywhere.

mod question;

use learning::lots::Lots;
use learning::question::{Accepted, Choice, Pair, Range};
use learning::{Answer, Kind, Question, Words};
pub use question::question;

/// What is filled in and accepted: spellings of the same and of others.
const TEXTS: [&str; 16] = [
    "三会一课",
    "三會一課",
    " 三会 一课。",
    "《宪法》",
    "憲法",
    "COVID-19",
    "ｃｏｖｉｄ－１９",
    "*法",
    "居民*自治",
    "居民的自治",
    r"3\*4",
    "3*4",
    "*",
    "",
    "居民",
    "？",
];
/// Numbers as they are written.
const NUMBERS: [&str; 20] = [
    "14",
    "十四",
    "１４岁",
    "1,234",
    "一千二百三十四",
    "1.5万",
    "一万五",
    "15000",
    "-5",
    "负五",
    "5千克",
    "五千",
    "3.2515",
    "三点二五",
    "50%",
    "百分之五十",
    "5±1",
    "二〇二六年",
    "0",
    "零",
];

/// A choice of options with their weights.
pub fn choice(several: bool, options: &[(&str, i32)]) -> Kind {
    let option = |(text, weight): &(&str, i32)| Choice {
        words: Words::plain(text),
        weight: *weight,
        feedback: Words::default(),
    };
    Kind::Choice { options: options.iter().map(option).collect(), several }
}

/// Pairs to find.
pub fn matching(pairs: &[(&str, &str)]) -> Kind {
    let pair = |(left, right): &(&str, &str)| Pair { left: Words::plain(left), right: (*right).to_owned() };
    Kind::Matching { pairs: pairs.iter().map(pair).collect() }
}

/// Things to put in order.
pub fn ordering(items: &[&str]) -> Kind {
    Kind::Ordering { items: items.iter().map(|item| Words::plain(item)).collect() }
}

/// Draws questions and answers.
pub struct Generator(Lots);

impl Generator {
    pub fn new(seed: u64) -> Self {
        Self(Lots::new(seed))
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0.below(end)
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    fn small(&mut self, end: usize) -> u16 {
        u16::try_from(self.below(end)).unwrap()
    }

    fn many<T>(&mut self, most: usize, mut draw: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| draw(self)).collect()
    }

    /// A question of any kind.
    pub fn question(&mut self) -> Question {
        const WEIGHTS: [i32; 9] = [1_000, 1_000, 500, 500, 333, 0, 0, -500, -1_000];
        let kind = match self.below(8) {
            0 | 1 => {
                let options = self.many(5, |lots| ("option", lots.one(&WEIGHTS)));
                choice(self.below(2) == 0, &options)
            }
            2 => Kind::TrueFalse { right: self.below(2) == 0, on_true: Words::default(), on_false: Words::default() },
            3 => Kind::Short { answers: self.many(3, Self::accepted) },
            4 => Kind::Numerical { answers: self.many(3, Self::range) },
            5 => matching(&self.many(5, |lots| (lots.one(&["左", "边", ""]), lots.one(&["甲", "乙", "丙", "丁"])))),
            6 => ordering(&self.many(6, |lots| lots.one(&["一", "二", "三", "四", "五", "六", "七", "八"]))),
            _ => {
                if self.below(2) == 0 {
                    Kind::Essay
                } else {
                    Kind::Description
                }
            }
        };
        question(kind)
    }

    fn accepted(&mut self) -> Accepted {
        let weight = self.one(&[1_000, 500, 0]);
        Accepted { text: self.one(&TEXTS).to_owned(), weight, feedback: Words::default() }
    }

    fn range(&mut self) -> Range {
        let middle = self.one(&[14.0, 1_234.0, 15_000.0, -5.0, 5.0, 5_000.0, 3.25, 50.0, 2_026.0, 0.0]);
        let tolerance = self.one(&[0.0, 0.001_5, 1.0, 100.0]);
        let weight = self.one(&[1_000, 500, 0]);
        Range { low: middle - tolerance, high: middle + tolerance, weight, feedback: Words::default() }
    }

    /// An answer to a question: mostly one that fits it.
    pub fn answer(&mut self, question: &Question) -> Answer {
        if self.below(20) == 0 {
            return Answer::Chosen(self.many(3, |lots| lots.small(9)));
        }
        match &question.kind {
            Kind::Choice { options, several } => {
                let most = if *several { options.len() } else { 1 };
                let mut chosen = self.many(most, |lots| lots.small(options.len().max(1)));
                chosen.sort_unstable();
                chosen.dedup();
                Answer::Chosen(chosen)
            }
            Kind::TrueFalse { .. } => Answer::Judged(self.below(2) == 0),
            Kind::Short { .. } => Answer::Filled(self.one(&TEXTS).to_owned()),
            Kind::Numerical { .. } => Answer::Filled(self.one(&NUMBERS).to_owned()),
            Kind::Matching { pairs } => {
                let lefts = pairs.iter().filter(|pair| !pair.left.is_empty());
                Answer::Matched(lefts.map(|_| (self.below(5) > 0).then(|| self.small(pairs.len()))).collect())
            }
            Kind::Ordering { items } => {
                let mut order: Vec<u16> = (0..u16::try_from(items.len()).unwrap()).collect();
                if self.below(4) > 0 {
                    self.0.shuffle(&mut order);
                }
                Answer::Ordered(order)
            }
            Kind::Essay | Kind::Description => Answer::Written("写了很多".to_owned()),
        }
    }
}
