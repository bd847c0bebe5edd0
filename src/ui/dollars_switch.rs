use leptos::prelude::*;

use super::event;

/// Switches pay of past years between dollars of today and those of each year.
#[component]
pub fn DollarsSwitch(
    /// Whether it is in the dollars of each year.
    of_each_year: Memo<bool>,
    /// Called with whether it shall be.
    on_switch: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:checked=move || of_each_year.get()
                on:change=move |event| on_switch.run(event::is_checked(&event))
            />
            "Show past pay in dollars of each year"
        </label>
    }
    .into_any()
}
