//! Where a link of a text leads.

use super::Text;
use crate::fault::{Fault, phrase};
use percent_encoding::percent_decode_str;
use std::collections::BTreeMap;

/// The address of every text on the site, by its file.
pub(crate) type Targets = BTreeMap<String, String>;

/// Surrounds the number of a fragment until it is joined. A private-use character that the parser leaves alone and that no
/// address holds.
pub(super) const FRAGMENT: &str = "\u{f8ff}";

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
        let known = matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https" | "mailto" | "tel");
        return if known { Ok(Goal::Outside(url.to_owned())) } else { Err(Box::new(forbidden(url, text, line))) };
    }
    let (path, name) = url.split_once('#').map_or((url, None), |(path, name)| (path, Some(decoded(name))));
    if let Some(page) = path.strip_prefix('/') {
        return Ok(Goal::Page(format!("{}{page}", to_root(text.address))));
    }
    let file = if path.is_empty() {
        text.file.to_owned()
    } else {
        beside(text.file, &decoded(path)).ok_or_else(|| Box::new(outside(url, text, line)))?
    };
    if !file.ends_with(".md") {
        return Ok(Goal::File(file));
    }
    let address = targets.get(&file).ok_or_else(|| Box::new(broken(url, text, line)))?;
    let way = if path.is_empty() { String::new() } else { format!("{}{address}", to_root(text.address)) };
    Ok(match name.filter(|name| !name.is_empty()) {
        Some(name) => Goal::Heading { way, file, name },
        None => Goal::Page(way),
    })
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
    let mut parts: Vec<&str> = file.split('/').collect();
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

fn broken(url: &str, text: &Text, line: usize) -> Fault {
    let what = phrase(format!("链接“{url}”指向的文件不存在。"), format!("The link {url:?} leads to no file."));
    let mend = phrase("检查文件名，注意大小写和 .md。", "Check the file's name, its case and .md.");
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
        let targets = Targets::from([("lessons/a/2.md".into(), "lessons/a/2/".into())]);
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
        for bad in ["3.md", "../../../x.md", "javascript:alert(1)"] {
            assert!(goal(bad).is_err(), "{bad}");
        }
    }
}
