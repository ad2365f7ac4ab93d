//! `new`: begins a small content folder that explains itself.

use crate::embedded;
use crate::options::Options;
use anyhow::{Context, Result, bail};

/// Makes it. A folder that holds something is left alone.
pub fn run(options: &Options) -> Result<bool> {
    let tongue = options.tongue;
    let folder = options.dir.as_ref().with_context(|| {
        tongue.say("写上新文件夹的名字，如 huaide new content", "name the new folder, as in huaide new content")
    })?;
    let holds_something = folder.read_dir().is_ok_and(|mut entries| entries.next().is_some());
    if holds_something || folder.is_file() {
        let shown = folder.display();
        bail!(tongue.say(
            format!("{shown} 里已经有东西，换一个新的或者空的文件夹"),
            format!("{shown} holds something already; choose a new or empty folder")
        ));
    }
    embedded::write_starter(folder)?;
    let shown = folder.display();
    println!(
        "{}",
        tongue.say(
            format!("建好了 {shown}。先打开其中的 portal.toml，写上门户的名字；每个文件里都有说明。"),
            format!("{shown} is ready. Begin with portal.toml in it; every file explains itself.")
        )
    );
    Ok(true)
}
