//! `fuzz --target NAME --seconds N` throws changed files at a target for N seconds, or at each in turn. It starts itself once more to do
//! the work, for a stack that overflows ends a process; the case that did it is then kept in the corpus, and the program fails.

use anyhow::{Context, Result, bail, ensure};
use fastrand::Rng;
use fuzz::{Case, Open, TARGETS, corpus, mutate};
use lexopt::prelude::*;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

/// A case that takes longer has stopped what reads it. A build without optimisation on a busy machine is slow.
const LONGEST: Duration = Duration::from_secs(20);

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let (mut seconds, mut name, mut note) = (60_u64, None, None);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("seconds") => seconds = arguments.value()?.parse()?,
            Long("target") => name = Some(arguments.value()?.string()?),
            Long("note") => note = Some(PathBuf::from(arguments.value()?)),
            other => return Err(other.unexpected().into()),
        }
    }
    let mut targets = TARGETS.to_vec();
    targets.retain(|(target, _)| name.as_ref().is_none_or(|name| name == target));
    ensure!(!targets.is_empty(), "the targets are {}", TARGETS.map(|(name, _)| name).join(", "));
    for (name, open) in targets {
        match &note {
            Some(note) => work(name, open, Duration::from_secs(seconds), note)?,
            None => watch(name, seconds)?,
        }
    }
    Ok(())
}

/// Starts the work, and keeps the case that ends it.
fn watch(name: &str, seconds: u64) -> Result<()> {
    let folder = tempfile::TempDir::new()?;
    let note = folder.path().join("case");
    let mut work = Command::new(env::current_exe()?);
    let status = work.args(["--target", name, "--seconds", &seconds.to_string(), "--note"]).arg(&note).status()?;
    if status.success() {
        return Ok(());
    }
    let noted = fs::read(&note).context("the work ended before its first case")?;
    let end = noted.iter().position(|byte| *byte == b'\n').context("the note is empty")?;
    let (of, bytes) = (String::from_utf8_lossy(&noted[..end]), &noted[end + 1..]);
    let mut hash = DefaultHasher::new();
    bytes.hash(&mut hash);
    let kept = fuzz::folder().join(of.as_ref());
    fs::create_dir_all(&kept)?;
    let kept = kept.join(format!("broke-{:016x}", hash.finish()));
    fs::write(&kept, bytes)?;
    bail!("{status}; the file that did it is kept as {}", kept.display())
}

/// Throws one case after the other, each noted before.
fn work(name: &str, open: Open, time: Duration, note: &Path) -> Result<()> {
    let (start, target) = (Instant::now(), open()?);
    let cases = corpus::all(target.as_ref())?;
    let mut random = Rng::new();
    let alive = watchman();
    let mut count = 0_u32;
    while start.elapsed() < time {
        let case = match cases.get(count as usize) {
            Some(case) => case.clone(),
            None => mutate::mutate(one(&cases, &mut random)?, one(&cases, &mut random)?, target.odd(), &mut random),
        };
        fs::write(note, [case.folder.as_bytes(), b"\n", case.bytes.as_slice()].concat())?;
        alive.send(()).context("the watchman is gone")?;
        target.read(&case)?;
        count += 1;
    }
    println!("{name}: {count} files, and none of them broke it");
    ensure!(count as usize > cases.len(), "the time was too short for the corpus of {} files", cases.len());
    Ok(())
}

fn one<'a>(cases: &'a [Case], random: &mut Rng) -> Result<&'a Case> {
    cases.get(random.usize(..cases.len())).context("there are no cases")
}

/// Ends the process when it hears nothing for too long.
fn watchman() -> Sender<()> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        loop {
            match receiver.recv_timeout(LONGEST) {
                Ok(()) => {}
                Err(RecvTimeoutError::Timeout) => {
                    eprintln!("no answer after {} s", LONGEST.as_secs());
                    std::process::exit(2);
                }
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    });
    sender
}
