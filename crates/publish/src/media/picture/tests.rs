//! What becomes of pictures: never worse or larger by themselves, and without what was noted in them.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use super::*;
use image::{GrayImage, Rgb, RgbImage, RgbaImage};
use img_parts::jpeg::Jpeg;
use img_parts::png::Png;
use img_parts::{Bytes, ImageEXIF, ImageICC};
use jpeg_encoder::{ColorType, Encoder};

const PHOTO: &[u8] = include_bytes!("../../../tests/pictures/photo-quality-60.jpg");
const SCREEN: &[u8] = include_bytes!("../../../tests/pictures/screen-palette.png");
const LOSSY: &[u8] = include_bytes!("../../../tests/pictures/lossy.webp");
const MOVING: [(&[u8], ImageFormat); 2] = [
    (include_bytes!("../../../tests/pictures/moving.webp"), ImageFormat::WebP),
    (include_bytes!("../../../tests/pictures/moving.png"), ImageFormat::Png),
];

/// A profile, as far as anybody looks into it here.
fn profile(kind: &[u8]) -> Vec<u8> {
    [&[7; 16], kind, &[7; 20]].concat()
}

/// A number that looks like chance, for each place of a picture.
fn chance(x: u32, y: u32) -> u32 {
    (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(2_246_822_519)).wrapping_mul(3_266_489_917)
}

/// So restless that fewer pixels always need fewer bytes.
fn shades(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let [first, second, third, _] = chance(x, y).to_be_bytes();
        Rgb([first, second, third])
    })
}

fn jpeg(width: u16, height: u16, quality: u8) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, quality);
    encoder.add_icc_profile(&profile(b"RGB ")).unwrap();
    encoder.encode(&shades(width.into(), height.into()), width, height, ColorType::Rgb).unwrap();
    out
}

fn png(picture: impl Into<DynamicImage>) -> Vec<u8> {
    let mut out = Vec::new();
    picture.into().write_with_encoder(PngEncoder::new(&mut out)).unwrap();
    out
}

/// Puts EXIF into a JPEG: how the camera was held, at a place called HOME.
fn with_exif(jpeg: Vec<u8>, held: u8) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0\x02\0".to_vec();
    tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, held, 0, 0, 0]);
    tiff.extend([0x0f, 0x01, 2, 0, 4, 0, 0, 0, b'H', b'O', b'M', b'E']);
    tiff.extend([0, 0, 0, 0]);
    let mut jpeg = Jpeg::from_bytes(jpeg.into()).unwrap();
    jpeg.set_exif(Some(tiff.into()));
    jpeg.encoder().bytes().to_vec()
}

fn has(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|part| part == word)
}

/// The tables and the size of a JPEG, which make its quality.
fn tables(jpeg: &[u8]) -> Vec<Vec<u8>> {
    let jpeg = Jpeg::from_bytes(Bytes::copy_from_slice(jpeg)).unwrap();
    jpeg.segments_by_marker(0xdb).map(|one| one.contents().to_vec()).collect()
}

fn made(bytes: &[u8], format: ImageFormat) -> Picture {
    fit(bytes.to_vec(), format).unwrap()
}

#[track_caller]
fn check_stays(bytes: &[u8], format: ImageFormat) {
    assert!(made(bytes, format).bytes == bytes, "it was written anew");
}

#[test]
fn what_need_not_change_stays_to_the_byte() {
    check_stays(PHOTO, ImageFormat::Jpeg);
    check_stays(SCREEN, ImageFormat::Png);
    check_stays(&jpeg(30, 20, 35), ImageFormat::Jpeg);
    check_stays(&png(GrayImage::new(3, 4)), ImageFormat::Png);
    let size = made(SCREEN, ImageFormat::Png).size;
    assert_eq!(size, (400, 260));
}

#[test]
fn notes_go_and_nothing_else() {
    let plain = jpeg(30, 20, 90);
    let noted = with_exif(plain.clone(), 1);
    assert!(has(&noted, b"HOME"));
    assert!(made(&noted, ImageFormat::Jpeg).bytes == plain);
    // A film of the moment hangs on behind photographs of some phones.
    assert!(made(&[&plain, &b"film"[..]].concat(), ImageFormat::Jpeg).bytes == plain);
    let mut drawn = Png::from_bytes(Bytes::copy_from_slice(SCREEN)).unwrap();
    drawn.chunks_mut().insert(1, img_parts::png::PngChunk::new(*b"tEXt", Bytes::from_static(b"a\0HOME")));
    assert!(made(&drawn.encoder().bytes(), ImageFormat::Png).bytes == SCREEN);
}

#[test]
fn a_wide_photograph_keeps_its_tables_and_its_profile() {
    for quality in [35, 60, 82, 95] {
        let source = jpeg(2_560, 100, quality);
        let Picture { bytes, size, was_for_print } = made(&source, ImageFormat::Jpeg);
        assert_eq!((size, was_for_print), ((1_280, 50), false));
        assert!(bytes.len() < source.len());
        assert_eq!(tables(&bytes), tables(&source), "quality {quality}");
        let reduced = Jpeg::from_bytes(bytes.into()).unwrap();
        assert_eq!(reduced.icc_profile().unwrap(), profile(b"RGB "));
    }
}

