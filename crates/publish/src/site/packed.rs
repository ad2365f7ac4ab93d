//! Packed copies beside files: `x.html.br` and `x.html.gz`, which web servers send in place of `x.html` and need not make again for every
//! reader. They are the same every time.

use super::{File, Site};
use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::io::Write as _;

/// How the names of packed copies end, also of those that other programs make.
pub(super) const ENDINGS: [&str; 3] = [".br", ".gz", ".zst"];
/// What is not packed already.
const PACKABLE: [&str; 13] =
    ["atom", "css", "csv", "gift", "html", "ics", "js", "json", "svg", "txt", "wasm", "webmanifest", "xml"];
/// So much of a file must be saved, in per cent, that a second file is worth it.
const WORTH: usize = 5;

impl Site {
    /// Adds packed copies of every file that becomes smaller by it.
    ///
    /// # Errors
    /// When a file cannot be packed.
    pub fn add_packed(&mut self) -> Result<()> {
        let packable =
            |(name, _): &(&String, &File)| name.rsplit_once('.').is_some_and(|(_, ending)| PACKABLE.contains(&ending));
        let files: Vec<(&String, &File)> = self.files.iter().filter(packable).collect();
        let packed = files.par_iter().map(|(name, file)| {
            let is_worth_it = |bytes: &Vec<u8>| bytes.len() * 100 <= file.len() * (100 - WORTH);
            let copies = [(".br", brotli(file)?), (".gz", gzip(file)?)].into_iter();
            let worth = copies.filter(|(_, bytes)| is_worth_it(bytes));
            Ok(worth.map(|(ending, bytes)| (format!("{name}{ending}"), File::new(bytes))).collect::<Vec<_>>())
        });
        let packed: BTreeMap<String, File> = packed.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect();
        self.files.extend(packed);
        Ok(())
    }
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let params = BrotliEncoderParams { size_hint: bytes.len(), ..BrotliEncoderParams::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut out, &params)?;
    Ok(out)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}
