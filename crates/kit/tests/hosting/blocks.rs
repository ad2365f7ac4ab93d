//! The settings in docs/HOSTING.md, in the servers that they are for, where those are installed.

use crate::client::{ask, get};
use crate::places::{site, write};
use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Where the documents say that the site is.
const PLACE: &str = "/srv/xueyuan/site";
const APACHE: &str = "/usr/lib/apache2/modules";
/// What the settings for Apache need.
const MODULES: [&str; 11] = [
    "mpm_event",
    "authz_core",
    "dir",
    "mime",
    "alias",
    "headers",
    "filter",
    "deflate",
    "rewrite",
    "setenvif",
    "negotiation",
];

/// A server that runs until the test ends.
struct Server {
    child: Child,
    port: u16,
    _folder: TempDir,
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    /// Starts a server with settings that name the folder it works in and the port. It must be one process, which ends with the test.
    fn start(settings: &str, command: impl Fn(&Path) -> Command) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
        let settings =
            settings.replace("FOLDER", &folder.path().display().to_string()).replace("PORT", &port.to_string());
        write(folder.path(), "settings", settings);
        for name in ["run", "home"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        open_to_all(folder.path());
        let mut command = command(folder.path());
        let said = folder.path().join("said");
        command.env("HOME", folder.path().join("home")).stdin(Stdio::null()).stdout(Stdio::null());
        let child = command.stderr(fs::File::create(&said).unwrap()).spawn().unwrap();
        let mut server = Self { child, port, _folder: folder };
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            let runs = server.child.try_wait().unwrap().is_none() && start.elapsed() < Duration::from_secs(60);
            assert!(runs, "it does not serve: {}", fs::read_to_string(&said).unwrap());
            sleep(Duration::from_millis(20));
        }
        server
    }
}

/// A server that was started as root gives that up, and must still be able to read.
fn open_to_all(folder: &Path) {
    #[cfg(unix)]
    fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    #[cfg(not(unix))]
    let _ = folder;
}

/// The settings for a server, as the documents have them, for a site in a folder.
fn settings(server: &str, site: &Path) -> Vec<String> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/HOSTING.md")).unwrap();
    let fence = format!("```{server}\n");
    let blocks = text.split(&fence).skip(1).map(|after| after.split("```").next().unwrap());
    blocks.map(|block| block.replace(PLACE, &site.display().to_string())).collect()
}

/// Where a program is, if it is installed; that it is not is told and counted.
fn installed(program: &'static str) -> bool {
    let is_there = Path::new(program).exists();
    if !is_there {
        println!("SKIPPED {program}: it is not installed, and its settings in docs/HOSTING.md are not tried");
    }
    is_there
}

fn site_for_all() -> TempDir {
    let site = site();
    write(
        site.path(),
        "index.html",
        format!("<!doctype html>\n<html lang=\"zh-Hans\">首页{}</html>", "长".repeat(999)),
    );
    write(site.path(), "sw.js", "// the worker");
    open_to_all(site.path());
    site
}

/// Looks at everything that HOSTING promises, below a path.
fn is_well_served(port: u16, base: &str) {
    let get = |path: &str| get(port, &format!("{base}{path}"));
    for (path, kind, cache) in [
        ("/", "text/html; charset=utf-8", "no-cache"),
        ("/lessons/%E8%AF%BE/", "text/html; charset=utf-8", "no-cache"),
        ("/sw.js", "javascript; charset=utf-8", "no-cache"),
        ("/manifest.webmanifest", "application/manifest+json", "no-cache"),
        ("/activities/calendar.ics", "text/calendar; charset=utf-8", "no-cache"),
        ("/app/huaide_bg.wasm", "application/wasm", "immutable"),
        ("/app/huaide.js", "javascript; charset=utf-8", "immutable"),
        ("/media/drawing.svg", "image/svg+xml", "immutable"),
        ("/media/film.mp4", "video/mp4", "immutable"),
    ] {
        let reply = get(path);
        assert_eq!(reply.status, 200, "{base}{path}");
        assert!(reply.header("content-type").to_lowercase().contains(kind), "{path}: {}", reply.header("content-type"));
        assert!(reply.header("cache-control").contains(cache), "{path}: {}", reply.header("cache-control"));
    }
    for path in ["/", "/sw.js", "/app/huaide.js", "/activities/calendar.ics", "/nowhere/", "/media/drawing.svg"] {
        let reply = get(path);
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(reply.header("referrer-policy"), "same-origin", "{path}");
        assert!(reply.header("permissions-policy").contains("microphone=(self)"), "{path}");
        assert!(reply.header("content-security-policy").contains("frame-ancestors 'none'"), "{path}");
        assert_eq!(reply.header("content-security-policy").contains("sandbox"), path.ends_with(".svg"), "{path}");
    }
    for missing in ["/nowhere/", "/app/nowhere.js", "/nowhere.ics", "/.git/config", "/lessons/"] {
        let reply = get(missing);
        assert_eq!(reply.status, 404, "{missing}");
        assert!(!reply.header("cache-control").contains("immutable") && !reply.text().contains("secret"), "{missing}");
    }
    assert!(get("/nowhere/").text().contains("没有"), "the page for what is not there");
    let led = get("/lessons/%E8%AF%BE");
    assert!((301..=308).contains(&led.status), "{}", led.status);
    assert!(
        led.header("location").to_uppercase().ends_with(&format!("{base}/lessons/%E8%AF%BE/").to_uppercase()),
        "{}",
        led.header("location")
    );
    let packed = ask(port, "GET", &format!("{base}/"), &["Accept-Encoding: gzip"]);
    assert_eq!(packed.header("content-encoding"), "gzip");
    let part = ask(port, "GET", &format!("{base}/media/film.mp4"), &["Range: bytes=2-4"]);
    assert_eq!((part.status, part.text().as_str()), (206, "234"));
}

