//! Reads the fields of events, none of which need be there: browsers dispatch a plain `Event` named `keydown` when an
//! autofill entry is chosen, and extensions and scripts dispatch what they like. The typed getters of `web_sys` throw
//! on a missing field, and the program cannot go on after that. So every handler reads its event here, which
//! `tests/architecture.rs` checks.

use web_sys::js_sys::Reflect;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlElement};

/// The code that browsers give to every key while an input method composes text, also where they do not say so otherwise.
const COMPOSING: f64 = 229.0;

/// The key that was pressed; none while an input method composes text, which then needs the keys itself.
pub(super) fn pressed_key(event: &Event) -> Option<String> {
    let composing = is_set(event, "isComposing") || number(event, "keyCode") == Some(COMPOSING);
    text(event, "key").filter(|_| !composing)
}

/// A field that holds text.
pub(super) fn text(event: &Event, field: &str) -> Option<String> {
    read(event, field)?.as_string()
}

/// A field that holds a number.
pub(super) fn number(event: &Event, field: &str) -> Option<f64> {
    read(event, field)?.as_f64()
}

/// Tells whether a field is true.
pub(super) fn is_set(event: &Event, field: &str) -> bool {
    read(event, field).is_some_and(|value| value.is_truthy())
}

/// The element whose handler was called, which need not be the one that the event was dispatched to.
pub(super) fn element(event: &Event) -> Option<HtmlElement> {
    read(event, "currentTarget")?.dyn_into().ok()
}

/// What the field whose handler was called holds.
pub(super) fn value(event: &Event) -> Option<String> {
    let element = element(event)?;
    read(&element, "value")?.as_string()
}

/// Tells whether the box whose handler was called is ticked.
pub(super) fn is_checked(event: &Event) -> bool {
    let checked = element(event).and_then(|element| read(&element, "checked"));
    checked.is_some_and(|checked| checked.is_truthy())
}

/// Shows the box whose handler was called as it is, whatever was asked for.
pub(super) fn show_checked(event: &Event, checked: bool) {
    if let Some(element) = element(event) {
        // An element always takes a property.
        let _ = Reflect::set(&element, &"checked".into(), &checked.into());
    }
}

/// A field of anything; none if it has none, or if reading it fails.
pub(super) fn read(of: &JsValue, field: &str) -> Option<JsValue> {
    Reflect::get(of, &field.into()).ok()
}
