//! Where settings end, which line a name stands in, what is a day.

use super::*;

#[test]
fn front_matter_is_cut_off_and_lines_are_counted() {
    assert_eq!(split("+++\na = 1\n+++\n正文\n"), (Some("a = 1\n"), "正文\n", 3));
    assert_eq!(split("正文\n"), (None, "正文\n", 0));
    assert_eq!(split("+++\na = 1\n+++"), (Some("a = 1\n"), "", 3));
    assert_eq!(split("+++ \t\na = 1\n+++  \n正文"), (Some("a = 1\n"), "正文", 3));
    assert_eq!(split("+++\n+++\n"), (Some(""), "", 2));
    assert_eq!(split("+++"), (None, "+++", 0));
}

#[test]
fn settings_that_never_end_are_read_as_far_as_they_go() {
    let text = "+++\na = 1\n\n正文 = 好\n第一段\n";
    assert_eq!(split(text), (Some("a = 1\n\n正文 = 好\n"), "第一段\n", 4));
    assert!(open("x.md", text).is_some() && open("x.md", "+++\n+++").is_none() && open("x.md", "话").is_none());
}

#[test]
fn names_have_lines() {
    let front = Front::read("x.md", "a = 1\n\nb = 题\n[c]\n", 1, &["a", "b", "c"]);
    assert_eq!((front.line("a"), front.line("c"), front.line("none")), (2, 5, 1));
    assert_eq!(front.faults.iter().map(|fault| fault.line).collect::<Vec<_>>(), [Some(4)]);
    assert_eq!(line_of("+++\nid_x = 1\n id= 2\n+++\nid = 3", "id"), 3);
}

#[test]
fn days_are_days() {
    assert!(is_day("2026-03-12"));
    assert!(!is_day("2026-02-30"));
    assert!(!is_day("三月"));
}
