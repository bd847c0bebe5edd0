use leptos::prelude::*;

use super::role_name::series;

/// A thin bar that shows where a value lies on the scale its row shares. The value stands beside
/// it in words, so that the bar itself need not be read.
#[component]
pub fn ScaleBar(
    /// Start and end, as fractions of the scale.
    extent: (f64, f64),
    /// The number of the role's color.
    color: usize,
) -> impl IntoView {
    let percent = |fraction: f64| format!("{:.2}%", fraction * 100.0);
    let (from, to) = extent;
    view! {
        <svg class=format!("scale-bar {}", series(color)) aria-hidden="true" focusable="false">
            <rect class="scale-bar-ground" width="100%" height="100%" />
            <rect
                class="scale-bar-value"
                x=percent(from)
                width=percent((to - from).max(0.0))
                height="100%"
            />
        </svg>
    }
}
