//! The quiet self-check, `moods.toml`: what is said before, the questions, what is said at the end.

use crate::content::front::Front;
use crate::content::source::Files;
use crate::fault::{Fault, phrase};
use locale::Phrase;
use youth::mood::{Check, Closing, Flaw, Item, Level, Opening};

const FILE: &str = "moods.toml";
const KNOWN: [&str; 3] = ["opening", "item", "closing"];
const OPENING: [&str; 2] = ["title", "text"];
const ITEM: [&str; 6] = ["id", "text", "answers", "care", "alarming", "harmed"];
const CLOSING: [&str; 2] = ["level", "text"];
const LEVELS: [(&str, Level); 4] =
    [("light", Level::Light), ("some", Level::Some), ("unsafe", Level::Unsafe), ("heavy", Level::Heavy)];

/// Reads it, if there is one.
pub(super) fn read(files: &Files, faults: &mut Vec<Fault>) -> Option<Check> {
    let text = files.text(FILE)?;
    let mut front = Front::read(FILE, text, 0, &KNOWN);
    let check = Check { opening: opening(&mut front), items: items(&mut front), closings: closings(&mut front) };
    // A setting that is missing was told already; what it leaves empty is no second fault.
    let is_told = !front.faults.is_empty();
    faults.append(&mut front.faults);
    if !is_told {
        faults.extend(check.flaws().iter().map(|flaw| told(text, flaw)));
    }
    Some(check)
}

fn opening(front: &mut Front) -> Opening {
    let mut table = front.table("opening", &OPENING);
    let opening = Opening { title: table.text("title"), text: table.text("text") };
    front.faults.append(&mut table.faults);
    opening
}

fn items(front: &mut Front) -> Vec<Item> {
    let mut tables = front.tables("item", &ITEM);
    let item = |table: &mut Front| Item {
        id: table.text("id"),
        text: table.text("text"),
        answers: table.texts("answers"),
        care: table.text("care"),
        alarming: table.switch("alarming").unwrap_or(false),
        harmed: table.switch("harmed").unwrap_or(false),
    };
    let items = tables.iter_mut().map(item).collect();
    tables.iter_mut().for_each(|table| front.faults.append(&mut table.faults));
    items
}

fn closings(front: &mut Front) -> Vec<Closing> {
    let mut tables = front.tables("closing", &CLOSING);
    let closing =
        |table: &mut Front| Some(Closing { text: table.text("text"), level: table.one_of("level", &LEVELS)? });
    let closings = tables.iter_mut().filter_map(closing).collect();
    tables.iter_mut().for_each(|table| front.faults.append(&mut table.faults));
    closings
}

/// What a flaw is, and how it is mended.
fn told(text: &str, flaw: &Flaw) -> Fault {
    let (id, what, mend) = match flaw {
        Flaw::Empty => (
            "",
            phrase("心情小镜子里一句话也没有。", "The self-check asks nothing."),
            phrase("至少写一段 [[item]]。", "Write one [[item]] at least."),
        ),
        Flaw::Id(id) => (
            &**id,
            phrase(format!("有两句的 id 都是“{id}”。"), format!("Two items have the id {id:?}.")),
            phrase("给后一句换一个 id。", "Give the later one another id."),
        ),
        Flaw::Answers(id) => (
            &**id,
            phrase(
                format!("“{id}”这一句的答案不到两个，或者有空的。"),
                format!("Item {id:?} has fewer than two answers, or an empty one."),
            ),
            phrase(
                "从轻到重写几个答案：answers = [\"从不\", \"有时\", \"常常\", \"几乎每天\"]。",
                "Write answers from the lightest to the heaviest: answers = [\"never\", \"sometimes\", \"often\"].",
            ),
        ),
        Flaw::Care(id) => (
            &**id,
            phrase(format!("“{id}”这一句没有写可以怎么办。"), format!("Item {id:?} does not say what helps.")),
            phrase("补上 care = \"……\"。", "Add care = \"…\"."),
        ),
        Flaw::Closing(level) => closing_missing(*level),
    };
    Fault::error(FILE, line_of(text, id), what, mend)
}

fn closing_missing(level: Level) -> (&'static str, Phrase, Phrase) {
    let name = LEVELS.iter().find(|(_, one)| *one == level).map_or("", |(name, _)| name);
    let what = phrase(
        format!("level = \"{name}\" 的结束语要有一段，也只能有一段。"),
        format!("There must be exactly one closing with level = {name:?}."),
    );
    let mend = phrase(
        "[[closing]] 写三段，level 分别是 light、some、heavy；unsafe 可以不写，写就写一段。",
        "Write three [[closing]], with the levels light, some and heavy, and at most one that is unsafe.",
    );
    ("", what, mend)
}

/// The last line that gives an item this id; the first line of the file for none.
fn line_of(text: &str, id: &str) -> usize {
    let gives = |line: &str| {
        let value = line.trim().strip_prefix("id").and_then(|rest| rest.trim_start().strip_prefix('='));
        !id.is_empty() && value.is_some_and(|value| value.trim().trim_matches(['"', '\'']) == id)
    };
    text.lines().enumerate().filter(|(_, line)| gives(line)).last().map_or(1, |(at, _)| at + 1)
}
