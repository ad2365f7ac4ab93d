//! The feed, as a reader that is not ours reads it.

use crate::support::Folder;
use feed_rs::model::Feed;
use feed_rs::parser;
use publish::site::feed::{self, Entry};

fn entry(id: &str, title: &str, date: &str) -> Entry {
    Entry {
        id: id.to_owned(),
        title: title.to_owned(),
        address: format!("notices/{id}/"),
        date: date.to_owned(),
        updated: date.to_owned(),
        author: String::new(),
        summary: "摘 & <要>".to_owned(),
        html: "<p>话 &amp; <b>粗</b> <a href=\"../../lessons/a/1/\">课</a><br><img src=\"../../media/x.svg\" alt=\"图\" loading=\"lazy\"></p>"
            .to_owned(),
    }
}

fn write(address: Option<&str>, entries: &[Entry]) -> String {
    feed::write(&Folder::portal().content().portal, address, "+08:00", entries)
}

fn read(text: &str) -> Feed {
    parser::parse(text.as_bytes()).unwrap_or_else(|error| panic!("{error}: {text}"))
}

const HOME: Option<&str> = Some("https://example.org/x/");

#[test]
fn another_reader_understands_it() {
    let mut second = entry("二", "题 <b> & \"引\" 🎉\u{b}\u{0}", "2026-05-01");
    second.author = "社区 & 居委会".to_owned();
    let text = write(HOME, &[entry("1", "甲", "2026-06-01"), second]);
    let feed = read(&text);
    assert_eq!(feed.title.expect("a title").content, "学苑");
    assert_eq!(feed.updated.expect("a time").to_rfc3339(), "2026-05-31T16:00:00+00:00", "midnight in China");
    assert_eq!(feed.entries.len(), 2);
    let [first, second] = &feed.entries[..] else { panic!("two entries") };
    assert_eq!(first.authors[0].name.as_deref(), Some("学苑"));
    assert_eq!(first.links[0].href, "https://example.org/x/notices/1/");
    assert_eq!(second.authors[0].name.as_deref(), Some("社区 & 居委会"));
    assert_eq!(second.title.as_ref().expect("a title").content, "题 <b> & \"引\" 🎉");
    assert_eq!(second.summary.as_ref().expect("a summary").content, "摘 & <要>");
    let html = first.content.as_ref().and_then(|content| content.body.clone()).expect("a text");
    assert!(html.contains("<a href=\"https://example.org/x/lessons/a/1/\">课</a><br/>"), "{html}");
    assert!(html.contains("<img src=\"https://example.org/x/media/x.svg\" alt=\"图\"/>"), "{html}");
    assert!(
        text.contains(
            "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://example.org/x/notices/feed.xml\"/>"
        ),
        "{text}"
    );
}

#[test]
fn ids_are_stable_and_apart() {
    for address in [HOME, None] {
        let once = read(&write(address, &[entry("1", "甲", "2026-06-01"), entry("2", "乙", "2026-06-02")]));
        let later = read(&write(address, &[entry("2", "改了", "2026-07-02")]));
        assert_eq!((&once.id, &once.entries[1].id), (&later.id, &later.entries[0].id));
        assert_ne!(once.entries[0].id, once.entries[1].id);
    }
}

#[test]
fn without_an_address_there_are_no_links() {
    let text = write(None, &[entry("1", "甲", "2026-06-01")]);
    assert!(!text.contains("<link") && !text.contains("href="), "{text}");
    let html = read(&text).entries[0].content.as_ref().and_then(|content| content.body.clone()).expect("a text");
    assert_eq!(html, "<p>话 &amp; <b>粗</b> 课<br/>图</p>");
}

#[test]
fn an_empty_feed_is_a_feed() {
    let feed = read(&write(HOME, &[]));
    assert!(feed.entries.is_empty() && feed.updated.is_some());
}
