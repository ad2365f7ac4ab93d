//! The readers of question banks.

use crate::{Case, Target};
use anyhow::{Result, ensure};
use formats::bank::Read;
use formats::{gift, sheet};
use learning::Question;

/// A reader of one kind of bank.
struct Bank {
    folder: &'static str,
    sound: &'static str,
    odd: &'static [&'static [u8]],
    read: fn(&[u8]) -> Result<()>,
}

impl Target for Bank {
    fn folders(&self) -> Vec<(&'static str, &'static [u8])> {
        vec![(self.folder, self.sound.as_bytes())]
    }

    fn odd(&self) -> &'static [&'static [u8]] {
        self.odd
    }

    fn read(&self, case: &Case) -> Result<()> {
        (self.read)(&case.bytes)
    }
}

const GIFT: &str = "\
$CATEGORY: 甲/乙\n\n// [tag:基础] [passage:原文]\n::a.q1::题？{\n~%50%甲#不对\n~%50%乙\n####解释\n}\n\n\
::a.q2::题。{FALSE#错#对}\n\n::a.q3::题{=五 =5} 年\n\n::a.q4::题{#14:0.5}\n\n::a.q5::题{\n=左 -> 右\n=上 -> 下\n}\n\n\
::a.q6::题{>2 ALL VERTICAL\n一\n二\n}\n\n::a.q7::[html]题{}\n\n::a.q8::话\n";

const CSV: &str = "\
编号,题型,题干,选项A,选项B,选项C,答案,解析,分值,标签,原文\nx.q1,单选,题,甲,乙,丙,B,因为,2,\"基础,难\",原文\nx.q2,多选,题,甲,乙,丙,AB,,,,\n\
x.q3,判断,题,,,,对,,,,\nx.q4,填空,题,,,,五|5,,,,\nx.q5,数值,题,,,,14±0.5,,,,\nx.q6,匹配,题,左=右,上=下,,,,,,\nx.q7,排序,题,一,二,三,CAB,,,,\n";

const ODD_IN_GIFT: [&[u8]; 52] = [
    b"\0",
    b"\r",
    b"\r\n",
    b"\n\n",
    b"\n",
    b" ",
    b"\t",
    b"\xff",
    b"\xef\xbb\xbf",
    "\u{3000}".as_bytes(),
    "\u{85}".as_bytes(),
    "\u{2028}".as_bytes(),
    b"{",
    b"}",
    b"{}",
    b"=",
    b"~",
    b"#",
    b"##",
    b"####",
    b"\n####",
    b"::",
    b":",
    b"\\",
    b"\\\\",
    b"\\n",
    b"\\=",
    b"->",
    b"//",
    b"\n// [tag:",
    b"[id:a]",
    b"[score:1]",
    b"[passage:",
    b"]",
    b"[html]",
    b"[markdown]",
    b"[plain]",
    b"[moodle]",
    b"%50%",
    b"%-33.33333%",
    b"%",
    b"{#",
    b"1e308",
    b":1e308",
    b"..",
    b"*",
    b"{T}",
    b"{FALSE#",
    b"{>3 ALL\n",
    b"\n$CATEGORY: ",
    "｛＝～｝＃：：％".as_bytes(),
    "→".as_bytes(),
];

const ODD_IN_CSV: [&[u8]; 36] = [
    b"\0",
    b"\r",
    b"\r\n",
    b"\n",
    b"\n\n",
    b",",
    b",,,,,,,,",
    b"\"",
    b"\"\"",
    b"\"\n\"",
    b";",
    b"\t",
    b"\xff",
    b"\xef\xbb\xbf",
    "\u{3000}".as_bytes(),
    "选项A".as_bytes(),
    "选项Ｊ".as_bytes(),
    "编号".as_bytes(),
    "单选".as_bytes(),
    "多选题".as_bytes(),
    "排序".as_bytes(),
    "匹配".as_bytes(),
    "数值".as_bytes(),
    "，、；".as_bytes(),
    "｜".as_bytes(),
    b"|",
    b"=",
    "＝".as_bytes(),
    b"->",
    "±".as_bytes(),
    b"1e308",
    b"..",
    b"-",
    "ＡＢ".as_bytes(),
    b"ABCDEFGHIJ",
    "√".as_bytes(),
];

/// The reader of GIFT. What it reads it writes so that it reads the same again.
///
/// # Errors
/// None.
pub fn gift() -> Result<Box<dyn Target>> {
    let read = |bytes: &[u8]| {
        let questions = said(gift::read(&String::from_utf8_lossy(bytes)))?;
        let written = gift::write(&questions);
        let again = said(gift::read(&written))?;
        ensure!(again == questions, "read again otherwise:\n{written}");
        Ok(())
    };
    Ok(Box::new(Bank { folder: "gift", sound: GIFT, odd: &ODD_IN_GIFT, read }))
}

/// The reader of tables, behind the reader of CSV.
///
/// # Errors
/// None.
pub fn csv() -> Result<Box<dyn Target>> {
    let read = |bytes: &[u8]| {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
        let cells = |row: csv::ByteRecord| row.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
        let rows: Vec<Vec<String>> = reader.byte_records().map_while(Result::ok).map(cells).collect();
        let questions = said(sheet::read(&rows.into()).0)?;
        ensure!(questions.is_empty() || !gift::write(&questions).is_empty(), "nothing is written");
        Ok(())
    };
    Ok(Box::new(Bank { folder: "csv", sound: CSV, odd: &ODD_IN_CSV, read }))
}

/// The questions, once every fault was said.
fn said(read: Read) -> Result<Vec<Question>> {
    for fault in &read.faults {
        ensure!(fault.line > 0 && !fault.what().zh.is_empty() && !fault.mend().zh.is_empty(), "{fault:?} says nothing");
    }
    Ok(read.questions.into_iter().map(|item| item.question).collect())
}
