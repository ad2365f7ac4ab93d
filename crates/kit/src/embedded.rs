//! The files inside the program: the app, if it was built with one, and the content folder to begin with.

use crate::options::Options;
use anyhow::{Context, Result, bail};
use publish::site::App;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::Path;

mod files {
    include!(concat!(env!("OUT_DIR"), "/files.rs"));
}

/// The app that `options` name, else the one inside.
pub fn app(options: &Options) -> Result<App> {
    let tongue = options.tongue;
    if let Some(folder) = &options.app {
        return App::read(folder).with_context(|| tongue.say("程序还没有构建好", "the app must be built first"));
    }
    if files::APP.is_empty() {
        bail!(tongue.say(
            "这个 huaide 里没有带程序，请用 --app 指出构建好的程序在哪里",
            "this huaide has no app inside: name a built one with --app"
        ));
    }
    let all: BTreeMap<String, Vec<u8>> =
        files::APP.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect();
    App::from_files(&all)
}

/// Writes the content folder to begin with.
pub fn write_starter(folder: &Path) -> Result<()> {
    for (name, bytes) in files::STARTER {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).with_context(|| parent.display().to_string())?;
        }
        // What is there already is never written over.
        let file = fs::File::create_new(&path);
        file.and_then(|mut file| file.write_all(bytes)).with_context(|| path.display().to_string())?;
    }
    Ok(())
}
