//! The compilation target of the app.

use crate::process;
use anyhow::{Context, Result};
use std::path::PathBuf;

/// Its name.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Adds the target with rustup unless it is there.
pub fn ready() -> Result<()> {
    let libraries = process::read(process::program("rustc").args(["--print", "target-libdir", "--target", WASM]))
        .context("Rust is missing: install it with rustup")?;
    if PathBuf::from(libraries.trim()).exists() {
        return Ok(());
    }
    println!("Set-up: the Rust target {WASM} (about 1 minute, once)");
    process::run(process::program("rustup").args(["target", "add", WASM]))
        .with_context(|| format!("cannot add the Rust target {WASM}"))
}
