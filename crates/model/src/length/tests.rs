use super::*;

/// Checks the length with punctuation, and without it.
fn check(text: &str, all: u32, bare: u32) {
    let count = count(text);
    assert_eq!((count.all, count.without_punctuation()), (all, bare), "{text:?}");
    assert_eq!(characters(text), all, "{text:?}");
}

#[test]
fn each_han_character_is_one() {
    check("", 0, 0);
    check("春", 1, 1);
    check("居民自治", 4, 4);
    check("二〇二七年", 5, 5);
    check("人山人海，天天々", 8, 7);
    check("𠮷", 1, 1); // Extension B
    check("\u{2A6DF}\u{2B81D}\u{2CEA1}\u{30000}\u{31350}", 5, 5); // Extensions B, D, E, G, H
    check("㐀", 1, 1); // Extension A
    check("\u{F900}", 1, 1); // compatibility
    check("葛\u{E0100}城", 2, 2); // a variant of a character is the character
    check("⼈", 1, 1); // a radical
    check("\u{E815}", 1, 1); // a rare character in a private place of a font
}

#[test]
fn each_chinese_mark_is_one() {
    check("居民自治。", 5, 4);
    check("他说：“好！”", 7, 3);
    check("——", 2, 0);
    check("……", 2, 0);
    check("——……", 4, 0);
    check("…", 1, 0);
    check("⋯⋯──", 4, 0); // as some keyboards write them
    check("真的？！", 4, 2);
    check("《论语》（节选）、【注】「」『』〈〉〔〕", 20, 5);
    check("列夫·托尔斯泰", 7, 6);
    check("列夫・托尔斯泰", 7, 6);
    check("五～十", 3, 2);
    check("；：，。、‘’", 7, 0);
    check("︵竖排︶", 4, 2);
}

#[test]
fn a_run_of_letters_or_digits_is_one() {
    check("Open the door", 3, 3);
    check("COVID-19", 1, 1);
    check("3.14", 1, 1);
    check("don't", 1, 1);
    check("don’t", 1, 1);
    check("1,000", 1, 1);
    check("10:30", 1, 1);
    check("50%", 1, 1);
    check("C++和C#", 3, 3);
    check("1+1=2", 1, 1);
    check("Q&A", 1, 1);
    check("a_b@c.cn", 1, 1);
    check("2026-2027", 1, 1);
    check("COVID-19 和 3.14", 3, 3);
    check("第12课", 3, 3);
    check("用Rust写", 3, 3);
    check("m²", 1, 1);
    check("Москва αβγ", 2, 2);
    check("one,two", 2, 2); // a comma ends a word
    check("10：30", 3, 2); // the Chinese colon is a mark
    check("1，2，3", 5, 3);
    check("2020——2026", 4, 2);
}

#[test]
fn full_width_letters_and_digits_are_like_half_width_ones() {
    check("２０２６年", 2, 2);
    check("ＡＢＣ", 1, 1);
    check("３．１４", 1, 1);
    check("５０％", 1, 1);
    check("ＣＯＶＩＤ－１９", 1, 1);
    check("ａｂc１2", 1, 1);
}

#[test]
fn a_half_width_mark_counts_in_chinese() {
    check("你好,世界!", 6, 4);
    check("我爱Rust.", 4, 3);
    check("他说:\"好.\"", 7, 3);
    check("(一)", 3, 1);
    check("1.我们", 4, 3);
    check("北京-上海", 5, 4);
    check("Hello, world!", 2, 2); // the marks of a foreign text belong to its words
    check("你好。\nHello, world.", 5, 4); // each paragraph for itself
    check("好...", 2, 1); // three dots are one …
    check("好......", 3, 1);
    check("好----", 5, 1);
}

#[test]
fn an_emoji_is_one_and_no_mark() {
    check("😀", 1, 1);
    check("😀😀", 2, 2);
    check("👨‍👩‍👧‍👦好", 2, 2); // joined
    check("👍🏽", 1, 1); // with a skin colour
    check("🇨🇳", 1, 1); // a flag of two letters
    check("🇨🇳🇫🇷", 2, 2);
    check("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 1, 1); // a flag of tags
    check("1️⃣2️⃣", 2, 2); // keycaps
    check("#️⃣1#️⃣", 3, 3);
    check("❤️", 1, 1);
    check("❤️‍🔥", 1, 1);
    check("🏳️‍🌈🤷🏻‍♀️", 2, 2);
    check("‼️", 1, 1);
    check("好\u{1F3FB}", 2, 2); // a colour with nothing to dye
}

#[test]
fn a_sign_alone_is_one_and_no_mark() {
    check("20℃", 2, 2);
    check("3×4÷2", 5, 5);
    check("→★", 2, 2);
    check("①②Ⅳ㎡", 4, 4);
    check("￥５", 2, 2);
    check("＋", 1, 1);
    check("# 好", 2, 2);
}

#[test]
fn combining_marks_spaces_and_control_characters_are_none() {
    check("cafe\u{301}s", 1, 1);
    check("\u{301}", 0, 0);
    check("nu\u{308}", 1, 1);
    check(" \t\r\n\u{3000}\u{A0}", 0, 0);
    check("\u{0}\u{7}\u{1B}", 0, 0);
    check("好\u{200B}\u{FEFF}好", 2, 2);
    check("co\u{AD}op", 1, 1);
    check("春　天 来", 3, 3);
}

#[test]
fn other_wide_letters_are_one_each() {
    check("ひらがな", 4, 4);
    check("カタカナー", 5, 5);
    check("か\u{3099}", 1, 1);
    check("ｶﾞ", 1, 1);
    check("한국", 2, 2);
    check("\u{1112}\u{1161}\u{11AB}", 1, 1); // 한 written apart
    check("ㄅㄆㄇ", 3, 3);
}

#[test]
fn the_units_are_the_text_in_order() {
    for text in ["他说：“3.14...”\u{301} 🇨🇳🇨", "a\u{200D}😀\u{200D}", "1.2.3%+#,"] {
        let whole: String = units(text).map(|unit| unit.text).collect();
        assert_eq!(whole, text);
        assert!(units(text).all(|unit| text[unit.at..].starts_with(unit.text)), "{text}");
    }
}

#[test]
fn a_paragraph_knows_where_it_begins() {
    let found: Vec<_> = paragraphs("一\r\n\n二").filter(|(_, line)| !line.is_empty()).collect();
    assert_eq!(found, [(0, "一"), (6, "二")]);
}

#[test]
fn reading_time_follows_the_speed() {
    assert_eq!(reading_ms(700, 350), 120_000);
    assert_eq!(reading_ms(10, 0), 600_000);
}
