use super::*;
use crate::log::samples::highlight;
use model::block::anchors;
use proptest::prelude::*;

const LESSON: [&str; 5] = [
    "居民委员会是居民自我管理、自我教育、自我服务的基层群众性自治组织。",
    "居民自己的事，自己商量着办。大家一起商量，就有好办法。",
    "议事时先把事情说清楚，再听每个人的意见，最后一起决定。",
    "大家一起商量，就有好办法。",
    "决定了的事情要记下来，贴在公告栏里，过一个月再看看做得怎么样。",
];

fn text(blocks: &[&str]) -> Text {
    let named: Vec<(BlockId, &str)> = anchors(blocks).into_iter().zip(blocks.iter().copied()).collect();
    Text::new(&named)
}

/// Marks words of the lesson: the occurrence in that block.
fn marked(block: usize, quote: &str) -> Highlight {
    let chars: Vec<char> = LESSON[block].chars().collect();
    let quote: Vec<char> = quote.chars().collect();
    let start = chars.windows(quote.len()).position(|window| window == quote).unwrap();
    let mut anchors = text(&LESSON).anchor((block, start), (block, start + quote.len()));
    of(anchors.remove(0))
}

fn of(anchor: NewAnchor) -> Highlight {
    highlight(anchor.place, &anchor.quote, &anchor.before, &anchor.after)
}

/// Checks where the words are in the edited text: block, words and how.
fn check(highlight: &Highlight, edited: &[&str], expect: Option<(usize, &str, Match)>) {
    let found = match text(edited).place(highlight) {
        Placement::Placed(Placed { block, range, how }) => {
            Some((block, edited[block].chars().skip(range.start).take(range.len()).collect::<String>(), how))
        }
        Placement::Lost => None,
    };
    assert_eq!(found, expect.map(|(block, words, how)| (block, words.to_owned(), how)), "{edited:?}");
}

/// The lesson with some blocks written anew.
fn with<'a>(changes: &[(usize, &'a str)]) -> Vec<&'a str> {
    let mut edited: Vec<&str> = LESSON.to_vec();
    changes.iter().for_each(|(block, words)| edited[*block] = words);
    edited
}

#[test]
fn the_same_words_are_told_apart_by_what_stands_around_them() {
    check(&marked(1, "大家一起商量"), &LESSON, Some((1, "大家一起商量", Match::Same)));
    check(&marked(3, "大家一起商量"), &LESSON, Some((3, "大家一起商量", Match::Same)));
    let twice = ["先问一声：可以吗？再问一声：可以吗？"];
    let second = of(text(&twice).anchor((0, 14), (0, 17)).remove(0));
    assert_eq!(second.quote, "可以吗");
    let expect = Placement::Placed(Placed { block: 0, range: 14..17, how: Match::Same });
    assert_eq!(text(&twice).place(&second), expect);
    let moved = ["新的开头。先问一声：可以吗？再问一声：可以吗？"];
    let expect = Placement::Placed(Placed { block: 0, range: 19..22, how: Match::Moved });
    assert_eq!(text(&moved).place(&second), expect);
}

#[test]
fn text_added_before_moves_a_passage() {
    let edited: Vec<&str> = ["新的一段。"].into_iter().chain(LESSON).collect();
    check(&marked(2, "听每个人的意见"), &edited, Some((3, "听每个人的意见", Match::Same)));
    let edited = with(&[(2, "开会也好，聊天也好，议事时先把事情说清楚，再听每个人的意见，最后一起决定。")]);
    check(&marked(2, "听每个人的意见"), &edited, Some((2, "听每个人的意见", Match::Moved)));
}

#[test]
fn words_changed_around_a_passage_leave_it() {
    let edited = with(&[(2, "议事时先讲明白，接着听每个人的意见，最后一起表决。")]);
    check(&marked(2, "听每个人的意见"), &edited, Some((2, "听每个人的意见", Match::Moved)));
}

#[test]
fn a_few_words_changed_inside_a_passage_leave_it() {
    let passage = marked(4, "贴在公告栏里，过一个月再看看做得怎么样");
    let edited = with(&[(4, "决定了的事情要记下来，贴在布告栏里，过两个月再看看做得怎么样。")]);
    check(&passage, &edited, Some((4, "贴在布告栏里，过两个月再看看做得怎么样", Match::Edited)));
    let edited = with(&[(4, "决定了的事情由居委会公布，一年以后总结。")]);
    check(&passage, &edited, None);
}

