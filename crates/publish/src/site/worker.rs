//! The service worker: filled in with the files of the app, or the one that takes everything back.

use super::pages::BASICS;
use super::{App, File};
use anyhow::{Result, ensure};
use serde_json::json;

/// Where it is.
pub(super) const FILE: &str = "sw.js";
/// The line of the template that is replaced.
const PLACE: &str = "const SHELL = null;";

/// Writes it. `offline` is false when the organiser switched it off.
pub(super) fn fill(app: &App, offline: bool) -> Result<Vec<u8>> {
    if !offline {
        return Ok(app.retired.clone().into_bytes());
    }
    ensure!(app.worker.matches(PLACE).count() == 1, "sw.js must have the line `{PLACE}` once");
    let file =
        |(address, file): (&String, &File)| json!({ "address": address, "bytes": file.len(), "sha256": file.sha256() });
    let shell = json!({
        "build": app.build,
        "files": app.shell().map(file).collect::<Vec<_>>(),
        "basics": BASICS,
    });
    Ok(app.worker.replace(PLACE, &format!("const SHELL = {shell};")).into_bytes())
}
