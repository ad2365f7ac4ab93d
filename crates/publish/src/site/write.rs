//! Puts a site in place: written beside, then exchanged, so that nobody meets half of it.

use super::Site;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// A file that every published site has.
const SIGN: &str = "packs/index.json";

impl Site {
    /// Writes the site to a folder, in the place of the site that is there.
    ///
    /// # Errors
    /// When the folder holds something else than a site, or cannot be written. The old site then still stands.
    pub fn write(&self, folder: &Path) -> Result<()> {
        refuse_foreign(folder)?;
        let (new, old) = (beside(folder, "new"), beside(folder, "old"));
        remove(&new)?;
        self.write_files(&new)?;
        remove(&old)?;
        if folder.exists() {
            fs::rename(folder, &old).with_context(|| format!("cannot move {}", folder.display()))?;
        }
        fs::rename(&new, folder).with_context(|| format!("cannot put the site in place at {}", folder.display()))?;
        remove(&old)
    }

    fn write_files(&self, folder: &Path) -> Result<()> {
        for (name, bytes) in &self.files {
            let path = folder.join(name);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent).with_context(|| format!("cannot make {}", parent.display()))?;
            }
            fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
        }
        Ok(())
    }
}

/// A folder with something else in it is never replaced.
fn refuse_foreign(folder: &Path) -> Result<()> {
    let has_something = folder.read_dir().is_ok_and(|mut entries| entries.next().is_some());
    if has_something && !folder.join(SIGN).exists() {
        bail!("{} holds something that is no published site; choose an empty or new folder", folder.display());
    }
    Ok(())
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
