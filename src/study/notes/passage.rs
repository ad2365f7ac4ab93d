//! The text that is open: what its blocks are, and the way between its characters and places in the page.

use crate::platform::text_blocks;
use formats::page::Page;
use learning::deed::{Colour, Highlight, Reflection};
use learning::notes::{Folded, NewAnchor, Placed, Text};
use model::{BlockId, DocumentId, block};
use std::ops::Range;
use std::sync::Arc;
use web_sys::{Document, Element, Node};

/// A text that notes are made on.
pub struct Passage {
    /// The document.
    pub document: DocumentId,
    /// Its words, for placing.
    pub text: Arc<Text>,
    title: String,
    address: String,
    blocks: Vec<Element>,
    folded: Vec<Folded>,
}

impl Passage {
    /// The text of a page; `None` if it has none.
    pub fn of(of: &Document, page: &Page) -> Option<Self> {
        let reading = page.reading()?;
        let blocks = text_blocks::find_in(of);
        let said: Vec<String> = blocks.iter().map(|block| block.text_content().unwrap_or_default()).collect();
        let ids: Vec<BlockId> = block::unpack(&reading.blocks);
        let named: Vec<(BlockId, &str)> = ids.into_iter().zip(said.iter().map(String::as_str)).collect();
        Some(Self {
            document: reading.id.clone(),
            text: Arc::new(Text::new(&named)),
            title: reading.heading.clone(),
            address: page.address.clone(),
            folded: said.iter().map(|text| Folded::new(text)).collect(),
            blocks,
        })
    }

    /// A block, and the range of its `textContent` in UTF-16 units that a placed passage has.
    pub fn range(&self, placed: &Placed) -> Option<(&Element, Range<u32>)> {
        let (block, folded) = (self.blocks.get(placed.block)?, self.folded.get(placed.block)?);
        Some((block, folded.utf16_of(placed.range.start)..folded.utf16_of(placed.range.end)))
    }

    /// The anchors of what is selected.
    pub fn selected(&self, range: &web_sys::Range) -> Vec<NewAnchor> {
        let touches = |block: &Element| range.intersects_node(block).unwrap_or(false);
        let (Some(first), Some(last)) = (self.blocks.iter().position(touches), self.blocks.iter().rposition(touches))
        else {
            return Vec::new();
        };
        let ends = (range.start_container(), range.start_offset(), range.end_container(), range.end_offset());
        let (Ok(start), Ok(from), Ok(end), Ok(to)) = ends else { return Vec::new() };
        let from = self.character(first, &start, from).unwrap_or(0);
        let to = self.character(last, &end, to).unwrap_or(usize::MAX);
        self.text.anchor((first, from), (last, to))
    }

    /// The anchor of the whole block at the top of the window, and its first words.
    pub fn at_top(&self) -> Option<(Vec<NewAnchor>, String)> {
        let index = text_blocks::at_top(&self.blocks);
        let words = text_blocks::first_words(self.blocks.get(index)?);
        Some((self.text.anchor((index, 0), (index, usize::MAX)), words))
    }

    /// A passage to mark.
    pub fn highlight(&self, anchor: NewAnchor, colour: Colour) -> Highlight {
        let NewAnchor { place, quote, before, after } = anchor;
        let (document, title, address) = (self.document.clone(), self.title.clone(), self.address.clone());
        Highlight { document, title, address, place, quote, before, after, colour, note: String::new() }
    }

    /// A study note on this text.
    pub fn reflection(&self, text: &str) -> Reflection {
        let (document, title, address) = (self.document.clone(), self.title.clone(), self.address.clone());
        Reflection { document, title, address, text: text.to_owned() }
    }

    /// Which character of a block stands at a place in the page; `None` if that is not in the block.
    fn character(&self, index: usize, node: &Node, offset: u32) -> Option<usize> {
        let (block, folded) = (self.blocks.get(index)?, self.folded.get(index)?);
        if !block.contains(Some(node)) {
            return None;
        }
        let before = web_sys::Range::new().ok()?;
        before.set_start(block, 0).ok()?;
        before.set_end(node, offset).ok()?;
        Some(folded.character_at(js_sys::Object::to_string(&before).length()))
    }
}
