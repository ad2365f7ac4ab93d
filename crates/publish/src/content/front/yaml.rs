//! Settings as Hugo, Jekyll and Obsidian write them: YAML between lines `---`. They are read as if they were written in TOML, on the
//! same lines; what the portal has no use for is told.

use crate::fault::{Fault, phrase};
use toml::Value;
use yaml_rust2::{Yaml, YamlLoader};

/// What a material can have.
const OF_MATERIALS: [&str; 3] = ["id", "title", "aliases"];
/// What other programs write and the portal has no use for.
const FOREIGN: [&str; 44] = [
    "tags",
    "tag",
    "categories",
    "category",
    "keywords",
    "layout",
    "type",
    "draft",
    "published",
    "publish",
    "author",
    "authors",
    "description",
    "excerpt",
    "slug",
    "url",
    "permalink",
    "weight",
    "cover",
    "image",
    "images",
    "thumbnail",
    "banner",
    "toc",
    "comments",
    "comment",
    "math",
    "mathjax",
    "lastmod",
    "updated",
    "modified",
    "created",
    "cssclass",
    "cssclasses",
    "alias",
    "lang",
    "header",
    "sidebar",
    "featured",
    "pin",
    "top",
    "hidden",
    "menu",
    "subtitle",
];

/// The text of a file with its settings in TOML; any other text as it is. No line moves.
pub(crate) fn from_yaml(path: &str, text: String, faults: &mut Vec<Fault>) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let Some((first, last)) = bounds(&lines) else {
        faults.extend(open(path, &lines));
        return text;
    };
    let inside = &lines[first + 1..last];
    let settings = match YamlLoader::load_from_str(&inside.join("\n")) {
        Ok(documents) => settings(path, documents.into_iter().next(), (inside, first + 1), faults),
        Err(error) => {
            faults.push(wrong(path, first + 1 + error.marker().line().max(1)));
            Vec::new()
        }
    };
    let mut out: Vec<String> = vec![String::new(); last + 1];
    for (at, line) in settings {
        out[first + 1 + at] = line;
    }
    out[0] = "+++".to_owned();
    out[last] = "+++".to_owned();
    out.extend(lines[last + 1..].iter().map(|line| (*line).to_owned()));
    out.join("\n")
}

/// Where the settings begin and end, if the text begins with some.
fn bounds(lines: &[&str]) -> Option<(usize, usize)> {
    let first = lines.iter().position(|line| !line.trim().is_empty())?;
    let is_fence = |line: &&str| matches!(line.trim_end(), "---" | "...");
    if lines[first].trim_end() != "---"
        || lines[first + 1..].iter().find(|line| !is_comment(line)).is_none_or(|line| name(line).is_none())
    {
        return None;
    }
    let length = lines[first + 1..].iter().position(is_fence)?;
    Some((first, first + 1 + length))
}

fn is_comment(line: &str) -> bool {
    line.trim().is_empty() || line.starts_with('#')
}

/// The name that a line gives a value to.
fn name(line: &str) -> Option<&str> {
    let (name, value) = line.split_once(':')?;
    let name = name.trim_end().trim_matches(['"', '\'']);
    let is_name =
        !name.is_empty() && name.len() <= 40 && name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    (is_name && (value.is_empty() || value.starts_with([' ', '\t']))).then_some(name)
}

/// Settings that never end.
fn open(path: &str, lines: &[&str]) -> Option<Fault> {
    let first = lines.iter().position(|line| !line.trim().is_empty())?;
    let name = lines.get(first + 1).and_then(|line| name(line))?;
    let is_known = OF_MATERIALS.contains(&name) || FOREIGN.contains(&name) || name == "date";
    (lines[first].trim_end() == "---" && is_known).then(|| {
        let what = phrase("开头的设置没有结束。", "The settings at the top never end.");
        let mend = phrase("在设置后面、正文前面单写一行 ---。", "Write a line --- between the settings and the text.");
        Fault::error(path, first + 1, what, mend)
    })
}

/// The lines of TOML, each with its place among the lines inside.
fn settings(
    path: &str,
    document: Option<Yaml>,
    (inside, before): (&[&str], usize),
    faults: &mut Vec<Fault>,
) -> Vec<(usize, String)> {
    let Some(Yaml::Hash(all)) = document else { return Vec::new() };
    let (mut out, mut unused) = (Vec::new(), Vec::new());
    for (key, value) in all {
        let key = scalar(&key).unwrap_or_default();
        let at = inside.iter().position(|line| name(line) == Some(&key)).unwrap_or(0);
        if key == "draft" && value == Yaml::Boolean(true) {
            faults.push(draft(path, before + at + 1));
        }
        match setting(path, &key, &value) {
            Some(value) => out.push((at, format!("{key} = {value}"))),
            None if value.is_null() => {}
            None => unused.push((at, key)),
        }
    }
    if let Some((first, _)) = unused.first() {
        let names: Vec<&str> = unused.iter().map(|(_, name)| name.as_str()).collect();
        faults.push(not_used(path, before + first + 1, &names));
    }
    out
}

/// A value as TOML writes it; `None` for what is not used.
fn setting(path: &str, name: &str, value: &Yaml) -> Option<Value> {
    let is_material = path.starts_with("materials/");
    if FOREIGN.contains(&name) || (is_material && !OF_MATERIALS.contains(&name)) {
        return None;
    }
    match name {
        "title" => scalar(value).map(Value::String),
        "date" | "expires" => scalar(value).map(|text| Value::String(day(&text).unwrap_or(text))),
        "aliases" => {
            // Obsidian calls other names so, Hugo old addresses.
            let texts = value
                .as_vec()
                .map(|all| all.iter().filter_map(scalar).collect())
                .or_else(|| Some(vec![scalar(value)?]))?;
            let addresses: Vec<Value> =
                texts.into_iter().filter(|text| text.contains('/')).map(Value::String).collect();
            (!addresses.is_empty()).then_some(Value::Array(addresses))
        }
        _ => toml(value),
    }
}

