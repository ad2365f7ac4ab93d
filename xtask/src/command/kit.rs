//! `kit`: one program with the app inside, beside a content folder to begin with, for organisers who have neither Rust nor Node.

use crate::make::{self, Effort};
use crate::options::Options;
use crate::{place, process, setup};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// What an organiser reads first.
const READ_ME: &str = include_str!("../../../crates/kit/使用说明.txt");
/// Without this mark at the beginning, old editors on Windows take Chinese text for something else.
const MARK: &str = "\u{feff}";

/// Makes it.
pub fn run(options: &Options) -> Result<()> {
    let folder = options.out.clone().unwrap_or_else(|| place::made("kit"));
    setup::for_release()?;
    println!(
        "Building the app and the program with the app inside, both as readers get them (ten minutes or more the first time)"
    );
    let app = make::app(Effort::Release)?;
    let program = make::kit(&app)?;
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    put(&program, &folder)?;
    println!("The kit: {}", folder.display());
    Ok(())
}

/// Puts the program, its instructions and a content folder into `folder`. A content folder that is there already stays.
fn put(program: &Path, folder: &Path) -> Result<()> {
    let own = folder.join(program.file_name().context("a program has a name")?);
    fs::copy(program, &own).with_context(|| format!("cannot write {}", own.display()))?;
    let read_me = folder.join("使用说明.txt");
    fs::write(&read_me, format!("{MARK}{}", READ_ME.replace('\n', "\r\n")))
        .with_context(|| format!("cannot write {}", read_me.display()))?;
    let content = folder.join("content");
    if content.exists() {
        return Ok(());
    }
    process::run(process::program(&own).arg("new").arg(&content))
}
