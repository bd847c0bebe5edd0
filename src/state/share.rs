use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ShareData, js_sys};

use super::clipboard::copy;
use crate::compare::Shared;

/// Passes a link on: by the system's sheet where there is one, else by the clipboard. Browser only.
pub async fn share(title: &str, link: &str) -> Shared {
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else {
        return Shared::AsText(link.to_owned());
    };
    let has = |name: &str| js_sys::Reflect::has(&navigator, &JsValue::from_str(name));
    if has("share") == Ok(true) {
        let data = ShareData::new();
        data.set_title(title);
        data.set_url(link);
        // Refused or closed: the reader saw the sheet and decided.
        let _ = JsFuture::from(navigator.share_with_data(&data)).await;
        return Shared::BySystem;
    }
    match copy(link).await {
        true => Shared::Copied,
        false => Shared::AsText(link.to_owned()),
    }
}
