//! Materials, before their texts are rendered: any Markdown file, without rules.

use super::Material;
use super::front::{self, Front};
use super::source::Files;
use crate::fault::Fault;
use model::DocumentId;
use std::collections::BTreeMap;
use std::sync::Arc;

const KNOWN: [&str; 3] = ["id", "title", "aliases"];

/// Reads all materials, sorted by path.
pub(crate) fn outline(files: &Files, faults: &mut Vec<Fault>) -> Vec<Material> {
    let texts: Vec<(&str, &str)> = files.under("materials/").filter(|(path, _)| path.ends_with(".md")).collect();
    let leading: Vec<&[String]> = texts.iter().map(|(path, _)| files.leading(path)).collect();
    let told = told_apart(&texts, &leading);
    texts.iter().zip(told).filter_map(|((path, text), title)| material(path, text, title, faults)).collect()
}

fn material(file: &str, text: &str, title: Option<String>, faults: &mut Vec<Fault>) -> Option<Material> {
    let path = file.strip_prefix("materials/")?.strip_suffix(".md")?;
    let (source, _, _) = front::split(text);
    let mut front = Front::read(file, source.unwrap_or_default(), 1, &KNOWN);
    let own_id = front.has("id").then(|| front.id("id", |text| DocumentId::parse(text).ok())).flatten();
    let name = path.rsplit('/').next().unwrap_or(path);
    let title = front.optional("title").or(title).unwrap_or_else(|| name.to_owned());
    let aliases = front.addresses("aliases");
    faults.append(&mut front.faults);
    let id = own_id.or_else(|| from_path(path))?;
    Some(Material { id, path: path.to_owned(), title, aliases, article: Arc::default() })
}

/// The id of a material that names none: its path, or a hash of it where ids cannot hold it.
fn from_path(path: &str) -> Option<DocumentId> {
    let plain = DocumentId::parse(&format!("materials.{}", path.replace('/', "."))).ok();
    plain.or_else(|| DocumentId::parse(&format!("materials.{}", crate::hash::short(path.as_bytes()))).ok())
}

/// For each text the first of its leading headings that no neighbour in its folder has.
fn told_apart(texts: &[(&str, &str)], leading: &[&[String]]) -> Vec<Option<String>> {
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for ((path, _), headings) in texts.iter().zip(leading) {
        for heading in *headings {
            *counts.entry((folder(path), heading)).or_default() += 1;
        }
    }
    let own = |path: &str, heading: &String| counts.get(&(folder(path), heading.as_str())) == Some(&1);
    let title = |((path, _), headings): (&(&str, &str), &&[String])| {
        headings.iter().find(|heading| own(path, heading)).cloned()
    };
    texts.iter().zip(leading).map(title).collect()
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    use super::told_apart;

    #[test]
    fn a_title_tells_a_text_from_its_neighbours() {
        let texts = [("materials/a.md", ""), ("materials/b.md", ""), ("materials/c.md", ""), ("materials/x/d.md", "")];
        let leading: Vec<Vec<String>> =
            [vec!["民法典", "总则"], vec!["民法典", "合同编"], vec!["民法典"], vec!["民法典"]]
                .map(|headings| headings.into_iter().map(str::to_owned).collect())
                .into();
        let leading: Vec<&[String]> = leading.iter().map(Vec::as_slice).collect();
        let titles = told_apart(&texts, &leading);
        let titles: Vec<_> = titles.iter().map(Option::as_deref).collect();
        assert_eq!(titles, [Some("总则"), Some("合同编"), None, Some("民法典")]);
    }
}
