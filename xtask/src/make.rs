//! The steps that make a site: the program `huaide`, the app, the pages.

use crate::options::Options;
use crate::setup::{cargo_tools, npm};
use crate::{bindgen, names, place, process, scripts};
use anyhow::{Context, Result, anyhow, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::thread;

/// How much work goes into the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// Soon there: for writing and looking.
    Quick,
    /// As small as it can be: for readers.
    Release,
}

/// The names of the programs in the folder that Trunk leaves: the reader's and the table's.
const PROGRAMS: [&str; 3] = ["huaide_bg.wasm", "study_bg.wasm", "youth_bg.wasm"];

/// The scripts that every reader loads, and what Terser must know of each. The worker is a template and is not made smaller.
const SMALL: [(&str, &[&str]); 4] =
    [("huaide.js", &["--module"]), ("study.js", &["--module"]), ("youth.js", &["--module"]), ("public/boot.js", &[])];

/// What every browser since 2020 knows. Whatever is newer would lock old phones out.
const FEATURES: [&str; 4] =
    ["--enable-bulk-memory", "--enable-mutable-globals", "--enable-nontrapping-float-to-int", "--enable-sign-ext"];

/// What the compiler must do without for the sake of phones of before 2022; what the standard library says all the same, `bindgen` takes back.
const OLDER: &str = "-Ctarget-feature=-reference-types,-multivalue";

/// The scripts that start the programs.
const GLUE: [&str; 3] = ["huaide.js", "study.js", "youth.js"];

/// What makes it smaller, until nothing does any more.
const SMALLER: [&str; 5] =
    ["--merge-similar-functions", "-Oz", "--converge", "--strip-producers", "--strip-target-features"];

/// The script of a program that is not built yet: it never comes, and nothing is told to have failed.
const COMING: &str = include_str!("coming.js");
/// The shortest program there is.
const EMPTY: &[u8] = b"\0asm\x01\0\0\0";

/// Compiles the publisher, which is part of the program `huaide`.
pub fn publisher() -> Result<()> {
    let mut cargo = process::cargo();
    // The app goes into the kit only; here it is named on the command line.
    cargo.args(["build", "--quiet", "--locked", "--package", "kit"]).env_remove("HUAIDE_APP");
    process::run(&mut cargo).context("cannot build the publisher")
}

/// Compiles the program that organisers get, with the app in `app` inside, and gives where it is.
pub fn kit(app: &Path) -> Result<PathBuf> {
    let mut cargo = process::cargo();
    cargo.args(["build", "--locked", "--package", "kit", "--profile", "kit"]).env("HUAIDE_APP", app);
    process::run(&mut cargo).context("cannot build the kit")?;
    Ok(place::built("kit"))
}

/// Whether the app stands there as an earlier run built it.
pub fn was_built(effort: Effort) -> bool {
    PROGRAMS.iter().all(|program| folder(effort).join(program).exists())
}

/// The folder that the app is in when it was built.
fn folder(effort: Effort) -> PathBuf {
    place::made(match effort {
        Effort::Quick => "app-quick",
        Effort::Release => "app",
    })
}

/// Makes what stands for the app until it is built, and gives the folder it is in: all that is not compiled, and programs that are coming.
pub fn stand_in() -> Result<PathBuf> {
    let folder = place::made("app-coming");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    fill(&folder)?;
    Ok(folder)
}

/// Fills an empty folder with what stands for the app.
fn fill(folder: &Path) -> Result<()> {
    for part in ["public", "style"] {
        copy(&place::root().join(part), &folder.join(part))?;
    }
    let scripts = GLUE.iter().map(|name| (name, COMING.as_bytes()));
    for (name, bytes) in scripts.chain(PROGRAMS.iter().map(|name| (name, EMPTY))) {
        let path = folder.join(name);
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    }
    scripts::join(folder)
}

/// Copies a folder and those below it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot make {}", to.display()))?;
    let entries = from.read_dir().with_context(|| format!("cannot read {}", from.display()))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        let copied = to.join(path.file_name().context("a file has a name")?);
        if path.is_dir() {
            copy(&path, &copied)?;
        } else {
            fs::copy(&path, &copied).with_context(|| format!("cannot copy {}", path.display()))?;
        }
    }
    Ok(())
}

