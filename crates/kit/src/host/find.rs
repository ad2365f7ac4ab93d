//! What is at an address.
//!
//! A folder's address is that of its `index.html`; an address without the slash at its end is led to the one with it; what is
//! not there is `404.html`.

use percent_encoding::percent_decode_str;
use std::path::{Component, Path, PathBuf};

/// What is at an address.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// This file.
    File(PathBuf),
    /// The same with a slash at its end.
    Folder,
    /// Nothing.
    Nothing,
}

/// Looks an address up. Nothing outside the folder is ever found.
pub(super) fn find(folder: &Path, base: &str, path: &str) -> Found {
    let Some(inside) = path.strip_prefix(base) else {
        return if format!("{path}/") == base { Found::Folder } else { Found::Nothing };
    };
    let Ok(inside) = percent_decode_str(inside).decode_utf8() else { return Found::Nothing };
    if !Path::new(inside.as_ref()).components().all(|part| matches!(part, Component::Normal(_))) {
        return Found::Nothing;
    }
    let target = folder.join(inside.as_ref());
    match (target.is_dir(), inside.is_empty() || inside.ends_with('/')) {
        (true, true) if target.join("index.html").is_file() => Found::File(target.join("index.html")),
        (true, false) => Found::Folder,
        (false, false) if target.is_file() => Found::File(target),
        _ => Found::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::{Found, find};
    use anyhow::Result;
    use std::fs;

    #[test]
    fn addresses_are_files_and_nothing_outside_is_found() -> Result<()> {
        let site = tempfile::tempdir()?;
        let folder = site.path().join("site");
        fs::create_dir_all(folder.join("lessons/课"))?;
        fs::write(folder.join("lessons/课/index.html"), "")?;
        fs::write(folder.join("index.html"), "")?;
        fs::write(site.path().join("secret"), "")?;
        let check = |base: &str, path: &str, expect: Found| assert_eq!(find(&folder, base, path), expect, "{path}");
        check("/", "/", Found::File(folder.join("index.html")));
        check("/", "/lessons/%E8%AF%BE/", Found::File(folder.join("lessons/课/index.html")));
        check("/", "/lessons/%E8%AF%BE", Found::Folder);
        check("/", "/lessons/", Found::Nothing);
        check("/", "/index.html/", Found::Nothing);
        check("/", "/../secret", Found::Nothing);
        check("/", "/%2e%2e/secret", Found::Nothing);
        check("/", "/..%2fsecret", Found::Nothing);
        check("/", "//etc/passwd", Found::Nothing);
        check("/p/", "/p", Found::Folder);
        check("/p/", "/p/", Found::File(folder.join("index.html")));
        check("/p/", "/", Found::Nothing);
        Ok(())
    }
}
