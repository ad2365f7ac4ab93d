//! `huaide`: what an organiser runs. It looks for faults, publishes, serves, and begins a portal; it needs nothing beside itself.
//!
//! [`options`] reads the command line; [`command`] holds one file for each command; [`embedded`] are the files inside the program;
//! [`folders`] says where things are; [`host`] serves a site; [`watch`] waits for changes; [`report`] and [`words`] talk.

mod options;

mod command;

mod embedded;
mod folders;

mod host;
mod watch;

mod report;
mod words;

use anyhow::{Result, bail};
use options::Options;
use std::process::ExitCode;
use words::Tongue;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let tongue = Tongue::of(&arguments);
    let by_double_click = arguments.is_empty();
    match run(arguments, tongue) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("huaide: {error:#}");
            if by_double_click {
                words::wait_for_enter(tongue);
            }
            ExitCode::FAILURE
        }
    }
}

/// Gives whether all is well; what is not was told.
fn run(arguments: Vec<std::ffi::OsString>, tongue: Tongue) -> Result<bool> {
    let mut words = lexopt::Parser::from_args(arguments);
    let name = options::command(&mut words, tongue)?;
    let mut read = |allowed: &[&str]| Options::read(&mut words, allowed, tongue);
    match name.as_deref() {
        None => command::click::run(tongue),
        Some("check") => command::check::run(&read(&["content"])?),
        Some("publish") => command::publish::run(&read(&["content", "app", "out", "base", "today", "precompress"])?),
        Some("serve") => command::serve::run(&read(&[
            "content", "app", "out", "base", "today", "port", "lan", "name", "offline", "attached",
        ])?),
        Some("new") => command::new::run(&read(&["dir"])?),
        Some("host") => command::host::run(&read(&["dir", "base", "port", "lan", "name", "attached"])?),
        Some("attendance") => command::attendance::run(&read(&["code"])?),
        Some("help") => {
            println!("{}", tongue.say(HELP.0, HELP.1));
            Ok(true)
        }
        Some(other) => bail!(tongue.say(
            format!("没有 {other} 这个命令。\n\n{}", HELP.0),
            format!("there is no command {other}\n\n{}", HELP.1)
        )),
    }
}

const HELP: (&str, &str) = (
    "\
huaide                 找到旁边的内容文件夹，发布并在本地网络里打开（双击就是这样）
huaide new 文件夹      建一个带说明的小内容文件夹，从这里写起
huaide check           检查内容，一次列出所有问题
huaide publish         检查并发布成网站文件夹
huaide serve           发布并打开；内容一改，网页自己更新
huaide host --dir 文件夹   只打开一个已经发布好的网站
huaide attendance [签到码]   算出活动签到要抄的几行；不写签到码就新做一个

  --content 文件夹   内容文件夹（不写就找当前文件夹或程序旁边的 content）
  --out 文件夹       网站放在哪里（不写就放在内容文件夹旁边的 site）
  --base /路径/      网站放在子路径下时写，如 /xueyuan/
  --precompress      publish：在文件旁边另放压缩好的 .br 和 .gz（给会用它们的网站服务器，如 nginx、Caddy）
  --port 数字        serve 和 host 用的端口，通常是 8080
  --lan              serve 和 host：让同一网络里的手机和电脑也能打开
  --name 名字        serve 和 host：这台电脑在网络里还有别的名字时写，如 xueyuan.lan
  --offline          serve：像真正的网站那样带离线功能（平时写内容不要用）
  --today 日期       按这一天来发布（如 2026-03-12），平时不用写
  --app 文件夹       用另外构建的程序
  --lang zh|en       提示用中文或英文",
    "\
huaide                     finds the content folder beside it, publishes, serves in the local network (as a double click does)
huaide new DIR             begins a small commented content folder
huaide check               looks for faults, and lists all of them
huaide publish             publishes a site
huaide serve               publishes and serves; pages renew themselves when the content changes
huaide host --dir DIR      serves a finished site
huaide attendance [CODE]   the lines that confirm attendance at an activity; makes a code if none is given

  --content DIR    the content folder (else the one here, or `content` beside the program)
  --out DIR        where the site goes (else `site` beside the content folder)
  --base /p/       the path that the site stands under
  --precompress    publish: packed copies, .br and .gz, beside the files, for web servers that use them
  --port N         the port of serve and host, usually 8080
  --lan            serve and host: for the phones and computers of the network as well
  --name NAME      serve and host: another name that this machine has in the network, such as school.lan
  --offline        serve: with reading offline, as readers get it
  --today DAY      the day to publish for, in place of the day that it is
  --app DIR        an app that was built elsewhere
  --lang zh|en     the language of messages",
);
