use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;
use leptos::web_sys::wasm_bindgen::JsCast;

/// A name that opens what is to be known about the figures it names.
#[component]
pub fn AboutButton(
    /// Called when it is pressed.
    on_about: Callback<()>,
    /// The name.
    children: Children,
) -> impl IntoView {
    let press = move |event: MouseEvent| {
        // Not every browser focuses a button that is clicked; the focus is to come back here.
        let button = event.current_target();
        if let Some(button) = button.and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
            let _ = button.focus();
        }
        on_about.run(());
    };
    view! {
        <button type="button" class="about-button" aria-haspopup="dialog" on:click=press>
            {children()}
        </button>
    }
    .into_any()
}
