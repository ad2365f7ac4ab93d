//! `serve`: publishes and serves, and publishes again when a file changes; open pages then renew themselves.
//!
//! What fails is told, and the last good site stays. Reading offline is switched off here unless `--offline` is given: what is on
//! the screen is then always what was published last, and no worker shows a page that it kept.

use crate::host::{Changes, Door, Host, Reach};
use crate::options::Options;
use crate::watch::Watch;
use crate::words::Tongue;
use crate::{embedded, folders, report};
use anyhow::Result;
use publish::press::{Job, Keeping, Press};
use publish::site::App;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

/// The usual port.
pub const PORT: u16 = 8080;
/// Renews open pages.
const LIVE: &str = include_str!("../live.js");
/// A build of the app is written over some time.
const APP_QUIET: Duration = Duration::from_millis(400);

/// A site that is being written.
struct Desk<'a> {
    options: &'a Options,
    press: Press,
    out: PathBuf,
    changes: Arc<Changes>,
}

/// Serves until it is stopped.
pub fn run(options: &Options) -> Result<bool> {
    let door = Door::open(options.port.unwrap_or(PORT), reach(options), options.tongue)?;
    open(options, door)
}

/// Serves at an open door until it is stopped.
pub fn open(options: &Options, door: Door) -> Result<bool> {
    let content = folders::content(options)?;
    let app = app(options)?;
    let out = folders::served(options, &content, door.port);
    let keeping = if options.offline { Keeping::AsWritten } else { Keeping::Off };
    let job = Job {
        // Whoever writes looks at pages; books are made when the portal is published.
        books: false,
        content: content.clone(),
        out: out.clone(),
        base: options.base.clone(),
        keeping,
        packed: false,
        today: options.today.clone(),
        last: None,
    };
    let changes = Arc::new(Changes::new());
    let mut desk = Desk { options, press: Press::new(job, app), out: out.clone(), changes: Arc::clone(&changes) };
    // Before the first publication, so that no change is missed.
    let folders: Vec<&Path> = std::iter::once(content.as_path()).chain(options.app.as_deref()).collect();
    let watch = Watch::over(&folders)?;
    desk.publish();
    let host = Host::new(door, out, &options.base, &options.names, Some(changes));
    welcome(&host.addresses(), options.tongue);
    end_with_parent(options);
    thread::spawn(move || {
        if let Err(error) = host.run() {
            eprintln!("huaide: {error:#}");
        }
    });
    desk.keep_up(&watch);
    Ok(true)
}

/// Who may come in.
pub fn reach(options: &Options) -> Reach {
    if options.lan { Reach::Network } else { Reach::Here }
}

/// Ends the program when whoever started it is gone, if that was asked for.
pub fn end_with_parent(options: &Options) {
    if options.attached {
        thread::spawn(|| {
            // An input that breaks has ended too.
            let _ = std::io::copy(&mut std::io::stdin(), &mut std::io::sink());
            std::process::exit(0);
        });
    }
}

impl Desk<'_> {
    /// Publishes whenever something changes.
    fn keep_up(&mut self, watch: &Watch) {
        while let Some(changed) = watch.next() {
            let is_app = |path: &PathBuf| self.options.app.as_ref().is_some_and(|app| path.starts_with(app));
            if changed.iter().any(is_app) {
                thread::sleep(APP_QUIET);
                match app(self.options) {
                    Ok(app) => self.press.change_app(app),
                    // It is still being written: the rest of it is a change as well.
                    Err(_) => continue,
                }
            }
            self.publish();
        }
    }

    fn publish(&mut self) {
        let start = Instant::now();
        match self.changes.publish(|| self.press.run()) {
            Ok(outcome) => {
                report::tell(&outcome, &self.out, start, self.options.tongue);
                match outcome.done {
                    Some(_) => self.changes.tell(),
                    None => eprintln!("{}", self.options.tongue.say(STAYS.0, STAYS.1)),
                }
            }
            Err(error) => eprintln!("huaide: {error:#}"),
        }
    }
}

const STAYS: (&str, &str) = (
    "有错误，没有发布；上一次发布的网站还在。改好并保存，会自动再来。",
    "Nothing was published; the last good site stays.",
);

/// The app, as it is served while one writes: with the script that renews open pages, unless readers' own ways were asked for.
fn app(options: &Options) -> Result<App> {
    let mut app = embedded::app(options)?;
    if !options.offline {
        // In every page's head, so the page's policy allows it by the same hash.
        app.boot = format!("{}\n{LIVE}", app.boot);
    }
    Ok(app)
}

fn welcome(addresses: &[String], tongue: Tongue) {
    let Some((here, others)) = addresses.split_first() else { return };
    println!("\n{}{here}", tongue.say("门户打开了。在这台电脑上看：", "The portal, on this machine: "));
    if !others.is_empty() {
        let said =
            tongue.say("同一网络（同一个 Wi-Fi）里的手机和电脑：", "On phones and computers of the same network: ");
        println!("{said}{}", others.join("  "));
    }
    println!(
        "{}\n",
        tongue.say(
            "改了内容并保存，网页会自己更新。要停下，按 Ctrl+C 或关掉这个窗口。",
            "Pages renew themselves when a file is saved. Stop with Ctrl+C."
        )
    );
}
