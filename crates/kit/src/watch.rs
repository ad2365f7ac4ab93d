//! Waits for changes of files, and for those that come with them.

use anyhow::{Context, Result};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// An editor writes several files at once; they are waited for.
const QUIET: Duration = Duration::from_millis(60);

/// Folders that are watched.
pub struct Watch {
    changes: Receiver<PathBuf>,
    /// Watches as long as it lives.
    _watcher: RecommendedWatcher,
}

impl Watch {
    /// Begins to watch folders with all that is in them. Hidden files, as editors and Git leave them, are passed over.
    ///
    /// # Errors
    /// When one of them cannot be watched.
    pub fn over(folders: &[&Path]) -> Result<Self> {
        let (sender, changes) = channel();
        let roots: Vec<PathBuf> = folders.iter().map(|folder| folder.to_path_buf()).collect();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            let Ok(event) = event else { return };
            if matches!(event.kind, EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_)) {
                for path in event.paths.into_iter().filter(|path| !is_hidden(path, &roots)) {
                    // Nobody listens any more when the program ends.
                    let _ = sender.send(path);
                }
            }
        })?;
        for folder in folders {
            watcher.watch(folder, RecursiveMode::Recursive).with_context(|| folder.display().to_string())?;
        }
        Ok(Self { changes, _watcher: watcher })
    }

    /// Waits for a change and for those that come with it. `None` when nothing is watched any more.
    pub fn next(&self) -> Option<Vec<PathBuf>> {
        let mut paths = vec![self.changes.recv().ok()?];
        while let Ok(path) = self.changes.recv_timeout(QUIET) {
            paths.push(path);
        }
        Some(paths)
    }
}

fn is_hidden(path: &Path, roots: &[PathBuf]) -> bool {
    let inside = roots.iter().find_map(|root| path.strip_prefix(root).ok()).unwrap_or(path);
    inside.components().any(|part| part.as_os_str().to_string_lossy().starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::is_hidden;
    use std::path::{Path, PathBuf};

    #[test]
    fn what_editors_and_git_leave_is_hidden_and_the_way_to_the_folder_does_not_count() {
        let check = |path: &str, hidden: bool| {
            assert_eq!(is_hidden(Path::new(path), &[PathBuf::from("/a/.b/content")]), hidden, "{path}");
        };
        check("/a/.b/content/lessons/x.md", false);
        check("/a/.b/content/.git/index", true);
        check("/a/.b/content/lessons/.x.md.swp", true);
    }
}
