//! The holiday programme: what is read of it, what is told, and what is published.

use crate::support::{Folder, app, checkout, options, texts};
use icalendar::parser::{read_calendar, unfold};
use publish::fault::Language;
use publish::site::{self, Site};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

const SEASON: &str =
    "id = \"winter\"\ntitle = \"寒假\"\nkind = \"winter\"\nfrom = \"2027-01-25\"\nuntil = \"2027-02-21\"\n";
const CONTEST: &str = "+++\nid = \"essay\"\ntitle = \"征文\"\nkind = \"essay\"\ntheme = \"身边\"\nopens = \"2027-01-20\"\n\
    closes = \"2027-02-20 18:00\"\nreceiver = \"关工委\"\nkeeps = \"三个月\"\nasks = [\"school\"]\n[[group]]\nid = \"a\"\n\
    title = \"小学组\"\nages = [7, 12]\nlength = [400, 600]\nphotos = 4\n[[criterion]]\ntitle = \"内容\"\npoints = 40\n+++\n\n规则。\n";

fn activity(more: &str) -> String {
    format!("+++\nid = \"visit\"\ntitle = \"看路口\"\nkind = \"visit\"\nages = [7, 12]\n{more}\n+++\n\n一起去看。\n")
}

fn scene(parts: &str) -> String {
    format!("+++\nid = \"case\"\ntitle = \"要不要转发\"\nkind = \"law\"\nages = [10, 17]\n+++\n\n{parts}\n")
}

const PARTS: &str = "怎么办？\n\n- [先问问](#先问问)\n- [转发](#转发)\n\n## 先问问\n\n**法律怎么说**：……\n\n## 转发\n\n**可以找谁**：……\n";

/// A portal with one season, activity, scene and contest.
fn portal() -> Folder {
    Folder::portal()
        .with("activities/winter/season.toml", SEASON)
        .with(
            "activities/winter/visit.md",
            activity("times = [\"2027-01-28 09:00-11:00\"]\nscenes = [\"case\"]\ncontest = \"essay\""),
        )
        .with("scenes/case.md", scene(PARTS))
        .with("contests/essay.md", CONTEST)
}

#[test]
fn the_programme_can_be_read_without_the_app() {
    let site = portal().site();
    let page = |css: &str| texts(&site, "activities/index.html", css);
    assert_eq!(page(".activities h3 a"), ["看路口"]);
    assert!(page(".activities .facts").concat().contains("2027年1月28日 星期四 09:00–11:00"));
    assert_eq!(page("#lead > section h3 a"), ["征文", "要不要转发"]);
    let lead = texts(&site, "contests/essay/index.html", "#lead").concat();
    assert!(lead.contains("400 到 600 字") && lead.contains("2027年2月20日 星期六 18:00"), "{lead}");
    assert_eq!(texts(&site, "contests/essay/index.html", "a.call"), ["开始写Start writing"]);
    assert!(site.files.contains_key("contests/essay/write/index.html"));
    let links = texts(&site, "activities/winter/visit/index.html", "#tail .links a, .card a");
    assert_eq!(links, ["征文", "要不要转发"]);
}

#[test]
fn a_partner_lists_what_is_done_with_it_in_the_holidays() {
    let partner = |id: &str| format!("+++\nid = \"{id}\"\ntitle = \"单位{id}\"\n+++\n\n文。\n");
    let visit = activity("times = [\"2027-01-28 09:00-11:00\"]\npartner = \"police\"");
    let site = portal()
        .with("activities/winter/visit.md", visit.clone())
        .with(
            "activities/winter/walk.md",
            visit.replace("\"visit\"\ntitle", "\"walk\"\ntitle").replace("police", "school"),
        )
        .with("partners/police.md", partner("police"))
        .with("partners/school.md", partner("school"))
        .with("partners/fire.md", partner("fire"))
        .site();
    let page = |css: &str| texts(&site, "partners/police/index.html", css);
    assert_eq!(page(".joint h2 .zh"), ["假期活动"]);
    assert_eq!(page(".joint h3 a[href='../../activities/winter/visit/']"), ["看路口"]);
    assert_eq!(page(".joint h3 a").len(), 1);
    assert!(page(".joint .kicker").concat().starts_with("寒假 · "));
    assert_eq!(page(".joint .facts .zh"), ["2027年1月28日 星期四 09:00–11:00"]);
    assert_eq!(
        texts(&site, "activities/winter/visit/index.html", ".card a[href='../../../partners/police/']"),
        ["单位police"]
    );
    assert_eq!(texts(&site, "partners/fire/index.html", ".joint"), Vec::<String>::new());
}

