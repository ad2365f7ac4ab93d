//! Runs other programs: a failure always tells which program, in which folder, and how it ended.

use crate::{lock, place};
use anyhow::{Context, Result, ensure};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::thread;

/// What a program wrote, both streams together, and whether it succeeded.
#[derive(Debug)]
pub struct Output {
    /// All lines.
    pub text: String,
    /// Whether the exit code was 0.
    pub success: bool,
}

/// A program that will run at the top of the checkout.
pub fn program(name: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(place::root());
    if lock::is_held() {
        command.env(lock::INSIDE, "yes");
    }
    command
}

/// The cargo that runs this program.
pub fn cargo() -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// This program's file. Linux has it also when cargo put a newer one in its place, as it does in the middle of a long command.
pub fn own() -> Result<PathBuf> {
    let running = PathBuf::from("/proc/self/exe");
    if running.exists() { Ok(running) } else { std::env::current_exe().context("this program has no place") }
}

/// The program npm.
pub fn npm() -> Command {
    program(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// Runs a program and lets its output through.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {}", name(command)))?;
    check(command, status)
}

/// Runs a program and takes its standard output.
pub fn read(command: &mut Command) -> Result<String> {
    let output =
        command.stderr(Stdio::inherit()).output().with_context(|| format!("cannot start {}", name(command)))?;
    check(command, output.status)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a program, lets its output through, and gives it as well.
pub fn watch(command: &mut Command) -> Result<Output> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().with_context(|| format!("cannot start {}", name(command)))?;
    let (sender, lines) = channel();
    pass(child.stdout.take(), sender.clone());
    pass(child.stderr.take(), sender);
    let mut text = String::new();
    for line in lines {
        std::io::stdout().write_all(line.as_bytes()).context("cannot print")?;
        text.push_str(&line);
    }
    let status = child.wait().with_context(|| format!("lost {}", name(command)))?;
    Ok(Output { text, success: status.success() })
}

/// Sends every line of a stream until it ends.
fn pass(stream: Option<impl Read + Send + 'static>, lines: Sender<String>) {
    let Some(stream) = stream else { return };
    thread::spawn(move || {
        let mut stream = BufReader::new(stream);
        let mut line = Vec::new();
        while stream.read_until(b'\n', &mut line).is_ok_and(|bytes| bytes > 0) {
            if lines.send(String::from_utf8_lossy(&line).into_owned()).is_err() {
                return;
            }
            line.clear();
        }
    });
}

fn check(command: &Command, status: ExitStatus) -> Result<()> {
    let folder = command.get_current_dir().map(|folder| format!(" in {}", folder.display())).unwrap_or_default();
    ensure!(status.success(), "{}{folder} failed ({status})", name(command));
    Ok(())
}

/// The command as one would type it.
fn name(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
