//! Where a lesson says what a question quotes. Neither white space nor markup counts.

use super::super::Article;
use crate::markdown;
use model::{BlockId, block};

/// A lesson's text as it is searched.
pub(super) struct Said {
    /// What all blocks say, one after the other.
    all: String,
    /// Where each block begins in it.
    starts: Vec<usize>,
    anchors: Vec<BlockId>,
}

impl Said {
    pub fn of(article: &Article) -> Self {
        let (mut all, mut starts) = (String::new(), Vec::with_capacity(article.texts.len()));
        for text in &article.texts {
            starts.push(all.len());
            all.extend(what_counts(text));
        }
        Self { all, starts, anchors: block::unpack(&article.blocks) }
    }

    /// The block that says it, or in which it begins.
    pub fn find(&self, quote: &str) -> Option<BlockId> {
        let quote: String = what_counts(&markdown::plain(quote)).collect();
        let at = self.all.find(&quote).filter(|_| !quote.is_empty())?;
        let index = self.starts.partition_point(|start| *start <= at).checked_sub(1)?;
        self.anchors.get(index).copied()
    }
}

fn what_counts(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '*' | '_' | '`' | '~'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_is_found_in_its_block() {
        let texts = ["第一段，讲 自治。", "第二段", "接着讲**协商**"].map(str::to_owned);
        let anchors = block::anchors(&texts);
        let article = Article { blocks: block::pack(&anchors), texts: texts.into(), ..Article::default() };
        let said = Said::of(&article);
        let check = |quote: &str, expect: Option<usize>| {
            assert_eq!(said.find(quote), expect.map(|index| anchors[index]), "{quote}");
        };
        check("第一段，讲自治", Some(0));
        check("讲\n**自治**[^1]。", Some(0));
        check("{第|dì}二段", Some(1));
        check("二段接着", Some(1));
        check("[协商](x.md)", Some(2));
        check("没有这句", None);
        check(" ** ", None);
        check("", None);
    }
}
