//! What other people's programs say about the files that the native tests compare with.

use super::Count;
use crate::setup::path;
use crate::{place, process};
use anyhow::{Context, Result};

/// Scripts with what they are told. Each fails when its file is not what it says.
const SCRIPTS: [(&str, &[&str]); 3] =
    [("gift/oracle.mjs", &["--check"]), ("xapi/check.mjs", &[]), ("ics/subscriber.mjs", &[])];

/// Asks them.
pub fn run() -> Result<Count> {
    for (script, told) in SCRIPTS {
        let mut node = process::program("node");
        path::close(&mut node)?;
        process::run(node.arg(place::tests().join(script)).args(told)).with_context(|| script.to_owned())?;
    }
    Ok(Count { ran: SCRIPTS.len() as u32, ..Count::default() })
}
