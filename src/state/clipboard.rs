use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys;

/// Puts a text into the clipboard; whether it could. Browser only.
///
/// A browser may have no clipboard for a page (without https, in a frame) or refuse it.
pub async fn copy(text: &str) -> bool {
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else {
        return false;
    };
    if js_sys::Reflect::has(&navigator, &JsValue::from_str("clipboard")) != Ok(true) {
        return false;
    }
    let clipboard = navigator.clipboard();
    // What is there in name alone cannot be asked.
    if clipboard.is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
