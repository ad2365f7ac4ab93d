//! The scripts of the app: joined from their parts, said in older words for old engines, and made smaller.

use crate::process;
use crate::setup::npm;
use anyhow::{Context, Result};
use model::shared;
use std::fs;
use std::path::{Path, PathBuf};

/// A script that is joined from parts.
struct Joined {
    /// Its beginning; the folder of the same name has its parts, which follow by name.
    path: &'static str,
    /// What stands before and after it.
    around: [&'static str; 2],
}

const JOINED: [Joined; 2] = [
    // Nothing of it is seen by the other scripts of a page.
    Joined { path: "public/boot.js", around: ["(() => {\n\"use strict\";\n", "})();\n"] },
    // A worker of one file is one that a browser keeps whole.
    Joined { path: "public/sw.js", around: ["", ""] },
];

/// The oldest engines that all scripts must run in, as esbuild names them; the publisher's sheets go by the same file.
const ENGINES: &str = include_str!("../../crates/publish/src/site/oldest.txt");

/// Joins the scripts of a folder that have parts, in their places; the parts go.
pub fn join(folder: &Path) -> Result<()> {
    JOINED.iter().try_for_each(|script| script.join(folder))
}

impl Joined {
    fn join(&self, folder: &Path) -> Result<()> {
        let path = folder.join(self.path);
        let parts = path.with_extension("");
        let mut all = vec![path.clone()];
        all.extend(find(&parts)?);
        let texts: Vec<String> = all.iter().map(|part| read(part)).collect::<Result<_>>()?;
        let body = texts.join("\n");
        let [before, after] = self.around;
        let text = format!("{before}{}{body}{after}", declarations(&body));
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        fs::remove_dir_all(&parts).with_context(|| format!("cannot remove {}", parts.display()))
    }
}

/// What a script has of the names that it shares with the programs.
fn declarations(script: &str) -> String {
    // The comments in which the parts name them are no use of them.
    let code: Vec<&str> = script.lines().filter(|line| !line.trim_start().starts_with("/*")).collect();
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let uses = |name: &str| code.iter().any(|line| line.split(|c| !is_word(c)).any(|word| word == name));
    let used = shared::declarations().into_iter().filter(|(name, _)| uses(name));
    used.map(|(_, line)| line + "\n").collect()
}

/// Says in older words what old engines do not understand, in every script of a folder, in its place.
pub fn lower(folder: &Path) -> Result<()> {
    let mut command = process::program("node");
    command.arg(npm::esbuild()?).args(find(folder)?);
    command.args(["--allow-overwrite", "--charset=utf8", "--log-level=warning"]);
    command.arg(format!("--target={}", ENGINES.trim_end())).arg(format!("--outbase={}", folder.display()));
    command.arg(format!("--outdir={}", folder.display()));
    process::run(&mut command).context("cannot lower the scripts")
}

/// Makes a script smaller, in its place. `kind` is what Terser must know of it.
pub fn shrink(script: &Path, kind: &[&str]) -> Result<()> {
    let mut command = process::program("node");
    command
        .arg(npm::terser()?)
        .arg(script)
        .args(["--compress", "passes=2", "--mangle"])
        .args(kind)
        .arg("-o")
        .arg(script);
    process::run(&mut command).context("cannot make a script smaller")
}

/// All scripts in a folder and those below it, in order.
fn find(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let entries = folder.read_dir().with_context(|| format!("cannot read {}", folder.display()))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            found.extend(find(&path)?);
        } else if path.extension().is_some_and(|end| end == "js") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::{JOINED, declarations, join};
    use crate::place;
    use anyhow::{Context, Result};
    use std::fs;

    #[test]
    fn a_script_is_its_beginning_then_its_parts_and_what_it_shares_stands_before() -> Result<()> {
        let folder = tempfile::tempdir()?;
        for script in &JOINED {
            let path = folder.path().join(script.path);
            let parts = path.with_extension("");
            fs::create_dir_all(&parts)?;
            fs::write(&path, "begin();")?;
            fs::write(parts.join("b.js"), "/* global DATABASE, GUEST */\nopen(DATABASE);\n")?;
            fs::write(parts.join("a.js"), "first();\n")?;
        }
        join(folder.path())?;
        let boot = fs::read_to_string(folder.path().join("public/boot.js"))?;
        let begin = "(() => {\n\"use strict\";\nconst DATABASE = \"huaide\";\nbegin();\nfirst();\n";
        assert!(boot.starts_with(begin) && boot.ends_with("open(DATABASE);\n})();\n"), "{boot}");
        assert!(!folder.path().join("public/boot").exists());
        Ok(())
    }

    /// A name that no script shares any more would stand in the list for nothing.
    #[test]
    fn every_shared_name_is_used_by_a_script() -> Result<()> {
        let mut code = String::new();
        for script in &JOINED {
            let path = place::root().join(script.path);
            let parts = super::find(&path.with_extension(""))?;
            for part in std::iter::once(path).chain(parts) {
                code += &super::read(&part).with_context(|| format!("{}", part.display()))?;
            }
        }
        let used = declarations(&code);
        let unused: Vec<_> =
            model::shared::declarations().into_iter().filter(|(_, line)| !used.contains(line)).collect();
        assert!(unused.is_empty(), "{unused:?}");
        Ok(())
    }
}
