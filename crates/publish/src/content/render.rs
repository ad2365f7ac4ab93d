//! Renders all texts, in parallel, then joins links that lead to a heading of another text. A text that did not change is not
//! rendered again, as long as every address and every picture is what it was.

use super::source::Files;
use super::{Article, Content, front, lessons, questions};
use crate::fault::Fault;
use crate::markdown::{self, Rendered, Targets, Text};
use crate::media::Library;
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// Renders, and remembers.
#[derive(Default)]
pub(crate) struct Renderer {
    library: Library,
    targets: Targets,
    known: HashMap<String, Known>,
}

/// A text as it was rendered last.
struct Known {
    text: Arc<str>,
    title: String,
    rendered: Arc<Rendered>,
}

/// A text to render: its file, its address, its title, and where it goes.
struct Job<'a> {
    file: String,
    address: String,
    title: &'a str,
    place: &'a mut Arc<Article>,
}

impl Renderer {
    /// Renders all texts of `content` into their places, and brings their media.
    pub fn render(&mut self, files: &Files, content: &mut Content, faults: &mut Vec<Fault>) {
        let of_series: Vec<String> = content.series.iter().map(|series| format!("lessons/{}/", series.slug)).collect();
        let jobs = jobs(content);
        let targets =
            Targets::new(jobs.iter().map(|job| (job.file.clone(), job.address.clone())), of_series.into_iter());
        if self.library.renew(Arc::clone(&files.paths)) || targets != self.targets {
            self.known.clear();
            self.targets = targets;
        }
        let rendered: Vec<Arc<Rendered>> = jobs.par_iter().map(|job| self.one(files, job)).collect();
        self.known = jobs
            .iter()
            .zip(&rendered)
            .filter_map(|(job, rendered)| {
                let known = Known {
                    text: Arc::clone(files.text(&job.file)?),
                    title: job.title.to_owned(),
                    rendered: Arc::clone(rendered),
                };
                Some((job.file.clone(), known))
            })
            .collect();
        let articles = markdown::join(&rendered, faults);
        let used: BTreeSet<&String> = articles.iter().flat_map(|article| &article.media).collect();
        let media = self.library.files().into_iter().filter(|(address, _)| used.contains(address)).collect();
        for (job, article) in jobs.into_iter().zip(&articles) {
            *job.place = Arc::clone(article);
        }
        content.media = media;
    }

    fn one(&self, files: &Files, job: &Job) -> Arc<Rendered> {
        let text = files.text(&job.file);
        let same = |known: &&Known| known.title == job.title && text.is_some_and(|text| Arc::ptr_eq(text, &known.text));
        if let Some(known) = self.known.get(&job.file).filter(same) {
            return Arc::clone(&known.rendered);
        }
        let (_, body, lines_before) = front::split(text.map_or("", |text| text));
        let body = &*questions::without(&job.file, body);
        let text = Text { file: &job.file, address: &job.address, title: job.title, body, lines_before };
        Arc::new(markdown::render(&text, &self.targets, &self.library))
    }
}

fn jobs(content: &mut Content) -> Vec<Job<'_>> {
    let Content { series, materials, notices, partners, programme, .. } = content;
    let mut jobs = Vec::new();
    for series in series {
        let files: Vec<String> = series.lessons.iter().map(|lesson| lessons::path(series, lesson)).collect();
        for (lesson, file) in series.lessons.iter_mut().zip(files) {
            jobs.push(job(file, &lesson.title, &mut lesson.article));
        }
    }
    for one in materials {
        jobs.push(job(format!("materials/{}.md", one.path), &one.title, &mut one.article));
    }
    for one in notices {
        jobs.push(job(format!("notices/{}.md", one.slug), &one.title, &mut one.article));
    }
    for one in partners {
        jobs.push(job(format!("partners/{}.md", one.slug), &one.title, &mut one.article));
    }
    for one in &mut programme.activities {
        jobs.push(job(one.file.clone(), &one.facts.title, &mut one.article));
    }
    for one in &mut programme.scenes {
        jobs.push(job(one.file.clone(), &one.scene.title, &mut one.article));
    }
    for one in &mut programme.contests {
        jobs.push(job(one.file.clone(), &one.contest.title, &mut one.article));
    }
    jobs
}

/// A text's address is its file without the ending.
fn job<'a>(file: String, title: &'a str, place: &'a mut Arc<Article>) -> Job<'a> {
    let address = format!("{}/", file.strip_suffix(".md").unwrap_or(&file));
    Job { file, address, title, place }
}
