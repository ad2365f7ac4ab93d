//! How media stand in a text: a picture, sound or film alone in its paragraph is a figure with a caption.

use super::inline::escape;
use super::links::{beside, outside, to_root};
use super::parse;
use super::writer::Writer;
use crate::fault::{Fault, phrase};
use crate::media::{Medium, Problem};
use comrak::Node;
use comrak::nodes::NodeLink;
use percent_encoding::percent_decode_str;

impl<'a> Writer<'a> {
    /// A figure. Its caption is the title, `![…](x.jpg "title")`; a sound or film takes its description.
    pub(super) fn figure(&mut self, node: Node<'_>, link: &NodeLink) {
        let text = parse::plain(node);
        let caption = if link.title.is_empty() && kind(&link.url) != Kind::Picture { text } else { link.title.clone() };
        self.element("<figure>", "figure", |writer| {
            writer.name_block(&link.url);
            writer.medium(node, link);
            if !caption.is_empty() {
                writer.html.push_str("<figcaption>");
                writer.plain(&caption);
                writer.html.push_str("</figcaption>");
            }
        });
    }

    /// A picture inside a line.
    pub(super) fn picture(&mut self, node: Node<'_>, link: &NodeLink) {
        let from = self.html.len();
        self.medium(node, link);
        self.in_line.push(self.html[from..].to_owned());
    }

    fn medium(&mut self, node: Node<'_>, link: &NodeLink) {
        let line = self.line_of(node);
        let Some(medium) = self.find(&link.url, line) else { return };
        let source = escape(&format!("{}{}", to_root(self.source.address), medium.address));
        match kind(&link.url) {
            Kind::Sound => self.html.push_str(&format!("<audio controls preload=\"none\" src=\"{source}\"></audio>")),
            Kind::Film => self.html.push_str(&format!("<video controls preload=\"none\" src=\"{source}\"></video>")),
            Kind::Picture => {
                let alt = parse::plain(node);
                if alt.is_empty() {
                    self.faults.push(no_alternative(self.source.file, line, &link.url));
                }
                let Some((width, height)) = medium.size else {
                    return self.fault(no_picture(&link.url), line);
                };
                self.html.push_str(&format!(
                    "<img src=\"{source}\" alt=\"{}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\" decoding=\"async\">",
                    escape(&alt)
                ));
            }
        }
    }

    /// A linked file. Gives the way to it from the page.
    pub(super) fn file(&mut self, file: &str, line: usize) -> String {
        match self.library.get(file) {
            Ok(medium) => {
                self.tell_remarks(&medium, line);
                self.use_medium(medium)
            }
            Err(problem) => {
                self.fault(problem, line);
                String::new()
            }
        }
    }

    fn use_medium(&mut self, medium: Medium) -> String {
        self.media.insert(medium.address.clone());
        escape(&format!("{}{}", to_root(self.source.address), medium.address))
    }

    fn find(&mut self, url: &str, line: usize) -> Option<Medium> {
        if url.contains("://") || url.starts_with("//") {
            self.fault(remote(url), line);
            return None;
        }
        let Some(file) = beside(self.source.file, &percent_decode_str(url).decode_utf8_lossy()) else {
            self.faults.push(outside(url, self.source, line));
            return None;
        };
        match self.library.get(&file) {
            Ok(medium) => {
                self.tell_remarks(&medium, line);
                self.media.insert(medium.address.clone());
                Some(medium)
            }
            Err(problem) => {
                self.fault(problem, line);
                None
            }
        }
    }

    fn tell_remarks(&mut self, medium: &Medium, line: usize) {
        let remarks = medium.remarks.iter().cloned();
        self.faults.extend(remarks.map(|(what, mend)| Fault::warning(self.source.file, line, what, mend)));
    }

    fn fault(&mut self, (what, mend): Problem, line: usize) {
        self.faults.push(Fault::error(self.source.file, line, what, mend));
    }
}

#[derive(PartialEq, Eq)]
enum Kind {
    Picture,
    Sound,
    Film,
}

fn kind(url: &str) -> Kind {
    let extension = url.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    match extension.as_str() {
        "mp3" | "m4a" | "ogg" | "opus" | "wav" | "aac" | "flac" => Kind::Sound,
        "mp4" | "m4v" | "webm" | "ogv" => Kind::Film,
        _ => Kind::Picture,
    }
}

fn no_picture(url: &str) -> Problem {
    (
        phrase(format!("{url} 不是图片，不能这样放。"), format!("{url} is no picture and cannot be shown as one.")),
        phrase("要让读者下载的文件，去掉前面的感叹号：[名字](文件)。", "To offer it, drop the exclamation mark."),
    )
}

fn no_alternative(file: &str, line: usize, url: &str) -> Fault {
    let what = phrase(format!("图片 {url} 没有替代文字。"), format!("The picture {url} has no alternative text."));
    let mend = phrase("在 ![ 和 ] 之间写一句图里有什么。", "Say between ![ and ] what the picture shows.");
    Fault::warning(file, line, what, mend)
}

fn remote(url: &str) -> Problem {
    (
        phrase(
            format!("图片或声音“{url}”在别的网站上，离线时看不到。"),
            format!("{url:?} is on another site, out of reach offline."),
        ),
        phrase("下载到内容文件夹里，用相对路径引用。", "Save it into the content folder and name it there."),
    )
}
