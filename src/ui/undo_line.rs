use leptos::html::Button;
use leptos::prelude::*;

/// One line that says what was taken out, with the way back.
#[component]
pub fn UndoLine(
    /// The title of the role that was taken out last.
    removed: Signal<Option<String>>,
    /// Called to bring it back.
    on_undo: Callback<()>,
) -> impl IntoView {
    let undo = NodeRef::<Button>::new();
    // What had the focus went away with the role; whoever uses the keyboard goes on from here.
    Effect::new(move |_| {
        if let Some(undo) = undo.get() {
            // A refused focus leaves the reader at the top, which is near.
            let _ = undo.focus();
        }
    });
    move || {
        removed.get().map(|title| {
            view! {
                <p class="undo-line">
                    {format!("{title} was taken out. ")}
                    <button
                        type="button"
                        class="plain"
                        node_ref=undo
                        on:click=move |_| on_undo.run(())
                    >
                        "Undo"
                    </button>
                </p>
            }
        })
    }
}
