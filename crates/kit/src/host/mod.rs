//! A small static host: files of a folder under a base path, as any web server would give them.
//!
//! [`mod@find`] looks an address up; [`send`] answers; [`changes`] tells open pages of a site that is being written when there is
//! something newer; [`network`] lists where others find it. It answers on this machine only, unless the whole network was asked for.

mod changes;
mod find;
mod network;
mod send;

pub use changes::Changes;

use anyhow::{Result, anyhow};
use find::{Found, find};
use send::Fresh;
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use tiny_http::{Method, Request, Response, Server};

use crate::words::Tongue;

/// How many requests are answered at the same time. A phone that leaves the network in the middle of a film holds one for minutes.
const WORKERS: usize = 64;

/// Who may come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// This machine.
    Here,
    /// Every machine of its network.
    Network,
}

/// A port that is listened on.
pub struct Door {
    server: Server,
    reach: Reach,
    /// Its number.
    pub port: u16,
}

/// A host that answers.
pub struct Host {
    door: Door,
    folder: PathBuf,
    base: String,
    changes: Option<Arc<Changes>>,
}

impl Door {
    /// Begins to listen.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn open(port: u16, reach: Reach, tongue: Tongue) -> Result<Self> {
        let from = match reach {
            Reach::Here => Ipv4Addr::LOCALHOST,
            Reach::Network => Ipv4Addr::UNSPECIFIED,
        };
        let server = Server::http((from, port)).map_err(|error| {
            anyhow!(tongue.say(
                format!("端口 {port} 用不了（{error}）；用 --port 换一个"),
                format!("cannot serve on port {port} ({error}); choose another one with --port")
            ))
        })?;
        let port = server.server_addr().to_ip().map_or(port, |address| address.port());
        Ok(Self { server, reach, port })
    }
}

impl Host {
    /// Serves a folder under a base path. With `changes` it is a site that is being written: pages are told what was published.
    pub fn new(door: Door, folder: PathBuf, base: &str, changes: Option<Arc<Changes>>) -> Self {
        Self { door, folder, base: base.to_owned(), changes }
    }

    /// Where the site is: first for this machine, then for the others of its network.
    pub fn addresses(&self) -> Vec<String> {
        let others = match self.door.reach {
            Reach::Here => Vec::new(),
            Reach::Network => network::addresses(),
        };
        let names = std::iter::once("localhost".to_owned()).chain(others);
        names.map(|name| format!("http://{name}:{}{}", self.door.port, self.base)).collect()
    }

    /// Answers for as long as the program runs.
    pub fn run(self) {
        let host = Arc::new(self);
        let workers: Vec<_> = (0..WORKERS)
            .map(|_| {
                let host = Arc::clone(&host);
                thread::spawn(move || {
                    while let Ok(request) = host.door.server.recv() {
                        // A browser that went away needs no answer.
                        let _ = host.answer(request);
                    }
                })
            })
            .collect();
        for worker in workers {
            // A worker ends when the server does.
            let _ = worker.join();
        }
    }

    fn answer(&self, request: Request) -> std::io::Result<()> {
        if !matches!(request.method(), Method::Get | Method::Head) {
            return request.respond(Response::empty(405));
        }
        let (path, question) = request.url().split_once('?').unwrap_or((request.url(), ""));
        if let Some(changes) = &self.changes
            && path.strip_prefix(&self.base) == Some(changes::ADDRESS)
        {
            let known = question.to_owned();
            return changes.wait(request, &known);
        }
        let path = path.split('#').next().unwrap_or_default().to_owned();
        // Asked before the file is read: a page may then be taken for older than it is, but never for newer.
        let fresh = self.changes.as_ref().map(|changes| Fresh { number: changes.number() });
        match self.find(&path) {
            Found::File(file) => send::file(request, &file, 200, fresh.as_ref()),
            Found::Folder => send::redirect(request, &format!("{path}/")),
            Found::Nothing => send::file(request, &self.folder.join("404.html"), 404, fresh.as_ref()),
        }
    }

    /// While a site takes the place of another, there is none for a moment: it is waited for.
    fn find(&self, path: &str) -> Found {
        match (find(&self.folder, &self.base, path), &self.changes) {
            (Found::Nothing, Some(changes)) => {
                changes.await_press();
                find(&self.folder, &self.base, path)
            }
            (found, _) => found,
        }
    }
}
