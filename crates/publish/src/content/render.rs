//! Renders all texts, in parallel, then joins links that lead to a heading of another text.

use super::front;
use super::lessons::{self, Draft as SeriesDraft};
use super::materials::Draft as MaterialDraft;
use super::source::Files;
use super::{Article, Material, Series};
use crate::fault::Fault;
use crate::markdown::{self, Rendered, Targets, Text};
use crate::media::Library;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Everything, rendered.
pub(crate) struct All {
    pub series: Vec<Series>,
    pub materials: Vec<Material>,
    pub media: BTreeMap<String, Vec<u8>>,
}

/// A text to render: its file, its address, its title.
struct Job {
    file: String,
    address: String,
    title: String,
}

/// Renders all.
pub(crate) fn all(
    files: &Files,
    series: Vec<SeriesDraft>,
    materials: Vec<MaterialDraft>,
    faults: &mut Vec<Fault>,
) -> All {
    let jobs = jobs(&series, &materials);
    let of_series = series.iter().map(|draft| format!("lessons/{}/", draft.series.slug));
    let targets = Targets::new(jobs.iter().map(|job| (job.file.clone(), job.address.clone())), of_series);
    let library = Library::new(|path: &str| files.find(path));
    let rendered: Vec<Rendered> = jobs.par_iter().map(|job| render(files, job, &targets, &library)).collect();
    let mut articles = markdown::join(rendered, faults);
    let mut take = |file: String| articles.remove(&file).unwrap_or_default();
    let series = series.into_iter().map(|draft| with_texts(draft.series, &mut take)).collect();
    let materials = materials.into_iter().map(|draft| material(draft, &mut take)).collect();
    All { series, materials, media: library.into_files() }
}

fn jobs(series: &[SeriesDraft], materials: &[MaterialDraft]) -> Vec<Job> {
    let of_lessons = series.iter().flat_map(|draft| {
        draft.series.lessons.iter().map(|lesson| Job {
            file: lessons::path(&draft.series, lesson),
            address: format!("lessons/{}/{}/", draft.series.slug, lesson.slug),
            title: lesson.title.clone(),
        })
    });
    let of_materials = materials.iter().map(|draft| Job {
        file: draft.file(),
        address: format!("materials/{}/", draft.path),
        title: draft.title.clone(),
    });
    of_lessons.chain(of_materials).collect()
}

fn render(files: &Files, job: &Job, targets: &Targets, library: &Library) -> Rendered {
    let (_, body, lines_before) = front::split(files.text(&job.file).unwrap_or_default());
    let text = Text { file: &job.file, address: &job.address, title: &job.title, body, lines_before };
    markdown::render(&text, targets, library)
}

fn with_texts(mut series: Series, take: &mut impl FnMut(String) -> Article) -> Series {
    let files: Vec<String> = series.lessons.iter().map(|lesson| lessons::path(&series, lesson)).collect();
    for (lesson, file) in series.lessons.iter_mut().zip(files) {
        lesson.article = take(file);
    }
    series
}

fn material(draft: MaterialDraft, take: &mut impl FnMut(String) -> Article) -> Material {
    let article = take(draft.file());
    Material { id: draft.id, path: draft.path, title: draft.title, article }
}
