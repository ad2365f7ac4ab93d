//! `fuzz --seconds N` throws changed files at the publisher for N seconds. It starts itself once more to do the work, for a stack
//! that overflows ends a process; the case that did it is then kept in the corpus, and the program fails.

use anyhow::{Context, Result, bail, ensure};
use fastrand::Rng;
use fuzz::portal::Portal;
use fuzz::{Case, KINDS, corpus, mutate};
use lexopt::prelude::*;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

/// A case that takes longer has stopped the publisher. A build without optimisation on a busy machine is slow.
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
    let (mut seconds, mut note) = (60_u64, None);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("seconds") => seconds = arguments.value()?.parse()?,
            Long("note") => note = Some(PathBuf::from(arguments.value()?)),
            other => return Err(other.unexpected().into()),
        }
    }
    match note {
        Some(note) => work(Duration::from_secs(seconds), &note),
        None => watch(seconds),
    }
}

/// Starts the work, and keeps the case that ends it.
fn watch(seconds: u64) -> Result<()> {
    let folder = tempfile::TempDir::new()?;
    let note = folder.path().join("case");
    let mut work = Command::new(env::current_exe()?);
    let status = work.args(["--seconds", &seconds.to_string(), "--note"]).arg(&note).status()?;
    if status.success() {
        return Ok(());
    }
    let noted = fs::read(&note).context("the work ended before its first case")?;
    let (kind, bytes) = noted.split_first().context("the note is empty")?;
    let kind = KINDS.get(usize::from(*kind)).context("the note names no kind")?;
    let mut hash = DefaultHasher::new();
    bytes.hash(&mut hash);
    let kept = fuzz::folder().join(kind.folder()).join(format!("broke-{:016x}", hash.finish()));
    fs::create_dir_all(fuzz::folder().join(kind.folder()))?;
    fs::write(&kept, bytes)?;
    bail!("{status}; the file that did it is kept as {}", kept.display())
}

/// Throws one case after the other, each noted before.
fn work(time: Duration, note: &Path) -> Result<()> {
    let (start, portal, cases) = (Instant::now(), Portal::new()?, corpus::all()?);
    let mut random = Rng::new();
    let alive = watchman();
    let mut count = 0_u32;
    while start.elapsed() < time {
        let case = match cases.get(count as usize) {
            Some(case) => case.clone(),
            None => mutate::mutate(one(&cases, &mut random)?, one(&cases, &mut random)?, &mut random),
        };
        let kind = KINDS.iter().position(|kind| *kind == case.kind).unwrap_or_default();
        fs::write(note, [&[kind as u8], case.bytes.as_slice()].concat())?;
        alive.send(()).context("the watchman is gone")?;
        portal.read(&case)?;
        count += 1;
    }
    println!("{count} files, none of which broke the publisher");
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
