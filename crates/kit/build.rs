//! Puts files into the program: the content folder to begin with, and the built app that `HUAIDE_APP` names, if it names one.

use anyhow::{Context, Result};
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn main() -> Result<()> {
    println!("cargo:rerun-if-env-changed=HUAIDE_APP");
    let app = std::env::var_os("HUAIDE_APP").filter(|path| !path.is_empty()).map(PathBuf::from);
    let starter = std::path::absolute("starter")?;
    let lists = list("STARTER", Some(&starter))? + &list("APP", app.as_deref())?;
    let out = PathBuf::from(std::env::var_os("OUT_DIR").context("cargo names OUT_DIR")?).join("files.rs");
    std::fs::write(&out, lists).with_context(|| format!("cannot write {}", out.display()))
}

/// A constant with every file of a folder: its path inside, and its bytes.
fn list(name: &str, folder: Option<&Path>) -> Result<String> {
    let mut list = format!("pub(super) const {name}: &[(&str, &[u8])] = &[\n");
    for entry in folder.into_iter().flat_map(|folder| walkdir::WalkDir::new(folder).sort_by_file_name()) {
        let entry = entry.context("cannot read a folder that goes into the program")?;
        println!("cargo:rerun-if-changed={}", entry.path().display());
        let inside = entry.path().strip_prefix(folder.unwrap_or(Path::new("")))?.to_string_lossy().replace('\\', "/");
        if entry.file_type().is_file() {
            let path = std::path::absolute(entry.path())?;
            writeln!(list, "    ({inside:?}, include_bytes!({:?})),", path.to_string_lossy())?;
        }
    }
    Ok(list + "];\n")
}
