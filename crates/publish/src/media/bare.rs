//! Pictures without what cameras and programs note in them: place, time, device, words, small copies, and what hangs on behind. The pixels are
//! not touched, and what says how colours are meant stays.

use image::ImageFormat;
use img_parts::jpeg::Jpeg;
use img_parts::png::Png;
use img_parts::riff::RiffContent;
use img_parts::webp::WebP;
use img_parts::{Bytes, Error};

/// What of a PNG stays besides what it cannot do without: how it looks, and how it moves.
const OF_PNG: [&[u8; 4]; 15] = [
    b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"mDCV", b"cLLI", b"sBIT", b"bKGD", b"pHYs", b"hIST",
    b"acTL", b"fcTL", b"fdAT",
];
/// What of it says how colours are meant.
const COLOURS: [&[u8; 4]; 5] = [b"iCCP", b"sRGB", b"gAMA", b"cHRM", b"cICP"];
/// The flags of a WebP with notes: EXIF and XMP.
const NOTES: u8 = 0b1100;

/// The picture without notes; `None` when its parts cannot be told apart.
pub(super) fn of(bytes: &[u8], format: ImageFormat) -> Option<Vec<u8>> {
    match format {
        ImageFormat::Jpeg => jpeg(bytes).ok(),
        ImageFormat::Png => png(bytes).ok(),
        ImageFormat::WebP => webp(bytes).ok(),
        _ => None,
    }
}

fn jpeg(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let whole = bytes.get(..end_of_jpeg(bytes).unwrap_or(bytes.len())).unwrap_or(bytes);
    let mut jpeg = Jpeg::from_bytes(Bytes::copy_from_slice(whole))?;
    jpeg.segments_mut().retain(|segment| match segment.marker() {
        0xe0 => segment.contents().starts_with(b"JFIF\0"),
        0xe2 => segment.contents().starts_with(b"ICC_PROFILE\0"),
        0xee => segment.contents().starts_with(b"Adobe"),
        0xe1..=0xef | 0xfe => false,
        _ => true,
    });
    Ok(jpeg.encoder().bytes().to_vec())
}

/// Where a JPEG ends: behind it some phones put a film, or the picture once more. Source: <https://www.w3.org/Graphics/JPEG/itu-t81.pdf>, B.1.
fn end_of_jpeg(bytes: &[u8]) -> Option<usize> {
    let mut at = 2;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0xff)?;
        match *bytes.get(at + 1)? {
            0xff => at += 1,
            0x00 | 0x01 | 0xd0..=0xd8 => at += 2,
            0xd9 => return Some(at + 2),
            _ => at += 2 + usize::from(u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?])),
        }
    }
}

fn png(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let mut png = Png::from_bytes(Bytes::copy_from_slice(bytes))?;
    png.chunks_mut().retain(|chunk| chunk.kind()[0].is_ascii_uppercase() || OF_PNG.contains(&&chunk.kind()));
    Ok(png.encoder().bytes().to_vec())
}

fn webp(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let mut webp = WebP::from_bytes(Bytes::copy_from_slice(bytes))?;
    const KEPT: [&[u8; 4]; 7] = [b"VP8X", b"ICCP", b"ANIM", b"ANMF", b"ALPH", b"VP8 ", b"VP8L"];
    webp.chunks_mut().retain(|chunk| KEPT.contains(&&chunk.id()));
    for chunk in webp.chunks_mut().iter_mut().filter(|chunk| &chunk.id() == b"VP8X") {
        if let RiffContent::Data(data) = chunk.content_mut() {
            let mut flags = data.to_vec();
            flags.iter_mut().take(1).for_each(|flags| *flags &= !NOTES);
            *data = flags.into();
        }
    }
    Ok(webp.encoder().bytes().to_vec())
}

/// Whether a picture moves.
pub(super) fn moves(bytes: &[u8], format: ImageFormat) -> bool {
    let all = || Bytes::copy_from_slice(bytes);
    match format {
        ImageFormat::Gif => true,
        ImageFormat::Png => Png::from_bytes(all()).is_ok_and(|png| png.chunk_by_type(*b"acTL").is_some()),
        ImageFormat::WebP => WebP::from_bytes(all()).is_ok_and(|webp| webp.has_chunk(*b"ANIM")),
        _ => false,
    }
}

/// Whether a WebP was made smaller at the cost of what is seen.
pub(super) fn is_lossy(bytes: &[u8]) -> bool {
    WebP::from_bytes(Bytes::copy_from_slice(bytes)).is_ok_and(|webp| webp.has_chunk(*b"VP8 "))
}

/// A PNG with what another one says of its colours.
pub(super) fn with_colours_of(made: Vec<u8>, source: &[u8]) -> Vec<u8> {
    let read = |bytes: &[u8]| Png::from_bytes(Bytes::copy_from_slice(bytes));
    let (Ok(mut png), Ok(source)) = (read(&made), read(source)) else { return made };
    let colours = source.chunks().iter().filter(|chunk| COLOURS.contains(&&chunk.kind())).cloned();
    let behind_head = png.chunks().len().min(1);
    png.chunks_mut().splice(behind_head..behind_head, colours);
    png.encoder().bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hangs_on_behind_a_photograph_is_no_part_of_it() {
        let jpeg = b"\xff\xd8\xff\xc4\0\x04\xff\xd9\xff\xda\0\x02\x01\xff\0\xff\xd0\xff\xd9";
        assert_eq!(end_of_jpeg(jpeg), Some(jpeg.len()));
        assert_eq!(end_of_jpeg(&[jpeg, &b"film"[..]].concat()), Some(jpeg.len()));
        assert_eq!(end_of_jpeg(&jpeg[..12]), None);
        assert_eq!(end_of_jpeg(b"\xff\xd8\xff\xda\xff"), None);
    }
}
