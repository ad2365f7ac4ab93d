//! The options of the commands, from the command line.

use crate::place;
use anyhow::{Context, Result, bail, ensure};
use lexopt::prelude::*;
use std::path::{Path, PathBuf};

/// What was asked for; a command reads the options that it allows.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder that the organiser writes.
    pub content: PathBuf,
    /// Where what is made goes, if somewhere was named.
    pub out: Option<PathBuf>,
    /// The folder that a command is about.
    pub dir: Option<PathBuf>,
    /// The code on the wall, as it was typed: a code in two blocks is two words.
    pub code: Vec<String>,
    /// The kinds of tests that were named; all of them if none was.
    pub kinds: Vec<String>,
    /// A text that the names of the tests to run have in them.
    pub only: Option<String>,
    /// The port to serve on.
    pub port: u16,
    /// How often each thing is measured.
    pub runs: u16,
    /// How often a browser is killed that is written in; one that records a fifth as often.
    pub rounds: u16,
    /// The language of what is said about the content: `zh` or `en`.
    pub lang: String,
    /// How long to go on.
    pub seconds: u64,
    /// What odd files are thrown at; everything in turn if nothing was named.
    pub target: Option<String>,
    /// The path that the site stands under, with a slash at both ends.
    pub base: String,
}

impl Options {
    /// What stands for an option that was not given.
    pub fn standard() -> Self {
        let root = place::root();
        Self {
            content: root.join("content"),
            out: None,
            dir: None,
            code: Vec::new(),
            kinds: Vec::new(),
            only: None,
            port: 8080,
            runs: 5,
            rounds: 100,
            lang: "zh".to_owned(),
            seconds: 60,
            target: None,
            base: "/".to_owned(),
        }
    }

    /// Reads the rest of the command line; an option that is not allowed is a fault.
    pub fn read(arguments: &mut lexopt::Parser, allowed: &[&str]) -> Result<Self> {
        let mut options = Self::standard();
        while let Some(argument) = arguments.next()? {
            match argument {
                Long(name) if allowed.contains(&name) => {
                    let name = name.to_owned();
                    options.set(&name, arguments.value()?)?;
                }
                Value(value) if allowed.contains(&"dir") && options.dir.is_none() => {
                    options.dir = Some(folder(&value)?)
                }
                Value(value) if allowed.contains(&"code") => options.code.push(value.string()?),
                Value(value) if allowed.contains(&"kinds") => options.kinds.push(value.string()?),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }

    /// Where a site goes.
    pub fn site(&self) -> PathBuf {
        self.out.clone().unwrap_or_else(|| place::root().join("site"))
    }

    fn set(&mut self, name: &str, value: std::ffi::OsString) -> Result<()> {
        match name {
            "content" => self.content = folder(&value)?,
            "out" => self.out = Some(folder(&value)?),
            "dir" => self.dir = Some(folder(&value)?),
            "only" => self.only = Some(value.string()?),
            "port" => self.port = value.parse().context("--port is a number up to 65535")?,
            "runs" => self.runs = value.parse().context("--runs is a number")?,
            "rounds" => self.rounds = value.parse().context("--rounds is a number")?,
            "lang" => self.lang = lang(value.string()?)?,
            "seconds" => self.seconds = value.parse().context("--seconds is a number")?,
            "target" => self.target = Some(value.string()?),
            "base" => self.base = base(value.string()?)?,
            _ => bail!("there is no option --{name}"),
        }
        Ok(())
    }
}

/// The first word of the command line.
pub fn command(arguments: &mut lexopt::Parser) -> Result<Option<String>> {
    match arguments.next()? {
        Some(Value(name)) => Ok(Some(name.string()?)),
        Some(Long("help") | Short('h')) | None => Ok(None),
        Some(other) => Err(other.unexpected().into()),
    }
}

/// A folder that was named from where the person stands.
fn folder(value: &std::ffi::OsStr) -> Result<PathBuf> {
    std::path::absolute(Path::new(value)).with_context(|| format!("{} is no path", value.display()))
}

fn lang(text: String) -> Result<String> {
    ensure!(matches!(text.as_str(), "zh" | "en"), "--lang is zh or en");
    Ok(text)
}

fn base(text: String) -> Result<String> {
    ensure!(text.starts_with('/') && text.ends_with('/'), "--base begins and ends with /, as in /school/");
    Ok(text)
}