/// Builds the app with Trunk and gives the folder it is in.
pub fn app(effort: Effort) -> Result<PathBuf> {
    let folder = folder(effort);
    let mut trunk = process::program(cargo_tools::trunk()?);
    trunk
        .args(["build", "--config", "Trunk.toml", "--log", "warn", "--dist"])
        .arg(&folder)
        .env("PATH", cargo_tools::path()?)
        .env(bindgen::REAL, cargo_tools::bindgen()?)
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags()?)
        // Trunk reads this as a switch of its own and knows no other value than true and false.
        .env_remove("NO_COLOR");
    if effort == Effort::Release {
        trunk.args(["--release", "--cargo-profile", "app"]);
    }
    process::run(&mut trunk).context("cannot build the app")?;
    scripts::join(&folder)?;
    scripts::lower(&folder)?;
    GLUE.iter().try_for_each(|script| opens_on_old_phones(&folder.join(script)))?;
    if effort == Effort::Release {
        GLUE.iter()
            .zip(PROGRAMS)
            .try_for_each(|(script, program)| names::number(&folder.join(script), &folder.join(program)))?;
        shrink_all(&folder)?;
        SMALL.iter().try_for_each(|(script, kind)| scripts::shrink(&folder.join(script), kind))?;
    }
    Ok(folder)
}

/// Flags that keep this machine's folders out of the program: it is smaller, and the same on every machine; and what engines before 2022 do
/// not know. They are added to those in `.cargo/config.toml`.
fn flags() -> Result<String> {
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).context("there is no home folder")?;
    let sources = cargo.join("registry/src");
    let registries = sources.read_dir().with_context(|| format!("cannot read {}", sources.display()))?;
    let flag = |folder: fs::DirEntry| format!("--remap-path-prefix={}/=", folder.path().display());
    let flags = registries.flatten().map(flag).chain([OLDER.to_owned()]);
    Ok(flags.collect::<Vec<_>>().join(" "))
}

/// Makes the programs smaller at the same time, in their places: each keeps one core busy.
fn shrink_all(folder: &Path) -> Result<()> {
    thread::scope(|scope| {
        let shrinking = PROGRAMS.map(|program| scope.spawn(move || shrink(&folder.join(program))));
        shrinking.into_iter().try_for_each(|one| one.join().map_err(|_| anyhow!("a step of the build panicked"))?)
    })
}

/// Makes the program smaller, in its place.
fn shrink(program: &Path) -> Result<()> {
    let mut command = process::program("node");
    command.arg(npm::wasm_opt()?).args(FEATURES.iter().chain(&SMALLER)).arg(program).arg("-o").arg(program);
    process::run(&mut command).context("cannot make the program smaller")
}

/// A program with reference types in it would start nowhere before 2022. Its script speaks of them then.
fn opens_on_old_phones(glue: &Path) -> Result<()> {
    let text = fs::read_to_string(glue).with_context(|| format!("cannot read {}", glue.display()))?;
    ensure!(!text.contains("externref"), "{} needs reference types, which old phones do not know", glue.display());
    Ok(())
}

/// The app as readers get it, built once in a run.
pub fn released() -> Result<PathBuf> {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    if let Some(folder) = BUILT.get() {
        return Ok(folder.clone());
    }
    let folder = app(Effort::Release)?;
    Ok(BUILT.get_or_init(|| folder).clone())
}

/// Publishes the content of `options` around the app in `app`, to `out`.
pub fn site(options: &Options, app: &Path, out: &Path) -> Result<()> {
    let mut command = huaide("publish", options);
    command.arg("--app").arg(app).arg("--out").arg(out).args(["--base", &options.base]);
    process::run(&mut command).context("the content was not published")
}

/// Looks for faults in the content. Gives whether it has no errors.
pub fn check(options: &Options) -> Result<bool> {
    let status = huaide("check", options).args(["--lang", &options.lang]).status();
    Ok(status.context("cannot start the publisher")?.success())
}

/// A command of `huaide` about the content of `options`.
pub fn huaide(name: &str, options: &Options) -> Command {
    let mut command = process::program(place::huaide());
    command.arg(name).arg("--content").arg(&options.content);
    command
}

#[cfg(test)]
mod tests {
    use super::{GLUE, PROGRAMS, fill};
    use anyhow::Result;

    #[test]
    fn what_stands_for_the_app_has_all_that_the_publisher_takes() -> Result<()> {
        let folder = tempfile::tempdir()?;
        fill(folder.path())?;
        let others = ["public/boot.js", "public/sw.js", "public/manifest.webmanifest", "style/tokens.css"];
        for name in PROGRAMS.iter().chain(&GLUE).chain(&others) {
            assert!(folder.path().join(name).exists(), "{name} is missing");
        }
        Ok(())
    }
}
