//! A chart as a file of its own, made in the browser.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::Promise;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

use super::download::{blob, download};
use crate::compare::Exported;

/// How many pixels of a PNG a px of its drawing takes along each side, for screens that have as many.
const SCALE: u32 = 2;

/// Whether the page is dark now. Browser only.
pub fn is_dark() -> bool {
    let window = web_sys::window();
    let asked = window.and_then(|window| {
        let asked = window.match_media("(prefers-color-scheme: dark)");
        asked.ok().flatten()
    });
    asked.is_some_and(|asked| asked.matches())
}

/// Saves a drawing as it is. Browser only.
pub fn save_svg(name: String, svg: &str) -> Exported {
    let saved = as_svg(svg).and_then(|svg| download(&name, &svg));
    Exported::of_saving(name, saved.is_ok())
}

/// Saves a drawing so many px wide and high as a PNG of twice its size. Browser only.
pub async fn save_png(name: String, svg: &str, size: (u32, u32)) -> Exported {
    match painted(svg, size).await {
        Ok(png) => {
            let saved = download(&name, &png);
            Exported::of_saving(name, saved.is_ok())
        }
        Err(_) => Exported::NotDrawn,
    }
}

fn as_svg(svg: &str) -> Result<Blob, JsValue> {
    blob("image/svg+xml", svg)
}

async fn painted(svg: &str, (width, height): (u32, u32)) -> Result<Blob, JsValue> {
    let address = Url::create_object_url_with_blob(&as_svg(svg)?)?;
    let image = HtmlImageElement::new()?;
    image.set_src(&address);
    let shown = JsFuture::from(image.decode()).await;
    Url::revoke_object_url(&address)?;
    shown?;
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.ok_or(JsValue::UNDEFINED)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    let (width, height) = (width * SCALE, height * SCALE);
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or(JsValue::UNDEFINED)?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(
        &image,
        0.0,
        0.0,
        width.into(),
        height.into(),
    )?;
    let made = Promise::new(&mut |resolve, _| {
        if canvas.to_blob(&resolve).is_err() {
            let _ = resolve.call1(&JsValue::UNDEFINED, &JsValue::NULL);
        }
    });
    // Nothing comes where the canvas is too large for the browser.
    JsFuture::from(made).await?.dyn_into()
}
