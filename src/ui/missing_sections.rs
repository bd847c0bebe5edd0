use leptos::prelude::*;

use super::text;
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
            let words = format!("No data for: {names}.");
            view! { <p class="left-out missing-sections">{text(words)}</p> }
        })
    }
}
