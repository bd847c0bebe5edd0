use leptos::prelude::*;

/// What of a link could not be shown, and a way to put that away.
#[component]
pub fn Notices(
    /// One sentence for each part that was left out.
    sentences: Memo<Vec<String>>,
    /// Called when they are put away.
    on_dismiss: Callback<()>,
) -> impl IntoView {
    move || {
        let sentences = sentences.get();
        (!sentences.is_empty()).then(|| {
            let items = sentences
                .into_iter()
                .map(|sentence| view! { <li>{sentence}</li> });
            view! {
                <section class="notices" aria-label="About this link">
                    <ul>{items.collect_view()}</ul>
                    <button type="button" on:click=move |_| on_dismiss.run(())>
                        "All right"
                    </button>
                </section>
            }
        })
    }
}
