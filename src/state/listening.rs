use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::Window;

/// Acts whenever the window tells of an event, for as long as the page lives.
pub(super) fn listen(window: &Window, event: &str, act: impl Fn() + 'static) {
    add(window, event, Closure::new(act), false);
}

/// The same before anything in the page hears of the event.
pub(super) fn listen_first(window: &Window, event: &str, act: impl Fn() + 'static) {
    add(window, event, Closure::new(act), true);
}

fn add(window: &Window, event: &str, listener: Closure<dyn Fn()>, is_first: bool) {
    let added = window.add_event_listener_with_callback_and_bool(
        event,
        listener.as_ref().unchecked_ref(),
        is_first,
    );
    debug_assert!(added.is_ok(), "{event} can always be listened to");
    listener.forget();
}
