//! Where things are when nobody says it.

use crate::options::Options;
use anyhow::{Result, bail, ensure};
use std::path::{Path, PathBuf};

/// The name of the content folder.
pub const CONTENT: &str = "content";
/// A file that every content folder has.
const SIGN: &str = "portal.toml";

/// The content folder that `options` name, else the one here or beside the program.
pub fn content(options: &Options) -> Result<PathBuf> {
    let tongue = options.tongue;
    if let Some(folder) = &options.content {
        ensure!(
            folder.is_dir(),
            tongue.say(
                format!("没有 {} 这个内容文件夹", folder.display()),
                format!("there is no content folder {}", folder.display())
            )
        );
        return Ok(folder.clone());
    }
    let Some(folder) = find() else {
        bail!(tongue.say(
            "找不到内容文件夹：用 --content 指出它，或者用 huaide new content 建一个",
            "there is no content folder here: name one with --content, or begin one with huaide new content"
        ));
    };
    Ok(folder)
}

/// A content folder here, or beside the program.
pub fn find() -> Option<PathBuf> {
    let here = std::env::current_dir().ok();
    let places = [here.clone(), here.map(|here| here.join(CONTENT)), beside_program().map(|place| place.join(CONTENT))];
    places.into_iter().flatten().find(|place| place.join(SIGN).is_file())
}

/// The folder that the program is in.
pub fn beside_program() -> Option<PathBuf> {
    Some(std::env::current_exe().ok()?.parent()?.to_owned())
}

/// Where a site goes: what `options` say, else `site` beside the content folder.
pub fn site(options: &Options, content: &Path) -> PathBuf {
    options.out.clone().unwrap_or_else(|| content.with_file_name("site"))
}

/// Where the site that is only looked at goes: a folder of the user's cache, the same for the same content and port.
pub fn served(options: &Options, content: &Path, port: u16) -> PathBuf {
    let named = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = named("XDG_CACHE_HOME")
        .or_else(|| named("LOCALAPPDATA"))
        .or_else(|| Some(std::env::home_dir()?.join(".cache")))
        .unwrap_or_else(std::env::temp_dir);
    let name = publish::hash::short(format!("{}:{port}", content.display()).as_bytes());
    options.out.clone().unwrap_or_else(|| cache.join("huaide").join("served").join(name))
}