fn toml(value: &Yaml) -> Option<Value> {
    Some(match value {
        Yaml::Integer(number) => Value::Integer(*number),
        Yaml::Boolean(switch) => Value::Boolean(*switch),
        Yaml::Real(_) => Value::Float(value.as_f64()?),
        Yaml::Array(all) => Value::Array(all.iter().map(toml).collect::<Option<_>>()?),
        Yaml::String(_) => Value::String(scalar(value)?),
        _ => return None,
    })
}

/// A value as text, in one line.
fn scalar(value: &Yaml) -> Option<String> {
    let text = match value {
        Yaml::String(text) | Yaml::Real(text) => text.clone(),
        Yaml::Integer(number) => number.to_string(),
        Yaml::Boolean(switch) => switch.to_string(),
        _ => return None,
    };
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The day of a moment, `2026-03-19 10:00:00 +0800` or `2026/3/19`.
fn day(text: &str) -> Option<String> {
    let text = text.split([' ', 'T']).next()?;
    let mut parts =
        text.split(['-', '/', '.', '年', '月', '日']).filter(|part| !part.is_empty()).map(str::parse::<u32>);
    let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    parts.next().is_none().then(|| format!("{year:04}-{month:02}-{day:02}"))
}

fn wrong(path: &str, line: usize) -> Fault {
    let what = phrase("开头的设置里，这一行不合 YAML 的写法。", "This line of the settings is no YAML.");
    let mend = phrase(
        "一行写一个“名字: 内容”，冒号用半角的，后面空一格；内容里有半角冒号的，两边加半角引号。",
        "Write one “name: value” a line; a value with a colon goes in quotes.",
    );
    Fault::error(path, line, what, mend)
}

fn draft(path: &str, line: usize) -> Fault {
    let what = phrase(
        "这里写着 draft: true（草稿），可是会照样发布。",
        "This says draft: true, but it is published all the same.",
    );
    let mend = phrase(
        "还没写好，就先把文件移出内容文件夹；写好了，删掉这一行。",
        "Keep it elsewhere until it is written, or delete the line.",
    );
    Fault::warning(path, line, what, mend)
}

fn not_used(path: &str, line: usize, names: &[&str]) -> Fault {
    let what = phrase(
        format!("开头的设置里，这几样没有用上：{}。", names.join("、")),
        format!("Of the settings these are not used: {}.", names.join(", ")),
    );
    let is_material = path.starts_with("materials/");
    let mend = if is_material {
        phrase(
            "资料只用 title、id、aliases（旧地址）；别的要让读者看到，就写进正文，不要了就删掉。",
            "A material uses title, id and aliases (old addresses); write the rest into the text, or delete it.",
        )
    } else {
        phrase("要让读者看到的写进正文；不要了就删掉。", "Write it into the text, or delete it.")
    };
    Fault::warning(path, line, what, mend)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, text: &str, expect: &str, told: &[&str]) {
        let mut faults = Vec::new();
        assert_eq!(from_yaml(path, text.to_owned(), &mut faults), expect);
        let said: Vec<String> =
            faults.iter().map(|fault| format!("{}:{}", fault.line.unwrap_or_default(), fault.what.zh)).collect();
        let fits = said.len() == told.len() && said.iter().zip(told).all(|(said, told)| said.starts_with(told));
        assert!(fits, "{said:?}");
    }

    #[test]
    fn settings_of_other_programs_are_read_line_by_line() {
        check("materials/a.md", "---\ntitle: 垃圾分类\n---\n正文", "+++\ntitle = \"垃圾分类\"\n+++\n正文", &[]);
        check(
            "materials/a.md",
            "\n---\ntitle: \"甲: 乙\"\ndate: 2026-03-19\ntags:\n  - 一\n  - 二\naliases: [/old/, 别名]\n---\n正文\n",
            "+++\n\ntitle = \"甲: 乙\"\n\n\n\n\naliases = [\"/old/\"]\n+++\n正文\n",
            &["4:开头的设置里，这几样没有用上：date、tags"],
        );
        check(
            "notices/a.md",
            "---\nid: a\ndate: 2026-03-19 10:00:00 +0800\ntitle: 2026\n---\n",
            "+++\nid = \"a\"\ndate = \"2026-03-19\"\ntitle = \"2026\"\n+++\n",
            &[],
        );
        check(
            "materials/a.md",
            "---\ntitle: 甲\ndraft: true\n---\n",
            "+++\ntitle = \"甲\"\n\n+++\n",
            &["3:这里写着 draft", "3:开头的设置里，这几样没有用上：draft"],
        );
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        check("materials/a.md", "---\ntitle: 甲: 乙\n---\n字", "+++\n\n+++\n字", &["2:开头的设置里，这一行不合 YAML"]);
        check("materials/a.md", "---\ntitle: 甲\n字", "---\ntitle: 甲\n字", &["1:开头的设置没有结束"]);
    }

    #[test]
    fn a_line_across_is_no_setting() {
        for text in ["---\n\n正文\n\n---\n", "---\n时间：今天\n---\n", "# 题\n\n---\ntitle: x\n---\n", "---"] {
            check("materials/a.md", text, text, &[]);
        }
    }
}
