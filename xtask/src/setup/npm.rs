//! What comes through npm: wasm-opt, Terser, and the packages of the browser tests.

use super::{once, tools};
use crate::{place, process};
use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::PathBuf;

/// Debian's and the crate's wasm-opt are too old for what Rust makes.
const BINARYEN: &str = "132.0.0";
/// Says in older words what old browsers do not understand.
const ESBUILD: &str = "0.25.12";
/// Makes scripts smaller.
const TERSER: &str = "5.51.4";
/// One of those that the bench stands beside.
const VITEPRESS: &str = "1.6.4";
const WASM_OPT: &str = "node_modules/binaryen/bin/wasm-opt";
/// The oldest Node that everything runs on.
const NODE: u32 = 20;
/// Npm writes it when all packages stand.
const INSTALLED: &str = "node_modules/.package-lock.json";

/// The script of wasm-opt, for node; fetched when it is missing.
pub fn wasm_opt() -> Result<PathBuf> {
    Ok(package("binaryen", BINARYEN, "wasm-opt")?.join(WASM_OPT))
}

/// The script of Terser, for node; fetched when it is missing.
pub fn terser() -> Result<PathBuf> {
    Ok(package("terser", TERSER, "Terser")?.join("node_modules/terser/bin/terser"))
}

/// The script of esbuild, for node; fetched when it is missing.
pub fn esbuild() -> Result<PathBuf> {
    Ok(package("esbuild", ESBUILD, "esbuild")?.join("node_modules/esbuild/bin/esbuild"))
}

/// The packages of VitePress; fetched when they are missing.
pub fn vitepress() -> Result<PathBuf> {
    Ok(package("vitepress", VITEPRESS, "VitePress, for the bench")?.join("node_modules"))
}

/// A package in a folder of its own; fetched when it is missing.
pub fn package(name: &str, version: &str, what: &str) -> Result<PathBuf> {
    let folder = tools()?.join(format!("{name}-{version}"));
    once(&folder, INSTALLED, |part| {
        node()?;
        println!("Set-up: {what} ({name} {version}, about 1 minute, once for all checkouts)");
        let mut npm = process::npm();
        npm.current_dir(part).args([
            "install",
            "--silent",
            "--ignore-scripts",
            "--legacy-peer-deps",
            "--no-audit",
            "--no-fund",
            "--prefix",
        ]);
        process::run(npm.arg(part).arg(format!("{name}@{version}"))).with_context(|| format!("cannot install {what}"))
    })?;
    Ok(folder)
}

/// Lets `tests/node_modules` lead to the packages that the lock file names; installs them when no checkout did before.
pub fn packages() -> Result<()> {
    node()?;
    let lock = place::tests().join("package-lock.json");
    let bytes = fs::read(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
    let folder = tools()?.join(format!("npm-{:.16x}", Sha256::digest(bytes)));
    once(&folder, INSTALLED, |part| {
        println!("Set-up: the npm packages of the tests (about 1 minute, once for all checkouts)");
        for name in ["package.json", "package-lock.json"] {
            fs::copy(place::tests().join(name), part.join(name)).with_context(|| format!("cannot copy {name}"))?;
        }
        let mut npm = process::npm();
        process::run(npm.current_dir(part).args(["ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"]))
            .context("cannot install the packages of the tests")
    })?;
    place::lead(&place::tests().join("node_modules"), &folder.join("node_modules"))
}

/// Node stands on the machine already, or the command stops.
pub fn node() -> Result<()> {
    let ask = || process::read(process::program("node").arg("--version"));
    let version = ask().with_context(|| format!("Node is missing: install version {NODE} or newer"))?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|number| number.parse::<u32>().ok());
    ensure!(major.is_some_and(|major| major >= NODE), "Node {} is too old: install {NODE} or newer", version.trim());
    Ok(())
}
