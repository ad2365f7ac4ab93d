//! A content folder and a built app made for one test.

use publish::content::{self, Article, Content, Read};
use publish::fault::Language;
use publish::site::{self, App, HandedOut, Options, Site};
use scraper::{Html, Selector};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

/// A folder of files that goes when the test ends.
pub struct Folder(TempDir);

impl Folder {
    /// An empty one.
    pub fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    /// A content folder that can be published, with one series of two lessons.
    pub fn portal() -> Self {
        Self::new()
            .with("portal.toml", "name = \"学苑\"\ndescription = \"试一试\"\naddress = \"https://example.org/x/\"\n")
            .with("lessons/a/series.toml", "id = \"a\"\ntitle = \"系列\"\nsummary = \"两课\"\n")
            .with("lessons/a/1.md", lesson("a-1", "第一课", "正文一。\n\n## 小结\n\n完。"))
            .with("lessons/a/2.md", lesson("a-2", "第二课", "正文二。"))
    }

    /// Adds a file.
    pub fn with(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.0.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
        self
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Reads it as a content folder.
    pub fn read(&self) -> Read {
        content::read(self.path())
    }

    /// Reads it; it must be without errors.
    pub fn content(&self) -> Content {
        let read = self.read();
        assert!(read.content.is_some(), "{:#?}", read.faults);
        read.content.unwrap()
    }

    /// What is said of it.
    pub fn said(&self, language: Language) -> Vec<String> {
        self.read().faults.iter().map(|fault| fault.say(language)).collect()
    }

    /// Publishes it under `/`.
    pub fn site(&self) -> Site {
        site::build(&self.content(), &app(), &options()).unwrap()
    }
}

/// A file of a site, as text.
pub fn text(site: &Site, name: &str) -> String {
    let bytes = site.files.get(name).unwrap_or_else(|| panic!("{name} is missing"));
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// What is found by a selector on a page, as text.
pub fn texts(site: &Site, file: &str, css: &str) -> Vec<String> {
    let html = Html::parse_document(&text(site, file));
    html.select(&Selector::parse(css).unwrap()).map(|element| element.text().collect()).collect()
}

/// A lesson's file.
pub fn lesson(id: &str, title: &str, body: &str) -> String {
    format!(
        "+++\nid = \"{id}\"\ntitle = \"{title}\"\nlecturer = \"老师\"\ndate = \"2026-03-12\"\nhours = 1.5\n+++\n\n{body}\n"
    )
}

/// What a text becomes, as a material.
pub fn article(body: &str) -> Arc<Article> {
    let folder = Folder::portal().with("materials/t.md", body);
    folder.content().materials.remove(0).article
}

/// A stand-in for the built app.
pub fn app() -> App {
    App::read(app_folder().path()).unwrap()
}

/// A stand-in for the folder that Trunk leaves.
pub fn app_folder() -> Folder {
    Folder::new()
        .with("index.html", "not needed")
        .with("huaide.js", "export default 1")
        .with("huaide_bg.wasm", b"\0asm")
        .with("study.js", "export default 2")
        .with("study_bg.wasm", b"\0asm2")
        .with("youth.js", "export default 3")
        .with("youth_bg.wasm", b"\0asm3")
        .with("style/tokens.css", ":root { --paper: #fff }")
        .with("style/base.css", "body { margin: 0 }")
        .with("public/boot.js", "let boot;")
        .with("public/sw.js", "const SHELL = null;\n")
        .with("public/sw-retired.js", "// gone\n")
        .with("public/manifest.webmanifest", "{\"start_url\":\".\"}")
        .with("public/icons/icon.svg", "<svg/>")
}

/// The checkout that these tests are in.
pub fn checkout() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The checker of books, if it is here: where Debian has it, or where `HUAIDE_EPUBCHECK` says.
pub fn epubcheck() -> Option<PathBuf> {
    let path =
        std::env::var_os("HUAIDE_EPUBCHECK").map_or_else(|| "/usr/share/java/epubcheck.jar".into(), PathBuf::from);
    if !path.is_file() {
        println!("SKIPPED epubcheck: it is not installed (HUAIDE_EPUBCHECK names its jar)");
        return None;
    }
    Some(path)
}

/// A folder of the material that developers share, if it is here.
pub fn shared(folder: &str) -> Option<PathBuf> {
    let root = std::env::var_os("HUAIDE_SHARED").map_or_else(|| checkout().join("../shared"), PathBuf::from);
    let path = root.join(folder);
    if !path.is_dir() {
        println!("SKIPPED {folder}: the folder of shared material is not here (HUAIDE_SHARED names it)");
        return None;
    }
    Some(path)
}

/// On the root, on a day in March.
pub fn options() -> Options {
    Options { base: "/".to_owned(), today: "2026-03-20".to_owned(), handed_out: HandedOut::default() }
}
