use std::time::Duration;

use leptos::prelude::set_timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::Array;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the browser has to take the content before it is let go of.
const TAKEN_AFTER: Duration = Duration::from_secs(30);

/// A text as something that can be saved or shown. Browser only.
pub(super) fn blob(media_type: &str, content: &str) -> Result<Blob, JsValue> {
    let properties = BlobPropertyBag::new();
    properties.set_type(media_type);
    let parts = Array::of1(&JsValue::from_str(content));
    Blob::new_with_str_sequence_and_options(&parts, &properties)
}

/// Hands something to the browser as a file to save; whether the browser could be asked to. What it
/// does then is between the browser and the reader. Browser only.
pub(super) fn download(name: &str, content: &Blob) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.ok_or(JsValue::UNDEFINED)?;
    let address = Url::create_object_url_with_blob(content)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    set_timeout(
        move || {
            // What cannot be let go of now is when the page is left.
            let _ = Url::revoke_object_url(&address);
        },
        TAKEN_AFTER,
    );
    Ok(())
}
