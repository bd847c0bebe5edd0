use leptos::ev::Event;
use leptos::prelude::*;

use super::tray::TrayEntry;
use super::{event, text};
use crate::model::RoleId;

/// How the compared roles are set against each other: against one of them, and in every row or only
/// where they differ.
#[component]
pub fn ViewOptions(
    /// The tray, in order.
    entries: Memo<Vec<TrayEntry>>,
    /// Whether rows without a difference are hidden.
    only_differences: Memo<bool>,
    /// Called with the role to compare with, or none.
    on_baseline: Callback<Option<RoleId>>,
    /// Called with whether to hide those rows.
    on_only_differences: Callback<bool>,
) -> impl IntoView {
    let options = move || {
        let entries = entries.get().into_iter().filter(|entry| entry.on);
        entries
            .map(|entry| {
                view! {
                    <option value=entry.role.0.clone() selected=entry.pinned>
                        {text(entry.title)}
                    </option>
                }
            })
            .collect_view()
    };
    let chosen = move |event: Event| {
        if let Some(value) = event::value(&event) {
            on_baseline.run((!value.is_empty()).then_some(RoleId(value)));
        }
    };
    let pinned = move || {
        entries.with(|entries| {
            let pinned = entries.iter().find(|entry| entry.pinned);
            pinned.map_or_else(String::new, |entry| entry.role.0.clone())
        })
    };
    view! {
        <div class="view-options">
            <label>
                "Compare with "
                <select
                    prop:value=pinned
                    on:change=chosen
                >
                    <option value="">"no baseline"</option>
                    {options}
                </select>
            </label>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || only_differences.get()
                    on:change=move |event| on_only_differences.run(event::is_checked(&event))
                />
                "Only rows that differ"
            </label>
        </div>
    }
    .into_any()
}
