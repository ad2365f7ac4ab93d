//! Markdown as Chinese authors write it, and what it becomes.

use crate::support::article;

/// What a text becomes, without the ids of its headings.
fn html(body: &str) -> String {
    article(&format!("# 题\n\n{body}")).html.clone()
}

#[track_caller]
fn check(body: &str, expect: &str) {
    assert_eq!(html(body), expect, "from {body:?}");
}

#[test]
fn a_soft_break_between_han_characters_vanishes() {
    check("春天\n来了。\n又走了", "<p>春天来了。又走了</p>");
    check("one\ntwo", "<p>one\ntwo</p>");
}

#[test]
fn emphasis_works_next_to_chinese_punctuation() {
    check("**注意！**请看", "<p><strong>注意！</strong>请看</p>");
    check("这是**“要点”**吗", "<p>这是<strong>“要点”</strong>吗</p>");
}

#[test]
fn ruby_tells_how_a_character_is_read() {
    check("{嚼|jiáo}舌", "<p><ruby>嚼<rp>（</rp><rt>jiáo</rt><rp>）</rp></ruby>舌</p>");
}

#[test]
fn a_title_is_left_to_the_page() {
    check("正文", "<p>正文</p>");
}

#[test]
fn an_aside_has_a_title() {
    check("> [!NOTE] 提一句\n> 话", "<aside class=\"note\"><p class=\"aside-title\">提一句</p><p>话</p></aside>");
}

#[test]
fn nothing_can_run() {
    for bad in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "前<b onclick=\"x()\">字</b>",
        "<svg onload=alert(1)></svg>",
        "<style>*{}</style>",
        "<iframe src=\"https://example.org\"></iframe>",
    ] {
        let html = html(bad);
        for word in ["<script", "onerror", "onclick", "onload", "<style", "<svg", "<iframe"] {
            assert!(!html.contains(word), "{bad} became {html}");
        }
    }
}

#[test]
fn a_link_to_a_text_leads_to_its_page_and_heading() {
    let article = article("# 题\n\n[课](../lessons/a/1.md) [小结](../lessons/a/1.md#小结)");
    assert!(article.html.contains("href=\"../../lessons/a/1/\""), "{}", article.html);
    let (_, anchor) = article.html.split_once("href=\"../../lessons/a/1/#").expect("a link with a hash");
    assert_eq!(anchor.find('"'), Some(4), "{anchor}");
}

#[test]
fn a_footnote_goes_there_and_back() {
    let html = html("话[^1]。\n\n[^1]: 注。");
    for part in ["href=\"#fn-1\"", "id=\"fnref-1\"", "<li id=\"fn-1\">", "href=\"#fnref-1\""] {
        assert!(html.contains(part), "{part} is missing in {html}");
    }
    assert!(!html.to_lowercase().contains("back to"), "{html}");
}

#[test]
fn footnotes_are_numbered_as_they_are_first_named() {
    let html = html("甲[^law]乙[^law]丙[^more]。\n\n[^more]: 二。\n\n[^law]: 一。");
    let marks: Vec<&str> = html.split("role=\"doc-noteref\">").skip(1).map(|rest| &rest[..1]).collect();
    assert_eq!(marks, ["1", "1", "2"]);
    for part in
        ["id=\"fnref-1\"", "id=\"fnref-1-2\"", "id=\"fnref-2\"", "<li id=\"fn-1\"><p>一。", "<li id=\"fn-2\"><p>二。"]
    {
        assert!(html.contains(part), "{part} is missing in {html}");
    }
}

#[test]
fn a_table_can_be_reached_by_keyboard() {
    let html = html("| 甲 | 乙 |\n|---|--:|\n| 1 | 2 |");
    assert!(html.starts_with("<div class=\"table\" tabindex=\"0\"><table><thead>"), "{html}");
    assert!(html.contains("<td class=\"right\">2</td>"), "{html}");
}
