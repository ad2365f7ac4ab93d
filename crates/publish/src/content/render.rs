//! Renders all texts, in parallel, then joins links that lead to a heading of another text.

use super::source::Files;
use super::{Article, Content, front, lessons};
use crate::fault::Fault;
use crate::markdown::{self, Rendered, Targets, Text};
use crate::media::Library;
use rayon::prelude::*;
use std::sync::Arc;

/// A text to render: its file, its address, its title, and where it goes.
struct Job<'a> {
    file: String,
    address: String,
    title: &'a str,
    place: &'a mut Arc<Article>,
}

/// Renders all.
pub(crate) fn all(files: &Files, content: &mut Content, faults: &mut Vec<Fault>) {
    let jobs = jobs(content);
    let targets: Targets = jobs.iter().map(|job| (job.file.clone(), job.address.clone())).collect();
    let library = Library::new(|path: &str| files.on_disk(path));
    let rendered: Vec<Rendered> = jobs.par_iter().map(|job| render(files, job, &targets, &library)).collect();
    let mut articles = markdown::join(rendered, faults);
    for job in jobs {
        *job.place = Arc::new(articles.remove(&job.file).unwrap_or_default());
    }
    content.media = library.into_files();
}

fn jobs(content: &mut Content) -> Vec<Job<'_>> {
    let Content { series, materials, notices, partners, .. } = content;
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
    jobs
}

/// A text's address is its file without the ending.
fn job<'a>(file: String, title: &'a str, place: &'a mut Arc<Article>) -> Job<'a> {
    let address = format!("{}/", file.strip_suffix(".md").unwrap_or(&file));
    Job { file, address, title, place }
}

fn render(files: &Files, job: &Job, targets: &Targets, library: &Library) -> Rendered {
    let (_, body, lines_before) = front::split(files.text(&job.file).unwrap_or_default());
    let text = Text { file: &job.file, address: &job.address, title: job.title, body, lines_before };
    markdown::render(&text, targets, library)
}
