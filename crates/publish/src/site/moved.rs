//! What stands at an old address: a page that leads to the new one, with or without scripts, and keeps the place in it.

use super::{App, on_web};
use crate::content::{Moved, Portal};
use crate::hash;
use crate::markdown::escape;

/// Takes the part after `#` along, which a plain redirection would drop.
const SCRIPT: &str = "location.replace(document.querySelector('a').href + location.hash)";

/// Writes it. It names the app's build and its own address, as every page does, so that the worker keeps it.
pub(super) fn write(moved: &Moved, title: &str, portal: &Portal, app: &App) -> String {
    let way = format!("{}{}", "../".repeat(moved.from.matches('/').count()), moved.to);
    let (href, title, from) = (escape(&way), escape(title), escape(&moved.from));
    let canonical = portal.address.as_deref().map_or_else(String::new, |address| {
        format!("<link rel=\"canonical\" href=\"{}\">", escape(&on_web(address, &moved.to)))
    });
    let (build, script) = (&app.build, hash::base64(SCRIPT.as_bytes()));
    let (zh, en) = (locale::moved_to().zh, locale::moved_to().en);
    format!(
        "<!doctype html>\n<html lang=\"zh-Hans\" data-build=\"{build}\" data-address=\"{from}\">\n<head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta http-equiv=\"content-security-policy\" content=\"default-src 'none'; script-src 'sha256-{script}'\">\
         <meta name=\"robots\" content=\"noindex\"><title>{title}</title>{canonical}\
         <noscript><meta http-equiv=\"refresh\" content=\"0; url={href}\"></noscript></head>\n\
         <body><p>{zh}<a href=\"{href}\">{title}</a></p><p lang=\"en\">{en}</p><script>{SCRIPT}</script></body>\n</html>\n"
    )
}
