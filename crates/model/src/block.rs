//! Block anchors: a short name for every block of text, from its content and not from its place.
//!
//! A block is a paragraph, heading, list item, table, figure, aside or footnote. Its anchor is a hash of its text, so an edit
//! elsewhere in the document leaves it alone, and resume places, bookmarks and notes survive. A text that stands twice
//! is told apart by the block before it, and only if that is equal too by counting.

use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use std::fmt;

/// How many characters an anchor has: 24 bits, so that two of a thousand blocks hardly ever meet.
pub const ANCHOR_LENGTH: usize = 4;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The anchor of one block, unique within its document: four characters of base64url.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BlockId([u8; ANCHOR_LENGTH]);

impl BlockId {
    /// Reads an anchor; `None` unless it is four characters of base64url.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; ANCHOR_LENGTH] = text.as_bytes().try_into().ok()?;
        bytes.iter().all(|byte| ALPHABET.contains(byte)).then_some(Self(bytes))
    }

    fn from_hash(hash: u64) -> Self {
        // The first character is a letter, so that an anchor is an id that CSS can name too.
        let mut rest = hash ^ (hash >> 32);
        let mut bytes = [0; ANCHOR_LENGTH];
        for (at, byte) in bytes.iter_mut().enumerate() {
            let choices = if at == 0 { 52 } else { 64 };
            *byte = ALPHABET[(rest % choices) as usize];
            rest /= choices;
        }
        Self(bytes)
    }
}

impl TryFrom<String> for BlockId {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| format!("{text:?} is not a block anchor"))
    }
}

impl From<BlockId> for String {
    fn from(id: BlockId) -> Self {
        id.to_string()
    }
}

impl fmt::Display for BlockId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{}", char::from(*byte)))
    }
}

/// Names the blocks of one document, given their plain texts in reading order.
///
/// White space does not count. The result has one anchor per text, all different.
#[must_use]
pub fn anchors<T: AsRef<str>>(texts: &[T]) -> Vec<BlockId> {
    let mut taken = HashSet::with_capacity(texts.len());
    // Where counting goes on for a text that stood in the same place before: what was taken then is taken now.
    let mut counts: HashMap<u64, u64> = HashMap::new();
    let mut before = "";
    let mut ids = Vec::with_capacity(texts.len());
    for text in texts {
        let text = text.as_ref();
        let plain = hash(FNV_OFFSET, text);
        let in_context = hash(plain, before);
        let known = [plain, in_context].map(BlockId::from_hash).into_iter().find(|id| taken.insert(*id));
        ids.push(known.unwrap_or_else(|| {
            let count = counts.entry(in_context).or_default();
            loop {
                *count += 1;
                let id = BlockId::from_hash(hash(in_context, &count.to_string()));
                if taken.insert(id) {
                    return id;
                }
            }
        }));
        before = text;
    }
    ids
}

/// Writes the anchors of a document one after the other, four characters each.
#[must_use]
pub fn pack(ids: &[BlockId]) -> String {
    ids.iter().map(ToString::to_string).collect()
}

/// Reads what [`pack`] wrote; what is no anchor is left out.
#[must_use]
pub fn unpack(packed: &str) -> Vec<BlockId> {
    packed.as_bytes().chunks(ANCHOR_LENGTH).filter_map(|four| BlockId::parse(std::str::from_utf8(four).ok()?)).collect()
}

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

/// FNV-1a (64 bits, Fowler, Noll and Vo) of a text without its white space, going on from `state`.
fn hash(state: u64, text: &str) -> u64 {
    let bytes = text.split_whitespace().flat_map(str::bytes);
    bytes.fold(state, |state, byte| (state ^ u64::from(byte)).wrapping_mul(FNV_PRIME))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_elsewhere_changes_no_other_anchor() {
        let before = anchors(&["第一段", "第二段", "第三段"]);
        let after = anchors(&["新的开头", "第一段", "第二段（改）", "第三段"]);
        assert_eq!(before[0], after[1]);
        assert_eq!(before[2], after[3]);
        assert_ne!(before[1], after[2]);
    }

    #[test]
    fn repeated_blocks_differ_by_what_stands_before_them() {
        let ids = anchors(&["问题", "答", "别的问题", "答"]);
        assert_ne!(ids[1], ids[3]);
        let grown = anchors(&["问题", "答", "插入的一段", "别的问题", "答"]);
        assert_eq!((ids[1], ids[3]), (grown[1], grown[4]));
    }

    #[test]
    fn even_equal_neighbours_get_anchors_of_their_own() {
        let ids = anchors(&["啊"; 50]);
        assert_eq!(ids.iter().collect::<HashSet<_>>().len(), 50);
    }

    #[test]
    fn counting_goes_on_where_it_stopped_and_names_as_if_it_began_anew() {
        let texts = ["啊"; 50];
        let mut taken = HashSet::new();
        let plain = hash(FNV_OFFSET, "啊");
        let (first, rest) = (hash(plain, ""), hash(plain, "啊"));
        for (at, id) in anchors(&texts).into_iter().enumerate() {
            let context = if at == 0 { first } else { rest };
            let all = [plain, context].into_iter().chain((1..).map(|n| hash(context, &i32::to_string(&n))));
            assert_eq!(all.map(BlockId::from_hash).find(|id| taken.insert(*id)), Some(id));
        }
    }

    #[test]
    fn white_space_does_not_count() {
        assert_eq!(anchors(&["居民\n自治"]), anchors(&["居民自治 "]));
    }

    #[test]
    fn packed_anchors_come_back() {
        let ids = anchors(&["一", "二", "三"]);
        assert_eq!(unpack(&pack(&ids)), ids);
        assert_eq!(unpack("不是锚点"), []);
    }
}
