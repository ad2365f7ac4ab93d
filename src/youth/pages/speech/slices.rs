//! The slices of takes on the disk: written as they come, put together to be heard, removed for good. Each is a slip of its own, in Base64.

use crate::desk::Desk;
use crate::youth::draft::passes;
use formats::draft::{Found, Name, bytes};
use model::ContestId;
use ui::Trouble;
use youth::speech::Take;

/// The slices of all takes of a speech.
pub struct Slices {
    desk: Desk,
    contest: ContestId,
}

/// A take as far as it is there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heard {
    /// The slices that are there, one after the other.
    pub bytes: Vec<u8>,
    /// The slices that are not, by their numbers.
    pub missing: Vec<u32>,
}

/// So many slices in a row that are not there end a take of which nobody noted how long it is.
const LONGEST_HOLE: u32 = 10;

impl Slices {
    /// Those of the speech of a contest by who is learning.
    pub fn of(desk: &Desk, contest: &ContestId) -> Self {
        Self { desk: desk.clone(), contest: contest.clone() }
    }

    /// Writes one. It is on the disk when this succeeds, or as long as the page lives where nothing is kept longer.
    pub async fn write(&self, take: &str, number: u32, slice: &[u8]) -> Result<(), Trouble> {
        let outcome = self.desk.keep_slip(&self.name(take, number), &bytes::write(slice)).await;
        if passes(&self.desk) { Ok(()) } else { outcome }
    }

    /// Up to which number there are slices of a take, and how large they are together; `noted` is how many there were once. A hole does not
    /// end it.
    pub async fn found(&self, take: &str, noted: u32) -> Result<(u32, u64), Trouble> {
        let (mut end, mut size, mut number) = (0_u32, 0, 0);
        while number < noted.max(end.saturating_add(LONGEST_HOLE)) {
            if let Some(slice) = self.read(take, number).await? {
                (end, size) = (number + 1, size + slice.len() as u64);
            }
            number += 1;
        }
        Ok((end, size))
    }

    /// A take as far as it is there.
    pub async fn heard(&self, take: &Take) -> Result<Heard, Trouble> {
        let mut heard = Heard::default();
        for number in 0..take.slices {
            match self.read(&take.id, number).await? {
                Some(slice) => heard.bytes.extend(slice),
                None => heard.missing.push(number),
            }
        }
        Ok(heard)
    }

    /// A whole take; `None` if a part of it is missing.
    pub async fn whole(&self, take: &Take) -> Option<Vec<u8>> {
        let heard = self.heard(take).await.ok()?;
        (heard.missing.is_empty() && heard.bytes.len() as u64 == take.bytes).then_some(heard.bytes)
    }

    /// A slice, if it is there and can be read.
    async fn read(&self, take: &str, number: u32) -> Result<Option<Vec<u8>>, Trouble> {
        Ok(match bytes::read(self.desk.find_slip(&self.name(take, number)).await?) {
            Found::Draft(slice) => Some(slice),
            Found::Nothing | Found::Newer(_) | Found::Damaged(_) => None,
        })
    }

    /// Removes those of a take for good, all or none.
    pub async fn remove(&self, take: &str) -> Result<(), Trouble> {
        self.desk.remove_slips(&Name::take(&self.contest, take)).await
    }

    /// Removes those of all takes for good.
    pub async fn remove_all(&self) -> Result<(), Trouble> {
        self.desk.remove_slips(&Name::takes(&self.contest)).await
    }

    fn name(&self, take: &str, number: u32) -> String {
        Name::Slice(self.contest.clone(), take.to_owned(), number).to_string()
    }
}
