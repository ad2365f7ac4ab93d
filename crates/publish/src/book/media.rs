//! Pictures, sounds and films of a book, in the formats that every reader of EPUB 3 knows:
//! <https://www.w3.org/TR/epub-33/#sec-core-media-types>. Films are in any.

use super::chapter::Chapter;
use super::web::{self, Goal};
use crate::content::Content;
use crate::xhtml;
use anyhow::{Context, Result};
use image::codecs::png::PngEncoder;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, ImageReader};
use std::collections::BTreeMap;
use std::io::Cursor;

/// A file of the book.
pub(super) struct Medium {
    /// Its name in the book, `media/x.png`.
    pub file: String,
    /// What it is, such as `image/png`.
    pub kind: &'static str,
    pub bytes: Vec<u8>,
}

/// All of them, by their addresses on the site.
pub(super) struct Media(BTreeMap<String, Medium>);

impl Media {
    /// Those that the chapters show.
    pub fn of(content: &Content, chapters: &[Chapter]) -> Result<Self> {
        let mut media = BTreeMap::new();
        for chapter in chapters {
            for source in xhtml::sources(&chapter.html) {
                let Some(Goal::Inside(address, _)) = web::goal(source, &chapter.address) else { continue };
                let Some(bytes) = content.media.get(&address) else { continue };
                if let Some(medium) = medium(&address, bytes).with_context(|| format!("cannot read {address}"))? {
                    media.insert(address, medium);
                }
            }
        }
        Ok(Self(media))
    }

    /// Where one is in the book.
    pub fn file(&self, address: &str) -> Option<String> {
        self.0.get(address).map(|medium| medium.file.clone())
    }

    pub fn all(&self) -> impl Iterator<Item = &Medium> {
        self.0.values()
    }
}

/// `None` for what readers of books need not know.
fn medium(address: &str, bytes: &[u8]) -> Result<Option<Medium>> {
    let (stem, ending) = address.rsplit_once('.').unwrap_or((address, ""));
    let as_it_is = |kind| Some(Medium { file: address.to_owned(), kind, bytes: bytes.to_vec() });
    Ok(match ending {
        "svg" => as_it_is("image/svg+xml"),
        "mp3" => as_it_is("audio/mpeg"),
        "m4a" => as_it_is("audio/mp4"),
        "mp4" => as_it_is("video/mp4"),
        "webm" => as_it_is("video/webm"),
        "ogv" => as_it_is("video/ogg"),
        "png" | "jpg" | "jpeg" | "gif" | "webp" => Some(picture(stem, bytes)?),
        _ => None,
    })
}

/// A picture goes by what it is, and not by what it is called. Many readers do not know WebP.
fn picture(stem: &str, bytes: &[u8]) -> Result<Medium> {
    let (ending, kind, bytes) = match image::guess_format(bytes)? {
        ImageFormat::Jpeg => ("jpg", "image/jpeg", bytes.to_vec()),
        ImageFormat::Gif => ("gif", "image/gif", bytes.to_vec()),
        ImageFormat::Png => ("png", "image/png", bytes.to_vec()),
        _ => ("png", "image/png", as_png(bytes)?),
    };
    Ok(Medium { file: format!("{stem}.{ending}"), kind, bytes })
}

/// The same pixels, and how their colours are meant. Of what moves, the first picture.
fn as_png(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut decoder = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?.into_decoder()?;
    let profile = decoder.icc_profile()?;
    let picture = DynamicImage::from_decoder(decoder)?;
    let mut out = Vec::new();
    let mut encoder = PngEncoder::new(&mut out);
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile)?;
    }
    picture.write_with_encoder(encoder)?;
    Ok(out)
}
