//! The slices of takes on the disk: written as they come, put together to be heard, removed for good. Each is a slip of its own, in Base64.

use crate::desk::Desk;
use crate::youth::draft::passes;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use model::ContestId;
use ui::Trouble;
use youth::speech::Take;

/// The slices of all takes of a speech.
pub struct Slices {
    desk: Desk,
    /// What their names begin with.
    folder: String,
}

impl Slices {
    /// Those of the speech of a contest by who is learning.
    pub fn of(desk: &Desk, contest: &ContestId) -> Self {
        Self { desk: desk.clone(), folder: format!("speech-take/{contest}/") }
    }

    /// Writes one. It is on the disk when this succeeds, or as long as the page lives where nothing is kept longer.
    pub async fn write(&self, take: &str, number: u32, bytes: &[u8]) -> Result<(), Trouble> {
        let outcome = self.desk.keep_slip(&self.name(take, number), &STANDARD.encode(bytes)).await;
        if passes(&self.desk) { Ok(()) } else { outcome }
    }

    /// How many there are of a take, and how large they are together. They count up to the first that is missing.
    pub async fn found(&self, take: &str) -> Result<(u32, u64), Trouble> {
        let (mut number, mut bytes) = (0, 0);
        while let Some(text) = self.desk.find_slip(&self.name(take, number)).await? {
            let Ok(slice) = STANDARD.decode(text) else { break };
            number += 1;
            bytes += slice.len() as u64;
        }
        Ok((number, bytes))
    }

    /// A whole take; `None` if a part of it is missing.
    pub async fn bytes(&self, take: &Take) -> Option<Vec<u8>> {
        let mut bytes = Vec::with_capacity(usize::try_from(take.bytes).unwrap_or(0));
        for number in 0..take.slices {
            let text = self.desk.find_slip(&self.name(&take.id, number)).await.ok()??;
            STANDARD.decode_vec(text, &mut bytes).ok()?;
        }
        Some(bytes)
    }

    /// Removes those of a take for good, all or none.
    pub async fn remove(&self, take: &str) -> Result<(), Trouble> {
        self.desk.remove_slips(&format!("{}{take}/", self.folder)).await
    }

    /// Removes those of all takes for good.
    pub async fn remove_all(&self) -> Result<(), Trouble> {
        self.desk.remove_slips(&self.folder).await
    }

    fn name(&self, take: &str, number: u32) -> String {
        format!("{}{take}/{number}", self.folder)
    }
}
