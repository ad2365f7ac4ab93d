//! Without a command, as by a double click: what someone wants who has only a folder and this program.
//!
//! The content folder beside the program is served in the network, renewed while it is written, and published when Enter is
//! pressed. If there is none, it is begun.

use crate::command::{publish, serve};
use crate::host::{Door, Reach};
use crate::options::Options;
use crate::words::Tongue;
use crate::{embedded, folders};
use anyhow::{Context, Result, ensure};
use std::path::PathBuf;
use std::thread;

/// How many ports are tried.
const PORTS: u16 = 20;

/// Serves until the window is closed.
pub fn run(tongue: Tongue) -> Result<bool> {
    let content = folders::find().map_or_else(|| begin(tongue), Ok)?;
    let options = Options { content: Some(content), lan: true, ..Options::standard(tongue) };
    println!("{}{}", tongue.say("内容文件夹：", "Content folder: "), folders::content(&options)?.display());
    let door = free_door(tongue)?;
    publish_on_enter(&options);
    serve::open(&options, door)
}

/// Begins a content folder beside the program.
fn begin(tongue: Tongue) -> Result<PathBuf> {
    let place = folders::beside_program().or_else(|| std::env::current_dir().ok()).context("content")?;
    let folder = place.join(folders::CONTENT);
    let holds_something = folder.read_dir().is_ok_and(|mut entries| entries.next().is_some());
    ensure!(
        !holds_something,
        tongue.say(
            format!("{} 里没有 portal.toml。是不是被改了名，比如改成了 portal.toml.txt？", folder.display()),
            format!("{} has no portal.toml; was it renamed, such as to portal.toml.txt?", folder.display())
        )
    );
    embedded::write_starter(&folder)?;
    println!(
        "{}",
        tongue.say("旁边没有内容文件夹，已经建好一个。", "There was no content folder; here is one to begin with.")
    );
    Ok(folder)
}

/// The first free port from the usual one on.
fn free_door(tongue: Tongue) -> Result<Door> {
    let later = (serve::PORT + 1..serve::PORT + PORTS).map(|port| Door::open(port, Reach::Network, tongue));
    Door::open(serve::PORT, Reach::Network, tongue).or_else(|error| later.flatten().next().ok_or(error))
}

/// Someone without a command line wants a finished site as well.
fn publish_on_enter(options: &Options) {
    let options = options.clone();
    let tongue = options.tongue;
    println!(
        "{}",
        tongue.say(
            "写好了要放到网上或 U 盘上：在这个窗口里按回车键，就会发布到内容文件夹旁边的 site 文件夹。",
            "To put the portal on the web or a USB stick: press Enter here; it is published to the folder `site`."
        )
    );
    thread::spawn(move || {
        for _ in std::io::stdin().lines().map_while(Result::ok) {
            if let Err(error) = publish::run(&options) {
                eprintln!("huaide: {error:#}");
            }
        }
    });
}
