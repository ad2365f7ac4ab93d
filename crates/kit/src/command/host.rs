//! `host`: serves a finished site, as a plain web server would.

use crate::command::serve;
use crate::host::{Door, Host};
use crate::options::Options;
use anyhow::{Context, Result, ensure};

/// Serves until it is stopped.
pub fn run(options: &Options) -> Result<bool> {
    let named = || options.tongue.say("--dir 指出网站的文件夹", "--dir names the folder of the site");
    let folder = options.dir.clone().with_context(named)?;
    let nothing = || options.tongue.say("没有这个文件夹", "there is no such folder");
    ensure!(folder.is_dir(), "{}: {}", folder.display(), nothing());
    let door = Door::open(options.port.unwrap_or(serve::PORT), serve::reach(options), options.tongue)?;
    let host = Host::new(door, folder, &options.base, &options.names, None);
    serve::end_with_parent(options);
    println!("{}", host.addresses().join("\n"));
    host.run()?;
    Ok(true)
}
