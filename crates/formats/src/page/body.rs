//! What can be on a page.

use super::{BankGroup, Joint, Lesson, Link, NoticeLine, PartnerLine, Questions, Reading, SeriesOutline, Sheet, Youth};
use serde::{Deserialize, Serialize};
use youth::{Activity, Season};

/// What can be on a page. The page data holds of it what moves: the series that a page lists, and the text that it has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(into = "Moving", from = "Moving")]
pub enum Body {
    /// The front page.
    Home {
        /// The first few series, in order.
        series: Vec<SeriesOutline>,
        /// Whether there are more.
        more_series: bool,
        /// The newest notices that hold.
        notices: Vec<NoticeLine>,
        /// The first few materials.
        materials: Vec<Link>,
        /// The first few partners.
        partners: Vec<Link>,
        /// How many questions there are to practise with.
        questions: u32,
    },
    /// A sheet of all series.
    Lessons {
        /// Those on this sheet, in order.
        series: Vec<SeriesOutline>,
        /// Which sheet it is.
        sheet: Sheet,
    },
    /// One series.
    Series {
        /// The series.
        series: SeriesOutline,
    },
    /// One lesson. Its text is the page's article.
    Lesson(Box<Lesson>),
    /// One material. Its text is the page's article.
    Material(Reading),
    /// A page of which the app draws nothing.
    Still {
        /// What is on it.
        page: Still,
    },
    /// The learner's own record; everything on it comes from the app.
    Record,
    /// Today's five, review, and the wrong-answer book; everything on it comes from the app.
    Practice,
    /// Who is learning; everything on it comes from the app.
    Learners,
    /// One bank of questions. It can be read as it stands; the app makes a test of it.
    Questions(Box<Questions>),
    /// A page of the holiday programme. It can be read as it stands; the app adds what needs the learner.
    Youth(Youth),
    /// Reading settings, language, storage.
    Settings,
    /// What is shown where a page was asked for that is neither kept nor reachable.
    Offline,
    /// Nothing is at this address.
    NotFound,
}

impl Body {
    /// The program that is at work on it.
    #[must_use]
    pub fn program(&self) -> Program {
        match self {
            Self::Record | Self::Practice | Self::Learners | Self::Questions(_) => Program::Study,
            Self::Youth(_) => Program::Youth,
            _ => Program::Reader,
        }
    }
}

/// The programs of the app. Each has what its pages need, so that readers carry no desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// Reading.
    Reader,
    /// Answering, practising, noting, counting.
    Study,
    /// The holiday programme.
    Youth,
}

/// The part of a body that the app reads: what it draws again moves with the learner.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Moving {
    /// The series that the page lists.
    series: Vec<SeriesOutline>,
    /// Whether there are lessons that it does not list.
    more: bool,
    /// The text that it has.
    reading: Option<Reading>,
}

impl From<Body> for Moving {
    fn from(body: Body) -> Self {
        match body {
            Body::Home { series, more_series, .. } => {
                let more = more_series || series.iter().any(|one| one.lessons.len() < one.count as usize);
                Self { series, more, reading: None }
            }
            Body::Lessons { series, .. } => Self { series, ..Self::default() },
            Body::Series { series } => Self { series: vec![series], ..Self::default() },
            Body::Lesson(lesson) => Self { reading: Some(lesson.reading), ..Self::default() },
            Body::Material(reading) => Self { reading: Some(reading), ..Self::default() },
            _ => Self::default(),
        }
    }
}

impl From<Moving> for Body {
    /// Any body with these parts: the app tells no others apart.
    fn from(Moving { series, more, reading }: Moving) -> Self {
        let (notices, materials, partners) = (Vec::new(), Vec::new(), Vec::new());
        let list = Self::Home { series, more_series: more, notices, materials, partners, questions: 0 };
        reading.map_or(list, Self::Material)
    }
}

/// What can be on a page of which the app draws nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Still {
    /// A sheet of the reading room.
    Materials {
        /// The materials on this sheet, in order.
        materials: Vec<Link>,
        /// Which sheet it is.
        sheet: Sheet,
    },
    /// A sheet of the notices. The first has all that hold.
    Notices {
        /// Those that hold, the newest first.
        current: Vec<NoticeLine>,
        /// Those on this sheet that hold no longer, the newest first.
        past: Vec<NoticeLine>,
        /// Which sheet it is.
        sheet: Sheet,
    },
    /// One notice. Its text is the page's article.
    Notice {
        /// What it says.
        line: NoticeLine,
        /// The partner that it is about.
        partner: Option<Link>,
        /// The one before it.
        older: Option<Link>,
        /// The one after it.
        newer: Option<Link>,
    },
    /// All partners.
    Partners {
        /// All of them, in order.
        partners: Vec<PartnerLine>,
    },
    /// One partner. Its text is the page's article.
    Partner {
        /// Who it is.
        line: PartnerLine,
        /// What is done together.
        joint: Vec<Joint>,
        /// What of the holiday programme is done with it, by season, the earliest first.
        programme: Vec<(Season, Vec<Activity>)>,
        /// The lessons that it gives.
        lessons: Vec<Link>,
        /// The notices about it, the newest first.
        notices: Vec<NoticeLine>,
    },
    /// All banks of questions: those of each series, then those of none.
    Banks {
        /// The groups that have any.
        groups: Vec<BankGroup>,
    },
}