#[test]
fn a_block_that_was_split_keeps_its_passages() {
    let edited = [LESSON[0], "居民自己的事，自己商量着办。", "大家一起商量，就有好办法。", LESSON[2], LESSON[4]];
    check(&marked(1, "自己商量着办"), &edited, Some((1, "自己商量着办", Match::Moved)));
    check(&marked(1, "大家一起商量"), &edited, Some((2, "大家一起商量", Match::Moved)));
}

#[test]
fn a_passage_whose_block_is_gone_is_lost_and_sticks_to_nothing_else() {
    let edited = [LESSON[0], LESSON[1], LESSON[3], "别的意见以后再说。"];
    check(&marked(2, "意见"), &edited, None);
    check(&marked(2, "再听每个人的意见，最后一起决定"), &edited, None);
    check(&marked(2, "意见"), &[], None);
}

#[test]
fn a_selection_over_blocks_becomes_one_anchor_for_each() {
    let made = text(&LESSON).anchor((3, 7), (1, 21));
    assert_eq!(
        made.iter().map(|anchor| anchor.quote.as_str()).collect::<Vec<_>>(),
        ["就有好办法。", LESSON[2], "大家一起商量，"]
    );
    assert!(made[0].before.ends_with("大家一起商量，") && made[0].before.chars().count() == SURROUNDINGS);
    assert!(made[0].after.starts_with("议事时先"));
    assert_eq!(made[2].after.chars().next(), Some('就'));
    assert_eq!(text(&LESSON).anchor((0, 3), (0, 3)), []);
    assert_eq!(text(&LESSON).anchor((9, 0), (12, 3)), []);
    assert_eq!(text(&["甲 乙"]).anchor((0, 1), (0, 2)), []);
}

#[test]
fn a_long_text_takes_no_long_time() {
    let long: Vec<String> = (0..2_000).map(|number| format!("第{number}段，说的是另外的事情。").repeat(10)).collect();
    let blocks: Vec<&str> = long.iter().map(String::as_str).collect();
    let lost = highlight(marked(2, "意见").place, &"没有的话没有的话说了又说".repeat(50), "", "");
    check(&lost, &blocks, None);
}

/// Texts of few different characters, so that the same words stand often.
fn any_blocks() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[甲乙 ，a]{0,12}", 1..6)
}

proptest! {
    #[test]
    fn an_unchanged_text_has_every_passage_where_it_was(
        blocks in any_blocks(), from in (0_usize..6, 0_usize..14), to in (0_usize..6, 0_usize..14)
    ) {
        let blocks: Vec<&str> = blocks.iter().map(String::as_str).collect();
        let text = text(&blocks);
        for anchor in text.anchor(from, to) {
            let Placement::Placed(Placed { block, range, how }) = text.place(&of(anchor.clone())) else {
                return Err(TestCaseError::fail(format!("lost: {anchor:?}")));
            };
            // A range that differs reads the same, with the same surroundings: nobody could tell them apart.
            prop_assert_eq!(how, Match::Same);
            let again = text.anchor((block, range.start), (block, range.end));
            prop_assert_eq!(again, [anchor]);
        }
    }

    #[test]
    fn an_unchanged_text_of_unlike_blocks_has_every_passage_at_the_same_range(
        words in "[一-龟]{30,60}", from in 0_usize..60, to in 0_usize..60
    ) {
        let text = text(&[&words]);
        for anchor in text.anchor((0, from), (0, to)) {
            let range = from.min(to)..from.max(to).min(words.chars().count());
            let is_here = matches!(text.place(&of(anchor.clone())), Placement::Placed(placed) if placed.range == range);
            prop_assert!(is_here);
        }
    }

    #[test]
    fn no_edit_panics_and_whatever_is_placed_is_in_the_text(
        blocks in any_blocks(), other in any_blocks(), from in (0_usize..6, 0_usize..14), to in (0_usize..6, 0_usize..14)
    ) {
        let blocks: Vec<&str> = blocks.iter().map(String::as_str).collect();
        let other: Vec<&str> = other.iter().map(String::as_str).collect();
        for anchor in text(&blocks).anchor(from, to) {
            if let Placement::Placed(placed) = text(&other).place(&of(anchor)) {
                let length = Folded::new(other[placed.block]).text().chars().count();
                prop_assert!(placed.range.start < placed.range.end && placed.range.end <= length);
            }
        }
    }
}
