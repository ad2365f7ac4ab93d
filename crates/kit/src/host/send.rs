//! Answers, as hyper takes them. Files are given by tower-http, which knows parts, tags, times and packed copies beside them.

use bytes::Bytes;
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full};
use hyper::header::{
    ALLOW, CACHE_CONTROL, CONNECTION, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HeaderName,
    HeaderValue, IF_NONE_MATCH, IF_RANGE, LOCATION, RANGE,
};
use hyper::{Request, Response, StatusCode};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use sha2::{Digest, Sha256};
use std::io::{Error, Result};
use std::path::Path;
use tower_http::services::ServeFile;

/// An answer with its body, whatever that is made of.
pub(super) type Answer = Response<UnsyncBoxBody<Bytes, Error>>;

const HTML: &str = "text/html; charset=utf-8";
/// Shown while nothing was published yet; it looks again by itself.
const NOT_YET: &str = "<!doctype html><html lang=\"zh-Hans\"><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"2\">\
<meta name=\"viewport\" content=\"width=device-width\"><title>还没有发布</title>\
<p>还没有发布成功：内容里有错误。请看 huaide 窗口里列出的问题，改好并保存，这一页会自己更新。\
<p lang=\"en\">Nothing is published yet: the content has errors. Mend what the window of huaide lists; this page renews itself.</html>";
/// Shown to who calls this machine by a name that is not its own.
const MISDIRECTED: &str = "<!doctype html><html lang=\"zh-Hans\"><meta charset=\"utf-8\">\
<meta name=\"viewport\" content=\"width=device-width\"><title>网址不对</title>\
<p>请用 huaide 窗口里列出的网址打开。要用别的名字，启动时写 --name 那个名字。\
<p lang=\"en\">Open one of the addresses that the window of huaide lists. For another name start it with --name that-name.</html>";

/// What every answer says: nothing is taken for another kind than it is, no other site shows a page in a frame of its own, and nobody is
/// told where a reader came from. Of what a browser can be asked for, only the microphone is ever needed, to record a speech.
const GUARDS: [(&str, &str); 3] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), display-capture=(), geolocation=(), microphone=(self), midi=(), payment=(), serial=(), usb=()",
    ),
];
const FRAMES: &str = "frame-ancestors 'none'";
/// A drawing that is opened by itself runs nothing and fetches nothing.
const DRAWING: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'none'";

/// What a path in an address writes with `%`.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Sends a file, or the part of it that is asked for.
pub(super) async fn file<B: Send + 'static>(mut request: Request<B>, file: &Path) -> Result<Answer> {
    if let Some(tag) = request.headers_mut().remove(IF_RANGE) {
        // A part of what a browser has already is no use when the rest has changed.
        let mut head = Request::head(request.uri().clone()).body(()).map_err(Error::other)?;
        request.headers().clone_into(head.headers_mut());
        head.headers_mut().remove(RANGE);
        let whole = serve(head, file).await?;
        if whole.headers().get(ETAG) != Some(&tag) {
            request.headers_mut().remove(RANGE);
        }
    }
    serve(request, file).await
}

async fn serve<B: Send + 'static>(request: Request<B>, file: &Path) -> Result<Answer> {
    let is_packed = |ending: &str| {
        let packed = file.with_added_extension(ending);
        // A link is no file of the site.
        packed.symlink_metadata().is_ok_and(|about| about.is_file())
    };
    let kind = kind(file);
    let mut plain =
        ServeFile::new_with_mime(file, &kind.parse().map_err(Error::other)?).ignore_multi_range_requests(true);
    if is_packed("br") {
        plain = plain.precompressed_br();
    }
    if is_packed("gz") {
        plain = plain.precompressed_gzip();
    }
    let mut answer = plain.try_call(request).await?.map(BodyExt::boxed_unsync);
    if answer.headers().get(CONTENT_TYPE).is_some_and(|kind| kind == "image/svg+xml") {
        answer.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(DRAWING));
    }
    answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    Ok(answer)
}

