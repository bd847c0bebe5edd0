use leptos::prelude::*;

use super::text;

/// What stands where nothing is compared.
#[component]
pub fn Invitation(
    /// Whether there is no role to switch on either.
    empty: Memo<bool>,
    /// Called to open the comparison of a first visit.
    on_start: Callback<()>,
) -> impl IntoView {
    let words = move || {
        text(if empty.get() {
            "There is no role here to compare."
        } else {
            "Nothing is compared now. Switch on a role above to see it alone, or two or more to see \
             them side by side."
        })
    };
    view! {
        <div class="invitation">
            <p>{words}</p>
            <Show when=move || empty.get()>
                <button type="button" on:click=move |_| on_start.run(())>
                    "Open the first comparison"
                </button>
            </Show>
        </div>
    }
    .into_any()
}
