//! Pictures of few colours, such as of screens, written with a list of them: far smaller than three bytes a pixel.

use image::error::{EncodingError, ImageFormatHint};
use image::{DynamicImage, ImageError, ImageFormat, ImageResult};
use quantizr::{Image, Options, QuantizeResult};

/// Whether a PNG has a list of its colours.
pub(super) fn is_in(png: &[u8]) -> bool {
    const KIND: usize = 25;
    png.get(KIND) == Some(&3)
}

/// Writes a picture as PNG with a list of at most 256 colours.
pub(super) fn write(picture: &DynamicImage) -> ImageResult<Vec<u8>> {
    let pixels = picture.to_rgba8();
    let (width, height) = pixels.dimensions();
    let image = Image::new(&pixels, width as usize, height as usize).map_err(failed)?;
    let mut colours = QuantizeResult::quantize(&image, &Options::default());
    // Dots between two colours would make areas of one colour restless, and the file large.
    colours.set_dithering_level(0.0).map_err(failed)?;
    let mut indexes = vec![0; width as usize * height as usize];
    colours.remap_image(&image, &mut indexes).map_err(failed)?;

    let palette = colours.get_palette();
    let entries = palette.entries.get(..palette.count as usize).unwrap_or(&palette.entries);
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, width, height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    encoder.set_palette(entries.iter().flat_map(|colour| [colour.r, colour.g, colour.b]).collect::<Vec<u8>>());
    if entries.iter().any(|colour| colour.a < u8::MAX) {
        encoder.set_trns(entries.iter().map(|colour| colour.a).collect::<Vec<u8>>());
    }
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(&indexes).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(out)
}

fn failed(error: impl std::error::Error + Send + Sync + 'static) -> ImageError {
    ImageError::Encoding(EncodingError::new(ImageFormatHint::Exact(ImageFormat::Png), error))
}
