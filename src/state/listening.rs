use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::Window;

/// Acts whenever the window tells of an event, for as long as the page lives.
pub(super) fn listen(window: &Window, event: &str, act: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(act);
    let added = window.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    debug_assert!(added.is_ok(), "{event} can always be listened to");
    listener.forget();
}
