//! Names with stars in them, 张**和李**: what stands between the stars is not emphasised.

use crate::markdown::parse::{edge, plain};
use comrak::nodes::{Ast, AstNode, NodeValue};
use comrak::{Arena, Node};

/// The surnames that four of five people have.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万";

/// Gives the signs of what is no emphasis back to the text.
pub(in crate::markdown) fn release<'a>(arena: &'a Arena<'a>, tree: Node<'a>) {
    let found: Vec<(Node<'a>, &'static str)> =
        tree.descendants().filter_map(|node| Some((node, sign(node)?))).collect();
    for (node, sign) in found {
        let text = || arena.alloc(AstNode::from(Ast::new(NodeValue::Text(sign.into()), (0, 0).into())));
        node.insert_before(text());
        while let Some(child) = node.first_child() {
            node.insert_before(child);
        }
        node.insert_before(text());
        node.detach();
    }
}

/// The stars around a node that begin behind a surname and end behind one.
fn sign(node: Node<'_>) -> Option<&'static str> {
    let sign = match node.data().value {
        NodeValue::Strong => "**",
        NodeValue::Emph => "*",
        _ => return None,
    };
    let before = edge(node.previous_sibling()?, true)?;
    let last = plain(node).chars().next_back()?;
    (SURNAMES.contains(before) && SURNAMES.contains(last)).then_some(sign)
}

/// Whether stars behind this character may stand for a name.
pub(in crate::markdown) fn is_surname(c: char) -> bool {
    SURNAMES.contains(c)
}
