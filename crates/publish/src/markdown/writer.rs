//! Writes the blocks of a text.

use super::blocks::{Blocks, Fragment};
use super::links::FRAGMENT;
use super::parse::{self, heading_level, line};
use super::{Rendered, Targets, Text, clean};
use crate::content::Article;
use crate::fault::Fault;
use crate::hash;
use crate::media::Library;
use comrak::Node;
use comrak::nodes::{AlertType, ListType, NodeAlert, NodeList, NodeValue, TableAlignment};
use model::length;
use std::collections::BTreeSet;
use std::sync::Arc;

/// How much of a text describes it, in characters.
const DESCRIPTION: usize = 100;

/// A text that is being written.
pub(super) struct Writer<'a> {
    pub source: &'a Text<'a>,
    pub targets: &'a Targets,
    pub library: &'a Library,
    pub html: String,
    pub media: BTreeSet<String>,
    pub fragments: Vec<Fragment>,
    pub fragment_mark: String,
    pub faults: Vec<Fault>,
    blocks: Blocks,
    plain: String,
    /// How much deeper headings stand on the page than in the text.
    pub shift: u8,
    /// The level of the heading before, as it stands on the page; the page's own title is 1.
    pub level_before: u8,
    footnotes: u32,
    /// The media inside the line that is being written.
    pub in_line: Vec<String>,
}

impl<'a> Writer<'a> {
    pub fn new(source: &'a Text<'a>, targets: &'a Targets, library: &'a Library) -> Self {
        Self {
            source,
            targets,
            library,
            html: String::new(),
            media: BTreeSet::new(),
            fragments: Vec::new(),
            fragment_mark: format!("{FRAGMENT}{}-", hash::short(source.body.as_bytes())),
            faults: Vec::new(),
            blocks: Blocks::default(),
            plain: String::new(),
            shift: 0,
            level_before: 1,
            footnotes: 0,
            in_line: Vec::new(),
        }
    }

    /// Writes the whole text. Its title is left out where it stands first, for the page draws it.
    pub fn article(&mut self, tree: Node<'_>) {
        let repeats_title = |node: Node<'_>| heading_level(node).is_some() && parse::plain(node) == self.source.title;
        let title = tree.first_child().filter(|first| repeats_title(first));
        let rest: Vec<Node<'_>> = tree.children().skip(usize::from(title.is_some())).collect();
        let top = rest.iter().filter_map(|node| heading_level(node)).min();
        self.shift = u8::from(top == Some(1));
        rest.into_iter().for_each(|node| self.block(node));
        if self.footnotes > 0 {
            self.html.push_str("</ol></section>");
        }
        if self.plain.trim().is_empty() && self.html.is_empty() {
            self.tell_empty();
        }
    }

    pub fn finish(self) -> Rendered {
        let (blocks, texts, headings, html) = self.blocks.finish(&self.html);
        let article = Article {
            html,
            blocks,
            texts,
            headings,
            characters: length::characters(&self.plain),
            description: describe(&self.plain),
            media: self.media.into_iter().collect(),
        };
        Rendered {
            file: self.source.file.to_owned(),
            article: Arc::new(article),
            fragments: self.fragments,
            fragment_mark: self.fragment_mark,
            faults: self.faults,
        }
    }

    /// The line of the file, from the line of the text.
    pub fn line(&self, in_text: usize) -> usize {
        self.source.lines_before + in_text
    }

    /// The reader reads this.
    pub fn say(&mut self, text: &str) {
        self.blocks.say(text);
        self.plain.push_str(text);
    }

    /// Tells two blocks without words apart.
    pub fn name_block(&mut self, name: &str) {
        self.blocks.say(name);
    }

    /// An element that is a block, with what stands in it.
    pub fn element(&mut self, open: &str, tag: &str, inside: impl FnOnce(&mut Self)) {
        self.blocks.begin();
        self.html.push_str(open);
        inside(self);
        self.html.push_str(&format!("</{tag}>"));
        self.blocks.end();
        self.plain.push('\n');
    }

    pub fn block(&mut self, node: Node<'_>) {
        match &node.data().value {
            NodeValue::Paragraph => self.paragraph(node),
            NodeValue::Heading(heading) => self.heading(node, heading.level),
            NodeValue::List(list) => self.list(node, list),
            NodeValue::Item(_) => self.element("<li>", "li", |writer| writer.item(node)),
            NodeValue::TaskItem(item) => self.task(node, item.symbol.is_some()),
            NodeValue::BlockQuote => self.around(node, "<blockquote>", "</blockquote>"),
            NodeValue::Alert(alert) => self.aside(node, alert),
            NodeValue::CodeBlock(code) => {
                let literal = code.literal.clone();
                self.element("<pre tabindex=\"0\"><code>", "pre", |writer| {
                    writer.plain(&literal);
                    writer.html.push_str("</code>");
                });
            }
            NodeValue::HtmlBlock(raw) => self.raw(node, &raw.literal),
            NodeValue::ThematicBreak => self.html.push_str("<hr>"),
            NodeValue::Table(table) => self.table(node, &table.alignments),
            NodeValue::FootnoteDefinition(_) => self.footnote(node),
            _ => node.children().for_each(|child| self.block(child)),
        }
    }

    fn around(&mut self, node: Node<'_>, open: &str, close: &str) {
        self.html.push_str(open);
        node.children().for_each(|child| self.block(child));
        self.html.push_str(close);
    }

