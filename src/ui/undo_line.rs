use leptos::html::Button;
use leptos::prelude::*;

use super::text;

/// One line that says what was taken out last, with the way back; after that, what was taken out before it.
#[component]
pub fn UndoLine(
    /// The title of the role that comes back next.
    removed: Memo<Option<String>>,
    /// The button that brings it back.
    undo_button: NodeRef<Button>,
    /// Called to bring it back.
    on_undo: Callback<()>,
) -> impl IntoView {
    move || {
        removed.get().map(|title| {
            view! {
                <p class="undo-line">
                    <span>{text(format!("{title} was taken out. "))}</span>
                    <button
                        type="button"
                        class="plain"
                        node_ref=undo_button
                        on:click=move |_| on_undo.run(())
                    >
                        "Undo"
                    </button>
                </p>
            }
        })
    }
}
