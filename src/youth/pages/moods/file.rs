//! The answers as a text file of the learner's own.

use crate::desk::Desk;
use crate::desk::download;
use std::fmt::Write;
use youth::mood::{Answers, Check};

/// Hands the browser the file. Gives its name; `None` when the browser refuses.
pub fn save(desk: &Desk, check: &Check, answers: &Answers) -> Option<String> {
    let name = format!("{}-{}.txt", locale::mood_file_name().zh, desk.today());
    let text = format!("{}\n{}\n{}", check.opening.title, desk.today(), text(check, answers));
    download(&name, "text/plain;charset=utf-8", text.as_bytes()).map(|()| name)
}

/// What was answered, sentence by sentence.
fn text(check: &Check, answers: &Answers) -> String {
    let mut text = format!("{}\n", locale::mood_file_head().zh);
    for item in &check.items {
        let answer = answers.0.get(&item.id).and_then(|answer| item.answers.get(*answer));
        if let Some(answer) = answer {
            // Writing to a text cannot fail.
            let _ = write!(text, "\n{}\n　　{answer}\n", item.text);
        }
    }
    text
}
