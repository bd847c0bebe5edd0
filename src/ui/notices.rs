use leptos::html::Div;
use leptos::prelude::*;

use super::text;

/// What of a link could not be shown, and a way to put that away.
#[component]
pub fn Notices(
    /// One sentence for each part that was left out.
    sentences: Memo<Vec<String>>,
    /// Called when they are put away.
    on_dismiss: Callback<()>,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let dismiss = move |_| {
        on_dismiss.run(());
        // The button goes away; whoever reached it by keyboard goes on from here.
        if let Some(place) = place.get_untracked() {
            // A refused focus leaves the reader at the top of the page, which is near enough.
            let _ = place.focus();
        }
    };
    let notices = move || {
        let sentences = sentences.get();
        (!sentences.is_empty()).then(|| {
            let items = sentences
                .into_iter()
                .map(|sentence| view! { <li>{text(sentence)}</li> });
            view! {
                <section class="notices" aria-label="About this link">
                    <ul>{items.collect_view()}</ul>
                    <button type="button" on:click=dismiss>
                        "All right"
                    </button>
                </section>
            }
        })
    };
    view! {
        <div class="notices-place" node_ref=place tabindex="-1">
            {notices}
        </div>
    }
    .into_any()
}
