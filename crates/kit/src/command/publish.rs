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
        packed: options.precompress,
        today: options.today.clone(),
        last: Some(out.clone()),
    };
    let outcome = Press::new(job, app).run()?;
    let sound = report::tell(&outcome, &out, start, options.tongue);
    if outcome.done.is_none() {
        let stays = ("有错误，没有发布；改好以后再发布一次。", "There are errors: nothing was published.");
        eprintln!("{}", options.tongue.say(stays.0, stays.1));
    }
    Ok(sound)
}
