use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::js_sys::Array;
use web_sys::{Element, ResizeObserver, ResizeObserverEntry};

/// The width of an element's content in whole px, followed as it changes, and the reference to
/// attach to it. Before the element is on a screen the width is `at_first`.
pub fn measured_width(at_first: u32) -> (NodeRef<Div>, Signal<u32>) {
    let element = NodeRef::<Div>::new();
    let width = RwSignal::new(at_first);
    Effect::new(move |before: Option<bool>| {
        let Some(element) = element.get() else {
            return false;
        };
        // At once the first time, so that a link to a part of the page finds it where it stays. After that it is not worth
        // a layout of the page of its own.
        if before != Some(true) {
            set_width(width, f64::from(element.client_width()));
        }
        let on_resize = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
            if let Ok(entry) = entries.get(0).dyn_into::<ResizeObserverEntry>() {
                set_width(width, entry.content_rect().width());
            }
        });
        let Ok(observer) = ResizeObserver::new(on_resize.as_ref().unchecked_ref()) else {
            return true;
        };
        observer.observe(element.unchecked_ref::<Element>());
        // The closure lives as long as the observer that calls it.
        let watching = StoredValue::new_local((observer, on_resize));
        on_cleanup(move || {
            watching.try_with_value(|(observer, _)| observer.disconnect());
        });
        true
    });
    (element, width.into())
}

fn set_width(width: RwSignal<u32>, measured: f64) {
    let measured = measured.floor() as u32;
    // An element that is not laid out measures zero; what is drawn then is not seen.
    if measured > 0 && width.get_untracked() != measured {
        width.set(measured);
    }
}
