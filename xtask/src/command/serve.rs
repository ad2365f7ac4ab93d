//! `serve`: builds, serves, and builds again when a file changes.
//!
//! A changed text is published again, and no Rust is compiled; a changed source is compiled first. What fails is told, and the
//! last good site stays where it is.

use crate::host::Host;
use crate::make::{self, Effort};
use crate::options::Options;
use crate::{place, setup};
use anyhow::{Context, Result};
use notify::{EventKind, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

/// What the app and the publisher are made of, in this checkout.
const SOURCES: [&str; 6] = ["src", "crates", "locales", "style", "public", "index.html"];
/// An editor writes several files at once; they are waited for.
const QUIET: Duration = Duration::from_millis(150);

/// Serves until it is stopped.
pub fn run(options: &Options) -> Result<()> {
    setup::for_app()?;
    let out = place::made("site");
    println!("Building the publisher and the app (some minutes the first time)");
    make::publisher()?;
    let app = make::app(Effort::Quick)?;
    make::site(options, &app, &out)?;
    let host = Host::open(out.clone(), options.port, &options.base)?;
    println!("\nThe portal: {}   (stop with Ctrl+C)\n", host.address());
    thread::spawn(move || host.run());
    watch(options, &app, &out)
}

/// Publishes again whenever something changes.
fn watch(options: &Options, app: &Path, out: &Path) -> Result<()> {
    let (sender, changes) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if let Ok(event) = event
            && matches!(event.kind, EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_))
        {
            // Nobody listens any more when the program ends.
            let _ = sender.send(event.paths);
        }
    })?;
    let root = place::root();
    for folder in SOURCES.iter().map(|name| root.join(name)).chain([options.content.clone()]) {
        watcher
            .watch(&folder, RecursiveMode::Recursive)
            .with_context(|| format!("cannot watch {}", folder.display()))?;
    }
    while let Some(changed) = next(&changes) {
        let start = Instant::now();
        let is_source = changed.iter().any(|path| !path.starts_with(&options.content));
        match renew(options, app, out, is_source) {
            Ok(()) => println!("Up to date after {} ms", start.elapsed().as_millis()),
            Err(error) => eprintln!("xtask: {error:#}. The last good site stays."),
        }
    }
    Ok(())
}

fn renew(options: &Options, app: &Path, out: &Path, is_source: bool) -> Result<()> {
    if is_source {
        println!("A source file changed: building again");
        make::publisher()?;
        make::app(Effort::Quick)?;
    }
    make::site(options, app, out)
}

/// Waits for a change and for those that come with it. `None` when nobody watches any more.
fn next(changes: &Receiver<Vec<PathBuf>>) -> Option<Vec<PathBuf>> {
    let mut paths = changes.recv().ok()?;
    while let Ok(more) = changes.recv_timeout(QUIET) {
        paths.extend(more);
    }
    Some(paths)
}
