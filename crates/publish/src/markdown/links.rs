//! Where a link of a text leads.

use super::Text;
use crate::content::{BASICS, seen};
use crate::fault::{Fault, phrase};
use crate::nearest::{differ_by_case, nearest};
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use std::collections::{BTreeMap, BTreeSet};

/// What a link can lead to.
#[derive(Default, PartialEq, Eq)]
pub(crate) struct Targets {
    /// The address of every text on the site, by its file.
    texts: BTreeMap<String, String>,
    /// The file of every text, by its address.
    files: BTreeMap<String, String>,
    /// The addresses of all pages.
    pages: BTreeSet<String>,
}

impl Targets {
    /// From the files of all texts with their addresses, and the addresses of other pages.
    pub fn new(texts: impl Iterator<Item = (String, String)>, pages: impl Iterator<Item = String>) -> Self {
        let texts: BTreeMap<String, String> = texts.collect();
        let files = texts.iter().map(|(file, address)| (address.clone(), file.clone())).collect();
        // Nobody is led to the page that stands for what is not kept.
        let fixed = BASICS.iter().filter(|page| **page != "offline/").map(|page| (*page).to_owned());
        let pages = fixed.chain(texts.values().cloned()).chain(pages).collect();
        Self { texts, files, pages }
    }
}

/// Surrounds the number of a heading that is linked to, until it is joined; in front stands a hash of the text, so that no text
/// can hold its own marks.
pub(super) const FRAGMENT: &str = "to-";

/// What an address in HTML writes with `%`. Chinese stays as it is read; browsers take it.
const ENCODED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Where a link leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Goal {
    /// Another site, or mail, or a telephone.
    Outside(String),
    /// A page of this site; the way there from this page.
    Page(String),
    /// A heading of a text: the way to its page, its file, and the heading.
    Heading { way: String, file: String, name: String },
    /// A file of the content folder.
    File(String),
}

/// Finds out where a link leads.
pub(super) fn goal(url: &str, text: &Text, targets: &Targets, line: usize) -> Result<Goal, Box<Fault>> {
    if let Some((scheme, _)) = url.split_once(':').filter(|(scheme, _)| is_scheme(scheme)) {
        return if crate::outside::is_known(scheme) {
            Ok(Goal::Outside(url.to_owned()))
        } else {
            Err(Box::new(forbidden(url, text, line)))
        };
    }
    let (path, name) = url.split_once('#').map_or((url, None), |(path, name)| (path, Some(decoded(name))));
    let path = seen(&decoded(path));
    let file = match path.strip_prefix('/') {
        Some(from_root) => match targets.page(from_root) {
            Some(page) => match targets.files.get(&page) {
                Some(file) => file.clone(),
                None => return Ok(Goal::Page(format!("{}{}", to_root(text.address), encoded(&page)))),
            },
            None if from_root.ends_with('/') || !from_root.contains('.') => {
                return Err(Box::new(no_page(url, targets, text, line)));
            }
            None => beside("", from_root).ok_or_else(|| Box::new(outside(url, text, line)))?,
        },
        None if path.is_empty() => text.file.to_owned(),
        None => beside(text.file, &path).ok_or_else(|| Box::new(outside(url, text, line)))?,
    };
    if !file.ends_with(".md") {
        return Ok(Goal::File(file));
    }
    let address = targets.texts.get(&file).ok_or_else(|| Box::new(broken(url, &file, targets, text, line)))?;
    let way = if path.is_empty() { String::new() } else { format!("{}{}", to_root(text.address), encoded(address)) };
    Ok(match name.filter(|name| !name.is_empty()) {
        Some(name) => Goal::Heading { way, file, name },
        None => Goal::Page(way),
    })
}

impl Targets {
    /// The page at an address, also without its last slash.
    fn page(&self, address: &str) -> Option<String> {
        let whole =
            if address.is_empty() || address.ends_with('/') { address.to_owned() } else { format!("{address}/") };
        self.pages.contains(&whole).then_some(whole)
    }
}

/// An address as HTML links to it.
fn encoded(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        if c.is_ascii() { out.extend(utf8_percent_encode(c.encode_utf8(&mut [0; 4]), ENCODED)) } else { out.push(c) }
    }
    out
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// The way from an address to the root.
pub(super) fn to_root(address: &str) -> String {
    "../".repeat(address.matches('/').count())
}