#[test]
fn the_index_has_what_the_app_needs() {
    let site = portal().site();
    let name = site.files.keys().find(|name| name.starts_with("study/programme-")).unwrap();
    let index = formats::programme::Index::read(std::str::from_utf8(&site.files[name]).unwrap()).unwrap();
    let [activity] = &index.activities[..] else { panic!("{:?}", index.activities) };
    // 2027-01-28T09:00+08:00
    assert_eq!((activity.times[0].begins_ms, activity.times[0].ends_ms), (1_801_098_000_000, 1_801_105_200_000));
    assert_eq!(activity.address, "activities/winter/visit/");
    let scene = &index.scenes[0].scene;
    let page = std::str::from_utf8(&site.files["scenes/case/index.html"]).unwrap();
    assert!(scene.parts[1..].iter().all(|part| page.contains(&format!("<h2 id=\"{}\"", part.id))), "{scene:?}");
    let to: Vec<&str> = scene.parts[0].choices.iter().map(|choice| &*choice.to).collect();
    assert_eq!(to, [&*scene.parts[1].id, &*scene.parts[2].id]);
    assert_eq!(index.contests[0].groups[0].length, (400, 600));
    let named = texts(&site, "activities/winter/visit/index.html", "#page").concat();
    assert!(named.contains(name.as_str()), "the page names the index");
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    let check = |file: &str, text: String, expect: &str| {
        let told = portal().with(file, text).said(Language::English);
        assert!(told.iter().any(|fault| fault.contains(expect)), "{expect}: {told:#?}");
    };
    let visit = "activities/winter/visit.md";
    check(
        visit,
        activity("times = [\"2027-01-28 9:00-11:00\"]"),
        "visit.md:6: error: \"times\" has \"2027-01-28 9:00-11:00\"",
    );
    check(visit, activity("times = [\"2027-03-28\"]"), "not within");
    check(visit, activity("").replace("\"visit\"\nages", "\"visits\"\nages"), "is it visit");
    check(visit, activity("scenes = [\"cas\"]"), "Is it \"case\"?");
    check(visit, activity("contest = \"esay\""), "Is it \"essay\"?");
    check(visit, activity("partner = \"nobody\""), "No partner has the id \"nobody\"");
    check(visit, activity("materials = [\"a-9\"]"), "No lesson or material has the id \"a-9\"");
    check(visit, activity("").replace("[7, 12]", "[12, 7]"), "\"ages\" must be two numbers");
    check(visit, activity("[attendance]\nsalt = \"a\"\nhash = \"b\""), "\"attendance\" is wrong");
    let case = "scenes/case.md";
    check(case, scene(&PARTS.replace("- [转发](#转发)\n", "")), "\"转发\"");
    check(case, scene(&PARTS.replace("**可以找谁**", "找人")), "ends without saying");
    check(case, scene(&PARTS.replace("(#转发)", "(#发出去)")), "No part has the heading \"发出去\"");
    check(case, scene("没有选择。"), "nothing to choose");
    let contest = "contests/essay.md";
    check(contest, CONTEST.replace("2027-02-20 18:00", "2027-01-01"), "later than opens");
    check(contest, CONTEST.replace("[400, 600]", "[600, 400]"), "\"length\" must be two numbers");
    check(contest, CONTEST.replace("\"school\"", "\"mother\""), "\"mother\"");
    check(contest, CONTEST.replace("id = \"essay\"", "id = \"visit\""), "is taken by");
    check("activities/summer/a.md", activity(""), "season.toml is missing");
    // Without its id a season was dropped in silence, with all that is on in it.
    check(
        "activities/winter/season.toml",
        SEASON.replace("id = ", "# id = "),
        "season.toml:1: error: \"id\" is missing",
    );
    let key = |key: &str| format!("name = \"社区\"\nkey = \"{key}\"\n");
    check("portal.toml", key("AGE-SECRET-KEY-1XYZ"), "is a private key");
    check("portal.toml", key("age1xyz"), "is no public key");
    assert_eq!(portal().said(Language::English), Vec::<String>::new());
}