/// Sends a page of a site that is being written, with the number of the publication that it is of.
pub(super) async fn page<B>(request: Request<B>, file: &Path, number: u64) -> Result<Answer> {
    let bytes = read(file, Some(number)).await?;
    let tag = format!("\"{:x}\"", Sha256::digest(&bytes));
    let is_known = request.headers().get(IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let status = if is_known { StatusCode::NOT_MODIFIED } else { StatusCode::OK };
    let body = if is_known { Vec::new() } else { bytes };
    Ok(answer(status, [(ETAG, &tag), (CACHE_CONTROL, "no-cache"), (CONTENT_TYPE, HTML)], body))
}

/// Sends the page for what is not there.
pub(super) async fn missing(file: &Path, number: Option<u64>) -> Result<Answer> {
    let bytes = read(file, number).await?;
    Ok(answer(StatusCode::NOT_FOUND, [(CACHE_CONTROL, "no-cache"), (CONTENT_TYPE, HTML)], bytes))
}

/// Leads to another path of this host.
pub(super) fn redirect(to: &str) -> Answer {
    let to = utf8_percent_encode(to, ENCODED).to_string();
    answer(StatusCode::MOVED_PERMANENTLY, [(LOCATION, &to)], Vec::new())
}

/// Sends a word that no cache keeps.
pub(super) fn word(word: &str) -> Answer {
    answer(StatusCode::OK, [(CACHE_CONTROL, "no-store"), (CONTENT_TYPE, "text/plain; charset=utf-8")], word.into())
}

/// Says that nothing was published yet.
pub(super) fn not_yet() -> Answer {
    answer(StatusCode::SERVICE_UNAVAILABLE, [(CACHE_CONTROL, "no-store"), (CONTENT_TYPE, HTML)], NOT_YET.into())
}

/// Says that this machine has other names.
pub(super) fn misdirected() -> Answer {
    let headers = [(CACHE_CONTROL, "no-store"), (CONTENT_TYPE, HTML), (CONNECTION, "close")];
    answer(StatusCode::MISDIRECTED_REQUEST, headers, MISDIRECTED.into())
}

/// Says no, and hears no more of what comes after the head of the request.
pub(super) fn refused(status: StatusCode) -> Answer {
    let said = format!("{status}\n");
    let headers = [(CONTENT_TYPE, "text/plain; charset=utf-8"), (CONNECTION, "close"), (CACHE_CONTROL, "no-store")];
    let mut answer = answer(status, headers, said.into());
    if status == StatusCode::METHOD_NOT_ALLOWED {
        answer.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    answer
}

/// Says that a file could not be read.
pub(super) fn broken(error: &Error) -> Answer {
    use std::io::ErrorKind::NotFound;
    // It may have gone since it was found.
    refused(if error.kind() == NotFound { StatusCode::NOT_FOUND } else { StatusCode::INTERNAL_SERVER_ERROR })
}

/// Adds what every answer says.
pub(super) fn guarded(mut answer: Answer) -> Answer {
    let headers = answer.headers_mut();
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(FRAMES));
    for (name, value) in GUARDS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    answer
}

/// Whether a file is a page.
pub(super) fn is_page(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending == "html")
}

/// Reads a page, and writes a number into it.
async fn read(file: &Path, number: Option<u64>) -> Result<Vec<u8>> {
    let file = file.to_owned();
    let bytes = tokio::task::spawn_blocking(move || std::fs::read(file)).await.map_err(Error::other)??;
    let Some(number) = number else { return Ok(bytes) };
    Ok(match String::from_utf8(bytes) {
        Ok(page) => page.replacen("<html ", &format!("<html data-published=\"{number}\" "), 1).into_bytes(),
        Err(error) => error.into_bytes(),
    })
}

fn answer<const N: usize>(status: StatusCode, headers: [(HeaderName, &str); N], body: Vec<u8>) -> Answer {
    let length = body.len();
    let body = Full::new(Bytes::from(body)).map_err(|never| match never {}).boxed_unsync();
    let mut answer = Response::new(body);
    *answer.status_mut() = status;
    if status != StatusCode::NOT_MODIFIED {
        // Told also where only the head is asked for.
        answer.headers_mut().insert(CONTENT_LENGTH, length.into());
    }
    for (name, value) in headers {
        // Nothing is said that a header cannot hold.
        answer.headers_mut().extend(HeaderValue::from_str(value).ok().map(|value| (name, value)));
    }
    answer
}

fn kind(file: &Path) -> String {
    let kind = match file.extension().and_then(|ending| ending.to_str()) {
        Some("webmanifest") => "application/manifest+json".to_owned(),
        _ => mime_guess::from_path(file).first_or_octet_stream().to_string(),
    };
    if kind.starts_with("text/") { kind + "; charset=utf-8" } else { kind }
}