/// A path as seen from a file; `None` when it leaves the content folder.
pub(super) fn beside(file: &str, path: &str) -> Option<String> {
    // From the root of the content folder, when it begins with a slash.
    let mut parts: Vec<&str> = if path.starts_with('/') { Vec::new() } else { file.split('/').collect() };
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

fn broken(url: &str, file: &str, targets: &Targets, text: &Text, line: usize) -> Fault {
    let (zh, en) = match nearest(file, targets.texts.keys().map(String::as_str)) {
        Some(meant) if differ_by_case(file, meant) => {
            (format!("大小写不对，文件叫 {meant}。"), format!(" Its case is wrong: the file is {meant}."))
        }
        Some(meant) => (format!("是不是 {meant}？"), format!(" Is it {meant}?")),
        None => Default::default(),
    };
    let what = phrase(format!("链接“{url}”指向的文件不存在。{zh}"), format!("The link {url:?} leads to no file.{en}"));
    let mend = phrase("检查文件名，注意大小写和 .md。", "Check the file's name, its case and .md.");
    Fault::error(text.file, line, what, mend)
}

fn no_page(url: &str, targets: &Targets, text: &Text, line: usize) -> Fault {
    let meant = nearest(url.trim_start_matches('/'), targets.pages.iter().map(String::as_str));
    let zh = meant.map(|meant| format!("是不是 /{meant}？")).unwrap_or_default();
    let en = meant.map(|meant| format!(" Is it /{meant}?")).unwrap_or_default();
    let what = phrase(format!("链接“{url}”指向的网页不存在。{zh}"), format!("The link {url:?} leads to no page.{en}"));
    let mend = phrase(
        "以 / 开头的链接从门户首页算起；链接到文字，写它的文件名更稳妥，如 ../a/1.md。",
        "A link with / in front begins at the front page; to a text, its file is safer, such as ../a/1.md.",
    );
    Fault::error(text.file, line, what, mend)
}

pub(super) fn outside(url: &str, text: &Text, line: usize) -> Fault {
    let what = phrase(format!("“{url}”指到了内容文件夹外面。"), format!("{url:?} leads out of the content folder."));
    let mend = phrase("把文件放进内容文件夹。", "Put the file into the content folder.");
    Fault::error(text.file, line, what, mend)
}

fn forbidden(url: &str, text: &Text, line: usize) -> Fault {
    let what = phrase(format!("不能用这样的链接：“{url}”。"), format!("A link may not be {url:?}."));
    let mend = phrase("网址用 https:// 开头。", "Begin it with https://.");
    Fault::error(text.file, line, what, mend)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_where_they_should() {
        let texts = ["2", "第 2 课"].map(|name| (format!("lessons/a/{name}.md"), format!("lessons/a/{name}/")));
        let targets = Targets::new(texts.into_iter(), ["lessons/a/".to_owned()].into_iter());
        let text = Text { file: "lessons/a/1.md", address: "lessons/a/1/", title: "", body: "", lines_before: 0 };
        let goal = |url: &str| goal(url, &text, &targets, 1).map_err(|fault| fault.what.zh);
        assert_eq!(goal("2.md"), Ok(Goal::Page("../../../lessons/a/2/".into())));
        assert_eq!(goal("../a/2.md"), Ok(Goal::Page("../../../lessons/a/2/".into())));
        assert_eq!(goal("/materials/"), Ok(Goal::Page("../../../materials/".into())));
        assert_eq!(goal("x.pdf"), Ok(Goal::File("lessons/a/x.pdf".into())));
        assert_eq!(goal("tel:110"), Ok(Goal::Outside("tel:110".into())));
        let name = "小结".to_owned();
        assert_eq!(
            goal("2.md#小结"),
            Ok(Goal::Heading { way: "../../../lessons/a/2/".into(), file: "lessons/a/2.md".into(), name })
        );
        assert_eq!(goal("第%202%20课.md"), Ok(Goal::Page("../../../lessons/a/第%202%20课/".into())));
        assert_eq!(goal("/"), Ok(Goal::Page("../../../".into())));
        assert_eq!(goal("/lessons/a"), Ok(Goal::Page("../../../lessons/a/".into())));
        assert_eq!(goal("/lessons/a/2.md"), goal("/lessons/a/2/"));
        assert_eq!(goal("/x.pdf"), Ok(Goal::File("x.pdf".into())));
        for bad in [
            "/lessons/b/",
            "/lessons/b",
            "/lessons/a/3.md",
            "/../x.pdf",
            "3.md",
            "../../../x.md",
            "javascript:alert(1)",
        ] {
            assert!(goal(bad).is_err(), "{bad}");
        }
    }
}
