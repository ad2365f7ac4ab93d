//! What the tests need from the system: browsers with what drives them, a font with Chinese characters, and other people's programs that
//! look at what is made here. One table names all of it; a program that it does not name, no test finds ([`super::path`]).

use crate::process;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where Debian has programs; some tests name them there.
const PROGRAMS: &str = "/usr/bin";
/// The driver of Chromium.
pub const CHROMEDRIVER: &str = "/usr/bin/chromedriver";
/// What puts WebKit into a window of ours.
const WEBKIT_IN_PYTHON: &str = "import gi; gi.require_version('WebKit2', '4.1'); gi.require_version('Gtk', '3.0')";

/// A package of Debian, and how one sees that it is there.
struct Package {
    name: &'static str,
    sign: Sign,
}

/// How one sees that a package is there.
enum Sign {
    /// It brings these programs, which tests may start.
    Programs(&'static [&'static str]),
    /// It brings this file.
    File(&'static str),
    /// Something works.
    Works(fn() -> bool),
}

/// All packages, by the kind of tests that needs them first.
const PACKAGES: [Package; 16] = [
    // Native: opens sealed entries, checks books, reads calendars and zips.
    Package { name: "age", sign: Sign::Programs(&["age"]) },
    Package { name: "default-jre-headless", sign: Sign::Programs(&["java"]) },
    Package { name: "epubcheck", sign: Sign::File("/usr/share/java/epubcheck.jar") },
    Package { name: "python3", sign: Sign::Programs(&["python3"]) },
    Package { name: "python3-icalendar", sign: Sign::File("/usr/lib/python3/dist-packages/icalendar") },
    // Store and browser: Chromium, and what reads the papers that it prints and the files that it saves.
    Package { name: "chromium", sign: Sign::Programs(&["chromium"]) },
    Package { name: "chromium-driver", sign: Sign::Programs(&["chromedriver"]) },
    Package { name: "fontconfig", sign: Sign::Programs(&["fc-list"]) },
    Package { name: "fonts-noto-cjk", sign: Sign::Works(has_chinese_font) },
    Package { name: "poppler-utils", sign: Sign::Programs(&["pdfinfo", "pdftotext"]) },
    Package { name: "unzip", sign: Sign::Programs(&["unzip"]) },
    // Engines: Firefox; WebKit in a window of ours; a screen that nobody sees.
    Package { name: "firefox-esr", sign: Sign::Programs(&["firefox-esr"]) },
    Package { name: "webkit2gtk-driver", sign: Sign::Programs(&["WebKitWebDriver"]) },
    Package { name: "python3-gi", sign: Sign::Works(has_webkit_in_python) },
    Package { name: "gir1.2-webkit2-4.1", sign: Sign::Works(has_webkit_in_python) },
    Package { name: "xvfb", sign: Sign::Programs(&["Xvfb"]) },
];

/// Installs what is missing on Debian as root; names it elsewhere.
pub fn ready() -> Result<()> {
    let missing = missing();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if !Path::new("/etc/debian_version").exists() || !is_root() {
        bail!(
            "the tests need system packages that are missing; they are called on Debian: {names}\n\
             Their programs must stand in {PROGRAMS}"
        );
    }
    println!("Set-up: system packages {names} (about 3 minutes, once)");
    process::run(apt().args(["update", "-qq"])).context("cannot read the lists of system packages")?;
    process::run(apt().args(["install", "-qq", "-y", "--no-install-recommends"]).args(&missing))
        .with_context(|| format!("cannot install {names}"))
}

/// Where the programs of all packages are.
pub fn programs() -> impl Iterator<Item = PathBuf> {
    let of = |package: &Package| match package.sign {
        Sign::Programs(names) => names,
        Sign::File(_) | Sign::Works(_) => &[],
    };
    PACKAGES.iter().flat_map(of).map(|name| place(name))
}

/// The Debian packages that are missing.
fn missing() -> Vec<&'static str> {
    PACKAGES.iter().filter(|package| !package.sign.is_there()).map(|package| package.name).collect()
}

impl Sign {
    fn is_there(&self) -> bool {
        match self {
            Self::Programs(names) => names.iter().all(|name| place(name).exists()),
            Self::File(path) => Path::new(path).exists(),
            Self::Works(works) => works(),
        }
    }
}

fn place(program: &str) -> PathBuf {
    Path::new(PROGRAMS).join(program)
}

/// A machine without `fc-list` has no fonts that Chromium would find.
fn has_chinese_font() -> bool {
    let list = Command::new(place("fc-list")).args([":lang=zh-cn", "family"]).output();
    list.is_ok_and(|list| !list.stdout.is_empty())
}

fn has_webkit_in_python() -> bool {
    let asked = Command::new(place("python3")).args(["-c", WEBKIT_IN_PYTHON]).output();
    asked.is_ok_and(|answer| answer.status.success())
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|answer| answer.stdout.trim_ascii() == b"0")
}

fn apt() -> Command {
    let mut command = process::program("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

#[cfg(test)]
mod tests {
    use super::PACKAGES;
    use crate::place;
    use anyhow::Result;

    #[test]
    fn the_read_me_lists_what_the_table_has() -> Result<()> {
        let names = PACKAGES.map(|package| package.name);
        for file in ["README.md", "README.zh-CN.md"] {
            let text = std::fs::read_to_string(place::root().join(file))?;
            let blocks = text.split("```").map(|block| block.split_whitespace().skip(1).collect::<Vec<_>>());
            assert!(
                blocks.into_iter().any(|words| words == names),
                "{file} lists other packages than {}",
                names.join(" ")
            );
        }
        Ok(())
    }
}
