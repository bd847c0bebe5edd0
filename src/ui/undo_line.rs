use leptos::prelude::*;

/// One line that says what was taken out, with the way back.
#[component]
pub fn UndoLine(
    /// The title of the role that was taken out last.
    removed: Signal<Option<String>>,
    /// Called to bring it back.
    on_undo: Callback<()>,
) -> impl IntoView {
    move || {
        removed.get().map(|title| {
            view! {
                <p class="undo-line">
                    {format!("{title} was taken out. ")}
                    <button type="button" class="plain" on:click=move |_| on_undo.run(())>
                        "Undo"
                    </button>
                </p>
            }
        })
    }
}
