//! A small sound portal with one of its files replaced, read as the publisher reads it.

use crate::{Case, Target};
use anyhow::{Context, Result, ensure};
use publish::content::{self, Read};
use publish::site::{self, App, Options};
use std::fs;
use tempfile::TempDir;

/// Which file of the portal is replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// `portal.toml`.
    Portal,
    /// A `series.toml`.
    Series,
    /// A lesson.
    Lesson,
    /// A material, which has no rules.
    Material,
    /// A drawing.
    Svg,
    /// A photograph.
    Picture,
}

const KINDS: [Kind; 6] = [Kind::Portal, Kind::Series, Kind::Lesson, Kind::Material, Kind::Svg, Kind::Picture];

impl Kind {
    /// The folder of the corpus that holds its cases.
    fn folder(self) -> &'static str {
        match self {
            Self::Portal => "portal",
            Self::Series => "series",
            Self::Lesson => "lesson",
            Self::Material => "material",
            Self::Svg => "svg",
            Self::Picture => "picture",
        }
    }

    /// The file of the portal that it replaces.
    fn file(self) -> &'static str {
        match self {
            Self::Portal => "portal.toml",
            Self::Series => "lessons/a/series.toml",
            Self::Lesson => "lessons/a/1.md",
            Self::Material => "materials/t.md",
            Self::Svg => "lessons/a/drawing.svg",
            Self::Picture => "lessons/a/photograph.png",
        }
    }
}

/// The publisher.
///
/// # Errors
/// When no folder can be written.
pub fn target() -> Result<Box<dyn Target>> {
    Ok(Box::new(Portal::new()?))
}

impl Target for Portal {
    fn folders(&self) -> Vec<(&'static str, &'static [u8])> {
        KINDS.map(|kind| (kind.folder(), sound(kind))).to_vec()
    }

    fn odd(&self) -> &'static [&'static [u8]] {
        &ODD
    }

    fn read(&self, case: &Case) -> Result<()> {
        let read = Portal::read(self, case)?;
        ensure!(read.content.is_some() || !read.faults.is_empty(), "no word");
        // A text may as well stand without the rules of lessons.
        if case.folder == Kind::Lesson.folder() {
            Portal::read(self, &Case { folder: Kind::Material.folder(), ..case.clone() })?;
        }
        Ok(())
    }
}

/// What parsers of Markdown, TOML, HTML and our own marks stumble over.
const ODD: [&[u8]; 48] = [
    b"\0",
    b"\r",
    b"\r\n",
    b"\t",
    b"\n\n",
    b"    ",
    b"\xff",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xd5\xfd",
    b"\xf0\x9f",
    "\u{f8ff}".as_bytes(),
    "\u{f8ff}0\u{f8ff}".as_bytes(),
    "\u{2028}".as_bytes(),
    "\u{200b}".as_bytes(),
    "“”".as_bytes(),
    "＝".as_bytes(),
    "{汉|hàn}".as_bytes(),
    "{|}".as_bytes(),
    b"+++\n",
    b"\n+++\n",
    b"---\n",
    b"= ",
    b"\"\"\"",
    b"'''",
    b"[[a]]",
    b"a.b.c = 1\n",
    b"1e999",
    b"nan",
    b"-inf",
    b"9999-99-99",
    b"[^1]",
    b"[^1]: ",
    b"![](",
    b"](",
    b"[a](#)",
    b"> [!NOTE]\n",
    b"- [ ] ",
    b"| - |\n|--|\n",
    b"***",
    b"~~~\n",
    b"<b>",
    b"</p>",
    b"<!--",
    b"<![CDATA[",
    b"&#0;",
    b"%00",
    b"../../../",
];

const LESSON: &str = "\
+++\nid = \"a-1\"\ntitle = \"第一课\"\nlecturer = \"老师\"\ndate = \"2026-03-12\"\nhours = 1.5\n+++\n\n\
正文一，见[资料](../../materials/t.md)。\n\n## 小结\n\n完[^1]。\n\n[^1]: 注。\n";

