//! What a picture is: by its bytes, for names are often wrong. A photograph of an iPhone that was renamed to `.jpg` is still HEIC.

use super::Problem;
use crate::fault::phrase;
use image::ImageFormat;

/// What is read as a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Drawing,
    Photograph(ImageFormat),
}

/// Names of pictures that are published, by their ends.
const PICTURES: [&str; 11] = ["apng", "gif", "jfif", "jif", "jpe", "jpeg", "jpg", "pjpeg", "png", "svg", "webp"];
/// Names of pictures that are not, and what they are.
const OTHERS: [(&str, &str); 24] = [
    ("heic", HEIC),
    ("heif", HEIC),
    ("hif", HEIC),
    ("avif", AVIF),
    ("bmp", "BMP"),
    ("dib", "BMP"),
    ("tif", "TIFF"),
    ("tiff", "TIFF"),
    ("psd", "PSD"),
    ("ai", "AI"),
    ("eps", "EPS"),
    ("cdr", "CDR"),
    ("emf", "EMF"),
    ("wmf", "WMF"),
    ("ico", "ICO"),
    ("jp2", "JPEG 2000"),
    ("jxl", "JPEG XL"),
    ("svgz", "SVGZ"),
    ("dng", "RAW"),
    ("cr2", "RAW"),
    ("cr3", "RAW"),
    ("nef", "RAW"),
    ("arw", "RAW"),
    ("raw", "RAW"),
];
/// How they begin.
const BEGINNINGS: [(&[u8], &str); 10] = [
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"8BPS", "PSD"),
    (b"%!PS", "EPS"),
    (b"\0\0\x01\0", "ICO"),
    (b"\0\0\0\x0cjP  ", "JPEG 2000"),
    (b"\0\0\0\x0cJXL ", "JPEG XL"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\x1f\x8b", "SVGZ"),
];
/// What files of the kind of films hold; one that is AVIF may also say what every HEIC says.
/// <https://nokiatech.github.io/heif/technical.html>
const BRANDS: [(&[u8], &str); 5] = [(b"avi", AVIF), (b"he", HEIC), (b"mif1", HEIC), (b"msf1", HEIC), (b"crx", "RAW")];
const HEIC: &str = "HEIC";
const AVIF: &str = "AVIF";

impl Form {
    /// Finds out what a picture is; it is a problem when it is of a kind that not every browser shows.
    pub fn of(file: &str, extension: &str, bytes: &[u8]) -> Result<Self, Problem> {
        let format = image::guess_format(bytes).ok();
        let known = [ImageFormat::Gif, ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP];
        if let Some(format) = format.filter(|format| known.contains(format)) {
            return Ok(Self::Photograph(format));
        }
        let is_marked_up = begins_with_a_tag(bytes);
        let by_name = OTHERS.iter().find(|(end, _)| *end == extension).map(|(_, kind)| *kind);
        match other(bytes).or(by_name.filter(|_| !is_marked_up)) {
            Some(kind) => Err(not_shown(file, kind)),
            None if is_marked_up || extension == "svg" => Ok(Self::Drawing),
            None => Err(unknown(file)),
        }
    }

    /// How the name of the published picture ends: as it did, where that says what it is.
    pub fn extension(self, named: &str) -> &str {
        match self {
            Self::Drawing => "svg",
            Self::Photograph(ImageFormat::Jpeg) if named == "jpeg" => named,
            Self::Photograph(ImageFormat::Jpeg) => "jpg",
            Self::Photograph(ImageFormat::Gif) => "gif",
            Self::Photograph(ImageFormat::WebP) => "webp",
            Self::Photograph(_) => "png",
        }
    }
}

/// Whether a name is one of a picture, published or not.
pub(super) fn is_picture(extension: &str) -> bool {
    PICTURES.contains(&extension) || OTHERS.iter().any(|(end, _)| *end == extension)
}

/// What bytes are that no browser needs to know.
fn other(bytes: &[u8]) -> Option<&'static str> {
    let brands = brands(bytes);
    let of_brand = BRANDS.iter().find(|(start, _)| brands.chunks_exact(4).any(|brand| brand.starts_with(start)));
    let found = of_brand.or_else(|| BEGINNINGS.iter().find(|(start, _)| bytes.starts_with(start)));
    found.map(|(_, kind)| *kind)
}