/// A portal whose activities are at many kinds of times, with words that calendars must escape.
fn busy() -> Site {
    let times = "times = [\"2027-02-01\", \"2027-01-28 09:00-11:00\", \"2027-02-03..2027-02-04 14:00-15:30\", \"2027-02-10..2027-02-12\"]\n\
        place = \"社区, 二楼; 南边\"\nsummary = \"很长很长的一句话，带逗号, 分号; 和\\\\反斜杠，长到一行放不下，要折成几行，折的地方不能切开汉字。\"";
    let folder = portal().with("activities/winter/visit.md", activity(times));
    site::build(&folder.content(), &app(), &options()).unwrap()
}

const EVENTS: [(&str, &str, &str); 5] = [
    ("visit~20270128T010000Z", "2027-01-28T01:00:00+00:00", "2027-01-28T03:00:00+00:00"),
    ("visit~20270201", "2027-02-01", "2027-02-02"),
    ("visit~20270203T060000Z", "2027-02-03T06:00:00+00:00", "2027-02-03T07:30:00+00:00"),
    ("visit~20270204T060000Z", "2027-02-04T06:00:00+00:00", "2027-02-04T07:30:00+00:00"),
    ("visit~20270210", "2027-02-10", "2027-02-13"),
];

#[test]
fn a_calendar_is_read_by_its_own_parser() {
    let site = busy();
    for file in ["activities/calendar.ics", "activities/winter/visit/visit.ics"] {
        let text = std::str::from_utf8(&site.files[file]).unwrap();
        assert!(text.lines().all(|line| line.len() <= 75), "lines are folded");
        assert!(text.contains("\r\n") && !text.replace("\r\n", "").contains('\n'), "lines end as the format wants");
        let unfolded = unfold(text);
        let calendar = read_calendar(&unfolded).unwrap();
        let events: Vec<_> = calendar.components.iter().filter(|one| one.name == "VEVENT").collect();
        let value = |at: usize, name: &str| events[at].find_prop(name).unwrap().val.as_str().to_owned();
        assert_eq!(events.len(), EVENTS.len());
        for (at, (uid, begins, _)) in EVENTS.iter().enumerate() {
            assert!(value(at, "UID").starts_with(uid));
            let digits = |text: &str| text.replace([':', '-'], "").replace("+0000", "Z");
            assert_eq!(value(at, "DTSTART"), digits(begins));
        }
    }
}

#[test]
fn pythons_icalendar_reads_the_same() {
    let python = Path::new("/usr/bin/python3");
    let has_it =
        Command::new(python).args(["-c", "import icalendar"]).output().is_ok_and(|answer| answer.status.success());
    if !has_it {
        println!("SKIPPED python3-icalendar: it is not installed");
        return;
    }
    let site = busy();
    let mut check = Command::new(python)
        .arg(checkout().join("tests/ics/check.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    check.stdin.take().unwrap().write_all(&site.files["activities/calendar.ics"]).unwrap();
    let output = check.wait_with_output().unwrap();
    assert!(output.status.success());
    let told = String::from_utf8(output.stdout).unwrap();
    let expect = EVENTS.map(|(uid, begins, ends)| format!("{uid}@example.org {begins} {ends} 看路口"));
    assert_eq!(told.lines().collect::<Vec<_>>(), expect);
}

#[test]
fn packs_keep_the_programme_with_what_it_needs() {
    let site = portal().site();
    let packs: Vec<&str> = site
        .files
        .iter()
        .filter(|(name, _)| name.starts_with("packs/"))
        .map(|(_, file)| std::str::from_utf8(file).unwrap())
        .collect();
    for address in [
        "activities/winter/visit/visit.ics",
        "contests/essay/write/",
        "scenes/case/",
        "study/programme-",
        "\"activities/\"",
    ] {
        assert!(packs.iter().any(|pack| pack.contains(address)), "{address}");
    }
}
