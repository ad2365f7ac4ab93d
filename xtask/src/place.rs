//! The folders that the commands work with.

use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// The top of this checkout.
pub fn root() -> PathBuf {
    // Cargo names the folder at run time; a copied binary knows where it was built.
    let here = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    here.parent().map_or(here.clone(), PathBuf::from)
}

/// Where cargo builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// What Trunk and the publisher make of a build for a purpose: `app`, `site` and so on.
pub fn made(name: &str) -> PathBuf {
    target().join("huaide").join(name)
}

/// The folder of the browser tests and their packages.
pub fn tests() -> PathBuf {
    root().join("tests")
}

/// The program `huaide` as it was built for working on it.
pub fn huaide() -> PathBuf {
    built("debug")
}

/// The program `huaide` of a Cargo profile.
pub fn built(profile: &str) -> PathBuf {
    target().join(profile).join(format!("huaide{}", std::env::consts::EXE_SUFFIX))
}

/// A folder of material that is not part of the project: beside the checkout, or where `HUAIDE_SHARED` says.
pub fn shared(name: &str) -> PathBuf {
    std::env::var_os("HUAIDE_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from).join(name)
}

/// Makes `link` lead to a folder or a file.
pub fn lead(link: &Path, to: &Path) -> Result<()> {
    if fs::read_link(link).is_ok_and(|there| there == to) {
        return Ok(());
    }
    if link.is_symlink() {
        fs::remove_file(link).with_context(|| format!("cannot remove {}", link.display()))?;
    }
    #[cfg(windows)]
    let led = if to.is_dir() {
        std::os::windows::fs::symlink_dir(to, link)
    } else {
        std::os::windows::fs::symlink_file(to, link)
    };
    #[cfg(not(windows))]
    let led = std::os::unix::fs::symlink(to, link);
    led.with_context(|| format!("cannot make {}", link.display()))
}
