use leptos::html::Dialog;
use leptos::prelude::*;

use super::text;

/// The dialog in which a role is found: a drawer on a phone, a panel on a wide screen. It is there and can be closed
/// before what stands in it is.
#[component]
pub fn PickerDialog(
    /// What is chosen for: "Add a role"; closed where there is nothing.
    heading: Memo<Option<String>>,
    /// Closes it.
    on_close: Callback<()>,
    /// What stands in it.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        let wanted = heading.with(Option::is_some);
        if wanted == dialog.open() {
            return;
        }
        if !wanted {
            dialog.close();
        } else if dialog.show_modal().is_err() {
            // A dialog that cannot be modal is still shown, and closed by its button.
            dialog.set_open(true);
        }
    });
    view! {
        <dialog
            class="picker"
            node_ref=dialog
            aria-labelledby="picker-title"
            on:close=move |_| on_close.run(())
        >
            <div class="picker-head">
                <h2 id="picker-title">{move || text(heading.get().unwrap_or_default())}</h2>
                <button type="button" class="plain" on:click=move |_| on_close.run(())>
                    "Close"
                </button>
            </div>
            {children()}
        </dialog>
    }
    .into_any()
}
