use leptos::ev::Event;
use leptos::html::Details;
use leptos::prelude::*;

use super::text;
use crate::model::format;

/// A part that is fetched and shown when somebody opens it.
#[component]
pub fn OnDemand(
    /// What it is called.
    title: &'static str,
    /// Called when it is opened.
    on_open: Callback<()>,
    /// What it holds, once opened.
    children: ChildrenFn,
) -> impl IntoView {
    let place = NodeRef::<Details>::new();
    let opened = RwSignal::new(false);
    let toggled = move |_: Event| {
        if place.get_untracked().is_some_and(|details| details.open()) {
            opened.set(true);
            on_open.run(());
        }
    };
    view! {
        <details class="on-demand" node_ref=place on:toggle=toggled>
            <summary>
                <h3>{title}</h3>
            </summary>
            <Show when=move || opened.get()>{children()}</Show>
        </details>
    }
    .into_any()
}

/// What stands in the place of something that is on its way or could not be had.
#[component]
pub fn NotHere(
    /// What it is: "the tools of Sales Managers".
    what: String,
    /// Why it could not be had; nothing while it is on its way.
    failure: Option<String>,
    /// Called to try again.
    on_retry: Callback<()>,
) -> impl IntoView {
    match failure {
        None => view! { <p class="definition">{text(format!("Getting {what}…"))}</p> }.into_any(),
        Some(reason) => view! {
            <div class="failure" role="alert">
                <p>{text(format!("{} could not be shown. {reason}", format::capitalized(&what)))}</p>
                <button type="button" on:click=move |_| on_retry.run(())>
                    "Try again"
                </button>
            </div>
        }
        .into_any(),
    }
}
