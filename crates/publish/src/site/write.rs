//! Puts a site in place: written beside, then exchanged, so that nobody meets half of it.

use super::Site;
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// A file that every published site has.
const SIGN: &str = "packs/index.json";
/// What a site has or has not, as its content is.
const SOMETIMES: [&str; 5] = ["lessons", "materials", "media", "portal.zip", "sitemap.xml"];

impl Site {
    /// Writes the site to a folder, in the place of the site that is there.
    ///
    /// # Errors
    /// When the folder holds something else than a site, or cannot be written. The old site then still stands.
    pub fn write(&self, folder: &Path) -> Result<()> {
        self.refuse_foreign(folder)?;
        let (new, old) = (beside(folder, "new"), beside(folder, "old"));
        remove(&new)?;
        self.write_files(&new)?;
        remove(&old)?;
        if folder.exists() {
            fs::rename(folder, &old).with_context(|| format!("cannot move {}", folder.display()))?;
        }
        if let Err(error) = fs::rename(&new, folder) {
            // The old site goes back to its place; if even that fails, it stands beside it.
            let _ = fs::rename(&old, folder);
            return Err(error).with_context(|| format!("cannot put the site in place at {}", folder.display()));
        }
        remove(&old)
    }

    /// A folder with something else in it is never replaced: neither one that holds no site, nor a site beside which something lies
    /// that no site has, such as `.git`.
    fn refuse_foreign(&self, folder: &Path) -> Result<()> {
        let Ok(entries) = folder.read_dir() else { return Ok(()) };
        let names: Vec<String> =
            entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        let own: BTreeSet<&str> =
            self.files.keys().filter_map(|name| name.split('/').next()).chain(SOMETIMES).collect();
        let foreign = names.iter().find(|name| !own.contains(name.as_str()));
        match foreign {
            Some(name) => {
                bail!("{} holds {name}, which is not of a site; choose an empty or new folder", folder.display())
            }
            None if !names.is_empty() && !folder.join(SIGN).exists() => {
                bail!("{} holds something that is no published site; choose an empty or new folder", folder.display())
            }
            None => Ok(()),
        }
    }

    fn write_files(&self, folder: &Path) -> Result<()> {
        for (name, bytes) in &self.files {
            let is_inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
            ensure!(is_inside, "{name} is no name of a file on a site");
            let path = folder.join(name);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent).with_context(|| format!("cannot make {}", parent.display()))?;
            }
            fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
        }
        Ok(())
    }
}

fn beside(folder: &Path, word: &str) -> PathBuf {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    folder.with_file_name(format!(".{name}.{word}"))
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}
