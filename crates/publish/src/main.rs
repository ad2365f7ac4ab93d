//! `publish --content DIR --app DIST --out DIR [--base /p/] [--lang zh|en]` publishes a content folder.
//! `publish --check --content DIR` only looks for faults. Faults go to the standard error, all at once.

use anyhow::{Context, Result, bail, ensure};
use lexopt::prelude::*;
use publish::content::{self, Content};
use publish::fault::{Language, any_error};
use publish::site::{self, App};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

/// What was asked for.
#[derive(Default)]
struct Args {
    content: PathBuf,
    app: PathBuf,
    out: PathBuf,
    base: String,
    language: Language,
    check: bool,
}

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Gives whether it was published.
fn run() -> Result<bool> {
    let start = Instant::now();
    let args = Args::read(lexopt::Parser::from_env())?;
    ensure!(args.content.is_dir(), "there is no content folder {}", args.content.display());
    let read = content::read(&args.content);
    for fault in &read.faults {
        eprintln!("{}", fault.say(args.language));
    }
    println!("{}", counted(&read.faults, args.language));
    let Some(content) = read.content else { return Ok(false) };
    if !args.check {
        publish(&args, &content, start)?;
    }
    Ok(true)
}

fn publish(args: &Args, content: &Content, start: Instant) -> Result<()> {
    let app = App::read(&args.app).context("the app must be built first")?;
    let site = site::build(content, &app, &args.base)?;
    site.write(&args.out)?;
    let lessons: usize = content.series.iter().map(|series| series.lessons.len()).sum();
    let bytes: usize = site.files.values().map(Vec::len).sum();
    let (series, materials, files) = (content.series.len(), content.materials.len(), site.files.len());
    let (out, ms) = (args.out.display(), start.elapsed().as_millis());
    match args.language {
        Language::Chinese => println!(
            "{out}：{series} 个系列 {lessons} 课，{materials} 篇资料；{files} 个文件，共 {} kB，用时 {ms} 毫秒",
            bytes / 1000
        ),
        Language::English => println!(
            "{out}: {series} series, {lessons} lessons, {materials} materials; {files} files, {} kB in {ms} ms",
            bytes / 1000
        ),
    }
    Ok(())
}

fn counted(faults: &[publish::fault::Fault], language: Language) -> String {
    let errors = faults.iter().filter(|fault| any_error(std::slice::from_ref(fault))).count();
    let warnings = faults.len() - errors;
    match language {
        Language::Chinese => format!("内容检查：{errors} 个错误，{warnings} 个提醒"),
        Language::English => format!("content: {errors} errors, {warnings} warnings"),
    }
}

impl Args {
    fn read(mut parser: lexopt::Parser) -> Result<Self> {
        let mut args = Self { base: "/".to_owned(), ..Self::default() };
        while let Some(argument) = parser.next()? {
            match argument {
                Long("content") => args.content = parser.value()?.into(),
                Long("app") => args.app = parser.value()?.into(),
                Long("out") => args.out = parser.value()?.into(),
                Long("base") => args.base = parser.value()?.string()?,
                Long("lang") => args.language = language(&parser.value()?.string()?)?,
                Long("check") => args.check = true,
                other => return Err(other.unexpected().into()),
            }
        }
        ensure!(
            args.base.starts_with('/') && args.base.ends_with('/'),
            "--base begins and ends with /, as in /school/"
        );
        let missing = |path: &Path| path.as_os_str().is_empty();
        ensure!(!missing(&args.content), "--content names the content folder");
        ensure!(
            args.check || !(missing(&args.app) || missing(&args.out)),
            "--app and --out name the built app and the site"
        );
        Ok(args)
    }
}

fn language(text: &str) -> Result<Language> {
    match text {
        "zh" => Ok(Language::Chinese),
        "en" => Ok(Language::English),
        _ => bail!("--lang is zh or en"),
    }
}
