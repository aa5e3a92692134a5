//! Makes a photo small enough for a bad network before it leaves the device.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, File, FileReader, HtmlCanvasElement,
    HtmlImageElement, Url,
};

/// Enough to read a receipt.
const LONGEST_SIDE: f64 = 1600.0;
const THUMB_SIDE: f64 = 152.0;
const QUALITY: f64 = 0.82;
/// What is smaller travels as it is.
const SMALL_ENOUGH: f64 = 300_000.0;

pub struct Small {
    /// As a `data:` address.
    pub data: String,
    pub thumb: String,
}

/// `None` when the file cannot be read at all. What the browser cannot draw stays as it is.
pub async fn shrink(file: &File) -> Option<Small> {
    let picture = decode(file).await.ok();
    let thumb = picture.as_ref().and_then(|it| draw(it, THUMB_SIDE).ok()).unwrap_or_default();
    let smaller = match picture {
        Some(picture) if file.size() > SMALL_ENOUGH => draw(&picture, LONGEST_SIDE).ok(),
        _ => None,
    };
    let data = match smaller {
        Some(data) => data,
        None => read(file).await.ok()?,
    };
    Some(Small { data, thumb })
}

/// The bytes behind a `data:` address.
pub fn blob_of(data: &str) -> Option<Blob> {
    let (head, body) = data.split_once(',')?;
    let kind = head.strip_prefix("data:")?.split(';').next()?;
    let bytes = gloo::utils::window().atob(body).ok()?;
    // Each character of the answer is one byte.
    let bytes: Vec<u8> = bytes.chars().filter_map(|c| u8::try_from(u32::from(c)).ok()).collect();
    let parts = js_sys::Array::of1(&Uint8Array::from(bytes.as_slice()));
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()
}

async fn decode(file: &File) -> Result<HtmlImageElement, JsValue> {
    let picture = HtmlImageElement::new()?;
    let address = Url::create_object_url_with_blob(file)?;
    picture.set_src(&address);
    let decoded = JsFuture::from(picture.decode()).await;
    Url::revoke_object_url(&address)?;
    decoded.map(|_| picture)
}

fn draw(picture: &HtmlImageElement, longest: f64) -> Result<String, JsValue> {
    let (width, height) = (f64::from(picture.natural_width()), f64::from(picture.natural_height()));
    let scale = (longest / width.max(height)).min(1.0);
    let (width, height) = ((width * scale).round(), (height * scale).round());
    let document = gloo::utils::document();
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    canvas.set_width(pixels(width));
    canvas.set_height(pixels(height));
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(picture, 0.0, 0.0, width, height)?;
    canvas.to_data_url_with_type_and_encoder_options("image/jpeg", &QUALITY.into())
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "sides lie between 0 and 1600"
)]
fn pixels(side: f64) -> u32 {
    side.max(1.0) as u32
}

async fn read(file: &File) -> Result<String, JsValue> {
    let reader = FileReader::new()?;
    let ended = js_sys::Promise::new(&mut |done, _| reader.set_onloadend(Some(&done)));
    reader.read_as_data_url(file)?;
    JsFuture::from(ended).await?;
    reader.result()?.as_string().ok_or(JsValue::NULL)
}
