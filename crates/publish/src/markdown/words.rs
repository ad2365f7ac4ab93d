//! Words of a question: a few, on no page of their own. What they cannot have is told.

use super::clean;
use super::leftover;
use super::parse;
use super::raw;
use super::{Targets, Text, writer};
use crate::fault::phrase;
use crate::media::{Library, Problem};
use crate::outside;
use comrak::nodes::NodeValue;
use comrak::{Arena, Node};
use learning::question::{Format, Words};

/// The text of a line of Markdown, without markup and without marks of footnotes.
pub(crate) fn plain(markdown: &str) -> String {
    let mut text = String::new();
    let mut parts = markdown.split("[^");
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        match part.split_once(']') {
            Some((_, rest)) => text.push_str(rest),
            None => text.extend(["[^", part]),
        }
    }
    let arena = Arena::new();
    parse::plain(parse::parse(&arena, &text).tree)
}

/// Words that are plain text or clean HTML, and what is wrong with what they were.
pub(crate) fn words(words: &Words) -> (Words, Vec<Problem>) {
    match words.format {
        Format::Plain | Format::Moodle => (Words::plain(&words.text), Vec::new()),
        Format::Html => {
            let (clean, removed) = sieve(&words.text);
            (clean, removed.first().map(|_| told(&removed)).into_iter().collect())
        }
        Format::Markdown => of_markdown(&words.text),
    }
}

fn of_markdown(text: &str) -> (Words, Vec<Problem>) {
    let arena = Arena::new();
    let parsed = parse::parse(&arena, text);
    let tree = parsed.tree;
    if parse::too_deep(tree).is_some() {
        return (Words::plain(text), vec![told(&["…".to_owned()])]);
    }
    let (targets, library) = (Targets::default(), Library::default());
    let source = Text { file: "", address: "", title: "", body: text, lines_before: 0 };
    let mut writer = writer::Writer::new(&source, &targets, &library);
    writer.article(tree);
    let (clean, removed) = sieve(&writer.finish().article.html);
    // Attributes that go are the publisher's own.
    let tags = removed.into_iter().filter(|name| name.starts_with('<'));
    let removed: Vec<String> = tree.descendants().filter_map(stranger).chain(tags).collect();
    let lost = removed.first().map(|_| told(&removed));
    let leftovers = leftover::find(&parsed).into_iter().map(|(_, problem)| problem);
    (clean, lost.into_iter().chain(leftovers).collect())
}

/// What has its place in a lesson and not in a question.
fn stranger(node: Node<'_>) -> Option<String> {
    match &node.data().value {
        NodeValue::Image(link) => Some(format!("![]({})", link.url)),
        NodeValue::Link(link) => (!outside::leads_outside(&link.url)).then(|| format!("[]({})", link.url)),
        _ => None,
    }
}

/// What is harmless, and what was taken away.
fn sieve(html: &str) -> (Words, Vec<String>) {
    let Some(clean) = clean::words(html) else { return (Words::plain(html), vec!["…".to_owned()]) };
    let removed = raw::removed(&[(1, html.to_owned())], &clean).map(|removed| removed.names).unwrap_or_default();
    // One paragraph is a line.
    let inside = clean.strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>"));
    let text = inside.filter(|inside| !inside.contains("<p>")).unwrap_or(&clean).trim();
    if text.contains('<') {
        return (Words { format: Format::Html, text: text.to_owned() }, removed);
    }
    let plain = text.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    (Words::plain(&plain.replace("&amp;", "&")), removed)
}

fn told(names: &[String]) -> Problem {
    (
        phrase(
            format!("题目的文字里有一部分不会发布：{}。", names.join("、")),
            format!("Of the words of this question some is not published: {}.", names.join(", ")),
        ),
        phrase(
            "题目里只用文字、强调、列表、表格和到别的网站的链接；图放进课文。",
            "Use text, emphasis, lists, tables and links to other sites; pictures stand in lessons.",
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(format: Format, text: &str, expect: &str, is_html: bool, is_told: bool) {
        let (clean, problem) = words(&Words { format, text: text.into() });
        let format = if is_html { Format::Html } else { Format::Plain };
        assert_eq!((clean, !problem.is_empty()), (Words { format, text: expect.into() }, is_told), "{text}");
    }

    #[test]
    fn words_without_markup_are_plain() {
        check(Format::Plain, "1 < 2 & **3**", "1 < 2 & **3**", false, false);
        check(Format::Moodle, "一\n二", "一\n二", false, false);
        check(Format::Html, "1 &lt; 2 &amp;amp; <p>3", "1 &lt; 2 &amp;amp; <p>3</p>", true, false);
        check(Format::Html, "<p>一 &amp; 二</p>", "一 & 二", false, false);
        check(Format::Markdown, "一\n二 & 三", "一二 & 三", false, false);
    }

    #[test]
    fn markup_is_clean_and_what_is_lost_is_told() {
        check(Format::Html, "H<sub>2</sub>O", "H<sub>2</sub>O", true, false);
        check(Format::Html, "<b onclick=x>好</b>", "<b>好</b>", true, true);
        check(Format::Html, "<a href='../x/'>好</a>", "<a>好</a>", true, true);
        check(Format::Html, "<script>x</script>好", "好", false, true);
        check(Format::Markdown, "很**好**", "很<strong>好</strong>", true, false);
        check(Format::Markdown, "一\n\n二", "<p>一</p><p>二</p>", true, false);
        check(Format::Markdown, "- 一\n- 二", "<ul><li>一</li><li>二</li></ul>", true, false);
        check(Format::Markdown, "{馄|hún}饨", "<ruby>馄<rp>（</rp><rt>hún</rt><rp>）</rp></ruby>饨", true, false);
        check(Format::Markdown, "[站](https://a.cn/)", "<a href=\"https://a.cn/\">站</a>", true, false);
        check(Format::Markdown, "看![图](x.png)这里", "看这里", false, true);
        check(Format::Markdown, "[课](1.md)", "<a>课</a>", true, true);
        check(Format::Markdown, "# 题", "题", false, true);
    }

    #[test]
    fn a_line_of_markdown_has_plain_text() {
        assert_eq!(plain("**一**[^1]，[二](x)`三`"), "一，二三");
        assert_eq!(plain("[^"), "[^");
    }
}
