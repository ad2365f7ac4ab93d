//! Answers with files. Whole files only: a browser that asks for a part gets all of it, as HTTP allows, and a tag that is still
//! right spares the body.

use sha2::{Digest, Sha256};
use std::fs;
use std::io::{Read, Result};
use std::path::Path;
use tiny_http::{Header, Request, Response};

/// Shown while nothing was published yet; it looks again by itself.
const NOT_YET: &str = "<!doctype html><html lang=\"zh-Hans\"><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"2\">\
<meta name=\"viewport\" content=\"width=device-width\"><title>还没有发布</title>\
<p>还没有发布成功：内容里有错误。请看 huaide 窗口里列出的问题，改好并保存，这一页会自己更新。\
<p lang=\"en\">Nothing is published yet: the content has errors. Mend what the window of huaide lists; this page renews itself.</html>";

/// What a page of a site that is being written is told: the number of the publication that it is of.
pub(super) struct Fresh {
    /// That number.
    pub number: u64,
}

/// Sends a file.
pub(super) fn file(request: Request, file: &Path, status: u16, fresh: Option<&Fresh>) -> Result<()> {
    let bytes = match (fs::read(file), fresh) {
        (Ok(bytes), Some(fresh)) if is_page(file) => fresh.mark(bytes),
        (Ok(bytes), _) => bytes,
        (Err(_), Some(_)) => return not_yet(request),
        (Err(_), None) => return request.respond(Response::empty(404)),
    };
    let tag = format!("\"{:x}\"", Sha256::digest(&bytes));
    let known = request.headers().iter().any(|one| one.field.equiv("If-None-Match") && one.value.as_str() == tag);
    let headers = [header("ETag", &tag), header("Cache-Control", "no-cache"), header("Content-Type", &kind(file))];
    if known && status == 200 {
        return request.respond(with_headers(Response::empty(304), headers));
    }
    request.respond(with_headers(Response::from_data(bytes).with_status_code(status), headers))
}

/// Leads to another address.
pub(super) fn redirect(request: Request, to: &str) -> Result<()> {
    request.respond(with_headers(Response::empty(301), [header("Location", to)]))
}

/// Sends a word that no cache keeps.
pub(super) fn word(request: Request, word: &str) -> Result<()> {
    request.respond(with_headers(Response::from_string(word), [header("Cache-Control", "no-store")]))
}

fn not_yet(request: Request) -> Result<()> {
    let headers = [header("Content-Type", "text/html; charset=utf-8"), header("Cache-Control", "no-store")];
    request.respond(with_headers(Response::from_string(NOT_YET).with_status_code(503), headers))
}

impl Fresh {
    /// Writes the number into a page.
    fn mark(&self, page: Vec<u8>) -> Vec<u8> {
        match String::from_utf8(page) {
            Ok(page) => page.replacen("<html ", &format!("<html data-published=\"{}\" ", self.number), 1).into_bytes(),
            Err(error) => error.into_bytes(),
        }
    }
}

fn is_page(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending == "html")
}

fn with_headers<R: Read, const N: usize>(response: Response<R>, headers: [Option<Header>; N]) -> Response<R> {
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
