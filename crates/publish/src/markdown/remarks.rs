//! What a text itself gives reason to say: steps that headings leave out, HTML that was taken away, nothing at all.

use super::parse;
use super::raw::{self, Removed};
use super::writer::Writer;
use crate::fault::{Fault, phrase};
use comrak::Node;

impl Writer<'_> {
    /// A heading may be one level deeper than the one before it.
    pub(super) fn check_level(&mut self, node: Node<'_>, level: u8) {
        let (before, here) = (self.level_before, level + self.shift);
        self.level_before = here;
        if here <= before + 1 {
            return;
        }
        let (text, fit) = (parse::plain(node), usize::from(before + 1 - self.shift));
        let what = phrase(
            format!("标题“{text}”跳了级：前面还没有 {} 个 # 的标题。", fit),
            format!("The heading {text:?} skips a level."),
        );
        let mend = phrase(
            format!("这里写 {fit} 个 #：{} {text}", "#".repeat(fit)),
            format!("Write {} {text}", "#".repeat(fit)),
        );
        self.faults.push(Fault::warning(self.source.file, self.line_of(node), what, mend));
    }

    /// Tells what the sieve took of raw HTML: pieces with their lines in the text.
    pub(super) fn tell_removed(&mut self, pieces: &[(usize, String)], clean: &str) {
        let Some(Removed { line, names }) = raw::removed(pieces, clean) else { return };
        let what = phrase(
            format!("这里的网页代码有一部分不会发布：{}。", names.join("、")),
            format!("Of the raw HTML here some is not published: {}.", names.join(", ")),
        );
        let has_picture = names.iter().any(|name| name == "<img>");
        let mend = if has_picture {
            phrase("图片写成 ![图里有什么](图片文件)。", "Write pictures as ![what it shows](file).")
        } else {
            phrase("用 Markdown 的写法，或者删掉它。", "Write it in Markdown, or delete it.")
        };
        self.faults.push(Fault::warning(self.source.file, self.line(line), what, mend));
    }

    /// Raw HTML with too many open elements is not worked on.
    pub(super) fn tell_open(&mut self, line: usize) {
        let what = phrase("这里的网页代码里，没有结束的标签太多。", "The raw HTML here leaves too many elements open.");
        let mend = phrase("每个标签都要有结束标签，如 <b>…</b>。", "Close every element, as in <b>…</b>.");
        self.faults.push(Fault::error(self.source.file, line, what, mend));
    }

    /// A text whose parts stand too deep in each other is not worked on.
    pub(super) fn tell_depth(&mut self, line: usize) {
        let what = phrase(
            "这里的列表、引用或强调套了太多层。",
            "Lists, quotations or emphasis stand too deep in each other here.",
        );
        let mend = phrase(
            "最多套三十层；看看是不是多打了符号。",
            "Use at most thirty levels; see whether there are too many signs.",
        );
        self.faults.push(Fault::error(self.source.file, self.line(line), what, mend));
    }

    /// A text with nothing in it.
    pub(super) fn tell_empty(&mut self) {
        let what = phrase("这一篇没有正文。", "This text is empty.");
        let mend = phrase(
            "在设置后面写上正文；还没写好，就先把文件移出内容文件夹。",
            "Write it, or keep the file elsewhere until it is written.",
        );
        self.faults.push(Fault::warning(self.source.file, self.source.lines_before.max(1), what, mend));
    }
}
