//! What is answered to a request: a file, whatever part of it is asked for, in the packing that the browser takes; or why not.

use super::find::{self, Found, find};
use super::send::{self, Answer};
use super::{Site, changes};
use hyper::header::{CONTENT_LENGTH, TRANSFER_ENCODING};
use hyper::{Method, Request, StatusCode};
use percent_encoding::percent_decode_str;
use std::net::IpAddr;
use std::sync::Arc;

/// The page for what is not there.
const MISSING: &str = "404.html";

/// Answers a request that came to the address `came_to` of this machine.
pub(super) async fn to<B: Send + 'static>(request: Request<B>, came_to: IpAddr, site: Arc<Site>) -> Answer {
    let answer = match refusal(&request, came_to, &site) {
        Some(refusal) => refusal,
        None => found(request, site).await.unwrap_or_else(|error| send::broken(&error)),
    };
    send::guarded(answer)
}

/// Why a request is not answered.
fn refusal<B>(request: &Request<B>, came_to: IpAddr, site: &Site) -> Option<Answer> {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Some(send::refused(StatusCode::METHOD_NOT_ALLOWED));
    }
    let headers = request.headers();
    let is_empty = headers.get(CONTENT_LENGTH).is_none_or(|length| length == "0");
    if !is_empty || headers.contains_key(TRANSFER_ENCODING) {
        return Some(send::refused(StatusCode::PAYLOAD_TOO_LARGE));
    }
    (!site.names.are_asked(request, came_to)).then(send::misdirected)
}

async fn found<B: Send + 'static>(request: Request<B>, site: Arc<Site>) -> std::io::Result<Answer> {
    let path = request.uri().path().to_owned();
    if let Some(changes) = &site.changes
        && site.is_of_changes(&path)
    {
        let known = request.uri().query().unwrap_or_default().to_owned();
        return Ok(send::word(&changes.after(&known).await.to_string()));
    }
    // Asked before the file is read: a page may then be taken for older than it is, but never for newer.
    let number = site.changes.as_ref().map(|changes| changes.number());
    let looking = Arc::clone(&site);
    let found = tokio::task::spawn_blocking(move || looking.find(&path)).await.map_err(std::io::Error::other)?;
    match (found, number) {
        (Found::Folder(to), _) => Ok(send::redirect(&to)),
        (Found::File(file), Some(number)) if send::is_page(&file) => send::page(request, &file, number).await,
        (Found::File(file), _) => send::file(request, &file).await,
        (Found::Nothing, _) => Ok(match (find::file(&site.folder, MISSING), number) {
            (Some(page), number) => send::missing(&page, number).await?,
            (None, Some(_)) => send::not_yet(),
            (None, None) => send::refused(StatusCode::NOT_FOUND),
        }),
    }
}

impl Site {
    /// Whether a page asks there whether there is something newer.
    fn is_of_changes(&self, path: &str) -> bool {
        percent_decode_str(path).decode_utf8_lossy().strip_prefix(&self.base) == Some(changes::ADDRESS)
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
