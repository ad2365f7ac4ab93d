//! What there is to study: the index that the page names, and banks, fetched when they are wanted.

use crate::platform::web;
use formats::study::{BankFile, Index};
use learning::Bank;
use model::BankId;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The portal's things to study. Every file is fetched once.
#[derive(Default)]
pub struct Portal {
    banks: RefCell<BTreeMap<BankId, Arc<Bank>>>,
}

impl Portal {
    /// The index at an address relative to the root; `None` when it cannot be had.
    pub async fn index(root: &str, address: &str) -> Option<Index> {
        Index::read(&web::text(&format!("{root}{address}"), "application/json").await?).ok()
    }

    /// A bank; `None` when it is not in the index or cannot be had.
    pub async fn bank(&self, root: &str, index: &Index, id: &BankId) -> Option<Arc<Bank>> {
        if let Some(bank) = self.banks.borrow().get(id) {
            return Some(Arc::clone(bank));
        }
        let line = index.banks.iter().find(|line| line.id == *id)?;
        let json = web::text(&format!("{root}{}", line.file), "application/json").await?;
        let bank = Arc::new(BankFile::read(&json).ok()?.bank);
        self.banks.borrow_mut().insert(id.clone(), Arc::clone(&bank));
        Some(bank)
    }
}
