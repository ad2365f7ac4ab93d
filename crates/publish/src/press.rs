//! The press: publishes a content folder around a built app, as often as it is asked.

use crate::content;
use crate::fault::Fault;
use crate::site::{self, App};
use anyhow::Result;
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
    /// Whether books and zips to carry away are made too, which takes longer.
    pub books: bool,
}

/// What came of it.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// All faults of the content, sorted by file and line.
    pub faults: Vec<Fault>,
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

/// A press with an app in it.
pub struct Press {
    job: Job,
    app: App,
}

impl Press {
    /// Makes it ready.
    #[must_use]
    pub fn new(job: Job, app: App) -> Self {
        Self { job, app }
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
        let read = content::read(&self.job.content);
        let Some(content) = read.content else { return Ok(Outcome { faults: read.faults, done: None }) };
        let build = if self.job.books { site::complete } else { site::build };
        let site = build(&content, &self.app, &self.job.base)?;
        site.write(&self.job.out)?;
        let done = Done {
            series: content.series.len(),
            lessons: content.series.iter().map(|series| series.lessons.len()).sum(),
            materials: content.materials.len(),
            files: site.files.len(),
            bytes: site.files.values().map(Vec::len).sum(),
        };
        Ok(Outcome { faults: read.faults, done: Some(done) })
    }
}
