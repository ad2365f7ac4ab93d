//! Scenes: before their texts are rendered, and their parts afterwards.

use super::settings::{ages, kind};
use super::{Programme, Scene, named};
use crate::content::Article;
use crate::content::front::{self, Front};
use crate::content::source::Files;
use crate::fault::{Fault, phrase};
use crate::markdown::scene::{self, Written};
use locale::Phrase;
use model::DocumentId;
use std::sync::Arc;
use youth::scene::{Choice, Flaw, Part};

const KNOWN: [&str; 6] = ["id", "title", "kind", "ages", "summary", "aliases"];

/// Reads all scenes, in the order of their files.
pub(super) fn outline(files: &Files, faults: &mut Vec<Fault>) -> Vec<Scene> {
    let texts = files.under("scenes/").filter(|(path, _)| path.ends_with(".md"));
    texts.filter_map(|(path, text)| outline_of(files, path, text, faults)).collect()
}

fn outline_of(files: &Files, file: &str, text: &str, faults: &mut Vec<Fault>) -> Option<Scene> {
    let (name, address) = named("scenes/", file)?;
    let (source, _, _) = front::split(text);
    let mut front = Front::read(file, source.unwrap_or_default(), 1, &KNOWN);
    front.propose(|| files.ids.for_name(&format!("scene-{name}")));
    let id = front.id("id", |text| DocumentId::parse(text).ok());
    let scene = Scene {
        scene: youth::Scene {
            title: front.text("title"),
            ages: ages(&mut front),
            parts: Vec::new(),
            id: id.map(|id| id.to_string()).unwrap_or_default(),
        },
        address,
        file: file.to_owned(),
        kind: kind(&mut front),
        summary: front.optional("summary").unwrap_or_default(),
        aliases: front.addresses("aliases"),
        article: Arc::default(),
    };
    faults.append(&mut front.faults);
    Some(scene)
}

/// Reads the parts of all scenes, whose texts are rendered now, and tells what is wrong with them.
pub(crate) fn finish(files: &Files, programme: &mut Programme, faults: &mut Vec<Fault>) {
    for one in &mut programme.scenes {
        let (_, body, before) = front::split(files.text(&one.file).map_or("", |text| text));
        let written = scene::parts(body);
        one.scene.parts = parts(&written, &one.article);
        let line = |id: &str| {
            let at = one.scene.parts.iter().position(|part| part.id == id);
            at.and_then(|at| written.get(at)).map_or(1, |part| before + part.line)
        };
        let name = |id: &str| one.scene.part(id).map_or("", |part| &*part.title).to_owned();
        for flaw in one.scene.flaws() {
            let (at, what, mend) = told(&flaw, &name);
            faults.push(Fault::error(&one.file, at.map_or(1, |id| line(&id)), what, mend));
        }
    }
}

/// The parts with the anchors that their headings have on the page. The first has none, and is called by the empty name.
fn parts(written: &[Written], article: &Article) -> Vec<Part> {
    let anchors: Vec<&str> =
        article.headings.iter().filter(|heading| heading.level == 2).map(|heading| &*heading.anchor).collect();
    let anchor = |at: usize| at.checked_sub(1).and_then(|at| anchors.get(at)).copied().unwrap_or_default().to_owned();
    let find = |name: &str| {
        let is_meant = |part: &&Written| scene::same_heading(&part.title, name);
        written.iter().position(|part| is_meant(&part)).filter(|at| *at > 0)
    };
    let choice = |choice: &scene::Offered| Choice {
        text: choice.text.clone(),
        to: find(&choice.to).map_or_else(|| choice.to.clone(), anchor),
    };
    let part = |(at, part): (usize, &Written)| Part {
        id: anchor(at),
        title: part.title.clone(),
        choices: part.choices.iter().map(choice).collect(),
        explains: part.explains,
    };
    written.iter().enumerate().map(part).collect()
}

/// The part where a flaw is, what it is, and how it is mended. `name` gives the heading of a part.
fn told(flaw: &Flaw, name: &dyn Fn(&str) -> String) -> (Option<String>, Phrase, Phrase) {
    let (at, what, mend) = match flaw {
        Flaw::Empty | Flaw::NoChoice => (
            None,
            phrase("开头没有可选的做法。", "The beginning offers nothing to choose."),
            phrase(
                "在开头的问题下面写一个列表，每一项是一个链接：- [先问问](#先问问)。",
                "Write a list below the question, each item one link: - [Ask first](#Ask first).",
            ),
        ),
        Flaw::Missing { part, to } => (
            Some(part),
            phrase(format!("没有标题是“{to}”的一段。"), format!("No part has the heading {to:?}.")),
            phrase("# 后面照抄那一段的标题。", "Write the heading of the part after #."),
        ),
        Flaw::Unreachable { part } => (
            Some(part),
            phrase(format!("没有一个选择走到“{}”。", name(part)), format!("No choice leads to {:?}.", name(part))),
            phrase("在前面加一个选择，或者删掉这一段。", "Add a choice that leads here, or drop the part."),
        ),
        Flaw::DeadEnd { part } => (
            Some(part),
            phrase(
                format!("走到“{}”就没有路了，也没有说法律怎么说、可以找谁。", name(part)),
                format!("{:?} ends without saying what the law says or who can help.", name(part)),
            ),
            phrase(
                "加上选择，或者写一段以“法律怎么说”或“可以找谁”开头的话。",
                "Add choices, or a paragraph that begins with 法律怎么说 or 可以找谁.",
            ),
        ),
        Flaw::Endless { part } => (
            Some(part),
            phrase(
                format!("从“{}”走不到任何一个结尾。", name(part)),
                format!("No end is reached from {:?}.", name(part)),
            ),
            phrase("让其中一个选择走到有结尾的一段。", "Let a choice lead to a part that ends."),
        ),
        Flaw::OnlyOne { part } => (
            Some(part),
            phrase(format!("“{}”只有一个选择。", name(part)), format!("{:?} has one choice only.", name(part))),
            phrase("至少写两个选择，或者把两段并成一段。", "Write two at least, or join the two parts."),
        ),
    };
    (at.cloned(), what, mend)
}
