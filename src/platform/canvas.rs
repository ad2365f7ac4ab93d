//! Pictures drawn anew: turned, cropped and reduced. What a camera noted in a file (EXIF, place) does not come along.

use super::{document, recorder};
use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen_futures::JsFuture;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, ImageBitmap, ImageBitmapOptions, ImageOrientation};

const JPEG: &str = "image/jpeg";
/// Letters on paper stay sharp, and a page has some 500 kB.
const QUALITY: f64 = 0.85;

/// How a picture is drawn.
#[derive(Debug, Clone, Copy)]
pub struct View {
    /// Degrees to the right: 0, 90, 180 or 270.
    pub degrees: u16,
    /// What of the turned picture is drawn: left, top, width, height.
    pub part: (u32, u32, u32, u32),
    /// The most pixels of the longer side.
    pub most: u32,
}

/// Reads a picture, upright as the camera was held. `None` if the browser cannot.
pub async fn read(blob: &Blob) -> Option<ImageBitmap> {
    let options = ImageBitmapOptions::new();
    options.set_image_orientation(ImageOrientation::FromImage);
    let window = super::window();
    let reading = window.create_image_bitmap_with_blob_and_image_bitmap_options(blob, &options).ok()?;
    JsFuture::from(reading).await.ok()?.dyn_into().ok()
}

/// A picture of bytes.
pub async fn read_bytes(bytes: &[u8]) -> Option<ImageBitmap> {
    read(&Blob::new_with_u8_array_sequence(&js_sys::Array::of1(&Uint8Array::from(bytes))).ok()?).await
}

/// Width and height of a picture when it is turned.
pub fn turned(picture: &ImageBitmap, degrees: u16) -> (u32, u32) {
    let (width, height) = (picture.width(), picture.height());
    if degrees.is_multiple_of(180) { (width, height) } else { (height, width) }
}

/// Draws a picture.
pub fn draw(picture: &ImageBitmap, view: View) -> Option<HtmlCanvasElement> {
    let (left, top, width, height) = view.part;
    let scale = (f64::from(view.most) / f64::from(width.max(height))).min(1.0);
    let side = |length: u32| ((f64::from(length) * scale).round() as u32).max(1);
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(side(width));
    canvas.set_height(side(height));
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    // Paper is white where a picture lets something through; a browser without fine smoothing draws more coarsely.
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, f64::from(canvas.width()), f64::from(canvas.height()));
    let _ = Reflect::set(&context, &"imageSmoothingQuality".into(), &"high".into());
    context.scale(scale, scale).ok()?;
    context.translate(-f64::from(left), -f64::from(top)).ok()?;
    turn(&context, picture, view.degrees)?;
    context.draw_image_with_image_bitmap(picture, 0.0, 0.0).ok()?;
    Some(canvas)
}

/// Turns what is drawn next around its corner, and moves it back to where one looks.
fn turn(context: &CanvasRenderingContext2d, picture: &ImageBitmap, degrees: u16) -> Option<()> {
    let (width, height) = turned(picture, degrees);
    let (x, y) = match degrees {
        90 => (width, 0),
        180 => (width, height),
        270 => (0, height),
        _ => return Some(()),
    };
    context.translate(f64::from(x), f64::from(y)).ok()?;
    context.rotate(f64::from(degrees).to_radians()).ok()
}

/// What was drawn, as a JPEG; a browser that makes none gives a PNG.
pub async fn jpeg(canvas: &HtmlCanvasElement) -> Option<Vec<u8>> {
    let made = Promise::new(&mut |done: Function, _| {
        let given = {
            let done = done.clone();
            Closure::once_into_js(move |blob: JsValue| drop(done.call1(&JsValue::UNDEFINED, &blob)))
        };
        if canvas.to_blob_with_type_and_encoder_options(given.unchecked_ref(), JPEG, &QUALITY.into()).is_err() {
            // What resolves cannot fail.
            let _ = done.call1(&JsValue::UNDEFINED, &JsValue::NULL);
        }
    });
    let blob: Blob = JsFuture::from(made).await.ok()?.dyn_into().ok()?;
    recorder::bytes(&blob).await
}

/// What was drawn, as an address for an `img`.
pub fn address(canvas: &HtmlCanvasElement) -> Option<String> {
    canvas.to_data_url_with_type(JPEG).ok()
}
