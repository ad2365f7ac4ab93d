//! Puts a site in place: written beside, then exchanged, so that nobody meets half of it.

use super::packed::ENDINGS;
use super::{File, Site};
use anyhow::{Context, Result, bail, ensure};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// A file that every published site has.
const SIGN: &str = "packs/index.json";
/// What systems leave in folders that were looked into.
const OF_SYSTEMS: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];
/// Ends the name of a file that is not in its place yet.
const NEW: &str = ".new";
/// What names other files.
const LAST: [&str; 2] = [SIGN, "sw.js"];
/// What a site has or has not, as its content is.
const SOMETIMES: [&str; 3] = ["media", "portal.zip", "sitemap.xml"];

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
        let is_foreign = |name: &&String| {
            let left_over = OF_SYSTEMS.contains(&name.as_str()) || name.ends_with(NEW);
            !(own.contains(unpacked(name)) || left_over || has_only_pages(&folder.join(name)))
        };
        let shown = folder.display();
        match names.iter().find(is_foreign) {
            Some(name) => bail!(
                "{shown} 里有 {name}，不是网站的文件；请换一个新的或者空的文件夹 / holds {name}, which is not of a site; choose an \
                 empty or new folder"
            ),
            None if !names.is_empty() && !folder.join(SIGN).exists() => bail!(
                "{shown} 里的东西不是发布出来的网站；请换一个新的或者空的文件夹 / holds something that is no published site; \
                 choose an empty or new folder"
            ),
            None => Ok(()),
        }
    }

    fn write_files(&self, folder: &Path) -> Result<()> {
        self.files.par_iter().try_for_each(|(name, file)| put(folder, name, file))
    }

    /// Writes only what differs from `old`, which is what stands in the folder. Every file is exchanged whole; the lists of what
    /// there is and the worker come last, so that they never name what is not there yet.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn write_changes(&self, old: &Self, folder: &Path) -> Result<()> {
        let differs = |(name, file): &(&String, &File)| old.files.get(*name) != Some(*file);
        let is_stale = |name: &&String| self.files.get(*name) != old.files.get(*name);
        old.files.keys().filter(is_stale).try_for_each(|name| self.take_packed_away(folder, name))?;
        let (last, first): (Vec<_>, Vec<_>) =
            self.files.iter().filter(differs).partition(|(name, _)| LAST.contains(&name.as_str()));
        first.into_par_iter().try_for_each(|(name, file)| exchange(folder, name, file))?;
        last.into_iter().try_for_each(|(name, file)| exchange(folder, name, file))?;
        // Where case does not count, a file that was renamed by case alone is in its place already.
        let there: BTreeSet<String> = self.files.keys().map(|name| name.to_lowercase()).collect();
        let mut gone = old.files.keys().filter(|name| !there.contains(&name.to_lowercase()));
        gone.try_for_each(|name| take_away(folder, name))
    }

    /// A packed copy that somebody made beside a file is no copy of the new one.
    fn take_packed_away(&self, folder: &Path, name: &str) -> Result<()> {
        let copies = ENDINGS.iter().map(|ending| format!("{name}{ending}"));
        for copy in copies.filter(|copy| !self.files.contains_key(copy)) {
            let path = inside(folder, &copy)?;
            if path.is_file() {
                fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
            }
        }
        Ok(())
    }
}

fn put(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let path = inside(folder, name)?;
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).with_context(|| format!("cannot make {}", parent.display()))?;
    }
    fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

fn exchange(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let new = format!("{name}{NEW}");
    put(folder, &new, bytes)?;
    let exchanged = fs::rename(folder.join(&new), folder.join(name));
    if exchanged.is_err() {
        // What could not be put in place must not lie beside it.
        let _ = fs::remove_file(folder.join(&new));
    }
    exchanged.with_context(|| format!("cannot put {name} in place"))
}

/// Whether a folder is one of old addresses that lead on: nothing but pages.
fn has_only_pages(folder: &Path) -> bool {
    let mut files =
        walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|one| !one.file_type().is_dir());
    folder.is_dir() && files.all(|file| unpacked(&file.file_name().to_string_lossy()) == "index.html")
}

/// The name of a file, or of that of which it is a packed copy.
fn unpacked(name: &str) -> &str {
    ENDINGS.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name)
}

/// Removes a file, and the folders that it leaves empty.
fn take_away(folder: &Path, name: &str) -> Result<()> {
    let path = inside(folder, name)?;
    fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
    // A folder with something left in it stays.
    let parents = path.ancestors().skip(1).take_while(|parent| *parent != folder);
    parents.take_while(|parent| fs::remove_dir(parent).is_ok()).for_each(drop);
    Ok(())
}

fn inside(folder: &Path, name: &str) -> Result<PathBuf> {
    let is_inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    ensure!(is_inside, "{name} is no name of a file on a site");
    Ok(folder.join(name))
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
