use leptos::prelude::*;

use crate::model::Section;
use crate::state::{holding, take_served};

/// A section that is made in its turn. Until then what was served of it stands in its place.
#[component]
pub fn InTurn(
    /// Which section.
    section: Section,
    /// Whether its turn has come.
    is_due: Signal<bool>,
    /// Makes it.
    view: Callback<(), AnyView>,
) -> impl IntoView {
    let part = format!("section-{}", section.key());
    let name = part.clone();
    let shown = move || {
        if is_due.get() {
            return Some(view.run(()));
        }
        let held = holding(take_served(&name)?);
        Some(view! { <div node_ref=held class="part"></div> }.into_any())
    };
    view! {
        <div
            class="part"
            data-part=part
            aria-busy=move || (!is_due.get()).then_some("true")
        >
            {shown}
        </div>
    }
    .into_any()
}