#[test]
fn a_photograph_is_turned_upright() {
    let Picture { bytes, size, .. } = made(&with_exif(jpeg(40, 20, 60), 6), ImageFormat::Jpeg);
    assert_eq!(size, (20, 40));
    assert!(!has(&bytes, b"HOME") && !has(&bytes, b"Exif"));
    assert_eq!(tables(&bytes), tables(&jpeg(40, 20, 60)));
    assert_eq!(image::load_from_memory(&bytes).unwrap().width(), 20);
}

#[test]
fn colours_of_printing_are_told_when_they_are_gone() {
    let mut source = Vec::new();
    let mut encoder = Encoder::new(&mut source, 80);
    encoder.add_icc_profile(&profile(b"CMYK")).unwrap();
    let pixels: Vec<u8> = (0..2_000 * 20 * 4).map(|at| at as u8).collect();
    encoder.encode(&pixels, 2_000, 20, ColorType::Cmyk).unwrap();
    let Picture { bytes, was_for_print, .. } = made(&source, ImageFormat::Jpeg);
    assert!(was_for_print);
    assert!(Jpeg::from_bytes(bytes.into()).unwrap().icc_profile().is_none(), "a profile of what it is no more");
}

#[test]
fn a_wide_picture_of_few_colours_keeps_its_list() {
    let picture = RgbaImage::from_fn(2_000, 400, |x, y| {
        let [shade, ..] = chance(x, y).to_be_bytes();
        image::Rgba([shade, 255 - shade, 9, if shade < 9 { 128 } else { 255 }])
    });
    let listed = palette::write(&picture.into()).unwrap();
    let mut listed = Png::from_bytes(listed.into()).unwrap();
    listed.set_icc_profile(Some(profile(b"RGB ").into()));
    let source = listed.encoder().bytes().to_vec();
    let Picture { bytes, size, .. } = made(&source, ImageFormat::Png);
    assert!(palette::is_in(&bytes) && bytes.len() <= source.len(), "{} of {}", bytes.len(), source.len());
    assert_eq!(size.0, 1_280);
    assert!(image::load_from_memory(&bytes).unwrap().color().has_alpha());
    assert_eq!(Png::from_bytes(bytes.into()).unwrap().icc_profile().unwrap(), profile(b"RGB "));
}

#[test]
fn what_reducing_would_make_larger_is_not_reduced() {
    // A pattern that repeats itself; reduced a little, it no longer does.
    let picture =
        RgbaImage::from_fn(1_290, 300, |x, y| image::Rgba([if (x / 3 + y / 3) % 2 == 0 { 9 } else { 250 }, 9, 9, 255]));
    let source = palette::write(&picture.into()).unwrap();
    let Picture { bytes, size, .. } = made(&source, ImageFormat::Png);
    assert!(size == (1_290, 300) && bytes == source);
}

#[test]
fn a_webp_is_lossy_or_lossless_as_it_was() {
    let Picture { bytes, size, .. } = made(LOSSY, ImageFormat::WebP);
    assert!(bare::is_lossy(&bytes) && bytes.len() < LOSSY.len() && !has(&bytes, b"HOME"));
    assert_eq!(size, (1_400, 8));
    assert_eq!(image::load_from_memory(&bytes).unwrap(), image::load_from_memory(LOSSY).unwrap());
    let mut lossless = Vec::new();
    let mut encoder = WebPEncoder::new_lossless(&mut lossless);
    encoder.set_icc_profile(profile(b"RGB ")).unwrap();
    shades(2_560, 100).write_with_encoder(encoder).unwrap();
    let Picture { bytes, size, .. } = made(&lossless, ImageFormat::WebP);
    assert_eq!(size, (1_280, 50));
    assert!(!bare::is_lossy(&bytes) && has(&bytes, &profile(b"RGB ")) && bytes.len() <= lossless.len());
}

#[test]
fn what_moves_goes_on_moving() {
    for (source, format) in MOVING {
        let Picture { bytes, size, .. } = made(source, format);
        assert!(bare::moves(&bytes, format) && bytes.len() <= source.len() && !has(&bytes, b"HOME"));
        assert_eq!(size, (9, 6));
        assert_eq!(image::load_from_memory(&bytes).unwrap(), image::load_from_memory(source).unwrap());
    }
}

#[test]
fn no_picture_is_a_problem_and_no_panic() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif] {
        for cut in [0, 1, 2, 12, 20, 60, 200] {
            assert!(fit(PHOTO[..cut].to_vec(), format).is_err());
            assert!(fit(SCREEN[..cut].to_vec(), format).is_err());
        }
    }
}

#[test]
fn a_picture_that_says_it_is_huge_is_not_unpacked() {
    // The first bytes of a PNG whose header says 65 535 × 65 535.
    let header = b"IHDR\0\0\xff\xff\0\0\xff\xff\x08\0\0\0\0";
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0d".to_vec();
    png.extend(header);
    png.extend(0x936e868c_u32.to_be_bytes());
    png.extend(b"\0\0\0\x01IDAT");
    assert!(fit(png, ImageFormat::Png).is_err_and(|(what, _)| what.zh.contains("像素太多")));
}
