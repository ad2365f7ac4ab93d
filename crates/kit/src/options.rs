//! The options of the commands, from the command line.

use crate::words::Tongue;
use anyhow::{Context, Result, anyhow, bail, ensure};
use lexopt::prelude::*;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// What was asked for; a command reads the options that it allows.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder that the organiser writes.
    pub content: Option<PathBuf>,
    /// A built app to use in place of the one inside the program.
    pub app: Option<PathBuf>,
    /// Where the site goes.
    pub out: Option<PathBuf>,
    /// The folder that a command is about.
    pub dir: Option<PathBuf>,
    /// The code on the wall, as it was typed.
    pub code: Option<String>,
    /// The path that the site stands under, with a slash at both ends.
    pub base: String,
    /// The day to publish for, `YYYY-MM-DD`, in place of the day that it is.
    pub today: Option<String>,
    /// The port to serve on.
    pub port: Option<u16>,
    /// Names by which this machine is called besides its own.
    pub names: Vec<String>,
    /// Whether others in the network may come in.
    pub lan: bool,
    /// Whether packed copies stand beside the files.
    pub precompress: bool,
    /// Whether reading offline works as the content says.
    pub offline: bool,
    /// Whether to end with whoever started this, which is when the standard input ends.
    pub attached: bool,
    /// The language of messages.
    pub tongue: Tongue,
}

impl Options {
    /// What stands for options that were not given.
    pub fn standard(tongue: Tongue) -> Self {
        Self {
            content: None,
            app: None,
            out: None,
            dir: None,
            code: None,
            base: "/".to_owned(),
            today: None,
            port: None,
            names: Vec::new(),
            lan: false,
            precompress: false,
            offline: false,
            attached: false,
            tongue,
        }
    }

    /// Reads the rest of the command line; an option that is not allowed is a fault.
    pub fn read(arguments: &mut lexopt::Parser, allowed: &[&str], tongue: Tongue) -> Result<Self> {
        let mut options = Self::standard(tongue);
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("lang") => language(arguments.value()?, tongue)?,
                Long(name @ ("lan" | "precompress" | "offline" | "attached")) if allowed.contains(&name) => {
                    match name {
                        "lan" => options.lan = true,
                        "precompress" => options.precompress = true,
                        "offline" => options.offline = true,
                        _ => options.attached = true,
                    }
                }
                Long(name) if allowed.contains(&name) => {
                    let name = name.to_owned();
                    options.set(&name, arguments.value()?)?;
                }
                Value(value) if allowed.contains(&"dir") && options.dir.is_none() => options.set("dir", value)?,
                Value(value) if allowed.contains(&"code") => options.code = Some(longer(options.code, value)?),
                other => return Err(unexpected(other.unexpected(), tongue)),
            }
        }
        Ok(options)
    }

    fn set(&mut self, name: &str, value: OsString) -> Result<()> {
        let tongue = self.tongue;
        match name {
            "content" => self.content = Some(folder(value)?),
            "app" => self.app = Some(folder(value)?),
            "out" => self.out = Some(folder(value)?),
            "dir" => self.dir = Some(folder(value)?),
            "base" => self.base = base(value.string()?, tongue)?,
            "name" => self.names.push(value.string()?),
            "today" => self.today = Some(value.string()?),
            "port" => {
                let wrong = || tongue.say("--port 后面写一个不超过 65535 的数字", "--port is a number up to 65535");
                self.port = Some(value.parse().with_context(wrong)?);
            }
            _ => bail!("--{name}"),
        }
        Ok(())
    }
}

/// The first word of the command line.
pub fn command(arguments: &mut lexopt::Parser, tongue: Tongue) -> Result<Option<String>> {
    match arguments.next()? {
        Some(Value(name)) => Ok(Some(name.string()?)),
        Some(Long("help") | Short('h')) => Ok(Some("help".to_owned())),
        None => Ok(None),
        Some(other) => Err(unexpected(other.unexpected(), tongue)),
    }
}

fn unexpected(error: lexopt::Error, tongue: Tongue) -> anyhow::Error {
    anyhow!(tongue.say(
        format!("命令行里这一处看不懂（{error}）；huaide help 列出所有写法"),
        format!("{error}; huaide help lists what there is")
    ))
}

/// A code that was typed in two blocks is two words of the command line.
fn longer(code: Option<String>, value: OsString) -> Result<String> {
    Ok([code.unwrap_or_default(), value.string()?].concat())
}

/// A folder that was named from where the person stands.
fn folder(value: OsString) -> Result<PathBuf> {
    std::path::absolute(Path::new(&value)).with_context(|| value.display().to_string())
}

fn base(text: String, tongue: Tongue) -> Result<String> {
    let wrong = || {
        tongue.say(
            format!(
                "--base 后面的“{text}”不是路径：以 / 开头、以 / 结尾，如 /xueyuan/ 或 /学苑/，不能有 ? # 这样的符号"
            ),
            format!("--base {text:?}: it begins and ends with /, as in /school/, and has no signs such as ? or #"),
        )
    };
    publish::site::base::read(&text).with_context(wrong)
}

fn language(value: OsString, tongue: Tongue) -> Result<()> {
    ensure!(value == "zh" || value == "en", tongue.say("--lang 后面写 zh 或 en", "--lang is zh or en"));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Options;
    use crate::words::Tongue;

    fn read(arguments: &[&str], allowed: &[&str]) -> Result<Options, String> {
        let tongue = Tongue::default();
        Options::read(&mut lexopt::Parser::from_args(arguments), allowed, tongue).map_err(|error| error.to_string())
    }

    #[test]
    fn a_command_takes_its_own_options_only() {
        let options = read(&["--base", "/a/", "--lan", "--port=80"], &["base", "lan", "port"]);
        assert!(options.is_ok_and(|options| options.base == "/a/" && options.lan && options.port == Some(80)));
        assert!(read(&["--lan"], &["content"]).is_err());
        assert!(read(&["somewhere"], &["content"]).is_err());
        assert!(read(&["somewhere"], &["dir"]).is_ok_and(|options| options.dir.is_some()));
        assert!(read(&["--base", "a"], &["base"]).is_err());
        assert!(read(&["--lang", "fr"], &[]).is_err());
        assert!(read(&["7k2m", "9xq4"], &["code"]).is_ok_and(|options| options.code.as_deref() == Some("7k2m9xq4")));
    }
}
