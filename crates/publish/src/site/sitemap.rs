//! The sitemap: <https://www.sitemaps.org/protocol.html>.

use super::on_web;
use super::pages::Draft;
use crate::markdown::escape;

/// Where it is.
pub(super) const FILE: &str = "sitemap.xml";

/// Lists all pages for searchers. `address` is the portal's, ending with `/`.
pub(super) fn write(address: &str, pages: &[Draft]) -> String {
    let public = pages.iter().filter(|draft| draft.is_public());
    let lines: Vec<String> = public
        .map(|draft| format!("<url><loc>{}</loc></url>\n", escape(&on_web(address, &draft.page.address))))
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{}</urlset>\n",
        lines.concat()
    )
}
