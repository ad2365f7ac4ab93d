//! Files that were copied beside themselves, as file managers name them: `1 - 副本.md`, `1 - 副本 (2).md`, `1 copy.md`, `1(1).md`. A copy
//! keeps the id of its original; it is the copy that must change.

/// What file managers write behind a name or, the older ones, in front of it.
const WORDS: [&str; 8] = ["副本", "复件", "複製", "複本", "拷贝", "拷貝", "复制", "copy"];
const IN_FRONT: [&str; 3] = ["副本", "复件", "copy of"];
/// What stands between a name and such a word.
const BETWEEN: [char; 12] = [' ', '-', '_', '—', '–', '的', '(', '（', '“', '”', '\u{3000}', '.'];

/// The file at a path, or a folder that it lies in, with what it is a copy of, if the original of the file is there.
pub(crate) fn original(path: &str, is_there: impl Fn(&str) -> bool) -> Option<(String, String)> {
    let parts: Vec<&str> = path.split('/').collect();
    (0..parts.len()).rev().find_map(|place| {
        originals(parts[place]).into_iter().find_map(|name| {
            let mut original = parts.clone();
            original[place] = &name;
            is_there(&original.join("/")).then(|| (parts[..=place].join("/"), original[..=place].join("/")))
        })
    })
}

/// What the original of a name may be called.
fn originals(name: &str) -> Vec<String> {
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.chars().all(|c| c.is_ascii_alphanumeric()) => {
            (stem, format!(".{ending}"))
        }
        _ => (name, String::new()),
    };
    let bare = without_number(stem);
    let named = [Some(stem), bare]
        .into_iter()
        .flatten()
        .filter_map(|stem| without_word(stem).or_else(|| without_first_word(stem)));
    // A number in brackets alone is what browsers and WeChat write; one after a blank is a name like any other.
    let numbered = bare.filter(|_| stem.ends_with([')', '）']));
    let found: Vec<&str> = named.chain(numbered).filter(|stem| !stem.is_empty() && *stem != name).collect();
    found.into_iter().map(|stem| format!("{stem}{ending}")).collect()
}

/// A name without the number at its end: ` (2)`, `（2）`, ` 2`.
fn without_number(stem: &str) -> Option<&str> {
    let closed = stem.strip_suffix([')', '）']);
    let inside = closed.unwrap_or(stem);
    let bare = inside.trim_end_matches(|c: char| c.is_ascii_digit());
    let has_number = bare.len() < inside.len();
    let bare = match closed {
        Some(_) => bare.strip_suffix(['(', '（']),
        None => bare.strip_suffix(' '),
    };
    bare.filter(|_| has_number).map(str::trim_end)
}

/// A name without such a word at its end, and what stands between.
fn without_word(stem: &str) -> Option<&str> {
    let stem = stem.trim_end_matches([')', '）', ' ']);
    let word = WORDS.iter().find(|word| ends_with(stem, word))?;
    let bare = &stem[..stem.len() - word.len()];
    // `photocopy` is no copy of `photo`.
    let is_apart = !word.is_ascii() || bare.ends_with(BETWEEN);
    is_apart.then(|| bare.trim_start_matches('“').trim_end_matches(BETWEEN))
}

/// A name without such a word in front of it.
fn without_first_word(stem: &str) -> Option<&str> {
    let word =
        IN_FRONT.iter().find(|word| stem.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)))?;
    let rest = stem[word.len()..].trim_start();
    let rest = match rest.split_once([')', '）']) {
        Some((number, rest)) if number.starts_with(['(', '（']) => rest,
        _ => rest,
    };
    Some(rest.trim_start_matches(BETWEEN))
}

fn ends_with(text: &str, word: &str) -> bool {
    let from = text.len().checked_sub(word.len());
    from.and_then(|from| text.get(from..)).is_some_and(|end| end.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::original;

    #[test]
    fn a_copy_is_known_by_its_name_when_its_original_is_there() {
        let check = |path: &str, there: &str, expect: bool| {
            assert_eq!(original(path, |path| path == there).is_some(), expect, "{path}");
        };
        for copy in [
            "1 - 副本.md",
            "1 - 副本 (2).md",
            "1 - 副本(3).md",
            "1 副本.md",
            "1 副本 2.md",
            "1副本.md",
            "1的副本.md",
            "复件 1.md",
            "复件 (2) 1.md",
            "1 (复件).md",
            "1（副本）.md",
            "1 - Copy.md",
            "1 - Copy (2).md",
            "1 copy.md",
            "1 copy 3.md",
            "Copy of 1.md",
            "1 (copy).md",
            "1(1).md",
            "1 (2).md",
            "1（1）.md",
            "1 - 複製.md",
            "1_copy.md",
        ] {
            check(&format!("lessons/a/{copy}"), "lessons/a/1.md", true);
        }
        let folder = original("lessons/a - 副本/1.md", |path| path == "lessons/a/1.md");
        assert_eq!(folder, Some(("lessons/a - 副本".to_owned(), "lessons/a".to_owned())));
        check("lessons/a/1 - 副本 - 副本.md", "lessons/a/1 - 副本.md", true);
        check("lessons/a/1 - 副本.md", "lessons/a/2.md", false);
        for own in ["1 2.md", "1-2.md", "1copy.md", "12.md", "副本.md", "1.txt"] {
            check(&format!("lessons/a/{own}"), "lessons/a/1.md", false);
        }
    }
}
