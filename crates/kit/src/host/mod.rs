//! A small static host: files of a folder under a base path, as any web server would give them.
//!
//! [`guests`] lets connections in and ends those on which nothing moves; [`answer`] looks at a request: [`names`] says whether it is meant for
//! this machine, [`mod@find`] looks the address up, [`send`] makes the answer; [`changes`] tells open pages of a site that is being written
//! when there is something newer; [`network`] lists where others find it. It answers on this machine only, unless the whole network was
//! asked for. hyper speaks HTTP, tower-http gives files.

mod answer;
mod changes;
mod find;
mod guests;
mod names;
mod network;
mod send;

pub use changes::Changes;

use crate::words::Tongue;
use anyhow::{Context, Result, anyhow};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use names::Names;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// How long a request may take to come in, and a connection may wait for the next one.
const REQUEST: Duration = Duration::from_secs(10);
/// What a request may have in front of its body, in bytes: no browser sends a tenth of it.
const HEAD: usize = 32 * 1024;

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
    listener: TcpListener,
    reach: Reach,
    /// Its number.
    pub port: u16,
}

/// A host that answers.
pub struct Host {
    door: Door,
    site: Site,
}

/// What is served.
struct Site {
    folder: PathBuf,
    /// The path that it stands under, as people write it.
    base: String,
    names: Names,
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
        let listener = TcpListener::bind((from, port)).map_err(|error| {
            anyhow!(tongue.say(
                format!("端口 {port} 用不了（{error}）；用 --port 换一个"),
                format!("cannot serve on port {port} ({error}); choose another one with --port")
            ))
        })?;
        let port = listener.local_addr().map_or(port, |address| address.port());
        Ok(Self { listener, reach, port })
    }
}

impl Host {
    /// Serves a folder under a base path, also to those who call this machine by one of `names`. With `changes` it is a site that is being
    /// written: pages are told what was published.
    pub fn new(door: Door, folder: PathBuf, base: &str, names: &[String], changes: Option<Arc<Changes>>) -> Self {
        let names = Names::new(names);
        Self { door, site: Site { folder, base: base.to_owned(), names, changes } }
    }

    /// Where the site is: first for this machine, then for the others of its network.
    pub fn addresses(&self) -> Vec<String> {
        let others = match self.door.reach {
            Reach::Here => Vec::new(),
            Reach::Network => network::addresses(),
        };
        let names = std::iter::once("localhost".to_owned()).chain(others);
        names.map(|name| format!("http://{name}:{}{}", self.door.port, self.site.base)).collect()
    }

    /// Answers for as long as the program runs.
    ///
    /// # Errors
    /// When the system gives no means to.
    pub fn run(self) -> Result<()> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("tokio")?;
        self.door.listener.set_nonblocking(true)?;
        let site = Arc::new(self.site);
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(self.door.listener)?;
            guests::receive(&listener, |stream, came_to| {
                let site = Arc::clone(&site);
                let answer = service_fn(move |request| {
                    let site = Arc::clone(&site);
                    async move { Ok::<_, std::convert::Infallible>(answer::to(request, came_to, site).await) }
                });
                let connection = http1::Builder::new()
                    .timer(TokioTimer::new())
                    .header_read_timeout(REQUEST)
                    .max_buf_size(HEAD)
                    .serve_connection(TokioIo::new(stream), answer);
                // A browser that went away needs no answer.
                async move { connection.await.unwrap_or_default() }
            })
            .await
        })
    }
}