/// What the first box of an ISO file says that it holds.
fn brands(bytes: &[u8]) -> &[u8] {
    const LONGEST: usize = 128;
    let length = bytes.first_chunk().map_or(0, |length| u32::from_be_bytes(*length) as usize);
    let is_iso = bytes.get(4..8) == Some(b"ftyp");
    bytes.get(8..length.min(bytes.len()).min(LONGEST)).filter(|_| is_iso).unwrap_or_default()
}

/// Whether this is XML or HTML, also in UTF-16.
fn begins_with_a_tag(bytes: &[u8]) -> bool {
    let start = bytes.iter().filter(|byte| !matches!(byte, 0 | 0xef | 0xbb | 0xbf | 0xfe | 0xff));
    start.copied().find(|byte| !byte.is_ascii_whitespace()) == Some(b'<')
}

fn not_shown(file: &str, kind: &str) -> Problem {
    let what = phrase(
        format!("{file} 是 {kind} 图片，很多浏览器显示不了。"),
        format!("{file} is a picture of the kind {kind}, which many browsers do not show."),
    );
    let mend = match kind {
        HEIC => phrase(
            "另存为 JPEG 再放进来：苹果手机上把照片用邮件发给自己就会变成 JPEG，电脑上用“照片”或“画图”打开后另存；以后拍照前，在“设置 → 相机 → 格式”里选“兼容性最佳”。只改名字没有用。",
            "Save it as JPEG: an iPhone sends JPEG by mail, and its Settings → Camera → Formats has “Most Compatible”. Renaming is not enough.",
        ),
        "SVGZ" => phrase("解压成 .svg 再放进来。", "Unpack it to .svg."),
        "AI" | "EPS" | "CDR" | "EMF" | "WMF" => {
            phrase("从画图软件导出成 SVG 或 PNG；只改名字没有用。", "Export it as SVG or PNG; renaming is not enough.")
        }
        _ => phrase(
            "用“画图”打开，照片另存为 JPEG，截图另存为 PNG；只改名字没有用。",
            "Save photographs as JPEG and screenshots as PNG; renaming is not enough.",
        ),
    };
    (what, mend)
}

fn unknown(file: &str) -> Problem {
    let what = phrase(format!("{file} 里不是图片。"), format!("{file} holds no picture."));
    (what, phrase("重新另存为 JPEG 或 PNG。", "Save it again as JPEG or PNG."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(extension: &str, bytes: &[u8], expect: Result<&str, &str>) {
        let form = Form::of("x", extension, bytes).map(|form| form.extension(extension)).map_err(|(what, _)| what.zh);
        match (&form, expect) {
            (Ok(end), Ok(expect)) => assert_eq!(*end, expect),
            (Err(said), Err(expect)) => assert!(said.contains(expect), "{said}"),
            _ => assert_eq!(form.as_ref().map_err(String::as_str).copied(), expect),
        }
    }

    #[test]
    fn pictures_are_what_their_bytes_say() {
        check("jpg", b"\xff\xd8\xff\xe0", Ok("jpg"));
        check("jpeg", b"\xff\xd8\xff\xe0", Ok("jpeg"));
        check("jfif", b"\xff\xd8\xff\xe0", Ok("jpg"));
        check("heic", b"\xff\xd8\xff\xe0", Ok("jpg"));
        check("jpg", b"\x89PNG\r\n\x1a\n", Ok("png"));
        check("png", b"RIFF\0\0\0\0WEBP", Ok("webp"));
        check("png", b" <svg/>", Ok("svg"));
        check("svg", b"\xff\xfe<\0", Ok("svg"));
        check("svg", b"", Ok("svg"));
    }

    #[test]
    fn what_not_every_browser_shows_is_told() {
        check("heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Err("HEIC"));
        check("jpg", b"\0\0\0\x18ftypmif1\0\0\0\0mif1heix", Err("HEIC"));
        check("heic", b"", Err("HEIC"));
        check("avif", b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf", Err("AVIF"));
        check("png", b"\0\0\0\x1cftypavis\0\0\0\0mif1", Err("AVIF"));
        check("bmp", b"BM", Err("BMP"));
        check("jpg", b"II*\0", Err("TIFF"));
        check("svg", b"\x1f\x8b\x08", Err("SVGZ"));
        check("jpg", b"", Err("不是图片"));
        check("png", b"\0\0\0\x18ftypmp42\0\0\0\0", Err("不是图片"));
    }
}
