use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::event;

/// A true link to another state of the page, followed without loading the page anew.
#[component]
pub fn InPageLink(
    /// Where it leads.
    #[prop(into)]
    href: Signal<String>,
    /// Called when it is followed in this window.
    on_follow: Callback<()>,
    /// Whether it leads to what is shown already.
    #[prop(optional, into)]
    current: Signal<bool>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    let follow = move |event: MouseEvent| {
        // With one of these keys the reader asks for the link in another tab or window.
        let keys = ["ctrlKey", "metaKey", "shiftKey", "altKey"];
        if keys.iter().any(|key| event::is_set(&event, key)) {
            return;
        }
        event.prevent_default();
        on_follow.run(());
    };
    view! {
        <a href=href aria-current=move || current.get().then_some("true") on:click=follow>
            {children()}
        </a>
    }
    .into_any()
}
