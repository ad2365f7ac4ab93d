//! How what is wrong with a bank is said: what it is, and how to mend it.

use super::Reason;
use locale::Phrase;

impl Reason {
    /// What is wrong.
    pub(super) fn what(&self) -> Phrase {
        let (zh, en) = match self {
            Self::Empty => ("里面一道题也没有。".into(), "There is no question in it.".into()),
            Self::NoId { .. } => ("这道题没有编号。".into(), "This question has no id.".into()),
            Self::BadId { id, .. } => (
                format!("“{id}”不能作编号：编号只用小写字母、数字、汉字和 - _ . /，不超过 120 个字节。"),
                format!("“{id}” cannot be an id: it takes lower-case letters, digits and - _ . /, at most 120 bytes."),
            ),
            Self::SameId { id, first } => (
                format!("编号“{id}”在第 {first} 行已经用过了。"),
                format!("The id “{id}” is used in line {first} already."),
            ),
            Self::EmptyStem => ("这道题没有题干。".into(), "This question asks nothing.".into()),
            Self::OpenTitle => (
                "编号开头有 ::，后面却没有另一个 ::。".into(),
                "The id begins with :: but does not end with it.".into(),
            ),
            Self::OpenBrace => ("大括号 { 没有关上。".into(), "The brace { is not closed.".into()),
            Self::StrayBrace => ("这里多出一个大括号。".into(), "There is a brace too many.".into()),
            Self::StrayText { found } => (
                format!("“{found}”前面没有 = 或 ~，不知道是对的还是错的选项。"),
                format!("“{found}” has neither = nor ~ before it: is it right or wrong?"),
            ),
            Self::BlankLine => (
                "题目中间有空行，空行会把一道题断成两道。".into(),
                "A blank line inside a question cuts it in two.".into(),
            ),
            Self::NoBlankLine => {
                ("两道题之间没有空行。".into(), "There is no blank line between two questions.".into())
            }
            Self::FullWidth { found, meant } => (
                format!("这里的 {found} 是全角符号，要用半角的 {meant}。"),
                format!("{found} is full-width; {meant} is meant."),
            ),
            Self::LostMarks => (
                "这一行注释里有标记，下面却没有紧跟着题目，标记会丢掉。".into(),
                "The marks of this comment are lost: no question follows at once.".into(),
            ),
            Self::BadScore { found } => {
                (format!("分值“{found}”不是数。"), format!("The score “{found}” is no number."))
            }
            Self::BadWeight { found } => (
                format!("比重“{found}”不是 -100 到 100 之间的数。"),
                format!("The weight “{found}” is no number from -100 to 100."),
            ),
            Self::BadJudgement { found } => {
                (format!("看不出“{found}”是对还是错。"), format!("“{found}” says neither right nor wrong."))
            }
            Self::BadNumber { found } => (format!("“{found}”不是数。"), format!("“{found}” is no number.")),
            Self::UpsideDown { low, high } => (
                format!("下限 {low} 比上限 {high} 大。"),
                format!("The lower end {low} is above the upper one, {high}."),
            ),
            Self::NoArrow { found } => {
                (format!("“{found}”分不出左边和右边。"), format!("“{found}” has no left and right side."))
            }
            Self::BadOrdering { found } => (
                format!("排序题第一行的“{found}”看不懂。"),
                format!("“{found}” says nothing in the first line of an ordering question."),
            ),
            Self::OrderingCount { said, found } => (
                format!("排序题写的是 {said} 项，实际有 {found} 项；这里总是把各项全部拿来排。"),
                format!("The ordering question says {said} items and has {found}; all of them are asked for."),
            ),
            Self::EmptyOption => ("有一个选项或答案是空的。".into(), "An option or an answer is empty.".into()),
            Self::TooFew { part, found } => (
                format!("{}只有 {found} 个，至少要两个。", part.names().0),
                format!("There are {found} {}; two are the least.", part.names().1),
            ),
            Self::SameOption { text } => (format!("“{text}”写了两遍。"), format!("“{text}” stands there twice.")),
            Self::NoRightAnswer => ("没有一个答案是全对的。".into(), "No answer is wholly right.".into()),
            Self::Weights { thousandths } => {
                let sum = *thousandths as f64 / 10.0;
                (
                    format!("对的选项比重加起来是 {sum}%，应当是 100%。"),
                    format!("The right options add up to {sum} %, and should to 100 %."),
                )
            }
            Self::NoColumn { name } => {
                (format!("第一行里没有“{name}”这一栏。"), format!("The first row has no “{name}”."))
            }
            Self::OddColumn { .. } => {
                ("不认得这个栏名，这一栏没有用上。".into(), "An unknown heading; the column is not used.".into())
            }
            Self::SameColumn { name } => (format!("有两栏都是“{name}”。"), format!("Two columns are “{name}”.")),
            Self::BadKind { found } => (format!("没有“{found}”这种题型。"), format!("There is no kind “{found}”.")),
            Self::EmptyCell => ("这一格是空的。".into(), "This cell is empty.".into()),
            Self::BadLetter { found } => (format!("没有“{found}”这个选项。"), format!("There is no option “{found}”.")),
            Self::NotOne { found } => (
                format!("单选题只有一个正确答案，这里写了 {found} 个。"),
                format!("One option is right in this kind; there are {found}."),
            ),
            Self::BadOrder { found } => {
                (format!("“{found}”没有把每一项正好写一次。"), format!("“{found}” does not name every item once."))
            }
        };
        Phrase { zh, en }
    }

