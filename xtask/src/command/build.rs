//! `build`: a complete static site, as small as it can be.

use crate::make::{self, Effort};
use crate::options::Options;
use crate::setup;
use anyhow::Result;

/// Builds it.
pub fn run(options: &Options) -> Result<()> {
    setup::for_release()?;
    println!("Building the publisher and the app (some minutes the first time)");
    make::publisher()?;
    let app = make::app(Effort::Release)?;
    make::site(options, &app, &options.site())
}
