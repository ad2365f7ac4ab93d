//! What phones and browsers ask for: parts of a film, whether something changed, packed copies.

use crate::client::{ask, get};
use crate::places::{Served, site, write};

#[test]
fn every_answer_says_its_kind_and_keeps_others_out() {
    let site = site();
    let host = Served::host(site.path(), &[]);
    for (path, kind) in [
        ("/", "text/html; charset=utf-8"),
        ("/app/huaide.js", "text/javascript; charset=utf-8"),
        ("/app/huaide_bg.wasm", "application/wasm"),
        ("/activities/calendar.ics", "text/calendar; charset=utf-8"),
        ("/manifest.webmanifest", "application/manifest+json"),
        ("/media/drawing.svg", "image/svg+xml"),
        ("/nowhere/", "text/html; charset=utf-8"),
    ] {
        let reply = get(host.port, path);
        assert_eq!(reply.status, if path == "/nowhere/" { 404 } else { 200 }, "{path}");
        assert_eq!(reply.header("content-type"), kind, "{path}");
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(reply.header("referrer-policy"), "same-origin", "{path}");
        assert!(reply.header("permissions-policy").contains("microphone=(self)"), "{path}");
        assert!(reply.header("content-security-policy").contains("frame-ancestors 'none'"), "{path}");
    }
    assert!(get(host.port, "/media/drawing.svg").header("content-security-policy").contains("sandbox"));
    assert!(get(host.port, "/nowhere/").text().contains("没有"));
}

#[test]
fn what_has_not_changed_is_not_sent_again() {
    let site = site();
    let host = Served::host(site.path(), &[]);
    let first = get(host.port, "/lessons/%E8%AF%BE/");
    assert!(first.status == 200 && first.text().contains("一课"), "{first:?}");
    let (tag, time) = (first.header("etag").to_owned(), first.header("last-modified").to_owned());
    for known in [format!("If-None-Match: {tag}"), format!("If-Modified-Since: {time}")] {
        let again = ask(host.port, "GET", "/lessons/%E8%AF%BE/", &[&known]);
        assert!(again.status == 304 && again.body.is_empty(), "{known}: {again:?}");
    }
    write(site.path(), "lessons/课/index.html", "<html lang=\"zh-Hans\">一课，改了</html>");
    assert_eq!(ask(host.port, "GET", "/lessons/%E8%AF%BE/", &[&format!("If-None-Match: {tag}")]).status, 200);
}

#[test]
fn a_part_of_a_film_is_sent_when_it_is_asked_for() {
    let site = site();
    let host = Served::host(site.path(), &[]);
    let part = |range: &str, more: &[&str]| ask(host.port, "GET", "/media/film.mp4", &[&[range], more].concat());
    let middle = part("Range: bytes=2-4", &[]);
    assert_eq!((middle.status, middle.text().as_str()), (206, "234"));
    assert_eq!(middle.header("content-range"), "bytes 2-4/10");
    assert_eq!(part("Range: bytes=-3", &[]).text(), "789");
    assert_eq!(part("Range: bytes=20-", &[]).status, 416);
    // As many parts as one likes would be more than the whole.
    assert_eq!(part("Range: bytes=0-1,3-4,6-7", &[]).text(), "0123456789");
    let tag = format!("If-Range: {}", middle.header("etag"));
    assert_eq!(part("Range: bytes=2-4", &[&tag]).text(), "234");
    assert_eq!(part("Range: bytes=2-4", &["If-Range: \"of before\""]).text(), "0123456789");
}

#[test]
fn a_head_is_an_answer_without_its_body() {
    let site = site();
    let host = Served::host(site.path(), &[]);
    for path in ["/", "/media/film.mp4", "/nowhere"] {
        let (whole, head) = (get(host.port, path), ask(host.port, "HEAD", path, &[]));
        assert_eq!((head.status, head.body.len()), (whole.status, 0), "{path}");
        assert_eq!(head.header("content-length"), whole.body.len().to_string(), "{path}");
    }
}

#[test]
fn packed_copies_are_sent_to_who_can_unpack_them() {
    let site = site();
    let host = Served::host(site.path(), &[]);
    let packed = |takes: &str| {
        let reply = ask(host.port, "GET", "/app/huaide.js", &[&format!("Accept-Encoding: {takes}")]);
        assert_eq!(reply.header("content-type"), "text/javascript; charset=utf-8", "{takes}");
        assert_eq!(reply.header("vary").to_lowercase(), "accept-encoding", "{takes}");
        (reply.header("content-encoding").to_owned(), reply.text())
    };
    assert_eq!(packed("gzip, deflate, br"), ("br".into(), "packed by brotli".into()));
    assert_eq!(packed("gzip"), ("gzip".into(), "packed by gzip".into()));
    assert_eq!(packed("br;q=0, gzip;q=0.5"), ("gzip".into(), "packed by gzip".into()));
    assert_eq!(packed("identity"), (String::new(), "export default 1".into()));
    assert_eq!(ask(host.port, "GET", "/app/huaide_bg.wasm", &["Accept-Encoding: br"]).header("content-encoding"), "");
}

#[test]
fn a_site_can_stand_under_a_path_in_chinese() {
    let site = site();
    let host = Served::host(site.path(), &["--base", "/学苑/"]);
    let root = "/%E5%AD%A6%E8%8B%91";
    assert!(get(host.port, &format!("{root}/")).text().contains("首页"));
    assert_eq!(get(host.port, root).header("location"), format!("{root}/"));
    assert_eq!(
        get(host.port, &format!("{root}/lessons/%E8%AF%BE")).header("location"),
        format!("{root}/lessons/%E8%AF%BE/")
    );
    assert_eq!(get(host.port, "/").status, 404);
}
