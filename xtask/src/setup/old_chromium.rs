//! Chromium as phones of 2020 and 2021 have it, which npm packages ship for a purpose of their own, and the Puppeteer that drives it.

use super::{npm, once, tools};
use crate::{place, process};
use anyhow::{Context, Result};
use std::path::PathBuf;

/// Versions of Chromium, by those of the package `chrome-aws-lambda` that ships them.
const VERSIONS: [(&str, &str); 3] = [("80", "2.1.1"), ("88", "5.5.0"), ("92", "10.1.0")];
/// The Puppeteer that drives all of them.
const PUPPETEER: &str = "5.5.0";

/// The folder with a folder for each version; fetched and unpacked when they are missing.
pub fn ready() -> Result<PathBuf> {
    let folder = tools()?.join("old-chromium");
    for (version, package) in VERSIONS {
        once(&folder.join(version), "chromium", |part| {
            let from = npm::package("chrome-aws-lambda", package, &format!("Chromium {version}"))?;
            let mut unpack = process::program("node");
            unpack.arg(place::tests().join("old/unpack.js"));
            unpack.arg(from.join("node_modules/chrome-aws-lambda")).arg(part);
            process::run(&mut unpack).with_context(|| format!("cannot unpack Chromium {version}"))
        })?;
    }
    Ok(folder)
}

/// The folder of Puppeteer; fetched when it is missing.
pub fn puppeteer() -> Result<PathBuf> {
    npm::package("puppeteer-core", PUPPETEER, "Puppeteer")
}
