//! The organiser's guide, docs/CONTENT.md: it names every setting that there is.

use crate::support::{Folder, checkout};
use publish::fault::Language;

/// A setting that there is not: its fault lists those that there are.
const UNKNOWN: &str = "zzz = 1";

fn front(settings: &str) -> String {
    format!("+++\n{settings}\n+++\n\n文。\n")
}

/// Where a file of each kind is, and what stands in it before the unknown setting; with the section that tells about it.
fn files() -> [(&'static str, &'static str, String); 18] {
    let (season, scene, contest) = ("activities/w/season.toml", "scenes/s.md", "contests/c.md");
    let plain = || UNKNOWN.to_owned();
    let inside = |table: &str| format!("{table}\n{UNKNOWN}");
    [
        ("## 四、", "portal.toml", plain()),
        ("## 四、", "portal.toml", inside("[study]")),
        ("### 求助电话", "portal.toml", inside("[[help]]")),
        ("## 五、", "lessons/b/series.toml", plain()),
        ("## 五、", "lessons/a/3.md", front(UNKNOWN)),
        ("## 八、", "materials/m.md", front(UNKNOWN)),
        ("## 八、", "notices/n.md", front(UNKNOWN)),
        ("## 八、", "partners/p.md", front(UNKNOWN)),
        ("## 八、", "partners/p.md", front(&inside("[[joint]]"))),
        ("## 假期活动", season, plain()),
        ("## 假期活动", "activities/w/a.md", front(UNKNOWN)),
        ("## 假期活动", "activities/w/a.md", front(&inside("[attendance]"))),
        ("## 比赛", contest, front(UNKNOWN)),
        ("## 比赛", contest, front(&inside("[[group]]"))),
        ("## 比赛", contest, front(&inside("[[criterion]]"))),
        ("## 情景", scene, front(UNKNOWN)),
        ("## 心情小镜子", "moods.toml", plain()),
        (
            "## 心情小镜子",
            "moods.toml",
            format!("{}\n{}\n{}", inside("[opening]"), inside("[[item]]"), inside("[[closing]]")),
        ),
    ]
}

/// What the faults of a file say that there is.
fn known(file: &str, text: &str) -> Vec<String> {
    let season = "id = \"w\"\ntitle = \"寒假\"\nkind = \"winter\"\nfrom = \"2027-01-25\"\nuntil = \"2027-02-21\"\n";
    let folder = Folder::portal().with("activities/w/season.toml", season).with(file, text);
    let said = folder.said(Language::English);
    let lists = said.iter().filter_map(|fault| Some(fault.split_once("Known are: ")?.1.trim_end_matches('.')));
    lists.flat_map(|list| list.split(", ").map(str::to_owned)).collect()
}

#[test]
fn the_guide_names_every_setting_in_its_section() {
    let guide = std::fs::read_to_string(checkout().join("docs/CONTENT.md")).expect("docs/CONTENT.md");
    // Examples have headings of their own.
    let guide: String = guide.split("\n```").step_by(2).collect();
    for (heading, file, text) in files() {
        let (_, section) = guide.split_once(&format!("\n{heading}")).unwrap_or_else(|| panic!("{heading} is missing"));
        let section = section.split("\n## ").next().unwrap_or_default();
        let names = known(file, &text);
        assert!(!names.is_empty(), "{file}: {text}");
        for name in names {
            let ways = [format!("`{name}`"), format!("`[{name}]`"), format!("`[[{name}]]`")];
            assert!(ways.iter().any(|way| section.contains(way)), "{heading} has no {name} of {file}");
        }
    }
}
