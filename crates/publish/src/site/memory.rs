//! What the last building of a site left: a page whose text and data are what they were is not drawn again.

use super::pages::Draft;
use super::{App, File, Options, frame};
use crate::content::{Article, Content, Portal};
use anyhow::Result;
use formats::page::Page;
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// The pages of the last building.
#[derive(Default)]
pub struct Memory {
    /// What all pages share; another portal, app or base makes every page another.
    shared: Option<Shared>,
    pages: HashMap<String, Known>,
    media: BTreeMap<String, (Arc<Vec<u8>>, File)>,
}

#[derive(PartialEq, Eq)]
struct Shared {
    portal: Portal,
    build: String,
    base: String,
}

struct Known {
    page: Page,
    description: String,
    article: Option<Arc<Article>>,
    file: File,
}

impl Known {
    fn is(&self, draft: &Draft) -> bool {
        let same_text = match (&self.article, draft.article) {
            (Some(known), Some(article)) => Arc::ptr_eq(known, article),
            (None, None) => true,
            _ => false,
        };
        same_text && self.page == draft.page && self.description == draft.description
    }
}

impl Memory {
    /// The files of all pages, by their names.
    pub(super) fn pages(
        &mut self,
        drafts: &[Draft],
        content: &Content,
        app: &App,
        options: &Options,
    ) -> Result<BTreeMap<String, File>> {
        let shared = Shared { portal: content.portal.clone(), build: app.build.clone(), base: options.base.clone() };
        if self.shared.as_ref() != Some(&shared) {
            self.pages.clear();
            self.shared = Some(shared);
        }
        let drawn = drafts.par_iter().map(|draft| {
            let name = draft.file();
            let file = match self.pages.get(&name).filter(|known| known.is(draft)) {
                Some(known) => known.file.clone(),
                None => File::new(frame::write(draft, content, app, &options.base)?.into_bytes()),
            };
            Ok((name, file))
        });
        let drawn: Vec<(String, File)> = drawn.collect::<Result<_>>()?;
        let known = |(draft, (name, file)): (&Draft, &(String, File))| {
            let known = Known {
                page: draft.page.clone(),
                description: draft.description.clone(),
                article: draft.article.cloned(),
                file: file.clone(),
            };
            (name.clone(), known)
        };
        self.pages = drafts.iter().zip(&drawn).map(known).collect();
        Ok(drawn.into_iter().collect())
    }

    /// The files of all media, by their addresses.
    pub(super) fn media(&mut self, content: &Content) -> BTreeMap<String, File> {
        let file = |(address, bytes): (&String, &Arc<Vec<u8>>)| {
            let known = self.media.get(address).filter(|(known, _)| Arc::ptr_eq(known, bytes));
            let file = known.map_or_else(|| File::new(Arc::clone(bytes)), |(_, file)| file.clone());
            (address.clone(), (Arc::clone(bytes), file))
        };
        self.media = content.media.iter().map(file).collect();
        self.media.iter().map(|(address, (_, file))| (address.clone(), file.clone())).collect()
    }
}
