//! Who wants to harm whoever serves a portal in the house's network, or to see what is not the site's.

use crate::client::{ask, connect, get, say};
use crate::places::{Served, site, write};
use std::io::Write;
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// An answer that came in time, while others do what they can.
fn is_answered(host: &Served) {
    let start = Instant::now();
    assert!(get(host.port, "/").text().contains("首页"));
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[test]
fn a_body_is_not_waited_for() {
    let site = site();
    let host = Served::host(site.path(), &[]);
    for lines in [&["Content-Length: 99999999999"][..], &["Content-Length: 5"], &["Transfer-Encoding: chunked"]] {
        assert_eq!(ask(host.port, "GET", "/", lines).status, 413, "{lines:?}");
        is_answered(&host);
    }
    for lines in [&["Content-Length: -1"][..], &["Content-Length: 1", "Content-Length: 2"], &["Content-Length: x"]] {
        assert_eq!(ask(host.port, "GET", "/", lines).status, 400, "{lines:?}");
    }
    assert_eq!(ask(host.port, "GET", "/", &["Content-Length: 0"]).status, 200);
    is_answered(&host);
}

#[test]
fn only_reading_is_answered() {
    let site = site();
    let host = Served::host(site.path(), &[]);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"] {
        let path = if method == "CONNECT" { "localhost:1" } else { "/" };
        let reply = ask(host.port, method, path, &["Content-Length: 99999999999"]);
        assert_eq!((reply.status, reply.header("allow")), (405, "GET, HEAD"), "{method}");
    }
    is_answered(&host);
}

#[test]
fn a_head_without_end_is_cut_off() {
    let site = site();
    let host = Served::host(site.path(), &[]);
    let before = host.most_memory();
    for line in
        ["X-Long: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n", "a"]
    {
        let mut stream = connect(host.port);
        stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n").unwrap();
        let piece = line.repeat(100_000 / line.len());
        // Five megabytes, or as much as is heard.
        let went = (0..50).take_while(|_| stream.write_all(piece.as_bytes()).is_ok()).count();
        assert!(went < 50, "all of it was heard");
    }
    is_answered(&host);
    if let (Some(before), Some(after)) = (before, host.most_memory()) {
        assert!(after - before < 20_000, "{} kB more", after - before);
    }
}

#[test]
fn a_request_that_never_ends_is_given_up() {
    let site = site();
    let host = Served::host(site.path(), &[]);
    let mut silent: Vec<TcpStream> = (0..40).map(|_| connect(host.port)).collect();
    for stream in &mut silent {
        stream.write_all(b"GET / HTTP/1.1\r\nHost: loc").unwrap();
    }
    is_answered(&host);
    let mut first = silent.swap_remove(0);
    let start = Instant::now();
    let mut rest = Vec::new();
    // Whether an answer comes or none, the connection ends.
    let ended = std::io::Read::read_to_end(&mut first, &mut rest);
    assert!(ended.is_ok() && start.elapsed() < Duration::from_secs(30), "{ended:?} after {:?}", start.elapsed());
}

#[test]
fn many_who_do_not_read_keep_nobody_out() {
    let site = site();
    write(site.path(), "portal.zip", vec![7; 30_000_000]);
    let host = Served::host(site.path(), &[]);
    let mut slow: Vec<TcpStream> = Vec::new();
    // More than there are places.
    for count in [70, 300] {
        while slow.len() < count {
            let mut stream = connect(host.port);
            stream.write_all(b"GET /portal.zip HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
            slow.push(stream);
        }
        is_answered(&host);
    }
    if let Some(memory) = host.most_memory() {
        assert!(memory < 200_000, "{memory} kB");
    }
}

#[test]
fn what_the_publisher_does_not_write_is_not_there() {
    let site = site();
    let host = Served::host(site.path(), &[]);
    for path in
        ["/.git/config", "/%2egit/config", "/.git/", "/lessons/../.git/config", "/..%2f..%2fetc/passwd", "/%00", "//"]
    {
        let reply = get(host.port, path);
        assert!(reply.status == 404 && !reply.text().contains("secret"), "{path}: {reply:?}");
    }
    #[cfg(unix)]
    {
        let outside = tempfile::tempdir().unwrap();
        write(outside.path(), "secret.txt", "secret");
        std::os::unix::fs::symlink(outside.path(), site.path().join("led")).unwrap();
        std::os::unix::fs::symlink(outside.path().join("secret.txt"), site.path().join("led.txt")).unwrap();
        std::os::unix::fs::symlink(outside.path().join("secret.txt"), site.path().join("index.html.br")).unwrap();
        for path in ["/led/secret.txt", "/led.txt", "/index.html.br"] {
            assert_eq!(get(host.port, path).status, 404, "{path}");
        }
        assert!(ask(host.port, "GET", "/", &["Accept-Encoding: br"]).text().contains("首页"));
    }
}

#[test]
fn who_calls_this_machine_by_another_name_is_not_answered() {
    let site = site();
    let host = Served::host(site.path(), &["--name", "xueyuan.lan"]);
    let status = |lines: &str| say(host.port, &format!("GET / HTTP/1.1\r\n{lines}Connection: close\r\n\r\n")).status;
    for own in ["localhost", "127.0.0.1", "[::1]:8080", "LocalHost:1", "xueyuan.lan:8080"] {
        assert_eq!(status(&format!("Host: {own}\r\n")), 200, "{own}");
    }
    for other in ["evil.example", "127.0.0.1.evil.example", "192.0.2.1", "user@localhost"] {
        assert_eq!(status(&format!("Host: {other}\r\n")), 421, "{other}");
    }
    assert_eq!(status(""), 421, "no name");
    assert_eq!(status("Host: localhost\r\nHost: evil.example\r\n"), 421, "two names");
    let absolute = say(host.port, "GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assert_eq!(absolute.status, 421);
}