    fn paragraph(&mut self, node: Node<'_>) {
        let alone = node.first_child().filter(|first| first.next_sibling().is_none());
        if let Some(NodeValue::Image(link)) = alone.map(|only| only.data().value.clone()) {
            self.figure(node, &link);
        } else {
            self.element("<p>", "p", |writer| writer.inside(node));
        }
    }

    fn heading(&mut self, node: Node<'_>, level: u8) {
        let text = parse::plain(node);
        if text.is_empty() {
            return;
        }
        self.check_level(node, level);
        let level = (level + self.shift).clamp(2, 6);
        let id = self.blocks.heading(level, text);
        self.element(&format!("<h{level} id=\"{id}\">"), &format!("h{level}"), |writer| writer.inside(node));
    }

    fn list(&mut self, node: Node<'_>, list: &NodeList) {
        let start = if list.start == 1 { String::new() } else { format!(" start=\"{}\"", list.start) };
        match list.list_type {
            ListType::Bullet => self.around(node, "<ul>", "</ul>"),
            ListType::Ordered => self.around(node, &format!("<ol{start}>"), "</ol>"),
        }
    }

    /// In a tight list, paragraphs are lines.
    fn item(&mut self, node: Node<'_>) {
        let tight = node.parent().is_some_and(|list| matches!(&list.data().value, NodeValue::List(list) if list.tight));
        for child in node.children() {
            let is_line = tight && matches!(child.data().value, NodeValue::Paragraph);
            if is_line { self.inside(child) } else { self.block(child) }
        }
    }

    fn task(&mut self, node: Node<'_>, done: bool) {
        let sign = if done { "☑" } else { "☐" };
        self.element(&format!("<li><span class=\"box\">{sign}</span> "), "li", |writer| writer.item(node));
    }

    fn aside(&mut self, node: Node<'_>, alert: &NodeAlert) {
        let (class, title) = match alert.alert_type {
            AlertType::Note => ("note", "说明"),
            AlertType::Tip => ("tip", "小提示"),
            AlertType::Important => ("important", "要点"),
            AlertType::Warning => ("warning", "注意"),
            AlertType::Caution => ("caution", "小心"),
        };
        let title = alert.title.clone().unwrap_or_else(|| title.to_owned());
        self.html.push_str(&format!("<aside class=\"{class}\">"));
        self.element("<p class=\"aside-title\">", "p", |writer| writer.plain(&title));
        self.around(node, "", "</aside>");
    }

    /// Whatever a block of raw HTML holds, it is one block.
    fn raw(&mut self, node: Node<'_>, html: &str) {
        let Some(clean) = clean::block(html) else { return self.tell_open(self.line_of(node)) };
        self.tell_removed(&[(line(node), html.to_owned())], &clean);
        if !clean.is_empty() {
            self.element("<figure class=\"raw\">", "figure", |writer| {
                writer.name_block(&clean);
                writer.html.push_str(&clean);
            });
        }
    }

    /// Wide tables scroll in a box of their own, which the keyboard can reach.
    fn table(&mut self, node: Node<'_>, alignments: &[TableAlignment]) {
        self.element("<div class=\"table\" tabindex=\"0\"><table>", "table></div", |writer| {
            for row in node.children() {
                let is_head = matches!(row.data().value, NodeValue::TableRow(true));
                writer.html.push_str(if is_head { "<thead><tr>" } else { "<tr>" });
                for (cell, alignment) in row.children().zip(alignments) {
                    writer.cell(cell, if is_head { "th" } else { "td" }, *alignment);
                }
                writer.html.push_str(if is_head { "</tr></thead>" } else { "</tr>" });
            }
        });
    }

    fn cell(&mut self, cell: Node<'_>, tag: &str, alignment: TableAlignment) {
        let class = match alignment {
            TableAlignment::None | TableAlignment::Left => "",
            TableAlignment::Center => " class=\"center\"",
            TableAlignment::Right => " class=\"right\"",
        };
        self.html.push_str(&format!("<{tag}{class}>"));
        self.inside(cell);
        self.html.push_str(&format!("</{tag}>"));
        self.say(" ");
    }

    /// The notes stand last; the first of them opens their list.
    fn footnote(&mut self, node: Node<'_>) {
        if self.footnotes == 0 {
            self.html.push_str("<section class=\"footnotes\" role=\"doc-endnotes\">");
            let id = self.blocks.heading(2, "注释".to_owned());
            self.element(&format!("<h2 id=\"{id}\">"), "h2", |writer| writer.plain("注释"));
            self.html.push_str("<ol>");
        }
        self.footnotes += 1;
        let number = self.footnotes;
        self.element(&format!("<li id=\"fn-{number}\">"), "li", |writer| {
            node.children().for_each(|child| writer.block(child));
            writer.html.push_str(&format!(
                "<a href=\"#fnref-{number}\" class=\"back\" role=\"doc-backlink\"><span class=\"hidden\">回到正文</span>↩</a>"
            ));
        });
    }

    /// The line of a node in the file.
    pub fn line_of(&self, node: Node<'_>) -> usize {
        self.line(line(node))
    }
}

/// The beginning of a text.
fn describe(plain: &str) -> String {
    let mut words = plain.split_whitespace();
    let mut line = String::new();
    let mut length = 0;
    // As many words as are needed, and one more character that tells whether there is more.
    while length <= DESCRIPTION
        && let Some(word) = words.next()
    {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
        length = line.chars().count();
    }
    let short: String = line.chars().take(DESCRIPTION).collect();
    if short.len() < line.len() || words.next().is_some() { short + "……" } else { short }
}
