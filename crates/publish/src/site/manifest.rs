//! The web app manifest: the template with the portal's own names.

use super::base;
use crate::content::Portal;
use anyhow::{Context, Result};
use serde_json::{Map, Value};

/// Where it is.
pub(super) const FILE: &str = "manifest.webmanifest";

/// Fills in the template. The id is where the portal stands: two portals of one host are two apps.
pub(super) fn fill(template: &[u8], portal: &Portal, base: &str) -> Result<Vec<u8>> {
    let mut manifest: Map<String, Value> =
        serde_json::from_slice(template).with_context(|| format!("public/{FILE} is not a JSON object"))?;
    for (name, value) in [
        ("id", &base::in_address(base)),
        ("name", &portal.name),
        ("short_name", &portal.short_name),
        ("description", &portal.description),
    ] {
        manifest.insert(name.to_owned(), Value::String(value.clone()));
    }
    Ok(serde_json::to_vec_pretty(&manifest)?)
}
