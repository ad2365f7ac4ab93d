//! Banks of questions: how they are read, who names them, and what is published of them.

use crate::support::{self, Folder, app, lesson, options, text};
use formats::gift;
use formats::pack::{Index as Packs, Pack};
use formats::page::Page;
use formats::study::{BankFile, Index};
use learning::Kind;
use publish::fault::Language;
use publish::site::{self, Memory, Site};
use std::io::Write as _;

const ONE: &str = "// [passage:正文 一]\n::b.q1::哪一个？{\n~甲#不是甲\n=乙\n####因为是乙\n}\n";

/// A lesson that names banks.
fn naming(id: &str, banks: &str, body: &str) -> String {
    lesson(id, "课", body).replacen("hours = 1.5\n", &format!("hours = 1.5\nquestions = [{banks}]\n"), 1)
}

/// A portal whose first lesson names the bank `b`.
fn portal(bank: &str) -> Folder {
    Folder::portal()
        .with("lessons/a/1.md", naming("a-1", "\"b\"", "# 开头\n\n正文**一**。\n\n正文二。"))
        .with("questions/b.gift", bank)
}

/// A portal with these files has exactly these faults, which begin so.
#[track_caller]
fn check(files: &[(&str, &str)], expect: &[&str]) {
    let folder = files.iter().fold(Folder::portal(), |folder, (path, text)| folder.with(path, text));
    let said = folder.said(Language::Chinese);
    let fits = said.len() == expect.len() && said.iter().zip(expect).all(|(said, expect)| said.starts_with(expect));
    assert!(fits, "expected {expect:#?}, not {said:#?}");
}

/// What a selector finds on a page, without white space.
fn texts(site: &Site, file: &str, css: &str) -> Vec<String> {
    support::texts(site, file, css).iter().map(|text| text.split_whitespace().collect()).collect()
}

fn index(site: &Site) -> Index {
    let address = site.files.keys().find(|name| name.starts_with("study/index-")).expect("an index");
    Index::read(&text(site, address)).unwrap()
}

fn bank(site: &Site, id: &str) -> learning::Bank {
    let line = index(site).banks.into_iter().find(|line| line.id.as_str() == id).expect("a bank");
    BankFile::read(&text(site, &line.file)).unwrap().bank
}