const SHOWN: &str = "\
+++\nid = \"a-2\"\ntitle = \"第二课\"\nlecturer = \"老师\"\ndate = \"2026-03-12\"\nhours = 1.5\n+++\n\n\
![画](drawing.svg)\n\n话![照片](photograph.png)<b>话</b>，见[小结](1.md#小结)。\n";

/// A picture of one pixel.
const PNG: &[u8] = &[
    0x89, b'P', b'N', b'G', 13, 10, 26, 10, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0,
    0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 13, b'I', b'D', b'A', b'T', 0x78, 0x9c, 0x63, 0xf8, 0xcf, 0xc0, 0xf0, 0x1f, 0, 5,
    0, 1, 0xff, 0x89, 0x99, 0x3d, 0x1d, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82,
];

/// What a file of the sound portal holds.
fn sound(kind: Kind) -> &'static [u8] {
    match kind {
        Kind::Portal => "name = \"学苑\"\ndescription = \"试一试\"\naddress = \"https://example.org/x/\"\n".as_bytes(),
        Kind::Series => "id = \"a\"\ntitle = \"系列\"\nsummary = \"两课\"\norder = 1\n".as_bytes(),
        Kind::Lesson => LESSON.as_bytes(),
        Kind::Material => "# 资料\n\n话，见[第一课](../lessons/a/1.md#小结)。\n".as_bytes(),
        Kind::Svg => {
            b"<svg xmlns='http://www.w3.org/2000/svg' width='10' height='20'><rect width='9' height='9'/></svg>"
        }
        Kind::Picture => PNG,
    }
}

/// What stands for the built app: file and text.
const APP: [(&str, &str); 13] = [
    ("huaide.js", "export default 1"),
    ("huaide_bg.wasm", "\0asm"),
    ("study.js", "export default 2"),
    ("study_bg.wasm", "\0asm2"),
    ("youth.js", "export default 3"),
    ("youth_bg.wasm", "\0asm3"),
    ("style/tokens.css", ":root { --paper: #fff }"),
    ("style/base.css", "body { margin: 0 }"),
    ("public/boot.js", "let boot;"),
    ("public/sw.js", "const SHELL = null;\n"),
    ("public/sw-retired.js", "// gone\n"),
    ("public/manifest.webmanifest", "{\"start_url\":\".\"}"),
    ("public/icons/icon.svg", "<svg/>"),
];

/// The sound portal in a folder that goes when it is dropped, and an app to publish it with.
pub struct Portal {
    folder: TempDir,
    app: App,
}

impl Portal {
    /// Writes it.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn new() -> Result<Self> {
        let (folder, app) = (TempDir::new()?, TempDir::new()?);
        for kind in KINDS {
            write(&folder, kind.file(), sound(kind))?;
        }
        write(&folder, "lessons/a/2.md", SHOWN.as_bytes())?;
        for (file, text) in APP {
            write(&app, file, text.as_bytes())?;
        }
        Ok(Self { folder, app: App::read(app.path())? })
    }

    /// Reads it with the file of a case in place, publishes it if it has no errors, and puts the sound file back.
    ///
    /// # Errors
    /// When the folder cannot be written, or the site not made.
    pub fn read(&self, case: &Case) -> Result<Read> {
        let kind = KINDS.into_iter().find(|kind| kind.folder() == case.folder).context("no such file in a portal")?;
        write(&self.folder, kind.file(), &case.bytes)?;
        let read = content::read(self.folder.path());
        write(&self.folder, kind.file(), sound(kind))?;
        if let Some(content) = &read.content {
            let options = Options { base: "/".to_owned(), today: "2026-03-12".to_owned(), ..Options::default() };
            site::build(content, &self.app, &options)?;
        }
        Ok(read)
    }
}

fn write(folder: &TempDir, file: &str, bytes: &[u8]) -> Result<()> {
    let path = folder.path().join(file);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    Ok(fs::write(path, bytes)?)
}
