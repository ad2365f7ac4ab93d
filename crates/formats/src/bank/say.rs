//! How what is wrong with a bank is said: what it is, and how to mend it.

use super::Reason;
use crate::sheet::Odd;
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
                (format!("栏名里没有“{name}”这一栏。"), format!("No heading in the first five rows is “{name}”."))
            }
            Self::OddColumn { .. } => {
                ("不认得这个栏名，这一栏没有用上。".into(), "An unknown heading; the column is not used.".into())
            }
            Self::SameColumn { name } => (format!("有两栏都是“{name}”。"), format!("Two columns are “{name}”.")),
            Self::NoHeading { columns } => (
                format!("{} 栏有内容，却没有栏名，这一栏没有读。", columns.join("、")),
                format!("Column {} has no heading, and was not read.", columns.join(", ")),
            ),
            Self::HiddenColumns { columns } => (
                format!("{} 栏是隐藏的，没有读。", columns.join("、")),
                format!("Column {} is hidden, and was not read.", columns.join(", ")),
            ),
            Self::HiddenRows { rows } => (
                format!("第 {} 行是隐藏的，没有读。", spans(rows, "、")),
                format!("Row {} is hidden, and was not read.", spans(rows, ", ")),
            ),
            Self::Merged { area } => (
                format!("{area} 是合并的单元格，分不清哪一格属于哪一题。"),
                format!("{area} is merged; it is not clear what belongs to which question."),
            ),
            Self::OddCell { cell, odd } => odd_cell(cell, odd),
            Self::SwallowedRow => (
                "这一格里还有下面的整行题目：引号没有成对。".into(),
                "This cell holds whole rows: a quotation mark has no partner.".into(),
            ),
            Self::TwoReadings { found, taken, other } => (
                format!("“{found}”可以指{taken}，也可以指{other}；这里算作{taken}。"),
                format!("“{found}” may be {taken} or {other}; it is taken for {taken}."),
            ),
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
            Self::NoColumn { name } => (
                format!("栏名写在前五行里的同一行，加上“{name}”这一栏。"),
                format!("Put all headings into one of the first five rows, “{name}” among them."),
            ),
            Self::OddColumn { nearest: Some(name) } => {
                (format!("是不是“{name}”？请改过来。"), format!("Is it “{name}”? Then call it so."))
            }
            Self::OddColumn { nearest: None } => (
                "可用的栏名：编号、题型、题干、选项A、选项B……、答案、解析、分值、标签、原文。".into(),
                "Known are 编号, 题型, 题干, 选项A, 选项B …, 答案, 解析, 分值, 标签, 原文.".into(),
            ),
            Self::SameColumn { .. } => ("留下一栏。".into(), "Keep one of them.".into()),
            Self::NoHeading { .. } => {
                ("在栏名那一行补上栏名；用不着的，删去里面的内容。".into(), "Give it a heading, or empty it.".into())
            }
            Self::HiddenColumns { .. } | Self::HiddenRows { .. } => (
                "要用的，取消隐藏（行是筛选掉的，就清除筛选）；不要的，删去。".into(),
                "Show what is wanted (clear the filter, if there is one); delete what is not.".into(),
            ),
            Self::Merged { .. } => (
                "取消合并，把每一题的内容写在它自己的格子里；题型、分值这些几题共用的，可以上下合并。".into(),
                "Split it, and fill each cell. Only what questions share, such as the kind, may be merged downwards."
                    .into(),
            ),
            Self::OddCell { odd, .. } => mend_cell(odd),
            Self::SwallowedRow => (
                "用记事本打开，在这一行补上或删去一个引号。".into(),
                "Open the file in a text editor, and add or remove a quotation mark in this row.".into(),
            ),
            Self::TwoReadings { .. } => (
                "按字母算是规矩；不对的话，改答案的字母，或者改一改选项的文字。".into(),
                "Letters are the rule. If it is wrong, change the letter, or the texts of the options.".into(),
            ),
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

fn odd_cell(cell: &str, odd: &Odd) -> (String, String) {
    match odd {
        Odd::ErrorValue { found } => {
            (format!("单元格 {cell} 是错误值 {found}。"), format!("The cell {cell} is the error {found}."))
        }
        Odd::NoResult => (
            format!("单元格 {cell} 是公式，文件里没有存下它现在的结果。"),
            format!("The cell {cell} is a formula whose present result is not in the file."),
        ),
        Odd::Format { code } => (
            format!("单元格 {cell} 的数字格式“{code}”这里读不了，不知道它显示成什么。"),
            format!("The cell {cell} has the number format “{code}”, which is not known here."),
        ),
        Odd::Unseen => (
            format!("单元格 {cell} 里有内容，可是它的格式让人看不见。"),
            format!("The cell {cell} holds something that its format does not show."),
        ),
        Odd::LongNumber { shown } => (
            format!("单元格 {cell} 里的数太长，显示成了 {shown}。"),
            format!("The number of the cell {cell} is too long, and shown as {shown}."),
        ),
    }
}

fn mend_cell(odd: &Odd) -> (String, String) {
    match odd {
        Odd::ErrorValue { .. } => {
            ("改好公式，或者把要的内容直接写进这一格。".into(), "Mend the formula, or write what is meant.".into())
        }
        Odd::NoResult => (
            "用 Excel 或 WPS 打开，保存一次；或者把结果直接写进这一格。".into(),
            "Open it in Excel or WPS and save it once, or write the result into the cell.".into(),
        ),
        Odd::Format { .. } | Odd::Unseen | Odd::LongNumber { .. } => (
            "把这一格的格式设成“文本”，再照要让人看到的样子写一遍。".into(),
            "Set the format of the cell to Text, and write into it what is to be seen.".into(),
        ),
    }
}

/// Numbers, with those that follow each other as one: `3、5～9`.
fn spans(numbers: &[usize], between: &str) -> String {
    let runs = numbers.chunk_by(|one, next| one + 1 == *next);
    let say = |run: &[usize]| match run {
        [first, .., last] => format!("{first}～{last}"),
        _ => run.iter().map(usize::to_string).collect(),
    };
    runs.map(say).collect::<Vec<_>>().join(between)
}
