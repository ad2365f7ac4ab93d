//! `publish`: a finished site, to be copied to any static host.

use crate::options::Options;
use crate::{embedded, folders, report};
use anyhow::Result;
use publish::press::{Job, Keeping, Press};
use std::time::Instant;

/// Publishes. Gives whether it was done.
pub fn run(options: &Options) -> Result<bool> {
    let start = Instant::now();
    let content = folders::content(options)?;
    let out = folders::site(options, &content);
    let app = embedded::app(options)?;
    let job = Job {
        books: true,
        content,
        out: out.clone(),
        base: options.base.clone(),
        keeping: Keeping::AsWritten,
        today: options.today.clone(),
    };
    Ok(report::tell(&Press::new(job, app).run()?, &out, start, options.tongue))
}
