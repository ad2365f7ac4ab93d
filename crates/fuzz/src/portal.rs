//! A small sound portal with one of its files replaced, read as the publisher reads it.

use crate::{Case, KINDS, Kind};
use anyhow::Result;
use publish::content::{self, Read};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

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
#[must_use]
pub fn sound(kind: Kind) -> &'static [u8] {
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

/// The sound portal in a folder that goes when it is dropped.
pub struct Portal(TempDir);

impl Portal {
    /// Writes it.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn new() -> Result<Self> {
        let portal = Self(TempDir::new()?);
        fs::create_dir_all(portal.0.path().join("lessons/a"))?;
        fs::create_dir_all(portal.0.path().join("materials"))?;
        for kind in KINDS {
            fs::write(portal.0.path().join(kind.file()), sound(kind))?;
        }
        fs::write(portal.0.path().join("lessons/a/2.md"), SHOWN)?;
        Ok(portal)
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Reads it with the file of a case in place, and puts the sound one back.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn read(&self, case: &Case) -> Result<Read> {
        let file = self.0.path().join(case.kind.file());
        fs::write(&file, &case.bytes)?;
        let read = content::read(self.0.path());
        fs::write(&file, sound(case.kind))?;
        Ok(read)
    }
}
