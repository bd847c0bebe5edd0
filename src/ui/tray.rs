use leptos::html::Button;
use leptos::prelude::*;

use super::arrange::Arrange;
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
    /// The number of its colour.
    pub colour: usize,
    /// Whether it is compared.
    pub on: bool,
    /// Whether all others are measured against it.
    pub pinned: bool,
}

/// What can be done with the roles in the tray.
#[derive(Clone, Copy)]
pub struct TrayActions {
    /// Switches a role over.
    pub switch: Callback<RoleId>,
    /// Measures all others against a role, or no longer.
    pub pin: Callback<RoleId>,
    /// Chooses another role in its place.
    pub swap: Callback<RoleId>,
    /// Moves a role to a place, counted from 0.
    pub move_to: Callback<(RoleId, usize)>,
    /// Takes a role out.
    pub remove: Callback<RoleId>,
    /// Brings back the role that was taken out last.
    pub undo: Callback<()>,
    /// Chooses one more role.
    pub add: Callback<()>,
    /// Passes a link to this comparison on.
    pub share: Callback<()>,
}

/// How many roles stay at the top of the screen while the page scrolls.
const MOST_THAT_STAY: usize = 2;

/// The roles, each with a switch, and what can be done with them.
#[component]
pub fn Tray(
    /// The entries, in order.
    entries: Memo<Vec<TrayEntry>>,
    /// What can be done with them.
    actions: TrayActions,
    /// The button that adds a role, to which the focus returns.
    add_button: NodeRef<Button>,
    /// What must be known before one more can be added: that the tray or the comparison is full.
    limit: Memo<Option<&'static str>>,
) -> impl IntoView {
    // More than these would take too much of a small screen if they stayed in sight.
    let stays = move || entries.with(|entries| entries.len() <= MOST_THAT_STAY);
    view! {
        <section class="tray" class:stays=stays aria-label="Roles to compare">
            <ul>
                <For
                    each=move || entries.get()
                    // Only what a switch does not change: the row stays, and keeps the focus.
                    key=|entry| (entry.role.clone(), entry.colour)
                    let:entry
                >
                    <TraySwitch entry entries on_switch=actions.switch />
                </For>
            </ul>
        </section>
        <div class="tray-actions">
            <button
                type="button"
                class="plain"
                node_ref=add_button
                on:click=move |_| actions.add.run(())
            >
                "Add a role"
            </button>
            <button type="button" class="plain" on:click=move |_| actions.share.run(())>
                "Share"
            </button>
            <Arrange entries actions />
        </div>
        {move || limit.get().map(|words| view! { <p class="definition">{words}</p> })}
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
    let of_entry = move |what: fn(&TrayEntry) -> bool| {
        let role = role.clone();
        move || entries.with(|entries| entries.iter().any(|e| e.role == role && what(e)))
    };
    let on = of_entry(|entry| entry.on);
    let is_on = on.clone();
    let pinned = of_entry(|entry| entry.pinned);
    let role = entry.role.clone();
    view! {
        <li>
            <label class="switch" class:on=is_on>
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
                        <Swatch colour=entry.colour />
                        {entry.title}
                    </span>
                    " "
                    <span class="provenance">
                        {entry.provenance}
                        <Show when=pinned>", baseline"</Show>
                    </span>
                </span>
            </label>
        </li>
    }
    .into_any()
}
