//! A small static host for one person: files of a folder under a base path, as any web server would give them.
//!
//! It answers on this machine only. A folder's address is that of its `index.html`; an address without the slash at its end is led
//! to the one with it; what is not there is `404.html`. Whole files only: a browser that asks for a part gets all of it, as
//! HTTP allows, and a tag that is still right spares the body.

use anyhow::{Result, anyhow};
use percent_encoding::percent_decode_str;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;
use tiny_http::{Header, Method, Request, Response, Server};

/// How many requests are answered at the same time.
const WORKERS: usize = 4;

/// A host that is listening.
pub struct Host {
    server: Server,
    folder: PathBuf,
    base: String,
    port: u16,
}

/// What is at an address.
#[derive(Debug, PartialEq, Eq)]
enum Found {
    File(PathBuf),
    /// The same with a slash at its end.
    Folder,
    Nothing,
}

impl Host {
    /// Begins to listen.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn open(folder: PathBuf, port: u16, base: &str) -> Result<Self> {
        let server = Server::http(("127.0.0.1", port))
            .map_err(|error| anyhow!("cannot serve on port {port} ({error}); choose another one with --port"))?;
        let port = server.server_addr().to_ip().map_or(port, |address| address.port());
        Ok(Self { server, folder, base: base.to_owned(), port })
    }

    /// Where the site is.
    pub fn address(&self) -> String {
        format!("http://localhost:{}{}", self.port, self.base)
    }

    /// Answers for as long as the program runs.
    pub fn run(self) {
        let host = Arc::new(self);
        let workers: Vec<_> = (0..WORKERS)
            .map(|_| {
                let host = Arc::clone(&host);
                thread::spawn(move || {
                    while let Ok(request) = host.server.recv() {
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
        let path = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
        match find(&self.folder, &self.base, &path) {
            Found::File(file) => send(request, &file, 200),
            Found::Folder => {
                request.respond(with_headers(Response::empty(301), [header("Location", &format!("{path}/"))]))
            }
            Found::Nothing => send(request, &self.folder.join("404.html"), 404),
        }
    }
}

/// Looks an address up. Nothing outside the folder is ever found.
fn find(folder: &Path, base: &str, path: &str) -> Found {
    let Some(inside) = path.strip_prefix(base) else {
        return if format!("{path}/") == base { Found::Folder } else { Found::Nothing };
    };
    let Ok(inside) = percent_decode_str(inside).decode_utf8() else { return Found::Nothing };
    if !Path::new(inside.as_ref()).components().all(|part| matches!(part, Component::Normal(_))) {
        return Found::Nothing;
    }
    let target = folder.join(inside.as_ref());
    match (target.is_dir(), inside.is_empty() || inside.ends_with('/')) {
        (true, true) if target.join("index.html").is_file() => Found::File(target.join("index.html")),
        (true, false) => Found::Folder,
        (false, false) if target.is_file() => Found::File(target),
        _ => Found::Nothing,
    }
}

fn send(request: Request, file: &Path, status: u16) -> std::io::Result<()> {
    let Ok(bytes) = fs::read(file) else { return request.respond(Response::empty(404)) };
    let tag = format!("\"{:x}\"", Sha256::digest(&bytes));
    let known = request.headers().iter().any(|one| one.field.equiv("If-None-Match") && one.value.as_str() == tag);
    let headers = [header("ETag", &tag), header("Cache-Control", "no-cache"), header("Content-Type", &kind(file))];
    if known && status == 200 {
        return request.respond(with_headers(Response::empty(304), headers));
    }
    request.respond(with_headers(Response::from_data(bytes).with_status_code(status), headers))
}

fn with_headers<R: std::io::Read, const N: usize>(response: Response<R>, headers: [Option<Header>; N]) -> Response<R> {
    headers.into_iter().flatten().fold(response, Response::with_header)
}

fn kind(file: &Path) -> String {
    let kind = match file.extension().and_then(|ending| ending.to_str()) {
        Some("webmanifest") => "application/manifest+json".to_owned(),
        _ => mime_guess::from_path(file).first_or_octet_stream().to_string(),
    };
    if kind.starts_with("text/") { kind + "; charset=utf-8" } else { kind }
}

/// A header of these texts; `None` when one holds a character that headers cannot.
fn header(name: &str, value: &str) -> Option<Header> {
    Header::from_bytes(name, value).ok()
}

#[cfg(test)]
mod tests {
    use super::{Found, find};
    use anyhow::Result;
    use std::fs;

    #[test]
    fn addresses_are_files_and_nothing_outside_is_found() -> Result<()> {
        let site = tempfile::tempdir()?;
        let folder = site.path().join("site");
        fs::create_dir_all(folder.join("lessons/课"))?;
        fs::write(folder.join("lessons/课/index.html"), "")?;
        fs::write(folder.join("index.html"), "")?;
        fs::write(site.path().join("secret"), "")?;
        let check = |base: &str, path: &str, expect: Found| assert_eq!(find(&folder, base, path), expect, "{path}");
        check("/", "/", Found::File(folder.join("index.html")));
        check("/", "/lessons/%E8%AF%BE/", Found::File(folder.join("lessons/课/index.html")));
        check("/", "/lessons/%E8%AF%BE", Found::Folder);
        check("/", "/lessons/", Found::Nothing);
        check("/", "/index.html/", Found::Nothing);
        check("/", "/../secret", Found::Nothing);
        check("/", "/%2e%2e/secret", Found::Nothing);
        check("/p/", "/p", Found::Folder);
        check("/p/", "/p/", Found::File(folder.join("index.html")));
        check("/p/", "/", Found::Nothing);
        Ok(())
    }
}
