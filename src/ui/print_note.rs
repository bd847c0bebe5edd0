use leptos::prelude::*;

use super::text;

/// On paper alone: where the comparison lies and which figures it shows.
#[component]
pub fn PrintNote(
    /// The full address of the comparison.
    link: Signal<String>,
    /// The release of the figures.
    release: &'static str,
) -> impl IntoView {
    view! {
        <p class="print-note">
            <span>{move || text(format!("This comparison: {}", link.get()))}</span> <br />
            <span>{text(format!("Crossroads, figures of release {release}. All sources stand at the end."))}</span>
        </p>
    }
    .into_any()
}
