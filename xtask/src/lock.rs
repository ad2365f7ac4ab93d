//! Keeps two `cargo xtask` in one checkout apart, which would build into the same folders: the second one says for whom it waits, and waits.
//!
//! The system locks the open file, so a program that is killed leaves no lock behind.

use crate::place;
use anyhow::{Context, Result};
use std::fs::{self, File, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

/// Tells a `cargo xtask` that the one that started it holds the lock.
pub const INSIDE: &str = "HUAIDE_LOCKED";

static HELD: AtomicBool = AtomicBool::new(false);

/// The lock, as long as this lives.
pub struct Lock(Option<File>);

/// Takes it for a command, as soon as it is free.
pub fn take(command: &str) -> Result<Lock> {
    if std::env::var_os(INSIDE).is_some() {
        return Ok(Lock(None));
    }
    let file = take_file(&place::made("lock"), command, |said| println!("{said}"))?;
    HELD.store(true, Ordering::Relaxed);
    Ok(Lock(Some(file)))
}

/// Whether this program holds it.
pub fn is_held() -> bool {
    HELD.load(Ordering::Relaxed)
}

impl Drop for Lock {
    fn drop(&mut self) {
        if self.0.take().is_some() {
            HELD.store(false, Ordering::Relaxed);
        }
    }
}

/// Locks a file and writes into it who did.
fn take_file(path: &Path, command: &str, tell: impl FnOnce(String)) -> Result<File> {
    let fault = || format!("cannot lock {}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(fault)?;
    }
    let mut file =
        File::options().read(true).write(true).create(true).truncate(false).open(path).with_context(fault)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            tell(format!("This checkout is being built by {}: waiting until it is done", holder(&mut file)));
            file.lock().with_context(fault)?;
        }
        Err(TryLockError::Error(error)) => return Err(error).with_context(fault),
    }
    file.set_len(0).with_context(fault)?;
    file.rewind().with_context(fault)?;
    write!(file, "cargo xtask {command} (process {})", std::process::id()).with_context(fault)?;
    Ok(file)
}

/// Who holds the lock. It may not have written that yet, and not every system lets others read a locked file.
fn holder(file: &mut File) -> String {
    let mut name = String::new();
    match file.read_to_string(&mut name) {
        Ok(1..) => name,
        _ => "another cargo xtask".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::take_file;
    use anyhow::{Result, anyhow};
    use std::sync::mpsc::channel;
    use std::thread;

    #[test]
    fn the_second_one_says_for_whom_it_waits_and_waits() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("made/lock");
        let (sender, said) = channel();
        let tell = |to: &std::sync::mpsc::Sender<String>| {
            let to = to.clone();
            move |text| to.send(text).unwrap_or_default()
        };
        let first = take_file(&path, "serve", tell(&sender))?;
        assert!(said.try_recv().is_err(), "the first one waits for nobody");
        let second = thread::spawn({
            let (path, tell) = (path.clone(), tell(&sender));
            move || take_file(&path, "test", tell)
        });
        let own = std::process::id();
        assert_eq!(
            said.recv()?,
            format!("This checkout is being built by cargo xtask serve (process {own}): waiting until it is done")
        );
        assert!(!second.is_finished());
        drop(first);
        let second = second.join().map_err(|_| anyhow!("the second one panicked"))??;
        assert_eq!(std::fs::read_to_string(&path)?, format!("cargo xtask test (process {own})"));
        drop(second);
        take_file(&path, "check", tell(&sender))?;
        assert!(said.try_recv().is_err(), "what was let go is free");
        Ok(())
    }
}
