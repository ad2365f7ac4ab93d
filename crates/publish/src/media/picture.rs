//! Photographs: turned upright, reduced for phones, and without what cameras write into them.

use super::Problem;
use crate::fault::phrase;
use crate::limits::PIXELS;
use image::codecs::{jpeg::JpegEncoder, png::PngEncoder, webp::WebPEncoder};
use image::error::{LimitError, LimitErrorKind};
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, ImageResult};
use std::io::Cursor;

/// Wider pictures are reduced to this, in pixels.
const WIDEST: u32 = 1_280;
/// The quality of photographs, of 100.
const QUALITY: u8 = 82;

/// Makes a picture fit for phones. Gives it with its width and height. Moving pictures stay as they are.
pub(super) fn reduce(bytes: Vec<u8>) -> Result<(Vec<u8>, (u32, u32)), Problem> {
    work(bytes).map_err(|error| match error {
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

fn work(bytes: Vec<u8>) -> ImageResult<(Vec<u8>, (u32, u32))> {
    let reader = ImageReader::new(Cursor::new(&bytes)).with_guessed_format()?;
    let format = reader.format().unwrap_or(ImageFormat::Png);
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS {
        return Err(ImageError::Limits(LimitError::from_kind(LimitErrorKind::DimensionError)));
    }
    if format == ImageFormat::Gif {
        let size = decoder.dimensions();
        drop(decoder);
        return Ok((bytes, size));
    }
    let orientation = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);
    if picture.width() > WIDEST {
        picture = picture.resize(WIDEST, u32::MAX, FilterType::CatmullRom);
    }
    let size = (picture.width(), picture.height());
    Ok((encode(&picture, format)?, size))
}

/// Writes the picture anew: nothing but its pixels.
fn encode(picture: &DynamicImage, format: ImageFormat) -> ImageResult<Vec<u8>> {
    let mut out = Vec::new();
    match format {
        ImageFormat::Jpeg => picture.to_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut out, QUALITY))?,
        ImageFormat::WebP => picture.to_rgba8().write_with_encoder(WebPEncoder::new_lossless(&mut out))?,
        _ => picture.write_with_encoder(PngEncoder::new(&mut out))?,
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use image::RgbImage;

    fn jpeg(width: u32, height: u32) -> Vec<u8> {
        let mut out = Vec::new();
        RgbImage::new(width, height).write_with_encoder(JpegEncoder::new(&mut out)).unwrap();
        out
    }

    /// Puts EXIF into a JPEG: the camera was held sideways, at a place called HOME.
    fn with_exif(jpeg: &[u8]) -> Vec<u8> {
        let mut tiff = b"Exif\0\0II*\0\x08\0\0\0\x02\0".to_vec();
        tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]);
        tiff.extend([0x0f, 0x01, 2, 0, 4, 0, 0, 0, b'H', b'O', b'M', b'E']);
        tiff.extend([0, 0, 0, 0]);
        let length = u16::try_from(tiff.len() + 2).unwrap().to_be_bytes();
        [&jpeg[..2], &[0xff, 0xe1], &length, &tiff, &jpeg[2..]].concat()
    }

    #[test]
    fn a_wide_picture_is_reduced_and_a_small_one_is_not() {
        assert_eq!(reduce(jpeg(2_560, 1_000)).unwrap().1, (1_280, 500));
        assert_eq!(reduce(jpeg(300, 200)).unwrap().1, (300, 200));
    }

    #[test]
    fn exif_turns_the_picture_and_is_gone() {
        let (bytes, size) = reduce(with_exif(&jpeg(40, 20))).unwrap();
        assert_eq!(size, (20, 40));
        assert!(!bytes.windows(4).any(|four| four == b"HOME" || four == b"Exif"));
    }

    #[test]
    fn no_picture_is_a_problem_and_no_panic() {
        assert!(reduce(b"no picture".to_vec()).is_err());
        assert!(reduce(Vec::new()).is_err());
    }

    #[test]
    fn a_picture_that_says_it_is_huge_is_not_unpacked() {
        // The first bytes of a PNG whose header says 65 535 × 65 535.
        let header = b"IHDR\0\0\xff\xff\0\0\xff\xff\x08\0\0\0\0";
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0d".to_vec();
        png.extend(header);
        png.extend(0x936e868c_u32.to_be_bytes());
        png.extend(b"\0\0\0\x01IDAT");
        let (what, _) = reduce(png).unwrap_err();
        assert!(what.zh.contains("像素太多"), "{}", what.zh);
    }
}