/// A workbook with one sheet.
fn workbook(rows: &str) -> Vec<u8> {
    let files = [
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>",
        ),
        (
            "_rels/.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
        ),
        (
            "xl/workbook.xml",
            "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"题\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
        ),
    ];
    let sheet = format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>"
    );
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let all =
        files.map(|(name, text)| (name, text.to_owned())).into_iter().chain([("xl/worksheets/sheet1.xml", sheet)]);
    for (name, text) in all {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A row of a workbook; numbers stand as numbers.
fn row(number: usize, cells: &[&str]) -> String {
    let cell = |(at, text): (usize, &&str)| {
        let place = format!("{}{number}", char::from(b'A' + at as u8));
        match text.parse::<f64>() {
            Ok(value) => format!("<c r=\"{place}\"><v>{value:?}</v></c>"),
            Err(_) => format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"),
        }
    };
    format!("<row r=\"{number}\">{}</row>", cells.iter().enumerate().map(cell).collect::<String>())
}

#[test]
fn a_bank_is_published_for_readers_and_for_the_app() {
    let site = portal(ONE).site();
    let bank = bank(&site, "b");
    assert_eq!((bank.title.as_str(), bank.lesson.as_ref().map(|id| id.as_str())), ("课", Some("a-1")));
    let question = &bank.questions[0];
    assert_eq!(question.revision.len(), 8);
    let page = text(&site, "questions/b/index.html");
    let data = page.split_once("id=\"page\">").unwrap().1.split_once("</script>").unwrap().0;
    let data = Page::read(data).unwrap();
    assert_eq!(data.bank, "b");
    assert!(site.files.contains_key(&data.study), "{}", data.study);
    assert!(!page.split_once("id=\"page\">").unwrap().1.contains("因为"), "the page data has no question");
    let block = question.passage.as_ref().unwrap().block.expect("the passage was found");
    assert!(page.contains(&format!("href=\"../../lessons/a/1/#{block}\"")), "{page}");
    assert_eq!(texts(&site, "questions/b/index.html", "#desk[data-desk=questions] .stem"), ["哪一个？"]);
    assert_eq!(texts(&site, "questions/b/index.html", ".options li"), ["A甲", "B乙"]);
    let answers = texts(&site, "questions/b/index.html", "details dd");
    assert_eq!(answers, ["B", "因为是乙", "不是甲"]);
    assert!(text(&site, "sitemap.xml").contains("/questions/b/"));
    let gift = text(&site, "questions/b/b.gift");
    assert_eq!(gift::read(&gift).questions[0].question.id, question.id);
}

#[test]
fn pages_lead_to_questions_and_back() {
    let site = portal(ONE).site();
    assert_eq!(texts(&site, "lessons/a/1/index.html", "#tail .try a span.zh"), ["1道自测题"]);
    assert!(text(&site, "lessons/a/1/index.html").contains("href=\"../../../questions/b/\""));
    assert!(!text(&site, "lessons/a/2/index.html").contains("class=\"try\""));
    assert!(text(&site, "index.html").contains("class=\"try\""));
    assert!(!text(&Folder::portal().site(), "index.html").contains("class=\"try\""));
    assert!(text(&site, "questions/b/index.html").contains("href=\"../../lessons/a/1/\""));
    assert_eq!(texts(&site, "questions/index.html", "#lead h2, #lead .links a"), ["系列", "课1道题1questions"]);
    assert_eq!(texts(&Folder::portal().site(), "questions/index.html", ".empty span.zh"), ["还没有自测题。"]);
}

#[test]
fn pages_of_studying_name_the_index_and_are_not_for_searchers() {
    let site = portal(ONE).site();
    for name in ["practice", "record", "learners"] {
        let page = text(&site, &format!("{name}/index.html"));
        assert!(page.contains(&format!("<div id=\"desk\" data-desk=\"{name}\">")), "{page}");
        assert!(page.contains("\"study\":\"study/index-"), "{page}");
        assert!(page.contains("noindex") && !text(&site, "sitemap.xml").contains(&format!("/{name}/")));
    }
    assert!(!text(&site, "lessons/a/1/index.html").contains("\"study\""));
}

#[test]
fn every_kind_of_question_can_be_read_on_paper() {
    let all = "::b.q1::说一说。{}\n\n::b.q2::五加五？{#10:0.5}\n\n::b.q3::对吗？{T}\n\n::b.q4::配对。{\n=一 -> 甲\n=二 -> 乙\n= -> 丙\n}\n\n\
               ::b.q5::排好。{>2 ALL VERTICAL\n甲先\n乙后\n}\n\n::b.q6::首都是{=北京=北京市}。\n\n::b.d1::读一读。\n";
    let site = portal(all).site();
    let find = |css: &str| texts(&site, "questions/b/index.html", css);
    assert_eq!(find(".paper > li.aside"), ["读一读。"]);
    assert_eq!(find("details dd"), ["9.5到10.59.5to10.5", "对Right", "一→C甲二→B乙", "B、A", "北京、北京市"]);
    assert_eq!(find(".paper > li:nth-of-type(5) .options li"), ["A乙后", "B甲先"]);
    assert_eq!(find(".paper > li:nth-of-type(6) .stem"), ["首都是____。"]);
    assert_eq!(texts(&site, "index.html", ".try").len(), 1);
}

#[test]
fn a_bank_can_be_a_table() {
    let csv = "编号,题型,题干,选项A,选项B,答案\nb.q1,单选,几个？,4,5,B\n";
    let heads = ["编号", "题型", "题干", "选项A", "选项B", "答案"];
    let rows = row(1, &heads) + &row(3, &["b.q1", "单选", "几个？", "4", "5", "B"]);
    let (foreign, _, _) = encoding_rs::GB18030.encode(csv);
    for (name, bytes) in [
        ("questions/b.csv", csv.as_bytes().to_vec()),
        ("questions/b.csv", ["\u{feff}".as_bytes(), csv.as_bytes()].concat()),
        ("questions/b.csv", foreign.into_owned()),
        ("questions/b.xlsx", workbook(&rows)),
    ] {
        let folder = Folder::portal().with(name, bytes).with("questions/~$b.xlsx", "open elsewhere");
        assert_eq!(folder.said(Language::Chinese), Vec::<String>::new());
        let Kind::Choice { options, .. } = &folder.content().banks[0].bank.questions[0].kind else {
            panic!("a choice")
        };
        assert_eq!(options.iter().map(|option| option.words.text.as_str()).collect::<Vec<_>>(), ["4", "5"]);
    }
}

#[test]
fn faults_of_a_table_name_row_and_column() {
    let heads = ["编号", "题型", "题干", "选项A", "选项B", "答案"];
    let rows = row(1, &heads) + &row(4, &["b.q1", "单选", "几个？", "4", "5", "D"]);
    let folder = Folder::portal().with("questions/b.xlsx", workbook(&rows));
    assert!(
        folder.said(Language::Chinese)[0].starts_with("questions/b.xlsx:4: 错误：第 4 行“答案”一栏："),
        "{:?}",
        folder.said(Language::Chinese)
    );
    let far = Folder::portal().with("questions/b.xlsx", workbook(&row(1_000_000, &["x"])));
    assert!(
        far.said(Language::Chinese)[0].starts_with("questions/b.xlsx: 错误：表格太大"),
        "{:?}",
        far.said(Language::Chinese)
    );
    let odd = workbook(&row(1, &["x"]).replace("A1", &format!("{}1", "Z".repeat(40))));
    let odd = Folder::portal().with("questions/b.xlsx", odd);
    assert!(
        odd.said(Language::Chinese)[0].starts_with("questions/b.xlsx: 错误：表格"),
        "{:?}",
        odd.said(Language::Chinese)
    );
    let broken = Folder::portal().with("questions/b.xlsx", "no workbook");
    assert!(
        broken.said(Language::Chinese)[0].starts_with("questions/b.xlsx: 错误：表格读不出来"),
        "{:?}",
        broken.said(Language::Chinese)
    );
}

#[test]
fn a_lesson_can_have_its_questions_in_it() {
    let body = "正文。\n\n```gift\n// [passage:正文]\n::a-1.q1::对吗？{T}\n```\n\n再一段。";
    let folder = Folder::portal().with("lessons/a/1.md", lesson("a-1", "第一课", body));
    let site = folder.site();
    assert_eq!(bank(&site, "a-1").title, "第一课");
    assert_eq!(texts(&site, "lessons/a/1/index.html", "#text p"), ["正文。", "再一段。"]);
    assert!(!text(&site, "lessons/a/1/index.html").contains("<pre"));
    assert_eq!(index(&site).series[0].lessons[0].banks[0].as_str(), "a-1");
    let wrong = body.replace("{T}", "{=x");
    let line = "lessons/a/1.md:13: 错误：";
    check(&[("lessons/a/1.md", &lesson("a-1", "第一课", &wrong))], &[line]);
    let open = body.replace("```\n\n再一段。", "");
    check(&[("lessons/a/1.md", &lesson("a-1", "第一课", &open))], &["lessons/a/1.md:11: 错误：这里开始的题目没有结束"]);
}

#[test]
fn names_of_banks_are_checked() {
    let naming = |banks: &str| naming("a-1", banks, "正文一。");
    check(
        &[("lessons/a/1.md", &naming("\"bb\"")), ("questions/b.gift", ONE)],
        &["lessons/a/1.md:7: 错误：没有叫“bb”的题库。是不是 b？"],
    );
    check(&[("lessons/a/1.md", &naming("3"))], &["lessons/a/1.md:7: 错误：“questions”应该是方括号里的几段文字"]);
    check(&[("lessons/a/1.md", &naming("\"B 1\""))], &["lessons/a/1.md:7: 错误：没有叫“B 1”的题库。"]);
    check(&[("questions/B 1.gift", ONE)], &["questions/B 1.gift: 错误：“B 1”不能作题库的名字"]);
    check(
        &[("questions/b.gift", ONE), ("questions/b.csv", "编号,题型,题干,答案\nx,判断,对？,对\n")],
        &["questions/b.gift: 错误：题库“b”已经有了：questions/b.csv。"],
    );
    check(
        &[("questions/b.gift", ONE), ("questions/c.gift", &ONE.replacen("// [passage:正文 一]\n", "", 1))],
        &["questions/c.gift:1: 错误：题目的编号“b.q1”已经被 questions/b.gift 第 2 行用了。"],
    );
    check(
        &[("questions/x/b.gift", ONE), ("questions/b.xls", ""), ("questions/b.gift.txt", "")],
        &[
            "questions/b.gift.txt: 提醒：这个文件不是题库",
            "questions/b.xls: 提醒：这个文件不是题库",
            "questions/x/b.gift: 提醒：这个文件不是题库",
        ],
    );
}

#[test]
fn a_passage_that_no_lesson_has_is_told_and_one_of_no_lesson_is_not() {
    let lost = ONE.replace("正文 一", "没有这句");
    let expect = "questions/b.gift:2: 提醒：《课》里找不到“没有这句”这句话。";
    assert!(
        portal(&lost).said(Language::Chinese).iter().any(|said| said.starts_with(expect)),
        "{:?}",
        portal(&lost).said(Language::Chinese)
    );
    check(&[("questions/b.gift", &lost)], &[]);
    let general = bank(&Folder::portal().with("questions/b.gift", &lost).site(), "b");
    assert_eq!((general.lesson, general.title.as_str()), (None, "b"));
}

#[test]
fn a_bank_is_of_the_first_lesson_that_names_it() {
    let second = naming("a-2", "\"b\"", "别的。");
    let folder = portal(ONE).with("lessons/a/2.md", &second);
    assert_eq!(folder.said(Language::Chinese), Vec::<String>::new());
    assert_eq!(bank(&folder.site(), "b").lesson.unwrap().as_str(), "a-1");
    let swapped = portal(&ONE.replace("正文 一", "别的")).with("lessons/a/2.md", second);
    assert_eq!(swapped.said(Language::Chinese), Vec::<String>::new());
    assert_eq!(bank(&swapped.site(), "b").questions[0].passage.as_ref().unwrap().block, None);
}

#[test]
fn words_are_clean_and_what_is_lost_is_told() {
    let marked = "::b.q1::[markdown]哪**一**个？![图](x.png){\n~[html]<i onclick\\=x>甲</i>\n=乙\n}\n";
    let folder = portal(marked);
    let expect = "questions/b.gift:1: 提醒：题目的文字里有一部分不会发布：";
    assert_eq!(
        folder.said(Language::Chinese).iter().filter(|said| said.starts_with(expect)).count(),
        2,
        "{:?}",
        folder.said(Language::Chinese)
    );
    let page = text(&folder.site(), "questions/b/index.html");
    assert!(page.contains("哪<strong>一</strong>个？") && page.contains("<i>甲</i>"), "{page}");
    assert!(!page.contains("onclick") && !page.contains("x.png"));
}

#[test]
fn a_revision_changes_with_the_question_and_with_nothing_else() {
    let revision = |folder: Folder| bank(&folder.site(), "b").questions[0].revision.clone();
    let first = revision(portal(ONE));
    let moved = portal(ONE).with("lessons/a/1.md", naming("a-1", "\"b\"", "新的一段，正文一。"));
    assert_eq!(revision(moved), first);
    assert_eq!(revision(portal(&format!("{ONE}\n::b.q2::再问。{{T}}\n"))), first);
    assert_ne!(revision(portal(&ONE.replace("=乙", "=乙吧"))), first);
    assert_ne!(revision(portal(&ONE.replace("因为", "就因为"))), first);
}

#[test]
fn packs_keep_what_studying_needs() {
    let site = portal(ONE).with("questions/g.gift", "::g.q1::对吗？{T}\n").site();
    let packs = Packs::read(&text(&site, "packs/index.json")).unwrap();
    let files = |id: &str| {
        let line = packs.packs.iter().find(|line| line.id == id).unwrap_or_else(|| panic!("no pack {id}"));
        let pack = Pack::read(&text(&site, &line.address)).unwrap();
        pack.files.into_iter().map(|file| file.address).collect::<Vec<_>>()
    };
    let file_of = |id: &str| index(&site).banks.into_iter().find(|line| line.id.as_str() == id).unwrap().file;
    let portal = files("portal");
    assert!(portal.iter().any(|address| address.starts_with("study/index-")), "{portal:?}");
    for basic in ["practice/", "record/", "learners/", "questions/"] {
        assert!(portal.contains(&basic.to_owned()), "{basic}");
    }
    assert!(files("a").contains(&"questions/b/".to_owned()) && files("a").contains(&file_of("b")));
    assert_eq!(files("questions"), ["questions/g/".to_owned(), file_of("g")]);
}

#[test]
fn a_small_portal_has_the_banks_of_its_series() {
    let other = naming("o-1", "\"b\", \"o\"", "别的正文。");
    let folder = portal(ONE)
        .with("lessons/o/series.toml", "id = \"o\"\ntitle = \"别的系列\"\nsummary = \"x\"\n")
        .with("lessons/o/1.md", other)
        .with("questions/o.gift", "::o.q1::对吗？{T}\n");
    let site = site::complete(&folder.content(), &app(), &options(), &mut Memory::default()).unwrap();
    let names = |zip: &[u8]| {
        let zip = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
        zip.file_names().map(|name| name.unwrap().into_owned()).collect::<Vec<_>>()
    };
    let own = names(&site.files["lessons/a/a.zip"]);
    assert!(own.contains(&"系列/questions/b/index.html".to_owned()), "{own:?}");
    assert!(!own.iter().any(|name| name.contains("questions/o/")), "{own:?}");
    let both = names(&site.files["lessons/o/o.zip"]);
    assert!(both.contains(&"别的系列/questions/b/index.html".to_owned()), "{both:?}");
}

#[test]
fn the_goal_of_a_year_is_the_portals() {
    let goal = |more: &str| {
        let index = index(&Folder::portal().with("portal.toml", format!("name = \"学苑\"\n{more}")).site());
        (index.hours_hundredths, index.committee_hours_hundredths, index.self_study_counts)
    };
    assert_eq!(goal(""), (3_200, 5_600, false));
    assert_eq!(goal("[study]\nhours = 24.5\nhours_committee = 40\nself_study_counts = true\n"), (2_450, 4_000, true));
    let check = |more: &str, expect: &[&str]| {
        super::questions::check(&[("portal.toml", &format!("name = \"学苑\"\n[study]\n{more}\n"))], expect);
    };
    check("hours = \"32\"", &["portal.toml:3: 错误：“hours”应该是数字"]);
    check("hours = -1", &["portal.toml:3: 错误：“hours”应该在 0 和 1000 之间"]);
    check("# 说明\nhuors = 3", &["portal.toml:4: 错误：没有叫“huors”的设置。是不是 hours？"]);
    check("self_study_counts = 1", &["portal.toml:3: 错误：“self_study_counts”应该是 true 或 false"]);
    super::questions::check(
        &[("portal.toml", "name = \"学苑\"\nstudy = 32\n")],
        &["portal.toml:2: 错误：“study”应该单写一行 [study]"],
    );
}
