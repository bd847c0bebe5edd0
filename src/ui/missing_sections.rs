use leptos::prelude::*;

use crate::model::Section;

/// One line that names the sections no compared role has.
#[component]
pub fn MissingSections(
    /// The sections, in the order of the page.
    missing: Memo<Vec<Section>>,
) -> impl IntoView {
    move || {
        let names: Vec<&str> = missing.get().into_iter().map(Section::heading).collect();
        (!names.is_empty()).then(|| {
            let names = names.join("; ");
            view! {
                <p class="left-out missing-sections">
                    "Not shown, because no compared role has it: " {names} "."
                </p>
            }
        })
    }
}
