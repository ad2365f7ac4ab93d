//! The house is as ARCHITECTURE.md says: who stands on whom, and every path that the documents name is there.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use toml::{Table, Value};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the checkout")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Who stands on whom.
type House = BTreeMap<String, BTreeSet<String>>;

/// As ARCHITECTURE.md says.
fn said() -> House {
    let text = read("ARCHITECTURE.md");
    let (_, section) = text.split_once("## Who stands on whom").expect("the section");
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `")).filter_map(|row| row.split_once('|'));
    rows.map(|(room, on)| (room.trim().trim_matches('`').to_owned(), names(on))).collect()
}

/// The names in a cell of the table.
fn names(cell: &str) -> BTreeSet<String> {
    cell.trim_matches(['|', ' ']).split(", ").filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// As the manifests and the sources are.
fn found() -> House {
    let crates = folders("crates");
    let mut house = House::from([("src".to_owned(), needs("Cargo.toml", &crates))]);
    for name in &crates {
        house.insert(format!("crates/{name}"), needs(&format!("crates/{name}/Cargo.toml"), &crates));
    }
    let rooms: Vec<String> = folders("src").into_iter().filter(|name| name != "bin").collect();
    for room in &rooms {
        let mut uses = BTreeSet::new();
        named_in(&root().join("src").join(room), &rooms, &mut uses);
        uses.remove(room);
        house.insert(format!("src/{room}"), uses);
    }
    house
}

fn folders(of: &str) -> Vec<String> {
    let entries = fs::read_dir(root().join(of)).unwrap().flatten();
    entries.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name().into_string().unwrap()).collect()
}

/// The crates of the house that a manifest depends on, tests left out.
fn needs(manifest: &str, crates: &[String]) -> BTreeSet<String> {
    let manifest: Table = read(manifest).parse().unwrap();
    let tables = ["dependencies", "build-dependencies"].into_iter().filter_map(|name| manifest.get(name));
    let targets = manifest.get("target").and_then(Value::as_table).into_iter().flat_map(Table::values);
    let all = tables.chain(targets.filter_map(|target| target.get("dependencies")));
    let names = all.filter_map(Value::as_table).flat_map(Table::keys);
    names.filter(|name| crates.contains(name)).cloned().collect()
}

/// Gathers the rooms that are named after `crate::` anywhere below a folder.
fn named_in(folder: &Path, rooms: &[String], uses: &mut BTreeSet<String>) {
    for path in fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            named_in(&path, rooms, uses);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            for after in text.split("crate::").skip(1) {
                // One name, or several in braces.
                let end = |letter: char| if after.starts_with('{') { letter == '}' } else { !is_of_a_name(letter) };
                let named = after.split(end).next().unwrap_or_default();
                let all = named.split(|letter: char| !is_of_a_name(letter));
                uses.extend(all.filter(|name| rooms.iter().any(|room| room == name)).map(str::to_owned));
            }
        }
    }
}

fn is_of_a_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

#[test]
fn everybody_stands_where_the_table_says() {
    assert_eq!(found(), said());
}

/// Everything that a manifest depends on by name, tests and build scripts included.
fn depends_on(manifest: &str) -> BTreeSet<String> {
    let manifest: Table = read(manifest).parse().unwrap();
    let targets = manifest.get("target").and_then(Value::as_table).into_iter().flat_map(Table::values);
    let places = std::iter::once(&manifest).chain(targets.filter_map(Value::as_table));
    let tables =
        places.flat_map(|place| ["dependencies", "build-dependencies", "dev-dependencies"].map(|name| place.get(name)));
    tables.flatten().filter_map(Value::as_table).flat_map(Table::keys).cloned().collect()
}

#[test]
fn some_libraries_are_named_by_one_crate_alone() {
    let mut manifests: BTreeMap<String, BTreeSet<String>> = folders("crates")
        .into_iter()
        .map(|name| (name.clone(), depends_on(&format!("crates/{name}/Cargo.toml"))))
        .collect();
    manifests.insert("src".to_owned(), depends_on("Cargo.toml"));
    for (library, home) in [("indexed_db_futures", "store"), ("comrak", "publish"), ("ammonia", "publish")] {
        let users: Vec<&String> =
            manifests.iter().filter(|(_, on)| on.contains(library)).map(|(name, _)| name).collect();
        assert_eq!(users, [home], "{library}");
    }
    assert_eq!(needs_of_its_own("crates/model/Cargo.toml"), ["serde", "thiserror", "uuid"]);
}

/// What a manifest depends on outside of tests.
fn needs_of_its_own(manifest: &str) -> Vec<String> {
    let manifest: Table = read(manifest).parse().unwrap();
    manifest["dependencies"].as_table().unwrap().keys().cloned().collect()
}

#[test]
fn nobody_but_the_records_names_the_store() {
    let mut users = BTreeSet::new();
    for room in folders("src") {
        named_in_text(&root().join("src").join(&room), "store::", &mut users);
    }
    let outside: Vec<&String> = users.iter().filter(|path| !path.starts_with("src/records/")).collect();
    assert!(outside.is_empty(), "{outside:#?}");
    assert!(!users.is_empty(), "the records name it");
}

/// Gathers each file below a folder in which a name stands by itself.
fn named_in_text(folder: &Path, name: &str, found: &mut BTreeSet<String>) {
    for path in fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            named_in_text(&path, name, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let begins = |at: usize| !text[..at].ends_with(|letter| is_of_a_name(letter) || letter == ':');
            if text.match_indices(name).any(|(at, _)| begins(at)) {
                found.insert(path.strip_prefix(root()).unwrap().to_string_lossy().into_owned());
            }
        }
    }
}

#[test]
fn every_invariant_names_what_holds_it() {
    let text = read("ARCHITECTURE.md");
    let (_, after) = text.split_once("## Invariants").expect("the section");
    let (section, _) = after.split_once("\n## ").expect("its end");
    let invariants: Vec<&str> = section.split("\n- ").skip(1).collect();
    for invariant in &invariants {
        let named = invariant.split('`').skip(1).step_by(2);
        assert!(named.into_iter().any(|name| name.contains('/') && root().join(name).is_file()), "{invariant}");
    }
    assert!(invariants.len() > 10, "only {} invariants were looked at", invariants.len());
}

#[test]
fn every_path_that_the_documents_name_is_there() {
    let made = ["target", "site"];
    let here = folders(".").into_iter().filter(|name| !name.starts_with('.') && !made.contains(&name.as_str()));
    let beginnings: Vec<String> = here.map(|name| format!("{name}/")).collect();
    let (mut missing, mut count) = (Vec::new(), 0);
    for document in ["ARCHITECTURE.md", "README.md", "README.zh-CN.md", "CONTRIBUTING.md"] {
        let text = read(document);
        for named in text.split('`').skip(1).step_by(2).filter(|named| !named.contains(['<', '*', ' ', '$'])) {
            if beginnings.iter().any(|beginning| named.starts_with(beginning)) {
                count += 1;
                if !root().join(named).exists() {
                    missing.push(format!("{document}: {named}"));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
    assert!(count > 20, "only {count} paths were looked at");
}
