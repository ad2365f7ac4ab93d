//! The press: publishes a content folder around a built app, as often as it is asked.

use crate::content::{Read, Reader, is_day};
use crate::fault::Fault;
use crate::site::{self, App, HandedOut, Memory, Options, Site};
use anyhow::{Result, ensure};
use jiff::Timestamp;
use locale::Phrase;
use std::path::PathBuf;

/// What is published, and where to.
#[derive(Debug, Clone)]
pub struct Job {
    /// The folder that the organiser writes.
    pub content: PathBuf,
    /// Where the site goes.
    pub out: PathBuf,
    /// The path that the site stands under, with a slash at both ends.
    pub base: String,
    /// The day to publish for, `YYYY-MM-DD`; the day that it is in the portal's zone when there is none.
    pub today: Option<String>,
    /// Whether readers may keep pages for offline as the content says, or whoever writes wants to see the last text and no kept one.
    pub keeping: Keeping,
    /// Whether packed copies, `.br` and `.gz`, stand beside the files.
    pub packed: bool,
    /// Whether books and zips to carry away are made too, which takes longer.
    pub books: bool,
    /// The folder of the site that was published last, whose calendars this one goes on with; none for a site to look at while writing,
    /// whose calendars nobody keeps.
    pub last: Option<PathBuf>,
}

/// What becomes of reading offline.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Keeping {
    /// As `portal.toml` says.
    #[default]
    AsWritten,
    /// Switched off, whatever `portal.toml` says: a site to look at while writing.
    Off,
}

/// What came of it.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// All faults of the content, sorted by file and line.
    pub faults: Vec<Fault>,
    /// What became of the rows of each table: its file, and what is said.
    pub tables: Vec<(String, Phrase)>,
    /// What was published; `None` when an error in the content stopped it. The old site then still stands.
    pub done: Option<Done>,
}

/// What was published.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Done {
    /// How many series there are.
    pub series: usize,
    /// How many lessons they have.
    pub lessons: usize,
    /// How many materials there are.
    pub materials: usize,
    /// How many files the site has.
    pub files: usize,
    /// Their size in bytes.
    pub bytes: usize,
}

/// A press with an app in it. What did not change since it last ran is neither read, drawn nor written again.
pub struct Press {
    job: Job,
    app: App,
    reader: Reader,
    memory: Memory,
    /// The site that this press put in place last.
    old: Option<Site>,
}

impl Press {
    /// Makes it ready.
    #[must_use]
    pub fn new(job: Job, app: App) -> Self {
        let reader = Reader::new(&job.content).after(&job.out);
        Self { job, app, reader, memory: Memory::default(), old: None }
    }

    /// Takes another build of the app from now on.
    pub fn change_app(&mut self, app: App) {
        self.app = app;
    }

    /// Publishes what the content folder holds now.
    ///
    /// # Errors
    /// When the site cannot be written. Faults of the content are no errors: they are in the [`Outcome`].
    pub fn run(&mut self) -> Result<Outcome> {
        let Read { content, mut faults, tables } = self.reader.read();
        let Some(mut content) = content else { return Ok(Outcome { faults, tables, done: None }) };
        content.portal.offline &= self.job.keeping == Keeping::AsWritten;
        let now = Timestamp::now();
        let today = self.job.today.clone().unwrap_or_else(|| content.portal.day_at(now));
        ensure!(is_day(&today), "{today} 不是 2026-03-12 这样的日期 / is no day such as 2026-03-12");
        let now = self.job.today.as_ref().and_then(|day| content.portal.beginning_of(day)).unwrap_or(now);
        let last = self.job.last.as_ref().map(|site| HandedOut::read(site, &content, now));
        let handed_out = last.unwrap_or_else(|| Ok(HandedOut::default())).unwrap_or_else(|warning| {
            faults.push(*warning);
            HandedOut::default()
        });
        let options = Options { base: self.job.base.clone(), today, handed_out };
        let build = if self.job.books { site::complete } else { site::build_again };
        let mut site = build(&content, &self.app, &options, &mut self.memory)?;
        if self.job.packed {
            site.add_packed()?;
        }
        // A site that could be written in part only is written as a whole the next time.
        match self.old.take().filter(|_| self.job.out.exists()) {
            Some(old) => site.write_changes(&old, &self.job.out)?,
            None => site.write(&self.job.out)?,
        }
        let done = Done {
            series: content.series.len(),
            lessons: content.series.iter().map(|series| series.lessons.len()).sum(),
            materials: content.materials.len(),
            files: site.files.len(),
            bytes: site.files.values().map(|file| file.len()).sum(),
        };
        self.old = Some(site);
        Ok(Outcome { faults, tables, done: Some(done) })
    }
}
