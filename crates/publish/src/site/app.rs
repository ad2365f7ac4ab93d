//! The app as its build left it: its three programs with their scripts, style sheets, and the public folder.

use super::{File, style};
use crate::hash;
use anyhow::{Context, Result};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// The built app.
#[derive(Debug, Clone)]
pub struct App {
    /// The files that go onto the site as they are, by address.
    pub files: BTreeMap<String, File>,
    /// What reading needs.
    pub reader: Program,
    /// What studying needs.
    pub study: Program,
    /// What the holiday programme needs.
    pub youth: Program,
    /// The style sheets that every page needs, joined and made small.
    pub style: String,
    /// Those that only studying needs.
    pub study_style: String,
    /// Those that only the holiday programme needs, besides.
    pub youth_style: String,
    /// The address of those of studying, for texts with notes.
    pub study_sheet: String,
    /// The small script in every page's head.
    pub boot: String,
    /// The service worker, to be filled in.
    pub worker: String,
    /// What takes its place when the organiser switches it off.
    pub retired: String,
    /// The web app manifest, to be filled in.
    pub manifest: Vec<u8>,
    /// The name of this build: the first 16 digits of a hash over all of the above.
    pub build: String,
}

/// A program, and the script that starts it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    /// The address of the script.
    pub script: String,
    /// The address of the program.
    pub wasm: String,
}

/// The files of the public folder that are templates and do not go onto the site as they are.
const TEMPLATES: [&str; 4] = ["boot.js", "sw.js", "sw-retired.js", "manifest.webmanifest"];

impl App {
    /// Reads the folder that Trunk built: `huaide.js`, `huaide_bg.wasm`, the same of `study` and `youth`, `snippets`, `public`, `style`.
    ///
    /// # Errors
    /// When a file is missing or unreadable.
    pub fn read(dist: &Path) -> Result<Self> {
        Self::from_files(&read_folder(dist)?).with_context(|| format!("the built app in {}", dist.display()))
    }

    /// Takes what stood in such a folder, by the path inside it.
    ///
    /// # Errors
    /// When a file is missing.
    pub fn from_files(all: &BTreeMap<String, Vec<u8>>) -> Result<Self> {
        let text = |name: &str| text(all, name);
        let mut files = BTreeMap::new();
        let reader = program(all, "huaide", &mut files)?;
        let study = program(all, "study", &mut files)?;
        let youth = program(all, "youth", &mut files)?;
        let study_style = style::study(all)?;
        let study_sheet = format!("app/study-{}.css", hash::short(study_style.as_bytes()));
        files.insert(study_sheet.clone(), File::new(study_style.clone().into_bytes()));
        for (name, bytes) in all {
            if name.starts_with("snippets/") {
                files.insert(format!("app/{name}"), File::new(bytes.clone()));
            } else if let Some(name) = name.strip_prefix("public/").filter(|name| !TEMPLATES.contains(name)) {
                files.insert(name.to_owned(), File::new(bytes.clone()));
            }
        }
        Ok(Self {
            files,
            reader,
            study,
            youth,
            youth_style: style::youth(all)?,
            style: style::every(all)?,
            study_style,
            study_sheet,
            boot: compact(&text("public/boot.js")?),
            worker: text("public/sw.js")?,
            retired: text("public/sw-retired.js")?,
            manifest: text("public/manifest.webmanifest")?.into_bytes(),
            build: name(all),
        })
    }

    /// What the scripts of a page must be, as browsers check it: an import map of the page whose root is `root`. A page that shows another text
    /// may need the notes too, so their script is always in it.
    pub(super) fn import_map(&self, program: &Program, root: &str) -> String {
        let named = [&program.script, &self.study.script].into_iter();
        let snippets =
            self.files.keys().filter(|address| address.starts_with("app/snippets/") && address.ends_with(".js"));
        let of = |address: &String| Some((format!("{root}{address}"), self.integrity(address)?));
        let all: BTreeMap<String, String> = named.chain(snippets).filter_map(of).collect();
        json!({ "integrity": all }).to_string()
    }

    /// What a file of the app must be: its hash, as browsers check it.
    pub(super) fn integrity(&self, address: &str) -> Option<String> {
        self.files.get(address).map(File::integrity)
    }

    /// The addresses of the files without which the app does not run, and its icons.
    pub fn shell(&self) -> impl Iterator<Item = (&String, &File)> {
        self.files.iter().filter(|(address, _)| address.starts_with("app/") || address.starts_with("icons/"))
    }
}

fn text(all: &BTreeMap<String, Vec<u8>>, name: &str) -> Result<String> {
    let bytes = all.get(name).with_context(|| format!("{name} is missing"))?;
    String::from_utf8(bytes.clone()).with_context(|| format!("{name} is not UTF-8"))
}

/// A script without the comments that take whole lines, and without indentation: every reader loads it.
fn compact(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// All files under a folder, by their path inside it. A folder's own page, which Trunk writes, is not needed.
fn read_folder(dist: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut all = BTreeMap::new();
    for entry in walkdir::WalkDir::new(dist).sort_by_file_name() {
        let entry = entry.with_context(|| format!("cannot read the built app in {}", dist.display()))?;
        let path = entry.path().strip_prefix(dist)?.to_string_lossy().replace('\\', "/");
        if entry.file_type().is_file() && path != "index.html" {
            let bytes =
                std::fs::read(entry.path()).with_context(|| format!("cannot read {}", entry.path().display()))?;
            all.insert(path, bytes);
        }
    }
    Ok(all)
}

/// Makes a program and its script ready, under names that carry their hashes.
fn program(all: &BTreeMap<String, Vec<u8>>, name: &str, files: &mut BTreeMap<String, File>) -> Result<Program> {
    let mut add = |file: String, kind: &str, ready: fn(&[u8]) -> Vec<u8>| -> Result<String> {
        let bytes = ready(all.get(&file).with_context(|| format!("{file} is missing"))?);
        let address = format!("app/{name}-{}.{kind}", hash::short(&bytes));
        files.insert(address.clone(), File::new(bytes));
        Ok(address)
    };
    let script = add(format!("{name}.js"), "js", |bytes| compact(&String::from_utf8_lossy(bytes)).into_bytes())?;
    Ok(Program { script, wasm: add(format!("{name}_bg.wasm"), "wasm", <[u8]>::to_vec)? })
}

fn name(all: &BTreeMap<String, Vec<u8>>) -> String {
    let mut hasher = Sha256::new();
    for (name, bytes) in all {
        hasher.update(name.as_bytes());
        hasher.update((bytes.len() as u64).to_le_bytes());
        hasher.update(bytes);
    }
    let mut hash = hash::hexadecimal(&hasher.finalize());
    hash.truncate(16);
    hash
}
