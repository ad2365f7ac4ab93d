//! What the tests need from the system: Chromium, its driver, a font with Chinese characters, the checker of books, and
//! an unpacker.

use crate::process;
use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::Command;

/// Where Debian has the browser; the tests name it there.
const CHROMIUM: &str = "/usr/bin/chromium";
/// And its driver.
pub const CHROMEDRIVER: &str = "/usr/bin/chromedriver";

/// The checker of books; the tests of the publisher name it there.
const EPUBCHECK: &str = "/usr/share/java/epubcheck.jar";

/// The command that opens sealed entries; the tests find it on the path.
const AGE: &str = "/usr/bin/age";

/// Another reader of calendars.
const ICALENDAR: &str = "/usr/lib/python3/dist-packages/icalendar";

/// What the tests unpack a portal with.
const UNZIP: &str = "/usr/bin/unzip";

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
             Chromium must stand at {CHROMIUM} and its driver at {CHROMEDRIVER}"
        );
    }
    println!("Set-up: system packages {names} (about 3 minutes, once)");
    process::run(apt().args(["update", "-qq"])).context("cannot read the lists of system packages")?;
    process::run(apt().args(["install", "-qq", "-y", "--no-install-recommends"]).args(&missing))
        .with_context(|| format!("cannot install {names}"))
}

/// The Debian packages that are missing.
fn missing() -> Vec<&'static str> {
    let wanted = [
        ("chromium", Path::new(CHROMIUM).exists()),
        ("chromium-driver", Path::new(CHROMEDRIVER).exists()),
        ("epubcheck", Path::new(EPUBCHECK).exists()),
        ("unzip", Path::new(UNZIP).exists()),
        ("age", Path::new(AGE).exists()),
        ("python3-icalendar", Path::new(ICALENDAR).exists()),
        ("fonts-noto-cjk", has_chinese_font()),
    ];
    wanted.into_iter().filter(|(_, there)| !there).map(|(name, _)| name).collect()
}

/// A machine without `fc-list` has no fonts that Chromium would find.
fn has_chinese_font() -> bool {
    let list = Command::new("fc-list").args([":lang=zh-cn", "family"]).output();
    list.is_ok_and(|list| !list.stdout.is_empty())
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|answer| answer.stdout.trim_ascii() == b"0")
}

fn apt() -> Command {
    let mut command = process::program("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
