//! What is at an address.
//!
//! A folder's address is that of its `index.html`; an address without the slash at its end is led to the one with it; what is
//! not there is `404.html`. There is only what the publisher writes: neither what a link leads to, nor hidden files and folders.

use percent_encoding::percent_decode_str;
use std::path::{Path, PathBuf};

/// What is at an address.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// This file.
    File(PathBuf),
    /// The same with a slash at its end: this one, decoded.
    Folder(String),
    /// Nothing.
    Nothing,
}

/// Looks an address up, as it stands in a request. Nothing outside the folder is ever found.
pub(super) fn find(folder: &Path, base: &str, path: &str) -> Found {
    let Ok(path) = percent_decode_str(path).decode_utf8() else { return Found::Nothing };
    let Some(inside) = path.strip_prefix(base) else {
        return if format!("{path}/") == base { Found::Folder(base.to_owned()) } else { Found::Nothing };
    };
    let bare = inside.strip_suffix('/').unwrap_or(inside);
    if !inside.is_empty() && !bare.split('/').all(is_plain) {
        return Found::Nothing;
    }
    let Some(target) = real(folder, bare) else { return Found::Nothing };
    match (target.is_dir(), inside.is_empty() || inside.ends_with('/')) {
        (true, true) => file(folder, &[bare, "index.html"].join("/")).map_or(Found::Nothing, Found::File),
        (true, false) => Found::Folder(format!("{path}/")),
        (false, false) if target.is_file() => Found::File(target),
        _ => Found::Nothing,
    }
}

/// A file by its name inside the folder, if it is there and no link.
pub(super) fn file(folder: &Path, name: &str) -> Option<PathBuf> {
    real(folder, name.trim_start_matches('/')).filter(|path| path.is_file())
}

/// Where a name leads, when it leads there by no other name: over no link, and as Windows would also take a shorter one, or one in
/// other case.
fn real(folder: &Path, name: &str) -> Option<PathBuf> {
    let root = folder.canonicalize().ok()?;
    let path = if name.is_empty() { root.clone() } else { root.join(name) };
    (path.canonicalize().ok()? == path).then_some(path)
}

/// Whether a part of an address is the name of something that is not hidden.
fn is_plain(part: &str) -> bool {
    !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':', '\0'])
}

#[cfg(test)]
mod tests {
    use super::{Found, find};
    use anyhow::Result;
    use std::fs;

    #[test]
    fn addresses_are_files_and_nothing_outside_is_found() -> Result<()> {
        let site = tempfile::tempdir()?;
        let folder = site.path().canonicalize()?.join("site");
        fs::create_dir_all(folder.join("lessons/课"))?;
        fs::create_dir_all(folder.join(".git"))?;
        for name in ["lessons/课/index.html", "index.html", ".git/config", "../secret"] {
            fs::write(folder.join(name), "")?;
        }
        let check = |base: &str, path: &str, expect: Found| assert_eq!(find(&folder, base, path), expect, "{path}");
        check("/", "/", Found::File(folder.join("index.html")));
        check("/", "/lessons/%E8%AF%BE/", Found::File(folder.join("lessons/课/index.html")));
        check("/", "/lessons/%E8%AF%BE", Found::Folder("/lessons/课/".to_owned()));
        for nothing in ["/lessons/", "/index.html/", "/../secret", "/%2e%2e/secret", "/..%2fsecret", "//etc/passwd"] {
            check("/", nothing, Found::Nothing);
        }
        for nothing in
            ["/.git/config", "/%2egit/config", "/.git/", "/./index.html", "//index.html", "/index.html%00", "/%ff"]
        {
            check("/", nothing, Found::Nothing);
        }
        check("/p/", "/p", Found::Folder("/p/".to_owned()));
        check("/p/", "/p/", Found::File(folder.join("index.html")));
        check("/p/", "/", Found::Nothing);
        check("/学苑/", "/%E5%AD%A6%E8%8B%91/index.html", Found::File(folder.join("index.html")));
        check("/学苑/", "/%E5%AD%A6%E8%8B%91", Found::Folder("/学苑/".to_owned()));
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn what_a_link_leads_to_is_not_there() -> Result<()> {
        let site = tempfile::tempdir()?;
        let folder = site.path().canonicalize()?.join("site");
        fs::create_dir_all(folder.join("media"))?;
        fs::create_dir(site.path().join("outside"))?;
        for name in ["media/a.txt", "../outside/index.html"] {
            fs::write(folder.join(name), "")?;
        }
        std::os::unix::fs::symlink("media/a.txt", folder.join("inside"))?;
        std::os::unix::fs::symlink("../outside", folder.join("led"))?;
        for nothing in ["/inside", "/led/", "/led", "/led/index.html"] {
            assert_eq!(find(&folder, "/", nothing), Found::Nothing, "{nothing}");
        }
        // The folder itself may be one, as when a new site takes the place of an old one.
        std::os::unix::fs::symlink(&folder, site.path().join("now"))?;
        assert_eq!(find(&site.path().join("now"), "/", "/media/a.txt"), Found::File(folder.join("media/a.txt")));
        Ok(())
    }
}
