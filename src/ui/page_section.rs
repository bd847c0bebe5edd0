use leptos::prelude::*;

use crate::model::Section;

/// A part of the page: its heading beside or above what it holds.
#[component]
pub fn PageSection(
    /// Which part.
    section: Section,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    let heading_id = format!("{}-heading", section.key());
    let labelled_by = heading_id.clone();
    view! {
        <section class="page-section" id=section.key() aria-labelledby=labelled_by>
            <h2 id=heading_id>{section.heading()}</h2>
            <div class="page-section-body">{children()}</div>
        </section>
    }
    .into_any()
}
