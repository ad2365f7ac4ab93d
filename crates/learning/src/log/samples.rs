//! Events for the tests of this crate.

use crate::deed::{
    Attempt, Attended, Coming, Declared, HandedIn, Highlight, Mode, Occasion, Reflection, Remark, Review, Served,
    Settled, StudyKind,
};
use crate::{Answer, Deed, Event, Study, Verdict};
use model::{
    ActivityId, BankId, ContestId, DeviceId, DocumentId, EventId, GroupId, LearnerId, Moment, Place, QuestionId,
    Stretch,
};

pub fn learner() -> LearnerId {
    LearnerId::new(1, [1; 10])
}

/// Milliseconds of noon in China on a day.
pub fn noon(day: &str) -> i64 {
    model::Day::parse(day).unwrap().0 * 86_400_000 + 4 * 3_600_000
}

pub fn event(order: u8, deed: Deed) -> Event {
    on("2026-03-12", order, deed)
}

pub fn on(day: &str, order: u8, deed: Deed) -> Event {
    Event {
        id: EventId::new(i64::from(order), [order; 10]),
        learner: learner(),
        device: DeviceId::new(1, [1; 10]),
        order: u64::from(order),
        at: Moment { unix_ms: noon(day), offset_minutes: 480 },
        deed,
    }
}

pub fn study(order: u8, study: Study) -> Event {
    event(order, Deed::Study(study))
}

pub fn question() -> QuestionId {
    QuestionId::parse("q1").unwrap()
}

pub fn document(id: &str) -> DocumentId {
    DocumentId::parse(id).unwrap()
}

pub fn read(id: &str, minutes: u64, hours_hundredths: u32) -> Deed {
    Deed::Read(Stretch {
        document: document(id),
        title: format!("课 {id}"),
        address: format!("lessons/a/{id}/"),
        active_ms: minutes * 60_000,
        estimate_ms: 600_000,
        reached_end: true,
        place: None,
        hours_hundredths,
    })
}

pub fn answered(earned: u16) -> Study {
    Study::Answered(Attempt {
        question: question(),
        revision: "0a1b2c3d".into(),
        bank: BankId::parse("b").unwrap(),
        stem: "居委会几年一届？".into(),
        answer: Answer::Chosen(vec![1]),
        verdict: Verdict { earned },
        occasion: Occasion::Test,
    })
}

pub fn reviewed(known: bool) -> Study {
    Study::Reviewed(Review { question: question(), revision: "0a1b2c3d".into(), stem: "几年一届？".into(), known })
}

pub fn remarked(text: &str) -> Study {
    Study::Remarked(Remark { question: question(), text: text.into() })
}

pub fn settled(settled: bool) -> Study {
    Study::Settled(Settled { question: question(), settled })
}

pub fn reflected(text: &str) -> Study {
    Study::Reflected(Reflection {
        document: document("a-1"),
        title: "第一课".into(),
        address: "lessons/a/1/".into(),
        text: text.into(),
    })
}

pub fn declared(day: &str, mode: Mode, hours_hundredths: u32) -> Study {
    let (title, remark) = ("支部学习".into(), String::new());
    Study::Declared(Declared { kind: StudyKind::PartyLesson, mode, title, day: day.into(), hours_hundredths, remark })
}

pub fn highlight(place: Place, quote: &str, before: &str, after: &str) -> Highlight {
    Highlight {
        document: document("a-1"),
        title: "第一课".into(),
        address: "lessons/a/1/".into(),
        place,
        quote: quote.into(),
        before: before.into(),
        after: after.into(),
        colour: crate::deed::Colour::Yellow,
        note: String::new(),
    }
}

pub fn coming(id: &str, coming: bool) -> Study {
    let (title, address) = ("看路口".into(), format!("activities/{id}/"));
    Study::Coming(Coming { activity: ActivityId::parse(id).unwrap(), title, address, coming })
}

pub fn attended(id: &str, day: &str, hours_hundredths: u32, volunteer_hundredths: u32) -> Study {
    let (activity, day) = (ActivityId::parse(id).unwrap(), day.to_owned());
    let (title, address) = ("看路口".into(), format!("activities/{id}/"));
    Study::Attended(Attended { activity, title, address, day, hours_hundredths, volunteer_hundredths })
}

pub fn served(day: &str, volunteer_hundredths: u32) -> Study {
    Study::Served(Served {
        title: "给绿地浇水".into(), day: day.into(), volunteer_hundredths, remark: String::new()
    })
}

pub fn handed_in(contest: &str, revision: u32) -> Study {
    Study::HandedIn(HandedIn {
        contest: ContestId::parse(contest).unwrap(),
        group: GroupId::parse("xiaoxue").unwrap(),
        entry: "019ab1a0-0000-7505-8505-050505050505".into(),
        revision,
        title: "我家门口的路口".into(),
        file: "a.huaide-entry.zip.age".into(),
        bytes: 5_000,
        sha256: "00".repeat(32),
        receipt: String::new(),
    })
}
