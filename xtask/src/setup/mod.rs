//! Fetches what is missing, says what and about how long it takes, and does nothing when all is there.
//!
//! Tools stand in a cache of the user, under their version, so that a second checkout finds them: `$HUAIDE_TOOLS`, else
//! `$XDG_CACHE_HOME/huaide/tools`, else `~/.cache/huaide/tools`. A tool is made in a folder beside its place and then renamed, so
//! that a broken set-up never looks complete.

pub mod cargo_tools;
pub mod npm;
pub mod old_chromium;
pub mod path;
pub mod rust_target;
pub mod system;

use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// What building the app needs.
pub fn for_app() -> Result<()> {
    rust_target::ready()?;
    cargo_tools::ready()?;
    npm::esbuild()?;
    crate::process::run(crate::process::cargo().args(["fetch", "--quiet", "--locked"]))
        .context("cannot fetch the libraries that Cargo.lock names")
}

/// What a release needs as well.
pub fn for_release() -> Result<()> {
    for_app()?;
    npm::terser()?;
    npm::wasm_opt().map(drop)
}

/// What the linters need.
pub fn for_lint() -> Result<()> {
    rust_target::ready()?;
    npm::packages()
}

/// What the tests of the store need.
pub fn for_store() -> Result<()> {
    system::ready()?;
    rust_target::ready()?;
    cargo_tools::ready()
}

/// What the tests of the whole portal need.
pub fn for_browser() -> Result<()> {
    system::ready()?;
    for_release()?;
    npm::packages()
}

/// What those in browsers of 2020 need.
pub fn for_old() -> Result<()> {
    for_browser()?;
    old_chromium::ready()?;
    old_chromium::puppeteer().map(drop)
}

/// What those in all engines need; the bench, too.
pub fn for_tests() -> Result<()> {
    for_browser()?;
    cargo_tools::for_tests()
}

/// Where the tools stand.
pub fn tools() -> Result<PathBuf> {
    let named = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = || named("XDG_CACHE_HOME").or_else(|| Some(std::env::home_dir()?.join(".cache")));
    named("HUAIDE_TOOLS")
        .or_else(|| Some(cache()?.join("huaide").join("tools")))
        .context("no home folder: name one for the tools with HUAIDE_TOOLS")
}

/// Makes a tool with `fill` unless its `sign` stands already.
fn once(folder: &Path, sign: &str, fill: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    if folder.join(sign).exists() {
        return Ok(());
    }
    let part = folder.with_extension(format!("part-{}", std::process::id()));
    fs::create_dir_all(&part).with_context(|| format!("cannot make {}", part.display()))?;
    let made = fill(&part).and_then(|()| put(&part, folder, sign));
    if part.exists() {
        fs::remove_dir_all(&part).with_context(|| format!("cannot remove {}", part.display()))?;
    }
    made
}

/// Puts a finished tool in place; another run may have been faster.
fn put(part: &Path, folder: &Path, sign: &str) -> Result<()> {
    anyhow::ensure!(part.join(sign).exists(), "{} was not made in {}", sign, part.display());
    if folder.join(sign).exists() {
        return Ok(());
    }
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    fs::rename(part, folder).with_context(|| format!("cannot put {} in place", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::once;
    use anyhow::{Result, bail};
    use std::fs;

    #[test]
    fn a_failed_set_up_leaves_nothing() -> Result<()> {
        let cache = tempfile::tempdir()?;
        let tool = cache.path().join("tool-1.0");
        let failed = once(&tool, "sign", |part| {
            fs::write(part.join("half"), "")?;
            bail!("cut off")
        });
        assert!(failed.is_err());
        assert_eq!(fs::read_dir(cache.path())?.count(), 0);
        Ok(())
    }

    #[test]
    fn what_is_there_is_not_made_again() -> Result<()> {
        let cache = tempfile::tempdir()?;
        let tool = cache.path().join("tool-1.0");
        once(&tool, "sign", |part| Ok(fs::write(part.join("sign"), "")?))?;
        once(&tool, "sign", |_| bail!("made twice"))
    }
}
