//! Trunk and wasm-bindgen, in exactly the versions that the app is built with, and what the bench stands beside.

use super::{once, tools};
use crate::{bindgen, place, process};
use anyhow::{Context, Result};
use std::env::consts::EXE_SUFFIX;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// A program that cargo installs.
struct Tool {
    name: &'static str,
    version: &'static str,
    /// The last of its programs.
    program: &'static str,
    minutes: u8,
    /// Whether its own Cargo.lock still resolves.
    locked: bool,
    /// Whether it is used offline only, and does without its default features, which fetch things.
    offline: bool,
    /// What of it works long enough to be compiled with some care.
    careful: &'static [&'static str],
}

const TRUNK: Tool = Tool {
    name: "trunk",
    version: "0.21.14",
    program: "trunk",
    minutes: 3,
    locked: true,
    offline: true,
    careful: &["sha2"],
};
/// Must be the version that Cargo.lock has.
const BINDGEN: Tool = Tool {
    name: "wasm-bindgen-cli",
    version: "0.2.130",
    program: "wasm-bindgen-test-runner",
    minutes: 2,
    locked: false,
    offline: true,
    careful: &["walrus", "wasm-encoder", "wasmparser", "wasm-bindgen-cli-support", "id-arena"],
};

/// Drives Firefox.
const GECKODRIVER: Tool = Tool {
    name: "geckodriver",
    version: "0.37.1",
    program: "geckodriver",
    minutes: 1,
    locked: true,
    offline: false,
    careful: &[],
};

/// One of those that the bench stands beside.
const MDBOOK: Tool = Tool {
    name: "mdbook",
    version: "0.5.2",
    program: "mdbook",
    minutes: 5,
    locked: true,
    offline: false,
    careful: &[],
};

/// Installs what building the app needs and is missing.
pub fn ready() -> Result<()> {
    install(&[TRUNK, BINDGEN])
}

/// Installs what drives the browsers of the tests and is missing.
pub fn for_tests() -> Result<()> {
    install(&[GECKODRIVER])
}

/// The program that drives Firefox.
pub fn geckodriver() -> Result<PathBuf> {
    GECKODRIVER.program()
}

/// Installs mdBook unless it is there, and gives its program.
pub fn mdbook() -> Result<PathBuf> {
    install(&[MDBOOK])?;
    MDBOOK.program()
}

/// Installs tools one after the other; they share what they are compiled from.
fn install(wanted: &[Tool]) -> Result<()> {
    let shared = tools()?.join(format!("build-{}", std::process::id()));
    let done = wanted.iter().try_for_each(|tool| tool.install(&shared));
    if shared.exists() {
        fs::remove_dir_all(&shared).with_context(|| format!("cannot remove {}", shared.display()))?;
    }
    done
}

/// Trunk's program.
pub fn trunk() -> Result<PathBuf> {
    TRUNK.program()
}

/// The program that runs WASM tests in a browser.
pub fn test_runner() -> Result<PathBuf> {
    BINDGEN.program()
}

/// The right wasm-bindgen.
pub fn bindgen() -> Result<PathBuf> {
    Ok(BINDGEN.folder()?.join(format!("bin/{}{EXE_SUFFIX}", bindgen::NAME)))
}

/// `PATH` on which Trunk finds this program first when it looks for wasm-bindgen.
pub fn path() -> Result<OsString> {
    let folder = place::made("bindgen");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let own = process::own()?;
    let copy = folder.join(format!("{}{EXE_SUFFIX}", bindgen::NAME));
    // Another run may be using the old copy, so the new one takes its place.
    let part = copy.with_extension(format!("part-{}", std::process::id()));
    fs::copy(&own, &part).with_context(|| format!("cannot write {}", part.display()))?;
    fs::rename(&part, &copy).with_context(|| format!("cannot put {} in place", copy.display()))?;
    let before = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(folder).chain(std::env::split_paths(&before));
    std::env::join_paths(folders).context("a folder in PATH has a name that PATH cannot hold")
}

impl Tool {
    fn folder(&self) -> Result<PathBuf> {
        Ok(tools()?.join(format!("{}-{}", self.name, self.version)))
    }

    fn sign(&self) -> String {
        format!("bin/{}{EXE_SUFFIX}", self.program)
    }

    fn program(&self) -> Result<PathBuf> {
        Ok(self.folder()?.join(self.sign()))
    }

    fn install(&self, shared: &Path) -> Result<()> {
        once(&self.folder()?, &self.sign(), |part| {
            let Self { name, version, minutes, .. } = self;
            println!("Set-up: {name} {version} (about {minutes} minutes, once for all checkouts)");
            process::run(&mut self.command(part, shared)).with_context(|| format!("cannot install {name} {version}"))
        })
    }

    /// Quick to compile rather than quick to run: the tools work for seconds, and compile for minutes.
    fn command(&self, part: &Path, shared: &Path) -> std::process::Command {
        let mut command = process::cargo();
        command.args(["install", "--quiet", &format!("{}@={}", self.name, self.version), "--root"]).arg(part);
        if self.locked {
            command.arg("--locked");
        }
        if self.offline {
            command.arg("--no-default-features");
        }
        for library in self.careful {
            command.arg("--config").arg(format!("profile.release.package.{library}.opt-level=1"));
        }
        // Not in the checkout, whose cargo settings are not the tools'.
        command
            .current_dir(part)
            .env("CARGO_TARGET_DIR", shared)
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0");
        command
    }
}

#[cfg(test)]
mod tests {
    use super::BINDGEN;
    use crate::place;
    use anyhow::Result;

    #[test]
    fn wasm_bindgen_is_the_one_of_the_lock() -> Result<()> {
        let lock = std::fs::read_to_string(place::root().join("Cargo.lock"))?;
        let wanted = format!("name = \"wasm-bindgen\"\nversion = \"{}\"\n", BINDGEN.version);
        assert!(lock.contains(&wanted), "Cargo.lock has another wasm-bindgen than {}", BINDGEN.version);
        Ok(())
    }
}
