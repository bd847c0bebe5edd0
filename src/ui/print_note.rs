use leptos::prelude::*;

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
            {move || format!("This comparison: {}", link.get())} <br />
            {format!("Crossroads, figures of release {release}. All sources stand at the end.")}
        </p>
    }
    .into_any()
}
