//! `publish --content DIR --app DIST --out DIR [--base /p/] [--lang zh|en] [--no-books]` publishes a content folder.
//! `--no-books` leaves out what can be carried away, for when it is published again and again.
//! `publish --check --content DIR` only looks for faults. Faults go to the standard error, all at once.

use anyhow::{Context, Result, bail, ensure};
use lexopt::prelude::*;
use publish::content;
use publish::fault::{Language, any_error};
use publish::press::{Done, Job, Outcome, Press};
use publish::site::App;
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
    no_books: bool,
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

/// Gives whether the content has no errors.
fn run() -> Result<bool> {
    let start = Instant::now();
    let args = Args::read(lexopt::Parser::from_env())?;
    ensure!(args.content.is_dir(), "there is no content folder {}", args.content.display());
    let outcome = if args.check { check(&args) } else { publish(&args)? };
    for fault in &outcome.faults {
        eprintln!("{}", fault.say(args.language));
    }
    println!("{}", counted(&outcome.faults, args.language));
    if let Some(done) = &outcome.done {
        println!("{}", told(done, &args, start));
    }
    Ok(!any_error(&outcome.faults))
}

fn check(args: &Args) -> Outcome {
    Outcome { faults: content::read(&args.content).faults, done: None }
}

fn publish(args: &Args) -> Result<Outcome> {
    let app = App::read(&args.app).context("the app must be built first")?;
    let job =
        Job { content: args.content.clone(), out: args.out.clone(), base: args.base.clone(), books: !args.no_books };
    Press::new(job, app).run()
}

fn told(done: &Done, args: &Args, start: Instant) -> String {
    let Done { series, lessons, materials, files, bytes } = done;
    let (out, kilobytes, ms) = (args.out.display(), bytes / 1000, start.elapsed().as_millis());
    match args.language {
        Language::Chinese => format!(
            "{out}：{series} 个系列 {lessons} 课，{materials} 篇资料；{files} 个文件，共 {kilobytes} kB，用时 {ms} 毫秒"
        ),
        Language::English => format!(
            "{out}: {series} series, {lessons} lessons, {materials} materials; {files} files, {kilobytes} kB in {ms} ms"
        ),
    }
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
                Long("no-books") => args.no_books = true,
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
