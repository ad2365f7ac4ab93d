//! A feed of what is new: Atom, <https://www.rfc-editor.org/rfc/rfc4287>.

use crate::book::absolute;
use crate::content::{Content, Notice, Portal};
use crate::xhtml::{self, Ways};
use crate::xml::escape;
use url::Url;
use uuid::Uuid;

/// Where it is.
pub const FILE: &str = "notices/feed.xml";
/// The page that it is of.
const PAGE: &str = "notices/";
/// How many notices it has.
const LONGEST: usize = 30;

/// Something new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its permanent id, unique within the portal.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The address of its page on the site.
    pub address: String,
    /// The day it is from, `YYYY-MM-DD`.
    pub date: String,
    /// The day it was last changed, `YYYY-MM-DD`.
    pub updated: String,
    /// Who it is from; empty for the portal itself.
    pub author: String,
    /// What it is about; may be empty.
    pub summary: String,
    /// Its text, as it stands on its page.
    pub html: String,
}

/// The feed of the newest notices.
pub(super) fn of_notices(content: &Content) -> String {
    let entry = |notice: &Notice| Entry {
        id: notice.id.to_string(),
        title: notice.title.clone(),
        address: format!("notices/{}/", notice.slug),
        date: notice.date.clone(),
        updated: notice.date.clone(),
        author: notice.from.clone(),
        summary: notice.summary.clone(),
        html: notice.article.html.clone(),
    };
    let entries: Vec<Entry> = content.notices.iter().take(LONGEST).map(entry).collect();
    let newest = entries.first().map_or("", |entry| &entry.updated);
    let offset = content.portal.offset_on(newest);
    write(&content.portal, content.portal.address.as_deref(), &offset, &entries)
}

/// Writes a feed with these entries, in this order. `address` is the portal's, ending with `/`, if it is on the web; `offset` is its distance
/// from universal time, such as `+08:00`.
#[must_use]
pub fn write(portal: &Portal, address: Option<&str>, offset: &str, entries: &[Entry]) -> String {
    let newest = entries.iter().map(|entry| entry.updated.as_str()).max().unwrap_or("2000-01-01");
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"zh-Hans\">\n",
    );
    out.push_str(&element("id", &id(portal, address, "")));
    out.push_str(&element("title", &portal.name));
    if !portal.description.is_empty() {
        out.push_str(&element("subtitle", &portal.description));
    }
    out.push_str(&element("updated", &moment(newest, offset)));
    out.push_str(&author(&portal.name));
    if let Some(address) = address {
        out.push_str(&link("self", "application/atom+xml", &format!("{address}{FILE}")));
        out.push_str(&link("alternate", "text/html", &format!("{address}{PAGE}")));
    }
    for one in entries {
        out.push_str(&entry(one, portal, address, offset));
    }
    out + "</feed>\n"
}

fn entry(entry: &Entry, portal: &Portal, address: Option<&str>, offset: &str) -> String {
    let mut out = String::from("<entry>\n");
    out.push_str(&element("id", &id(portal, address, &entry.id)));
    out.push_str(&element("title", &entry.title));
    out.push_str(&element("published", &moment(&entry.date, offset)));
    out.push_str(&element("updated", &moment(&entry.updated, offset)));
    out.push_str(&author(if entry.author.is_empty() { &portal.name } else { &entry.author }));
    if let Some(page) = absolute("", &entry.address, address) {
        out.push_str(&link("alternate", "text/html", &page));
    }
    if !entry.summary.is_empty() {
        out.push_str(&element("summary", &entry.summary));
    }
    let ways = OnWeb { page: &entry.address, portal: address };
    let html = xhtml::write(&xhtml::read(&entry.html), &ways);
    out.push_str(&format!("<content type=\"html\">{}</content>\n", escape(&html)));
    out + "</entry>\n"
}

/// The same for the same thing, always: a tag of the portal's host (<https://www.rfc-editor.org/rfc/rfc4151>), or, where it has none, a
/// name of the portal.
fn id(portal: &Portal, address: Option<&str>, id: &str) -> String {
    let home = address.and_then(|address| Url::parse(address).ok());
    match home.as_ref().and_then(|home| Some((home.host_str()?, home.path()))) {
        Some((host, path)) => {
            let id = percent_encoding::utf8_percent_encode(id, percent_encoding::NON_ALPHANUMERIC);
            format!("tag:{host},2026:{path}{id}")
        }
        None => Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("{}#{id}", portal.name).as_bytes()).urn().to_string(),
    }
}

fn moment(day: &str, offset: &str) -> String {
    format!("{day}T00:00:00{offset}")
}

fn element(name: &str, text: &str) -> String {
    format!("<{name}>{}</{name}>\n", escape(text))
}

fn author(name: &str) -> String {
    format!("<author><name>{}</name></author>\n", escape(name))
}

fn link(rel: &str, kind: &str, href: &str) -> String {
    format!("<link rel=\"{rel}\" type=\"{kind}\" href=\"{}\"/>\n", escape(href))
}

/// Links and media of a page as they lead there from a reader of feeds.
struct OnWeb<'a> {
    page: &'a str,
    portal: Option<&'a str>,
}

impl Ways for OnWeb<'_> {
    fn link(&self, href: &str) -> Option<String> {
        absolute(href, self.page, self.portal)
    }

    fn medium(&self, src: &str) -> Option<String> {
        absolute(src, self.page, self.portal)
    }

    fn is_book(&self) -> bool {
        false
    }
}
