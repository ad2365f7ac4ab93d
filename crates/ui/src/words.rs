//! Phrases on the page: each is drawn in every language, and CSS shows the one that the reader chose.

use leptos::prelude::*;
use locale::Phrase;
use model::{Day, length};

/// A phrase. Words that are the same in every language are drawn once.
#[must_use]
pub fn say(phrase: Phrase) -> AnyView {
    if phrase.zh == phrase.en {
        return phrase.zh.into_any();
    }
    view! { <span class="zh">{phrase.zh}</span><span class="en" lang="en">{phrase.en}</span> }.into_any()
}

/// A phrase for those who hear the page.
#[must_use]
pub fn whisper(phrase: Phrase) -> AnyView {
    view! { <span class="hidden">{say(phrase)}</span> }.into_any()
}

/// The name of a landmark, for those who hear the page; the landmark is `aria-labelledby` its `id`.
#[must_use]
pub fn named(id: &'static str, phrase: Phrase) -> AnyView {
    view! { <span class="hidden" id=id>{say(phrase)}</span> }.into_any()
}

/// How long a text takes: `约 8 分钟`.
pub(crate) fn about_minutes(characters: u32, speed: u32) -> Phrase {
    locale::unit_about_minutes(length::reading_ms(characters, speed).div_ceil(60_000).max(1))
}

/// An amount of active time, rounded down to whole minutes; `不到 1 分钟` below one, unless there is none at all.
#[must_use]
pub fn duration(ms: u64) -> Phrase {
    match (ms / 3_600_000, ms / 60_000 % 60) {
        _ if ms == 0 => locale::unit_minutes(0),
        (0, 0) => locale::unit_under_a_minute(),
        (0, minutes) => locale::unit_minutes(minutes),
        (hours, minutes) => locale::unit_hours_minutes(hours, minutes),
    }
}

/// Study hours, given in hundredths: `1.5 学时`; nothing for none.
#[must_use]
pub fn study_hours(hundredths: u32) -> Phrase {
    if hundredths == 0 {
        return Phrase::plain("");
    }
    locale::unit_study_hours(decimals(hundredths))
}

/// Hundredths as a number with the decimals that it needs: `1.5`.
#[must_use]
pub fn decimals(hundredths: u32) -> String {
    let (whole, part) = (hundredths / 100, hundredths % 100);
    let decimals = if part == 0 { String::new() } else { format!(".{part:02}").trim_end_matches('0').to_owned() };
    format!("{whole}{decimals}")
}

/// A day: `2026年3月12日`.
#[must_use]
pub fn date(day: Day) -> Phrase {
    let (year, month, day) = day.civil();
    locale::unit_date(day, month, year)
}

/// A day as content writes it, `YYYY-MM-DD`; anything else as it is.
#[must_use]
pub fn written_date(text: &str) -> Phrase {
    let parts: Vec<u32> = text.split('-').filter_map(|part| part.parse().ok()).collect();
    match parts[..] {
        [year, month, day] => locale::unit_date(day, month, year),
        _ => Phrase::plain(text),
    }
}

/// A size: `8 kB`, `1.3 MB`, `12 MB`.
#[must_use]
pub fn file_size(bytes: u64) -> String {
    if bytes < 1_000_000 {
        return format!("{} kB", bytes.div_ceil(1_000));
    }
    let tenths = bytes.div_ceil(100_000);
    if tenths < 100 { format!("{}.{} MB", tenths / 10, tenths % 10) } else { format!("{} MB", tenths.div_ceil(10)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_as_people_say_them() {
        let zh = |ms| duration(ms).zh;
        assert_eq!(zh(0), "0 分钟");
        assert_eq!(zh(59_999), "不到 1 分钟");
        assert_eq!(zh(60_000), "1 分钟");
        assert_eq!(zh(3_600_000 * 2 + 60_000 * 5), "2 小时 5 分钟");
    }

    #[test]
    fn study_hours_have_the_decimals_they_need() {
        let zh = |hundredths| study_hours(hundredths).zh;
        assert_eq!([zh(200), zh(150), zh(125), zh(5)], ["2 学时", "1.5 学时", "1.25 学时", "0.05 学时"]);
    }

    #[test]
    fn sizes_are_rounded_up() {
        assert_eq!(file_size(1), "1 kB");
        assert_eq!(file_size(7_623), "8 kB");
        assert_eq!(file_size(1_000_000), "1.0 MB");
        assert_eq!(file_size(9_900_000), "9.9 MB");
        assert_eq!(file_size(10_000_001), "11 MB");
    }

    #[test]
    fn dates_are_written_out() {
        assert_eq!(written_date("2026-03-12").zh, "2026年3月12日");
        assert_eq!(written_date("三月").zh, "三月");
    }
}
