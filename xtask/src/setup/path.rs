//! The path of the tests: a folder of links to the programs that are declared, and nothing else. A test that starts another one fails on
//! every machine, not only on the next clean one.

use super::system;
use crate::place;
use anyhow::{Context, Result};
use std::env;
use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// What stands wherever this project is built: Rust with what it links with, and Node.
const TOOLS: [&str; 9] = ["cargo", "rustc", "rustdoc", "node", "cc", "ld", "as", "ar", "sh"];

/// What Debian's script `chromium` starts before the browser.
const STARTERS: [&str; 9] = ["cut", "expr", "find", "findmnt", "grep", "ls", "rm", "tr", "uname"];

/// Lets a command, and all that it starts, find the declared programs only.
pub fn close(command: &mut Command) -> Result<()> {
    static MADE: OnceLock<PathBuf> = OnceLock::new();
    let folder = match MADE.get() {
        Some(folder) => folder,
        None => {
            let folder = place::made("programs");
            make(&folder)?;
            MADE.get_or_init(|| folder)
        }
    };
    command.env("PATH", folder);
    Ok(())
}

/// Makes the folder anew.
fn make(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let found = TOOLS.iter().chain(&STARTERS).filter_map(|name| find(name));
    for program in found.chain(system::programs()) {
        let name = program.file_name().context("a program has a name")?;
        place::lead(&folder.join(name), &program)?;
    }
    Ok(())
}

/// Where a tool is on this machine; one that it does not have is missed by whatever starts it.
fn find(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let places = env::split_paths(&path).map(|folder| folder.join(format!("{name}{EXE_SUFFIX}")));
    places.into_iter().find(|place| place.is_file())
}

#[cfg(test)]
mod tests {
    use super::make;
    use anyhow::Result;
    use std::process::{Command, Stdio};

    #[test]
    fn a_program_that_is_not_declared_is_not_found() -> Result<()> {
        let folder = tempfile::tempdir()?;
        make(folder.path())?;
        let starts = |name: &str| {
            let mut command = Command::new(name);
            command.arg("--version").env("PATH", folder.path()).stdout(Stdio::null()).stderr(Stdio::null());
            command.spawn().is_ok_and(|mut program| program.wait().is_ok())
        };
        assert!(starts("node") && starts("rustc"), "what is declared is found");
        assert!(!starts("env") && !starts("apt-get"), "what every Debian has is not declared, and not found");
        Ok(())
    }

    /// Itself a native test, it sees what the kind `native` lets tests see.
    #[test]
    fn native_tests_do_not_find_it_either() {
        let is_closed = std::env::var_os("PATH").is_some_and(|path| path == *crate::place::made("programs"));
        if !is_closed {
            println!("SKIPPED the path of the tests: it is closed by cargo xtask test only");
            return;
        }
        assert!(Command::new("env").spawn().is_err());
    }
}
