//! Every block that a reader sees has an anchor, and it costs little.

use crate::support::{Folder, article, shared};
use formats::page::{BLOCK_SELECTOR, Page};
use model::block;
use scraper::{ElementRef, Html, Selector};

const EVERYTHING: &str = "# 题\n\n一段。\n\n## 小标题\n\n- 甲\n- 乙\n\n  乙的第二段\n\n1. 一\n\n> 引\n\n> [!TIP] 提示\n> 话\n\n\
    | a | b |\n|---|---|\n| 1 | 2 |\n\n```\n码\n```\n\n<p>生</p>\n\n### 小小标题\n\n- [x] 做了\n\n一段。\n\n话[^1]。\n\n[^1]: 注。\n";

fn selector(css: &str) -> Selector {
    Selector::parse(css).expect("a selector")
}

/// The elements that are blocks and stand in no other, as the app finds them.
fn outermost(html: &Html) -> Vec<ElementRef<'_>> {
    let blocks = selector(BLOCK_SELECTOR);
    let is_outermost =
        |element: &ElementRef| !element.ancestors().filter_map(ElementRef::wrap).any(|outer| blocks.matches(&outer));
    html.select(&blocks).filter(is_outermost).collect()
}

#[test]
fn the_nth_anchor_belongs_to_the_nth_outermost_block() {
    let article = article(EVERYTHING);
    let anchors = block::unpack(&article.blocks);
    let html = Html::parse_fragment(&article.html);
    let blocks = outermost(&html);
    assert_eq!(anchors.len(), blocks.len(), "{}", article.html);
    let ids: Vec<_> = blocks
        .iter()
        .zip(&anchors)
        .filter_map(|(element, anchor)| Some((element.attr("id")?, anchor.to_string())))
        .filter(|(id, _)| !id.starts_with("fn-"))
        .collect();
    assert_eq!(ids.len(), 3, "two headings and that of the notes");
    assert!(ids.iter().all(|(id, anchor)| id == anchor), "{ids:?}");
}

#[test]
fn an_edit_elsewhere_leaves_an_anchor_alone() {
    let anchors = |body: &str| block::unpack(&article(body).blocks);
    let before = anchors("# 题\n\n甲\n\n乙\n\n丙");
    let after = anchors("# 题\n\n新的\n\n甲\n\n改过的乙\n\n丙");
    assert_eq!((before[0], before[2]), (after[1], after[3]));
    assert_ne!(before[1], after[2]);
}

#[test]
fn anchors_cost_less_than_three_percent_of_a_long_page() {
    let Some(laws) = shared("laws") else { return };
    let text = std::fs::read_to_string(laws.join("d0032.md")).expect("the contract book");
    let site = Folder::portal().with("materials/contracts.md", text).site();
    let page = String::from_utf8(site.files["materials/contracts/index.html"].to_vec()).expect("UTF-8");
    let data = page.split_once("id=\"page\">").and_then(|(_, rest)| rest.split_once("</script>")).expect("page data").0;
    let page_data = Page::read(data).expect("page data");
    let packed = page_data.reading().map(|reading| reading.blocks.len()).expect("a text");
    let ids: usize = page.matches(" id=\"").count() * 11;
    let percent = (packed + ids) as f64 * 100.0 / page.len() as f64;
    println!("anchors: {} bytes of {} ({percent:.2} %)", packed + ids, page.len());
    assert!(packed > 1_000, "a long text has many blocks");
    assert!(percent < 3.0, "{percent:.2} %");
}
