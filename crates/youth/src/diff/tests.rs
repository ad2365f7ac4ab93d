use super::*;
use Change::{Added, Removed, Same};

fn shown(old: &str, new: &str) -> String {
    let mark = |span: Span| match span.change {
        Same => span.text,
        Removed => format!("[-{}]", span.text),
        Added => format!("[+{}]", span.text),
    };
    diff(old, new).into_iter().map(mark).collect()
}

fn text(spans: &[Span], without: Change) -> String {
    spans.iter().filter(|span| span.change != without).map(|span| span.text.as_str()).collect()
}

#[test]
fn changes_are_shown_as_a_reader_sees_them() {
    let check = |old: &str, new: &str, expect: &str| assert_eq!(shown(old, new), expect);
    check("", "", "");
    check("", "路口", "[+路口]");
    check("路口", "", "[-路口]");
    check("我看见红灯。", "我看见红灯。", "我看见红灯。");
    check("我看见红灯。", "我看见绿灯。", "我看见[-红][+绿]灯。");
    check("我看见红灯。", "那天早上我看见红灯。", "[+那天早上]我看见红灯。");
    // One character is the same by chance.
    check("那天他跑来了。", "那天她走来过。", "那天[-他跑来了][+她走来过]。");
    check("车来了，他停下等着。", "雨大了，她停下等着。", "[-车来][+雨大]了，[-他][+她]停下等着。");
    check("第一段。\n第二段。\n", "第一段。\n第二段。\n第三段。\n", "第一段。\n第二段。\n[+第三段。\n]");
    check("第一段。\n第二段写树。\n", "第二段写树。\n", "[-第一段。\n]第二段写树。\n");
    check("一二三四五六七八九十", "一二三甲五乙七八九十", "一二三[-四五六][+甲五乙]七八九十");
    check("我在 Wuxi 看 Jasmine 花", "我在 Wuxi 看 Jasper 花", "我在 Wuxi 看 [-Jasmine][+Jasper] 花");
    // A paragraph written anew is shown whole, not as a hash of chance characters.
    check(
        "春天来了，花开了。\n",
        "昨晚我和爷爷去看灯，路上人山人海。\n",
        "[-春天来了，花开了。\n][+昨晚我和爷爷去看灯，路上人山人海。\n]",
    );
    check("一句话没有换行", "一句话没有换行\n", "一句话没有换行[+\n]");
}

/// Han text without two paragraphs that are the same, so that nothing is easy.
fn essay(seed: u32, length: u32) -> String {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state >> 16
    };
    (0..length).filter_map(|_| char::from_u32(0x4E00 + next() % 600)).collect()
}

#[test]
fn a_long_essay_written_anew_is_compared_by_paragraphs_alone() {
    let (old, new) = (essay(1, 7_000), essay(2, 7_000));
    let spans = diff(&format!("头\n{old}\n尾"), &format!("头\n{new}\n尾"));
    assert_eq!(spans.iter().map(|span| span.change).collect::<Vec<_>>(), [Same, Removed, Added, Same]);
}

#[test]
fn a_long_essay_with_a_few_changes_is_compared_by_characters() {
    let old = essay(1, 5_000);
    let new = old.replacen(&old[30..33], "甲乙", 1) + "完";
    let spans = diff(&old, &new);
    let changed: usize = spans.iter().filter(|span| span.change != Same).map(|span| span.text.chars().count()).sum();
    assert!(changed < 10, "{changed}");
}

#[cfg(not(target_arch = "wasm32"))]
mod properties {
    use super::*;
    use proptest::prelude::*;

    fn texts() -> impl Strategy<Value = String> {
        prop_oneof!["[一二三四，。a1 \n]{0,60}", "\\PC{0,40}", "(路口\n|红灯。|\r\n| ){0,30}"]
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_from_a_difference(old in texts(), new in texts()) {
            let spans = diff(&old, &new);
            prop_assert_eq!(text(&spans, Removed), new);
            prop_assert_eq!(text(&spans, Added), old);
            prop_assert!(spans.iter().all(|span| !span.text.is_empty()));
            for pair in spans.windows(2) {
                prop_assert!(pair[0].change != pair[1].change);
                prop_assert!((pair[0].change, pair[1].change) != (Added, Removed), "{:?}", spans);
            }
        }
    }
}
