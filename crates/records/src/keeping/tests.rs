//! What is ordered when, as tables; and that whatever happens, the last words arrive.

mod arriving;
mod tables;

use super::{Event, Keeping, Orders, Place, Said, Standing, Writing};
use model::Trouble;

/// What is ordered, in words: `begin 1, going, wake 250`.
fn told(orders: Orders) -> String {
    let place = |place| if place == Place::Own { "begin" } else { "aside" };
    let said = |said| match said {
        Said::Untouched => "untouched",
        Said::Going => "going",
        Said::Kept => "kept",
        Said::Aside => "kept aside",
        Said::Failed(Trouble::Full) => "full",
        Said::Failed(_) => "failed",
    };
    let standing = |standing| match standing {
        Standing::Here => "here",
        Standing::Elsewhere => "elsewhere",
        Standing::Taken => "taken",
        Standing::Taking => "taking",
    };
    let words = [
        orders.begin.map(|writing| format!("{} {}", place(writing.place), writing.number)),
        orders.hand_over.then(|| "hand over".to_owned()),
        orders.look.then(|| "look".to_owned()),
        orders.say.map(|what| said(what).to_owned()),
        orders.stand.map(|what| standing(what).to_owned()),
        orders.ask.map(|ask| if ask { "ask" } else { "ask no more" }.to_owned()),
        orders.take.then(|| "take".to_owned()),
        orders.anew.then(|| "anew".to_owned()),
        orders.wake.map(|at| format!("wake {at}")),
    ];
    words.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A writing to where the words belong.
const fn own(number: u32) -> Writing {
    Writing { number, place: Place::Own }
}

/// A writing beside them.
const fn aside(number: u32) -> Writing {
    Writing { number, place: Place::Aside }
}

/// Tells a machine what happens, and compares what it orders each time.
fn check(mut keeping: Keeping, table: &[(u64, Event, &str)]) {
    let heard: Vec<_> = table.iter().map(|(now, event, _)| (*now, *event, told(keeping.on(*event, *now)))).collect();
    let expected: Vec<_> = table.iter().map(|(now, event, orders)| (*now, *event, (*orders).to_owned())).collect();
    assert_eq!(heard, expected);
}
