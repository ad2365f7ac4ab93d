//! `huaide serve` while somebody writes.

use crate::client::{Reply, get};
use crate::places::Served;
use crate::stand_in::app;
use std::fs;
use std::process::Command;
use std::thread;

fn huaide() -> Command {
    Command::new(env!("CARGO_BIN_EXE_huaide"))
}

fn number_of(page: &Reply) -> String {
    page.text().split_once("data-published=\"").unwrap().1.split('"').next().unwrap().to_owned()
}

#[test]
fn a_page_hears_of_what_was_published_after_it() {
    let place = tempfile::tempdir().unwrap();
    app(place.path());
    assert!(huaide().args(["new", "content"]).current_dir(place.path()).output().unwrap().status.success());
    let mut serve = huaide();
    serve.args(["serve", "--app", "app", "--out", "served", "--port", "0", "--attached"]).current_dir(place.path());
    let served = Served::start(&mut serve);
    let port = served.port;
    let page = get(port, "/lessons/diyi-ke/01-xie-di-yi-ke/");
    let number = number_of(&page);
    let (status, tag) = (page.status, page.header("etag").to_owned());
    assert!(status == 200 && !tag.is_empty());
    // Who is behind hears it at once; who is not waits.
    assert_eq!(get(port, "/~changes?0").text(), number);
    let waiting = thread::spawn(move || get(port, &format!("/~changes?{number}")).text().parse::<u64>().unwrap());
    let lesson = place.path().join("content/lessons/diyi-ke/01-xie-di-yi-ke.md");
    let text = fs::read_to_string(&lesson).unwrap();
    fs::write(&lesson, format!("{text}\n后来加的一句。\n")).unwrap();
    let newer = waiting.join().unwrap();
    let page = get(port, "/lessons/diyi-ke/01-xie-di-yi-ke/");
    assert!(page.text().contains("后来加的一句。"));
    assert!(number_of(&page).parse::<u64>().unwrap() >= newer);
    assert_ne!(page.header("etag"), tag);
}
