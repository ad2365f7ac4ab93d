//! `serve`: builds, serves, and builds again when a source changes.
//!
//! `huaide serve` does the serving and looks after the content and the app; this watches the sources, builds the app again, and starts
//! another `huaide` when the publisher itself changed. What fails is told, and the last good site stays where it is. The first time the
//! pages are served as soon as the publisher stands, and the programs join them when they are built.

use crate::make::{self, Effort};
use crate::options::Options;
use crate::{lock, place, setup};
use anyhow::{Context, Result};
use notify::{EventKind, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// What the app and the publisher are made of, in this checkout.
const SOURCES: [&str; 6] = ["src", "crates", "locales", "style", "public", "index.html"];
/// What the publisher is made of.
const PUBLISHER: [&str; 10] = [
    "crates/kit",
    "crates/publish",
    "crates/ui",
    "crates/formats",
    "crates/entry",
    "crates/learning",
    "crates/youth",
    "crates/model",
    "crates/locale",
    "locales",
];
/// An editor writes several files at once; they are waited for.
const QUIET: Duration = Duration::from_millis(150);

/// Serves until it is stopped.
pub fn run(options: &Options) -> Result<()> {
    let alone = lock::take("serve")?;
    // Told before minutes have gone by.
    setup::npm::node()?;
    println!("Building the publisher (some minutes the first time)");
    let changes = watch()?;
    make::publisher()?;
    let meanwhile = meanwhile(options)?;
    setup::for_app()?;
    println!("Building the app (some minutes the first time)");
    let app = make::app(Effort::Quick)?;
    drop(alone);
    // Gives its port back.
    drop(meanwhile);
    let mut huaide = Serving(start(options, &app)?);
    while let Some(changed) = next(&changes) {
        let start_time = Instant::now();
        println!("A source file changed: building again");
        match renew(options, &app, &changed, &mut huaide) {
            Ok(()) => println!("Built after {} s", start_time.elapsed().as_secs()),
            Err(error) => eprintln!("xtask: {error:#}. The last good site stays."),
        }
    }
    Ok(())
}

/// Serves the pages without the programs, when those were never built here.
fn meanwhile(options: &Options) -> Result<Option<Serving>> {
    if make::was_built(Effort::Quick) {
        return Ok(None);
    }
    println!("The pages open now; the programs join them as soon as they are built, in some minutes");
    Ok(Some(Serving(start(options, &make::stand_in()?)?)))
}

/// A program that serves, and is stopped with this one.
struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn start(options: &Options, app: &Path) -> Result<Child> {
    let mut command = make::huaide("serve", options);
    command.arg("--app").arg(app).arg("--out").arg(place::looked_at(&options.content, &options.base));
    command.args(["--base", &options.base, "--port", &options.port.to_string(), "--attached"]);
    // It ends when its input does, so it never outlives this program, however that ends.
    command.stdin(Stdio::piped()).spawn().context("cannot start huaide serve")
}

fn renew(options: &Options, app: &Path, changed: &[PathBuf], huaide: &mut Serving) -> Result<()> {
    let root = place::root();
    let is_publisher = |path: &PathBuf| PUBLISHER.iter().any(|part| path.starts_with(root.join(part)));
    let another = changed.iter().any(is_publisher);
    let alone = lock::take("serve")?;
    if another {
        make::publisher()?;
    }
    make::app(Effort::Quick)?;
    drop(alone);
    if another || huaide.0.try_wait().is_ok_and(|ended| ended.is_some()) {
        // The old one gives its port back first.
        let _ = huaide.0.kill();
        huaide.0.wait().context("huaide serve did not end")?;
        huaide.0 = start(options, app)?;
    }
    Ok(())
}

/// Begins to watch the sources.
fn watch() -> Result<Changes> {
    let (sender, paths) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if let Ok(event) = event
            && matches!(event.kind, EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_))
        {
            // Nobody listens any more when the program ends.
            let _ = sender.send(event.paths);
        }
    })?;
    let root = place::root();
    for folder in SOURCES.map(|name| root.join(name)) {
        watcher
            .watch(&folder, RecursiveMode::Recursive)
            .with_context(|| format!("cannot watch {}", folder.display()))?;
    }
    Ok(Changes { paths, _watcher: watcher })
}

/// Changes of the sources, as long as this lives.
struct Changes {
    paths: Receiver<Vec<PathBuf>>,
    _watcher: notify::RecommendedWatcher,
}

/// Waits for a change and for those that come with it. `None` when nobody watches any more.
fn next(changes: &Changes) -> Option<Vec<PathBuf>> {
    let mut all = changes.paths.recv().ok()?;
    while let Ok(more) = changes.paths.recv_timeout(QUIET) {
        all.extend(more);
    }
    Some(all)
}