/// A path without its last slash leads to the one with it.
fn leads_to_the_root(port: u16, base: &str) {
    let led = get(port, base);
    assert!((301..=308).contains(&led.status) && led.header("location").ends_with(&format!("{base}/")), "{led:?}");
}

#[test]
fn nginx_serves_as_the_documents_say() {
    if !installed("/usr/sbin/nginx") {
        return;
    }
    let site = site_for_all();
    let [whole, below] = settings("nginx", site.path()).try_into().unwrap();
    let is_own = |line: &&str| !line.trim().starts_with("ssl_certificate");
    let whole = whole
        .replace("listen 443 ssl;", "listen 127.0.0.1:PORT;")
        .lines()
        .filter(is_own)
        .collect::<Vec<_>>()
        .join("\n");
    // What a server may have already, and must not reach below.
    let below = format!(
        "server {{\n listen 127.0.0.1:PORT;\n root /nowhere;\n location ~ \\.(ics|webmanifest|js|svg)$ {{ return 410; }}\n{below}\n}}"
    );
    for (settings, base) in [(whole, ""), (below, "/xueyuan")] {
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|name| format!("{name}_temp_path FOLDER/run;\n"))
            .concat();
        let all = format!(
            "daemon off;\nmaster_process off;\npid FOLDER/run/pid;\nerror_log stderr;\nevents {{}}\n\
             http {{\naccess_log off;\n{temporary}include /etc/nginx/mime.types;\ndefault_type application/octet-stream;\n{settings}\n}}\n"
        );
        let server = Server::start(&all, |folder| {
            let mut nginx = Command::new("/usr/sbin/nginx");
            nginx.args(["-e", "stderr", "-c"]).arg(folder.join("settings")).arg("-p").arg(folder);
            nginx
        });
        is_well_served(server.port, base);
        if !base.is_empty() {
            leads_to_the_root(server.port, base);
        }
    }
}

#[test]
fn caddy_serves_as_the_documents_say() {
    if !installed("/usr/bin/caddy") {
        return;
    }
    let site = site_for_all();
    let [whole, below] = settings("caddy", site.path()).try_into().unwrap();
    for (settings, base) in [(whole, ""), (below, "/xueyuan")] {
        let settings =
            settings.replace("xueyuan.example.org {", "http://:PORT {").replace("example.org {", "http://:PORT {");
        let all = format!(
            "{{\n\tadmin off\n\tauto_https off\n\tdefault_bind 127.0.0.1\n\tlog {{\n\t\tlevel ERROR\n\t}}\n}}\n{settings}"
        );
        let server = Server::start(&all, |folder| {
            let mut caddy = Command::new("/usr/bin/caddy");
            caddy.args(["run", "--adapter", "caddyfile", "--config"]).arg(folder.join("settings"));
            caddy.env("XDG_CONFIG_HOME", folder.join("home")).env("XDG_DATA_HOME", folder.join("home"));
            caddy
        });
        is_well_served(server.port, base);
        if !base.is_empty() {
            leads_to_the_root(server.port, base);
        }
    }
}

#[test]
fn apache_serves_as_the_documents_say() {
    if !installed("/usr/sbin/apache2") {
        return;
    }
    let site = site_for_all();
    let [whole] = settings("apache", site.path()).try_into().unwrap();
    let modules = MODULES.map(|name| format!("LoadModule {name}_module {APACHE}/mod_{name}.so\n")).concat();
    let all = format!(
        "ServerRoot FOLDER\nDefaultRuntimeDir FOLDER/run\nPidFile FOLDER/run/pid\nMutex file:FOLDER/run default\nErrorLog /dev/stderr\n\
         Listen 127.0.0.1:PORT\nServerName localhost\nUser www-data\nGroup www-data\n{modules}TypesConfig /etc/mime.types\n{}",
        whole.replace("*:80", "127.0.0.1:PORT")
    );
    let server = Server::start(&all, |folder| {
        let mut apache = Command::new("/usr/sbin/apache2");
        apache.args(["-X", "-f"]).arg(folder.join("settings"));
        apache
    });
    is_well_served(server.port, "");
}
