//! Photographs written anew as their source was: with its own tables, so neither finer nor coarser. Source:
//! <https://www.w3.org/Graphics/JPEG/itu-t81.pdf>, B.2.

use image::error::{EncodingError, ImageFormatHint};
use image::{DynamicImage, ImageError, ImageFormat, ImageResult};
use img_parts::Bytes;
use img_parts::jpeg::{Jpeg, JpegSegment};
use jpeg_encoder::{ColorType, Encoder, QuantizationTableType, SamplingFactor};

/// The quality where a source does not say its own, of 100.
const QUALITY: u8 = 82;
/// Where in the square the numbers of a table stand, as they follow each other in a file.
const ZIGZAG: [u8; 64] = [
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21,
    28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54,
    47, 55, 62, 63,
];
const DQT: u8 = 0xdb;
/// A frame whose scans follow each other from coarse to fine.
const PROGRESSIVE: u8 = 0xc2;

type Table = Box<[u16; 64]>;

/// How a photograph was written.
pub(super) struct Manner {
    /// Of brightness and of colour.
    tables: [Table; 2],
    sampling: SamplingFactor,
    is_progressive: bool,
    /// Whether its colours are those of printing, CMYK.
    pub is_for_print: bool,
}

impl Manner {
    /// Reads how a photograph was written.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let jpeg = Jpeg::from_bytes(Bytes::copy_from_slice(bytes)).ok()?;
        let frame = jpeg.segments().iter().find(|one| matches!(one.marker(), 0xc0..=0xc2))?;
        let parts: Vec<&[u8]> = frame.contents().get(6..)?.chunks_exact(3).collect();
        let first = parts.first()?;
        let second = parts.get(1).unwrap_or(first);
        let tables = tables(jpeg.segments());
        let table = |part: &[u8]| tables.get(usize::from(*part.get(2)?))?.clone();
        let share = |part: &[u8], shift: u8| (part[1] >> shift) & 15;
        let ratio = |shift: u8| share(first, shift).checked_div(share(second, shift));
        Some(Self {
            tables: [table(first)?, table(second)?],
            sampling: SamplingFactor::from_factors(ratio(4)?, ratio(0)?)?,
            is_progressive: frame.marker() == PROGRESSIVE,
            is_for_print: parts.len() == 4,
        })
    }
}

/// The tables of a photograph by their numbers.
fn tables(segments: &[JpegSegment]) -> [Option<Table>; 4] {
    let mut tables = [const { None }; 4];
    for segment in segments.iter().filter(|segment| segment.marker() == DQT) {
        let mut rest: &[u8] = segment.contents();
        while let Some((head, after)) = rest.split_first() {
            let is_wide = head >> 4 != 0;
            let Some((numbers, after)) = after.split_at_checked(if is_wide { 128 } else { 64 }) else { break };
            let mut table = Box::new([0; 64]);
            for (index, place) in ZIGZAG.iter().enumerate() {
                let number = match is_wide {
                    true => u16::from_be_bytes([numbers[2 * index], numbers[2 * index + 1]]),
                    false => u16::from(numbers[index]),
                };
                table[usize::from(*place)] = number.clamp(1, 255);
            }
            if let Some(slot) = tables.get_mut(usize::from(head & 15)) {
                *slot = Some(table);
            }
            rest = after;
        }
    }
    tables
}

/// Writes a photograph, with this profile of its colours.
pub(super) fn write(picture: &DynamicImage, manner: Option<&Manner>, profile: Option<&[u8]>) -> ImageResult<Vec<u8>> {
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, QUALITY);
    encoder.set_optimized_huffman_tables(true);
    if let Some(Manner { tables: [brightness, colour], sampling, is_progressive, .. }) = manner {
        let [brightness, colour] = [brightness, colour].map(|table| QuantizationTableType::Custom(table.clone()));
        encoder.set_quantization_tables(brightness, colour);
        encoder.set_sampling_factor(*sampling);
        encoder.set_progressive(*is_progressive);
    }
    if let Some(profile) = profile {
        encoder.add_icc_profile(profile).map_err(failed)?;
    }
    let side = |side: u32| u16::try_from(side).map_err(failed);
    let (width, height) = (side(picture.width())?, side(picture.height())?);
    let written = match picture.color().has_color() {
        true => encoder.encode(&picture.to_rgb8(), width, height, ColorType::Rgb),
        false => encoder.encode(&picture.to_luma8(), width, height, ColorType::Luma),
    };
    written.map_err(failed)?;
    Ok(out)
}

fn failed(error: impl std::error::Error + Send + Sync + 'static) -> ImageError {
    ImageError::Encoding(EncodingError::new(ImageFormatHint::Exact(ImageFormat::Jpeg), error))
}
