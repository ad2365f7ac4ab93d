//! The versions of an essay: cut from what stands there, and gone back to.

use super::EssayDesk;
use leptos::task::spawn_local;
use ui::Trouble;
use youth::versions::Why;

impl EssayDesk {
    /// Cuts a version of what stands there, and begins to keep it. `None` if there was nothing to cut.
    pub fn cut(self, why: Why) -> Option<impl Future<Output = Result<(), Trouble>> + use<>> {
        let parts = self.parts();
        parts.writing.borrow_mut().was_cut();
        parts.take_fields();
        let now = parts.now.borrow();
        parts.shelf.cut(why, &now.title, &now.text).then(|| parts.shelf.keep())
    }

    /// Goes on with an older version. What stands there now becomes a version, which is on the disk first.
    pub async fn restore(self, number: u32) -> Result<(), Trouble> {
        let parts = self.parts();
        let version = parts.shelf.get(number).ok_or(Trouble::Damaged)?;
        // Whoever writes on meanwhile loses nothing either.
        while let Some(kept) = self.cut(Why::BeforeRestore) {
            kept.await?;
        }
        self.put(version.title, version.text);
        Ok(())
    }
}

/// Lets a keeping end by itself.
pub(super) fn finish(keeping: impl Future<Output = Result<(), Trouble>> + 'static) {
    spawn_local(async move {
        // How it went is said in the bars.
        let _ = keeping.await;
    });
}
