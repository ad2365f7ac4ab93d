//! The folders that the commands work with.

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
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

/// Where a content folder's site is made to be looked at: no other folder, and no other base, has that place.
pub fn looked_at(content: &Path, base: &str) -> PathBuf {
    // A folder that is not there is told by the publisher.
    let content = content.canonicalize().unwrap_or_else(|_| content.to_owned());
    let name = content.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let hash = Sha256::digest(format!("{}\n{base}", content.display()));
    made("sites").join(format!("{name}-{hash:.8x}"))
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

#[cfg(test)]
mod tests {
    use super::{lead, looked_at};
    use anyhow::Result;
    use std::fs;

    #[test]
    fn each_content_folder_has_a_site_of_its_own() -> Result<()> {
        let top = tempfile::tempdir()?;
        let [one, other] = ["one/content", "other/content"].map(|name| top.path().join(name));
        for folder in [&one, &other] {
            fs::create_dir_all(folder)?;
        }
        let link = top.path().join("link");
        lead(&link, &one)?;
        let site = looked_at(&one, "/");
        assert_eq!(looked_at(&link, "/"), site, "the same folder by another name");
        assert_eq!(looked_at(&one.join("../../one/content"), "/"), site);
        assert_ne!(looked_at(&other, "/"), site);
        assert_ne!(looked_at(&one, "/school/"), site);
        let name = site.file_name().and_then(|name| name.to_str()).map(str::to_owned);
        assert!(name.is_some_and(|name| name.starts_with("content-") && name.len() == "content-".len() + 8));
        Ok(())
    }
}
