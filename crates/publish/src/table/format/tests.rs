//! What is shown. Compared with LibreOffice 7.4 and npm `numfmt` on 1 900 pairs of a value and a code.

use super::*;

/// 2026-03-05.
const DAY: f64 = 46_086.0;

#[track_caller]
fn check(code: &str, value: f64, expect: &str) {
    assert_eq!(Format::of(Some(164), code).number(value, false), Cell::Text(expect.into()), "{code} of {value}");
}

#[test]
fn numbers_are_shown_as_excel_shows_them() {
    for (value, expect) in [
        (5.0, "5"),
        (0.1 + 0.2, "0.3"),
        (1.5, "1.5"),
        (-2.0, "-2"),
        (1e6, "1000000"),
        (1.0 / 3.0, "0.333333333"),
        (12_345_678_901.0, "12345678901"),
        (0.0, "0"),
        (0.0001, "0.0001"),
    ] {
        check("General", value, expect);
        check("@", value, expect);
    }
    for (code, value, expect) in [
        ("0", 2.5, "3"),
        ("0.00", 1.005, "1.01"),
        ("000", 7.0, "007"),
        ("0%", 0.5, "50%"),
        ("0.0%", 0.125, "12.5%"),
        ("#,##0", 1_234_567.0, "1,234,567"),
        ("#,##0.00", -1234.5, "-1,234.50"),
        ("¥#,##0.00", 12.0, "¥12.00"),
        ("\"¥\"#,##0.00;\"¥\"\\-#,##0.00", -12.0, "¥-12.00"),
        ("_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ", 1234.5, "¥1,234.50"),
        ("[$￥-804]#,##0", 5.0, "￥5"),
        ("[$€-407] 0.0", 5.0, "€ 5.0"),
        ("0.00E+00", 12_345.0, "1.23E+04"),
        ("# ?/?", 0.5, "1/2"),
        ("# ?/?", 1.25, "1 1/4"),
        ("# ??/??", 1.25, "1 1/4"),
        ("?/8", 0.375, "3/8"),
        ("0\\.0,\"万\"", 12_000.0, "1.2万"),
        ("0!.0,\"万\"", 15_678.0, "1.6万"),
        ("0\"元\"", 3.0, "3元"),
        ("0件", 3.0, "3件"),
        ("第0名", 3.0, "第3名"),
        ("[>=60]\"及格\";\"不及格\"", 61.0, "及格"),
        ("[>=60]\"及格\";\"不及格\"", 59.0, "不及格"),
        ("0;-0;\"无\"", 0.0, "无"),
        ("[Red]0;[Blue]-0", -3.0, "-3"),
        ("000-0000", 1_234_567.0, "123-4567"),
        ("0.0,,", 1.5e6, "1.5"),
        ("00000", 23.0, "00023"),
        ("G/通用格式\"℃\"", 36.5, "36.5℃"),
        ("0_);(0)", -3.0, "(3)"),
    ] {
        check(code, value, expect);
    }
}

