//! Tells what came of reading and publishing.

use crate::words::Tongue;
use publish::fault::{Fault, any_error};
use publish::press::{Done, Outcome};
use std::path::Path;
use std::time::Instant;

/// All faults, to the standard error; then what became of each table, how many faults there were, and what was published to `out` since `start`. Gives whether the
/// content has no errors.
pub fn tell(outcome: &Outcome, out: &Path, start: Instant, tongue: Tongue) -> bool {
    for fault in &outcome.faults {
        eprintln!("{}", fault.say(tongue.language()));
    }
    for (path, said) in &outcome.tables {
        println!("{}", tongue.say(format!("{path}：{}", said.zh), format!("{path}: {}", said.en)));
    }
    println!("{}", counted(&outcome.faults, tongue));
    if let Some(done) = &outcome.done {
        println!("{}", told(done, out, start, tongue));
    }
    !any_error(&outcome.faults)
}

fn told(done: &Done, out: &Path, start: Instant, tongue: Tongue) -> String {
    let Done { series, lessons, materials, files, bytes } = done;
    let (out, kilobytes, ms) = (out.display(), bytes / 1000, start.elapsed().as_millis());
    tongue.say(
        format!(
            "{out}：{series} 个系列 {lessons} 课，{materials} 篇资料；{files} 个文件，共 {kilobytes} kB，用时 {ms} 毫秒"
        ),
        format!(
            "{out}: {series} series, {lessons} lessons, {materials} materials; {files} files, {kilobytes} kB in {ms} ms"
        ),
    )
}

fn counted(faults: &[Fault], tongue: Tongue) -> String {
    let errors = faults.iter().filter(|fault| any_error(std::slice::from_ref(fault))).count();
    let warnings = faults.len() - errors;
    tongue.say(
        format!("内容检查：{errors} 个错误，{warnings} 个提醒"),
        format!("content: {errors} errors, {warnings} warnings"),
    )
}
