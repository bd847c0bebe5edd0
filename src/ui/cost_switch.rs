use leptos::prelude::*;

use super::{event, text};
use crate::compare::NoPriceLevel;

/// Whether pay is shown as it is published or divided by what things cost.
#[component]
pub fn CostSwitch(
    /// What cost-adjusted dollars are here, or why there are none.
    meaning: Result<String, NoPriceLevel>,
    /// Whether pay is in them.
    adjusted: Memo<bool>,
    /// Called with whether it shall be.
    on_adjusted: Callback<bool>,
) -> impl IntoView {
    match meaning {
        Err(reason) => view! { <p class="definition">{text(reason.to_string())}</p> }.into_any(),
        Ok(meaning) => view! {
            <label class="check">
                <input
                    type="checkbox"
                    aria-describedby="cost-adjusted-means"
                    prop:checked=move || adjusted.get()
                    on:change=move |event| on_adjusted.run(event::is_checked(&event))
                />
                "Cost-adjusted dollars: what the pay buys"
            </label>
            <p class="definition" id="cost-adjusted-means">
                {text(meaning)}
            </p>
        }
        .into_any(),
    }
}
