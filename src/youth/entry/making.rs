//! Makes the file of an entry: packed, sealed if the portal names a key, noted down, with its receipt.

use super::Panel;
use super::source::{Content, Made};
use super::typed::Answers;
use super::words::{key, reason, shown};
use crate::platform::{clock, random};
use entry::manifest::{self, Work};
use entry::package::{self, ENDING, SEALED_ENDING};
use entry::receipt::Receipt;
use entry::seal::{self, RANDOM, Recipient};
use entry::{EntryId, Length};
use formats::moment::rfc3339;
use learning::{Deed, Study, deed};
use leptos::prelude::GetUntracked;
use locale::Phrase;
use model::{LearnerId, Moment};
use std::sync::Arc;
use youth::Contest;
use youth::consent::Consent;
use youth::contest::Group;
use youth::essay::HandedIn;
use youth::form::Typed;

/// The version of the words of the consent that stand in no field of it. It rises when they change.
const WORDS: &str = "1";

/// The file of an entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Parcel {
    /// What it is called.
    pub name: String,
    /// Its content.
    pub bytes: Arc<Vec<u8>>,
    /// Whether it is sealed.
    pub is_sealed: bool,
    /// Its receipt.
    pub receipt: Receipt,
    /// Whether it is an essay.
    pub is_essay: bool,
}

/// What an entry is made of, besides the work.
struct Entrance {
    learner: LearnerId,
    contest: Contest,
    group: Group,
    next: HandedIn,
    now: Moment,
}

impl Panel {
    /// Makes the file, and notes that down.
    pub(super) async fn parcel(self, typed: &Typed, answers: Answers) -> Result<Parcel, Phrase> {
        let entrance = self.entrance()?;
        let recipient = self.recipient()?;
        let made = (self.parts().source.work)().await?;
        let is_essay = matches!(made.content, Content::Essay { .. });
        let title = made.title.clone();
        let (_, bytes) = packed(&entrance, made, typed, answers).map_err(reason)?;
        let bytes = match &recipient {
            Some(recipient) => sealed(&bytes, recipient)?,
            None => bytes,
        };
        let parcel = entrance.parcel(&title, bytes, recipient.is_some(), is_essay);
        if !self.note_down(&entrance, &title, &parcel).await {
            self.desk().tell(locale::entry_kept_not());
        }
        Ok(parcel)
    }

    fn entrance(self) -> Result<Entrance, Phrase> {
        let contest = self.parts().contest.clone();
        let group = self.parts().source.group.get_untracked();
        let group = group.and_then(|id| contest.group(&id)).cloned().ok_or_else(locale::entry_need_group)?;
        let learner = self.desk().learner_now().ok_or_else(locale::entry_need_group)?;
        let id = EntryId::of(learner, &contest.id, &group.id).to_string();
        let next = HandedIn::next(self.last(&id).as_ref(), id);
        Ok(Entrance { learner, contest, group, next, now: clock::now() })
    }

    /// What was made last of an entry, by the draft or by the log: a draft may have been begun anew.
    fn last(self, entry: &str) -> Option<HandedIn> {
        let of_draft = self.parts().source.last.get_untracked();
        let log = self.desk().log().get_untracked();
        let of_log = log.holiday.handed_in.iter();
        let of_log = of_log.map(|kept| HandedIn { entry: kept.value.entry.clone(), revision: kept.value.revision });
        of_log.chain(of_draft).filter(|one| one.entry == entry).max_by_key(|one| one.revision)
    }

    /// The organiser's key; `None` where the portal names none. One that is wrong is no reason to hand over without a seal.
    pub(super) fn recipient(self) -> Result<Option<Recipient>, Phrase> {
        let index = self.parts().hall.index();
        let text = index.map(|index| index.key.clone()).unwrap_or_default();
        if text.is_empty() { Ok(None) } else { Recipient::parse(&text).map(Some).map_err(key) }
    }

