//! Where what stands in front of a text ends and the text begins.

use crate::fault::{Fault, phrase};

/// Cuts a text into what stands in front, and the rest with the number of lines before it.
pub(crate) fn split(text: &str) -> (Option<&str>, &str, usize) {
    let Some(inner) = after_fence(text) else { return (None, text, 0) };
    let (mut end, mut lines) = (0, 1);
    for line in inner.split_inclusive('\n') {
        lines += 1;
        if is_fence(line) {
            return (Some(&inner[..end]), &inner[end + line.len()..], lines);
        }
        end += line.len();
    }
    // Never closed, which is a fault: as far as it looks like settings, it is read as such.
    let settings: usize = inner.split_inclusive('\n').take_while(|line| is_setting(line)).map(str::len).sum();
    (Some(&inner[..settings]), &inner[settings..], 1 + inner[..settings].matches('\n').count())
}

/// The fault of a text whose settings begin and never end.
pub(crate) fn open(path: &str, text: &str) -> Option<Fault> {
    let is_open = after_fence(text).is_some_and(|inner| !inner.lines().any(is_fence));
    is_open.then(|| {
        let what = phrase("开头的设置没有结束。", "The settings at the top never end.");
        let mend = phrase("在设置后面、正文前面单写一行 +++。", "Write a line +++ between the settings and the text.");
        Fault::error(path, 1, what, mend)
    })
}

/// The line of a file that a name of its settings stands in; else the first.
pub(crate) fn line_of(text: &str, name: &str) -> usize {
    let names_it =
        |line: &str| line.trim_start().strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with('='));
    let settings = text.lines().enumerate().take_while(|(at, line)| *at == 0 || !is_fence(line));
    settings.into_iter().find(|(_, line)| names_it(line)).map_or(1, |(at, _)| at + 1)
}

fn after_fence(text: &str) -> Option<&str> {
    text.split_once('\n').filter(|(first, _)| is_fence(first)).map(|(_, inner)| inner)
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == "+++"
}

fn is_setting(line: &str) -> bool {
    let line = line.trim();
    line.is_empty() || line.starts_with('#') || line.contains(['=', '＝'])
}
