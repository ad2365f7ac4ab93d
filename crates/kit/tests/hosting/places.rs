//! Folders for one test, and programs that serve them until it ends.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use tempfile::TempDir;

/// Writes a file, and the folders it is in.
pub fn write(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// A small site, as it might be published.
pub fn site() -> TempDir {
    // Caddy hides what lies in a hidden folder, and the usual ones for tests are.
    let site = tempfile::Builder::new().prefix("site-").tempdir().unwrap();
    for (name, text) in [
        ("index.html", "<!doctype html>\n<html lang=\"zh-Hans\">首页</html>"),
        ("404.html", "<!doctype html>\n<html lang=\"zh-Hans\">没有</html>"),
        ("lessons/课/index.html", "<!doctype html>\n<html lang=\"zh-Hans\">一课</html>"),
        ("app/huaide.js", "export default 1"),
        ("app/huaide.js.br", "packed by brotli"),
        ("app/huaide.js.gz", "packed by gzip"),
        ("app/huaide_bg.wasm", "\0asm"),
        ("media/film.mp4", "0123456789"),
        ("media/drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("activities/calendar.ics", "BEGIN:VCALENDAR"),
        ("manifest.webmanifest", "{}"),
        (".git/config", "secret"),
    ] {
        write(site.path(), name, text);
    }
    site
}

/// A program that serves, and ends with the test.
pub struct Served {
    child: Child,
    /// What it says after that is not read, but must have somewhere to go.
    _said: BufReader<ChildStdout>,
    pub port: u16,
}

impl Served {
    /// Serves a folder with `huaide host`.
    pub fn host(folder: &Path, more: &[&str]) -> Self {
        let mut huaide = Command::new(env!("CARGO_BIN_EXE_huaide"));
        huaide.args(["host", "--port", "0", "--attached", "--dir"]).arg(folder).args(more);
        Self::start(&mut huaide)
    }

    /// Starts a program that says where it serves.
    pub fn start(command: &mut Command) -> Self {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        let port = loop {
            line.clear();
            assert!(said.read_line(&mut line).unwrap() > 0, "it ended before it served");
            let after = line.split_once("http://localhost:").map(|(_, after)| after);
            if let Some((port, _)) = after.and_then(|after| after.split_once('/')) {
                break port.parse().unwrap();
            }
        };
        Self { child, _said: said, port }
    }

    /// The most memory that it ever had, in kB; `None` where the system does not tell.
    pub fn most_memory(&self) -> Option<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        line.trim().trim_end_matches(" kB").parse().ok()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