#[test]
fn days_and_times_are_shown_as_excel_shows_them() {
    for (code, value, expect) in [
        ("m\"月\"d\"日\"", DAY, "3月5日"),
        ("yyyy/m/d", DAY, "2026/3/5"),
        ("YYYY-MM-DD", DAY, "2026-03-05"),
        ("yyyy年m月d日", DAY, "2026年3月5日"),
        ("yyyy\"年\"m\"月\"", DAY, "2026年3月"),
        ("[$-804]aaaa;@", DAY, "星期四"),
        ("aaaa", DAY, "星期四"),
        ("[$-804]dddd", DAY, "星期四"),
        ("dddd", DAY, "Thursday"),
        ("d-mmm-yy", DAY, "5-Mar-26"),
        ("[$-804]mmmm", DAY, "三月"),
        ("yy.mm.dd", DAY, "26.03.05"),
        ("[$-F800]dddd, mmmm dd, yyyy", DAY, "2026年3月5日"),
        ("h:mm", 0.354_166_666_666_666_7, "8:30"),
        ("hh:mm:ss", 0.75, "18:00:00"),
        ("h:mm AM/PM", 0.75, "6:00 PM"),
        ("[$-804]AM/PM h:mm", 0.75, "下午 6:00"),
        ("上午/下午h\"时\"mm\"分\"", 0.35, "上午8时24分"),
        ("mm\"分\"ss\"秒\"", 0.01, "14分24秒"),
        ("h\"时\"mm\"分\"ss\"秒\"", 0.01, "0时14分24秒"),
        ("[h]:mm", 1.5, "36:00"),
        ("[mm]:ss", 0.5, "720:00"),
        ("yyyy/m/d h:mm", DAY + 0.5, "2026/3/5 12:00"),
        ("h:mm m/d", DAY + 0.5, "12:00 3/5"),
        ("mm:ss.0", 0.000_1, "00:08.6"),
        ("yyyy/m/d h:mm;@", DAY - 1e-12, "2026/3/5 0:00"),
        ("m/d/yyyy\\ h:mm", DAY, "3/5/2026 0:00"),
    ] {
        check(code, value, expect);
    }
    let in_1904 = |code: &str, value: f64| Format::of(Some(164), code).number(value, true);
    assert_eq!(in_1904("yyyy-mm-dd", DAY - 1462.0), Cell::Text("2026-03-05".into()));
    assert_eq!(in_1904("yyyy-m-d", 0.0), Cell::Text("1904-1-1".into()));
    assert_eq!(in_1904("[h]:mm", 1.5), Cell::Text("36:00".into()));
    assert_eq!(in_1904("0.0", 1.5), Cell::Text("1.5".into()));
}

#[test]
fn formats_without_a_code_are_those_of_a_chinese_system() {
    let check = |id: u32, written: &str, value: f64, expect: &str| {
        assert_eq!(Format::of(Some(id), written).number(value, false), Cell::Text(expect.into()), "{id}");
    };
    check(14, "mm-dd-yy", DAY, "2026/3/5");
    check(14, "yyyy-m", DAY, "2026-3");
    check(22, "m/d/yy h:mm", DAY, "2026/3/5 0:00");
    check(31, "General", DAY, "2026年3月5日");
    check(58, "General", DAY, "3月5日");
    check(34, "General", 0.75, "下午6时00分");
    check(33, "General", 0.01, "0时14分24秒");
    check(20, "h:mm", 0.5, "12:00");
    check(37, "#,##0 ;(#,##0)", 1234.0, "1,234");
    check(44, "_ \"¥\"* #,##0.00_ ", 5.0, "¥5.00");
}

#[test]
fn what_is_not_shown_or_not_known_is_odd() {
    let odd = |id: u32, code: &str, value: f64| match Format::of(Some(id), code).number(value, false) {
        Cell::Odd(odd) => Some(odd),
        Cell::Text(_) => None,
    };
    for (id, code, value) in [
        (44, "_($* #,##0.00_)", 1.0),
        (5, "General", 1.0),
        (37, "#,##0 ;(#,##0)", -1.0),
        (164, "[DBNum1]0", 1.0),
        (164, "yyyy-m-d", -1.0),
        (164, "0.00E+00", 99.995),
        (164, "[<1]0%;0", -1.0),
        (164, "?/?", 12_345_678_901.0),
        (164, "0", 1e21),
        (164, "yyyy-m-d", 3e6),
    ] {
        let expect = odd(id, code, value);
        assert_eq!(expect, Some(Odd::Format { code: code.into() }), "{id} {code}");
    }
    assert_eq!(odd(164, ";;;", 1.0), Some(Odd::Unseen));
    assert_eq!(odd(164, "0;-0;;@", 0.0), Some(Odd::Unseen));
    assert_eq!(odd(0, "General", 123_456_789_012.0), Some(Odd::LongNumber { shown: "1.23457E+11".into() }));
}

#[test]
fn a_text_is_shown_with_what_its_format_adds() {
    let check = |code: &str, expect: Cell| assert_eq!(Format::of(Some(164), code).text(" 一 "), expect, "{code}");
    for code in ["General", "@", "0.00", "yyyy-m-d;@", "[DBNum1]0"] {
        check(code, Cell::Text("一".into()));
    }
    check("\"第\"@\"题\"", Cell::Text("第 一 题".into()));
    check("0;-0;0;@\"元\"", Cell::Text("一 元".into()));
    check(";;;", Cell::Odd(Odd::Unseen));
}
