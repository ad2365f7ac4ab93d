//! What the tests need from the system: Chromium, Firefox and WebKit with what drives them, a font with Chinese characters, the
//! checker of books, and an unpacker.

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

/// Another engine of browsers, without a driver.
const FIREFOX: &str = "/usr/bin/firefox-esr";

/// The driver of a third, WebKit.
const WEBKIT_DRIVER: &str = "/usr/bin/WebKitWebDriver";
/// What puts WebKit into a window of ours.
const WEBKIT_IN_PYTHON: &str = "import gi; gi.require_version('WebKit2', '4.1'); gi.require_version('Gtk', '3.0')";

/// A screen that nobody sees.
const XVFB: &str = "/usr/bin/Xvfb";

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
        ("firefox-esr", Path::new(FIREFOX).exists()),
        ("webkit2gtk-driver", Path::new(WEBKIT_DRIVER).exists()),
        ("python3-gi", has_webkit_in_python()),
        ("gir1.2-webkit2-4.1", has_webkit_in_python()),
        ("xvfb", Path::new(XVFB).exists()),
    ];
    wanted.into_iter().filter(|(_, there)| !there).map(|(name, _)| name).collect()
}

/// A machine without `fc-list` has no fonts that Chromium would find.
fn has_chinese_font() -> bool {
    let list = Command::new("fc-list").args([":lang=zh-cn", "family"]).output();
    list.is_ok_and(|list| !list.stdout.is_empty())
}

fn has_webkit_in_python() -> bool {
    let asked = Command::new("/usr/bin/python3").args(["-c", WEBKIT_IN_PYTHON]).output();
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
