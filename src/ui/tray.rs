use leptos::prelude::*;

use super::role_name::Swatch;
use crate::model::RoleId;

/// A role in the tray, as it is shown there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrayEntry {
    /// The role.
    pub role: RoleId,
    /// Its name.
    pub title: String,
    /// Whose figures these are.
    pub provenance: String,
    /// Its place in the tray, by which it has its colour.
    pub place: usize,
    /// Whether it is compared.
    pub on: bool,
}

/// How many roles stay at the top of the screen while the page scrolls.
const MOST_THAT_STAY: usize = 2;

/// The roles, each with a switch.
#[component]
pub fn Tray(
    /// The entries, in order.
    entries: Memo<Vec<TrayEntry>>,
    /// Called with a role that was switched over.
    on_switch: Callback<RoleId>,
) -> impl IntoView {
    // More than these would take too much of a small screen if they stayed in sight.
    let stays = move || entries.with(|entries| entries.len() <= MOST_THAT_STAY);
    view! {
        <section class="tray" class:stays=stays aria-label="Roles to compare">
            <ul>
                <For
                    each=move || entries.get()
                    // Only what a switch does not change: the row stays, and keeps the focus.
                    key=|entry| (entry.role.clone(), entry.place)
                    let:entry
                >
                    <TraySwitch entry entries on_switch />
                </For>
            </ul>
        </section>
    }
    .into_any()
}

#[component]
fn TraySwitch(
    entry: TrayEntry,
    entries: Memo<Vec<TrayEntry>>,
    on_switch: Callback<RoleId>,
) -> impl IntoView {
    let role = entry.role.clone();
    let place = entry.place;
    let on = move || entries.with(|entries| entries.get(place).is_some_and(|entry| entry.on));
    view! {
        <li>
            <label class="switch" class:on=on>
                <input
                    type="checkbox"
                    role="switch"
                    prop:checked=on
                    checked=entry.on
                    on:change=move |_| on_switch.run(role.clone())
                />
                <span class="switch-track" aria-hidden="true"></span>
                <span class="switch-words">
                    <span class="switch-name">
                        <Swatch place />
                        {entry.title}
                    </span>
                    " "
                    <span class="provenance">{entry.provenance}</span>
                </span>
            </label>
        </li>
    }
    .into_any()
}
