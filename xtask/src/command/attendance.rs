//! `attendance`: a code for the wall of an activity, and the lines of its file that confirm it.

use crate::options::Options;
use crate::{make, place, process};
use anyhow::Result;

/// Has them made; a new code if none was given.
pub fn run(options: &Options) -> Result<()> {
    make::publisher()?;
    let mut attendance = process::program(place::huaide());
    attendance.arg("attendance").args(&options.code).args(["--lang", &options.lang]);
    process::run(&mut attendance)
}
