//! Formats that a file names by a number only.

/// The code of an id as a Chinese system has it, and whether it is the same everywhere for negative numbers; `None` where signs of money
/// differ: ECMA-376 part 1, 18.8.30.
pub(super) fn code(id: u32, written: &str) -> Option<(&str, bool)> {
    let is_built_in = |code: &str| written == code || written == "General";
    Some(match id {
        14 if is_built_in("mm-dd-yy") => ("yyyy/m/d", true),
        22 if is_built_in("m/d/yy h:mm") => ("yyyy/m/d h:mm", true),
        27 | 36 | 50 | 52 | 57 if is_built_in("") => ("yyyy\"年\"m\"月\"", true),
        28 | 29 | 51 | 53 | 54 | 58 if is_built_in("") => ("m\"月\"d\"日\"", true),
        30 if is_built_in("") => ("m-d-yy", true),
        31 if is_built_in("") => ("yyyy\"年\"m\"月\"d\"日\"", true),
        32 if is_built_in("") => ("h\"时\"mm\"分\"", true),
        33 if is_built_in("") => ("h\"时\"mm\"分\"ss\"秒\"", true),
        34 | 55 if is_built_in("") => ("上午/下午h\"时\"mm\"分\"", true),
        35 | 56 if is_built_in("") => ("上午/下午h\"时\"mm\"分\"ss\"秒\"", true),
        5..=8 | 23..=26 | 59..=81 if is_built_in("") => return None,
        42 | 44 if written.starts_with("_($* ") => return None,
        37..=41 | 43 => (written, written.contains("\\-") || written.contains(";-")),
        _ => (written, true),
    })
}
