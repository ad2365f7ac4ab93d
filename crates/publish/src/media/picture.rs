//! Photographs and pictures of screens: turned upright, reduced for phones, and without what cameras write into them. Pixels that need not
//! change are not touched, so that nothing gets worse or larger by itself.

use super::jpeg::{self, Manner};
use super::{Problem, bare, palette};
use crate::fault::phrase;
use crate::limits::{PIXELS, SHOWN_PIXELS};
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::codecs::webp::WebPEncoder;
use image::error::{LimitError, LimitErrorKind};
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageError, ImageFormat, ImageReader, ImageResult};
use std::io::Cursor;

/// Wider pictures are reduced to this, in pixels.
const WIDEST: u32 = 1_280;

/// A picture that is fit for phones.
pub(super) struct Picture {
    pub bytes: Vec<u8>,
    /// Its width and height in pixels.
    pub size: (u32, u32),
    /// Whether it was written anew from colours of printing, which screens show otherwise.
    pub was_for_print: bool,
}

/// Makes a picture of this format fit for phones. Moving pictures and pictures whose pixels are right stay as they are, but for what was
/// noted in them. Reduced ones are written as their source was, and only where that makes them smaller.
pub(super) fn fit(bytes: Vec<u8>, format: ImageFormat) -> Result<Picture, Problem> {
    work(bytes, format).map_err(|error| match error {
        ImageError::Limits(_) => too_many_pixels(),
        error => {
            let what = phrase(format!("图片读不出来（{error}）。"), format!("The picture cannot be read ({error})."));
            (what, phrase("重新另存为 JPEG 或 PNG。", "Save it again as JPEG or PNG."))
        }
    })
}

fn too_many_pixels() -> Problem {
    let what = phrase("图片的像素太多。", "The picture has too many pixels.");
    (what, phrase("缩小到宽 4000 像素以内，再存一次。", "Make it at most 4000 pixels wide."))
}

fn work(bytes: Vec<u8>, format: ImageFormat) -> ImageResult<Picture> {
    let mut decoder = ImageReader::with_format(Cursor::new(&bytes), format).into_decoder()?;
    let size = decoder.dimensions();
    let pixels = u64::from(size.0) * u64::from(size.1);
    if pixels > PIXELS {
        return Err(ImageError::Limits(LimitError::from_kind(LimitErrorKind::DimensionError)));
    }
    let moves = bare::moves(&bytes, format);
    if format == ImageFormat::Gif {
        drop(decoder);
        return Ok(Picture { bytes, size, was_for_print: false });
    }
    let orientation = decoder.orientation()?;
    let profile = decoder.icc_profile()?;
    // Also what stays as it is must be whole.
    let mut picture = DynamicImage::from_decoder(decoder)?;
    let upright = orientation == Orientation::NoTransforms;
    let bare = bare::of(&bytes, format).filter(|_| upright || moves);
    let is_wide = size.0 > WIDEST && !(format == ImageFormat::WebP && bare::is_lossy(&bytes));
    if let Some(bytes) = bare.as_ref().filter(|_| moves || !is_wide) {
        return Ok(Picture { bytes: bytes.clone(), size, was_for_print: false });
    }
    picture.apply_orientation(orientation);
    if picture.width() > WIDEST {
        picture = picture.resize(WIDEST, u32::MAX, FilterType::CatmullRom);
    }
    let made = write(&picture, &Source { bytes: &bytes, format, profile })?;
    match bare.filter(|bare| bare.len() <= made.bytes.len() && pixels <= SHOWN_PIXELS) {
        Some(bytes) => Ok(Picture { bytes, size, was_for_print: false }),
        None => Ok(made),
    }
}

/// What a picture is made from.
struct Source<'a> {
    bytes: &'a [u8],
    format: ImageFormat,
    profile: Option<Vec<u8>>,
}

/// Writes the picture anew: its pixels, and how their colours are meant.
fn write(picture: &DynamicImage, source: &Source) -> ImageResult<Picture> {
    let size = (picture.width(), picture.height());
    let profile = source.profile.as_ref().filter(|profile| fits(profile, picture));
    let mut was_for_print = false;
    let bytes = match source.format {
        ImageFormat::Jpeg => {
            let manner = Manner::of(source.bytes);
            was_for_print = manner.as_ref().is_some_and(|manner| manner.is_for_print);
            jpeg::write(picture, manner.as_ref(), profile.map(Vec::as_slice))?
        }
        ImageFormat::WebP => {
            let mut out = Vec::new();
            let mut encoder = WebPEncoder::new_lossless(&mut out);
            if let Some(profile) = profile {
                encoder.set_icc_profile(profile.clone()).map_err(ImageError::Unsupported)?;
            }
            picture.to_rgba8().write_with_encoder(encoder)?;
            out
        }
        _ if palette::is_in(source.bytes) => bare::with_colours_of(palette::write(picture)?, source.bytes),
        _ => {
            let mut out = Vec::new();
            let encoder = PngEncoder::new_with_quality(&mut out, CompressionType::Best, PngFilter::Adaptive);
            picture.write_with_encoder(encoder)?;
            bare::with_colours_of(out, source.bytes)
        }
    };
    Ok(Picture { bytes, size, was_for_print })
}

/// Whether a profile is of the colours that the picture has now: that of printing colours says nothing about screens.
fn fits(profile: &[u8], picture: &DynamicImage) -> bool {
    const KIND: std::ops::Range<usize> = 16..20;
    let kind: &[u8] = if picture.color().has_color() { b"RGB " } else { b"GRAY" };
    profile.get(KIND) == Some(kind)
}

#[cfg(test)]
mod tests;