    /// How to mend it, in a table or in a text.
    pub(super) fn mend(&self, table: bool) -> Phrase {
        let (zh, en): (String, String) = match self {
            Self::Empty => ("写上题目，或者删去这个文件。".into(), "Write questions, or remove the file.".into()),
            Self::NoId { proposal } | Self::BadId { proposal, .. } if table => (
                format!("在“编号”一栏写上 {proposal}；编号定下就不要再改。"),
                format!("Write {proposal} in 编号, and never change it."),
            ),
            Self::NoId { proposal } | Self::BadId { proposal, .. } => (
                format!("在题目开头写上 ::{proposal}::；编号定下就不要再改。"),
                format!("Begin the question with ::{proposal}::, and never change it."),
            ),
            Self::SameId { .. } => {
                ("给这道题换一个没有用过的编号。".into(), "Give this question an id of its own.".into())
            }
            Self::EmptyStem => ("写上要问的话。".into(), "Write what is asked.".into()),
            Self::OpenTitle => ("写成 ::编号::题干。".into(), "Write ::id::question.".into()),
            Self::OpenBrace => {
                ("在最后一个选项或解析的后面加上 }。".into(), "Put } after the last option or the explanation.".into())
            }
            Self::StrayBrace => (
                "一道题只有一对 { }；文字里的大括号写成 \\{ 和 \\}。".into(),
                "A question has one pair { }; in a text write \\{ and \\}.".into(),
            ),
            Self::StrayText { .. } => (
                "对的选项前面写 =，错的写 ~。".into(),
                "Write = before a right option and ~ before a wrong one.".into(),
            ),
            Self::BlankLine => (
                "删去题目中间的空行；要分段就写 \\n。".into(),
                "Remove the blank line; \\n begins a new line in a text.".into(),
            ),
            Self::NoBlankLine => ("在这一行前面空一行。".into(), "Put a blank line before this one.".into()),
            Self::FullWidth { found, meant } => {
                (format!("把 {found} 改成 {meant}。"), format!("Write {meant} for {found}."))
            }
            Self::LostMarks => {
                ("把注释和题目写在一起，中间不空行。".into(), "Put the comment right before its question.".into())
            }
            Self::BadScore { .. } if table => {
                ("写一个数，如 2 或 1.5。".into(), "Write a number, such as 2 or 1.5.".into())
            }
            Self::BadScore { .. } => {
                ("写成 [score:2] 或 [score:1.5]。".into(), "Write [score:2] or [score:1.5].".into())
            }
            Self::BadWeight { .. } => {
                ("写成 %50% 或 %-33.33333% 这样。".into(), "Write it like %50% or %-33.33333%.".into())
            }
            Self::BadJudgement { .. } if table => ("写“对”或“错”。".into(), "Write 对 or 错.".into()),
            Self::BadJudgement { .. } => ("写成 {TRUE} 或 {FALSE}。".into(), "Write {TRUE} or {FALSE}.".into()),
            Self::BadNumber { .. } if table => {
                ("写成 14、14±0.5 或 10..20，用半角数字。".into(), "Write 14, 14±0.5 or 10..20.".into())
            }
            Self::BadNumber { .. } => (
                "写成 {#14}、{#14:0.5} 或 {#10..20}，用半角数字。".into(),
                "Write {#14}, {#14:0.5} or {#10..20}.".into(),
            ),
            Self::UpsideDown { .. } => ("把小的数写在前面。".into(), "Write the smaller number first.".into()),
            Self::NoArrow { .. } if table => ("写成“左边=右边”。".into(), "Write left=right.".into()),
            Self::NoArrow { .. } => ("写成 =左边 -> 右边。".into(), "Write =left -> right.".into()),
            Self::BadOrdering { .. } => (
                "第一行只写 {>4 ALL VERTICAL 这样的话，下面一行写一项。".into(),
                "Begin with {>4 ALL VERTICAL, then one item a line.".into(),
            ),
            Self::OrderingCount { found, .. } => {
                (format!("写成 {{>{found} ALL VERTICAL。"), format!("Write {{>{found} ALL VERTICAL."))
            }
            Self::EmptyOption => ("写上它的文字，或者删去它。".into(), "Write its text, or remove it.".into()),
            Self::TooFew { .. } => ("再写几个。".into(), "Write some more.".into()),
            Self::SameOption { .. } => ("留下一个，或者改一改文字。".into(), "Keep one, or change a text.".into()),
            Self::NoRightAnswer if table => {
                ("在“答案”一栏写上正确答案。".into(), "Write the right answer in 答案.".into())
            }
            Self::NoRightAnswer => (
                "把正确的那一个写成 =，多选题写成 ~%50% 这样。".into(),
                "Put = before the right one, or ~%50% where several are.".into(),
            ),
            Self::Weights { .. } => (
                "改一改百分数，使对的选项加起来是 100%。".into(),
                "Change the weights so that the right ones add up to 100 %.".into(),
            ),
            Self::NoColumn { name } => {
                (format!("在第一行加上“{name}”这一栏。"), format!("Add “{name}” to the first row."))
            }
            Self::OddColumn { nearest: Some(name) } => {
                (format!("是不是“{name}”？请改过来。"), format!("Is it “{name}”? Then call it so."))
            }
            Self::OddColumn { nearest: None } => (
                "可用的栏名：编号、题型、题干、选项A、选项B……、答案、解析、分值、标签、原文。".into(),
                "Known are 编号, 题型, 题干, 选项A, 选项B …, 答案, 解析, 分值, 标签, 原文.".into(),
            ),
            Self::SameColumn { .. } => ("留下一栏。".into(), "Keep one of them.".into()),
            Self::BadKind { .. } => (
                "写单选、多选、判断、填空、数值、匹配、排序、问答或说明。".into(),
                "Write 单选, 多选, 判断, 填空, 数值, 匹配, 排序, 问答 or 说明.".into(),
            ),
            Self::EmptyCell => ("补上。".into(), "Fill it in.".into()),
            Self::BadLetter { .. } => (
                "写选项的字母，如 B 或 ABD，并看看那个选项是不是空的。".into(),
                "Write letters of options, such as B or ABD, and see whether that option is empty.".into(),
            ),
            Self::NotOne { .. } => {
                ("只留一个字母，或者把题型改成多选。".into(), "Keep one letter, or call the kind 多选.".into())
            }
            Self::BadOrder { .. } => (
                "按正确的先后把每个字母写一次，如 CAB。".into(),
                "Write every letter once in the right order, such as CAB.".into(),
            ),
        };
        Phrase { zh, en }
    }
}
