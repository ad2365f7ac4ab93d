//! What a page may load: nothing but what it brings and what its own site has.

use crate::hash;

/// The content security policy of a page with these scripts and this style sheet in its head. `file:` is for pages that are opened
/// from a disk: there some browsers take no other file for the page's own; pages of the web can never load from there. `blob:` is for what a
/// learner recorded, which is played from memory. The sheet of studying comes from the site when a text gets notes. Engines before 2022 take
/// WebAssembly for eval; in all others boot.js takes eval away before anything else runs.
pub(super) fn write(scripts: &[&str], style: &str) -> String {
    let scripts: String =
        scripts.iter().map(|script| format!(" 'sha256-{}'", hash::base64(script.as_bytes()))).collect();
    let style = hash::base64(style.as_bytes());
    format!(
        "default-src 'none'; script-src 'self' 'unsafe-eval' 'wasm-unsafe-eval'{scripts}; style-src 'self' 'sha256-{style}'; \
         img-src 'self' file: data:; media-src 'self' file: blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
         base-uri 'none'; form-action 'none'"
    )
}
