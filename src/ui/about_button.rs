use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::event;

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
        if let Some(button) = event::element(&event) {
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