    async fn note_down(self, entrance: &Entrance, title: &str, parcel: &Parcel) -> bool {
        let handed_in = deed::HandedIn {
            contest: entrance.contest.id.clone(),
            group: entrance.group.id.clone(),
            entry: entrance.next.entry.clone(),
            revision: entrance.next.revision,
            title: title.to_owned(),
            file: parcel.name.clone(),
            bytes: parcel.receipt.bytes,
            sha256: parcel.receipt.sha256.clone(),
            receipt: parcel.receipt.to_string(),
        };
        let in_log = self.desk().added(vec![Deed::Study(Study::HandedIn(handed_in))]).await;
        let in_draft = (self.parts().source.done)(entrance.next.clone()).await;
        in_log && in_draft
    }
}

impl Entrance {
    fn entry(&self) -> EntryId {
        EntryId::of(self.learner, &self.contest.id, &self.group.id)
    }

    /// No name of a person stands in the name of a file: many see it on its way.
    fn parcel(&self, title: &str, bytes: Vec<u8>, is_sealed: bool, is_essay: bool) -> Parcel {
        let short = self.next.entry.get(..8).unwrap_or_default();
        let ending = if is_sealed { SEALED_ENDING } else { ENDING };
        let (contest, group, revision) = (&self.contest.id, &self.group.id, self.next.revision);
        let receipt = Receipt {
            contest: self.contest.title.clone(),
            group: self.group.title.clone(),
            entry: self.entry(),
            revision,
            title: title.to_owned(),
            made_at: minute(self.now),
            bytes: 0,
            sha256: String::new(),
        };
        Parcel {
            name: format!("{contest}-{group}-{short}-{revision}{ending}"),
            receipt: receipt.of_file(&bytes),
            bytes: Arc::new(bytes),
            is_sealed,
            is_essay,
        }
    }

    fn work(&self, title: String, length: Length, typed: &Typed, answers: Answers) -> Work {
        Work {
            contest: self.contest.id.clone(),
            rules: self.contest.version.clone(),
            group: self.group.id.clone(),
            entry: self.entry(),
            revision: self.next.revision,
            made_at: self.now,
            title,
            length,
            entrant: typed.form.reduced(&self.contest.asks),
            consent: consent(&self.contest, typed, answers, self.now),
        }
    }

    /// What stands on the page that is read: for the judges, in Chinese, without the entrant's name.
    fn page(&self, length: Length) -> package::page::Page {
        let length = match length {
            manifest::Length::Characters { with_punctuation, .. } => locale::essay_count(with_punctuation).zh,
            manifest::Length::Seconds(_) => String::new(),
        };
        let facts = [
            (locale::receipt_contest().zh, self.contest.title.clone()),
            (locale::receipt_group().zh, self.group.title.clone()),
            (locale::receipt_entry().zh, self.next.entry.clone()),
            (locale::receipt_made().zh, minute(self.now)),
            (locale::essay_text().zh, length),
        ];
        package::page::Page { language: "zh-Hans".to_owned(), facts: facts.into(), photo: locale::photo_title().zh }
    }
}

/// What was answered to what was shown.
pub(super) fn consent(contest: &Contest, typed: &Typed, answers: Answers, now: Moment) -> Consent {
    Consent {
        by: typed.answering(),
        taking_part: answers.taking_part,
        work: answers.work,
        name: answers.name,
        likeness: answers.likeness,
        purpose: shown(locale::entry_purpose_is(contest.title.clone())),
        receiver: contest.receiver.clone(),
        keeps: contest.keeps.clone(),
        words: WORDS.to_owned(),
        at: now,
    }
}

type Packed = (package::Package, Vec<u8>);

fn packed(entrance: &Entrance, made: Made, typed: &Typed, answers: Answers) -> Result<Packed, package::Reason> {
    let work = entrance.work(made.title, made.length, typed, answers);
    let content = match made.content {
        Content::Essay { text, photos } => package::Content::Essay { text, photos, page: entrance.page(made.length) },
        Content::Speech(take) => package::Content::Speech(take),
    };
    package::write(work, content)
}

fn sealed(bytes: &[u8], recipient: &Recipient) -> Result<Vec<u8>, Phrase> {
    let random = random::secret::<RANDOM>().ok_or_else(locale::entry_no_random)?;
    seal::seal(bytes, recipient, &random).map_err(|_| locale::entry_no_seal())
}

/// `2027-02-01 19:30`, as the device's clock showed it.
fn minute(now: Moment) -> String {
    rfc3339(now).get(..16).unwrap_or_default().replace('T', " ")
}
