//! Addresses, history, and fetching pages of this site.

use super::window;
use gloo::timers::callback::Timeout;
use model::address::below;
use wasm_bindgen_futures::JsFuture;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Headers, RequestInit, Response, Url};

/// A path as it is written in content: `/materials/%E4%B9%99/` is `/materials/乙/`.
fn readable(path: String) -> String {
    js_sys::decode_uri(&path).map_or(path, String::from)
}

/// Where the window is, without what follows `#`, and that.
pub fn here() -> (String, String) {
    let location = window().location();
    (readable(location.pathname().unwrap_or_default()), location.hash().unwrap_or_default())
}

/// The absolute path of the portal's root, from what the page says of it.
pub fn root_path(root: &str) -> String {
    let href = window().location().href().unwrap_or_default();
    Url::new_with_base(root, &href).map_or_else(|_| "/".to_owned(), |url| readable(url.pathname()))
}

/// The path and the hash of a link of this site; `None` for other sites.
pub fn own_link(href: &str) -> Option<(String, String)> {
    let url = Url::new(href).ok()?;
    let own = url.origin() == window().location().origin().ok()?;
    own.then(|| (readable(url.pathname()), url.hash()))
}

/// Fetches text. `None` when it cannot be reached or the answer is not 200.
pub async fn text(path: &str, accept: &str) -> Option<String> {
    let headers = Headers::new().ok()?;
    headers.set("Accept", accept).ok()?;
    let options = RequestInit::new();
    options.set_headers(&headers);
    let answer = JsFuture::from(window().fetch_with_str_and_init(path, &options)).await.ok()?;
    let answer: Response = answer.dyn_into().ok()?;
    if answer.status() != 200 {
        return None;
    }
    JsFuture::from(answer.text().ok()?).await.ok()?.as_string()
}

/// Reads a page that was fetched.
pub fn parse(html: &str) -> Option<Document> {
    let parser = web_sys::DomParser::new().ok()?;
    parser.parse_from_string(html, web_sys::SupportedType::TextHtml).ok()
}

/// The address that led to the page for what is not kept, `offline/?at=…`; the root for what is none of this portal. It is taken as the
/// browser resolves it, and not decoded again.
pub fn wanted(root: &str) -> String {
    let query = window().location().search().unwrap_or_default();
    let at = query.strip_prefix("?at=").and_then(|at| js_sys::decode_uri_component(at).ok()).map(String::from);
    let whole = absolute(root).unwrap_or_default();
    let goal = Url::new_with_base(&at.unwrap_or_default(), &whole).map_or_else(|_| String::new(), |goal| goal.href());
    format!("{root}{}", below(&goal, &whole).unwrap_or_default())
}

/// A path with this site in front: alone, browsers read one that begins with `//` or `/\` as another site.
fn own(path: &str) -> String {
    let site = if path.starts_with('/') { window().location().origin().unwrap_or_default() } else { String::new() };
    site + path
}

/// Leaves the app and lets the browser open a path.
pub fn open(path: &str) {
    // A path of this site can always be opened.
    let _ = window().location().assign(&own(path));
}

/// The same in the place of this page: going back passes it by.
pub fn replace(path: &str) {
    // A path of this site can always be opened.
    let _ = window().location().replace(&own(path));
}

/// Loads the page again.
pub fn reload() {
    // Nothing can refuse it.
    let _ = window().location().reload();
}

/// Adds a path to the history.
pub fn push(path: &str) {
    if let Ok(history) = window().history() {
        // It fails only for other sites' paths, and these are never pushed.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&own(path)));
    }
}

/// Remembers with the present entry of the history how far the window is scrolled.
pub fn remember_scroll(y: f64) {
    if let Ok(history) = window().history() {
        // Without it, coming back resumes by the log instead.
        let _ = history.replace_state_with_url(&JsValue::from_f64(y), "", None);
    }
}

/// How far the window was scrolled when this entry of the history was left.
pub fn remembered_scroll() -> Option<f64> {
    window().history().ok()?.state().ok()?.as_f64()
}

/// The whole address of what a page names.
pub fn absolute(address: &str) -> Option<String> {
    Some(Url::new_with_base(address, &window().location().href().ok()?).ok()?.href())
}

/// Waits until the browser has nothing better to do, at most two seconds. Browsers without this get a short pause.
pub async fn idle() {
    idle_within(2_000).await;
}

/// The same, but not longer than this, in milliseconds.
pub async fn idle_within(limit_ms: u32) {
    let offered = js_sys::Reflect::has(&window(), &"requestIdleCallback".into()).unwrap_or(false);
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if offered {
            let options = web_sys::IdleRequestOptions::new();
            options.set_timeout(limit_ms);
            // It is only refused where it is not offered.
            let _ = window().request_idle_callback_with_options(&resolve, &options);
        } else {
            // Resolving takes any value.
            Timeout::new(limit_ms.min(200), move || drop(resolve.call0(&JsValue::NULL))).forget();
        }
    });
    // The promise is never refused.
    let _ = JsFuture::from(promise).await;
}
