use leptos::ev::Event;
use leptos::html::Button;
use leptos::prelude::*;

use super::arrange::Arrange;
use super::each::Each;
use super::event;
use super::role_name::Swatch;
use super::text;
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
    /// The number of its color.
    pub color: usize,
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
    /// Chooses one more role.
    pub add: Callback<()>,
    /// Passes a link to this comparison on.
    pub share: Callback<()>,
}

/// How many roles stay at the top of the screen while the page scrolls. More would take too much of a small one.
const MOST_THAT_STAY: usize = 2;

/// How many roles that wait are shown; more fold away.
const MOST_THAT_WAIT_IN_SIGHT: usize = 6;

/// Whether the tray stays in sight while the page scrolls.
pub fn tray_stays(entries: &[TrayEntry]) -> bool {
    entries.len() <= MOST_THAT_STAY
}

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
    let folding = Memo::new(move |before: Option<&Folding>| {
        entries.with(|entries| Folding::of(entries, before))
    });
    let part = move |folded: bool| {
        Signal::derive(move || {
            let entries = entries.get().into_iter();
            folding.with(|folding| {
                entries
                    .filter(|entry| folding.folded.contains(&entry.role) == folded)
                    .collect::<Vec<_>>()
            })
        })
    };
    let any_folded = Memo::new(move |_| folding.with(|folding| !folding.folded.is_empty()));
    let waiting = move || part(true).with(|folded| folded.iter().filter(|entry| !entry.on).count());
    let summary = move || {
        text(match waiting() {
            0 => "More roles".to_owned(),
            1 => "1 more waits".to_owned(),
            more => format!("{more} more wait"),
        })
    };
    view! {
        <section class="tray" aria-label="Roles to compare">
            <TrayList shown=part(false) entries on_switch=actions.switch />
            <Show when=move || any_folded.get()>
                <details class="rest">
                    <summary>{summary}</summary>
                    <TrayList shown=part(true) entries on_switch=actions.switch />
                </details>
            </Show>
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
        // There also when it says nothing: what comes and goes has the browser look through the whole page.
        <p class="definition tray-limit" hidden=move || limit.get().is_none()>
            {move || text(limit.get().unwrap_or_default())}
        </p>
    }
    .into_any()
}

/// Which roles are folded away. It is decided when the tray gets other roles or another order, and kept while they are
/// switched, so that no row goes away from under the finger that switches it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Folding {
    tray: Vec<RoleId>,
    folded: Vec<RoleId>,
}

impl Folding {
    fn of(entries: &[TrayEntry], before: Option<&Self>) -> Self {
        let tray: Vec<RoleId> = entries.iter().map(|entry| entry.role.clone()).collect();
        if let Some(before) = before.filter(|before| before.tray == tray) {
            return before.clone();
        }
        let waiting = entries.iter().filter(|entry| !entry.on);
        let mut folded: Vec<RoleId> = waiting.map(|entry| entry.role.clone()).collect();
        if folded.len() <= MOST_THAT_WAIT_IN_SIGHT {
            folded.clear();
        }
        Self { tray, folded }
    }
}

#[component]
fn TrayList(
    shown: Signal<Vec<TrayEntry>>,
    entries: Memo<Vec<TrayEntry>>,
    on_switch: Callback<RoleId>,
) -> impl IntoView {
    // What a switch does not change: the row stays, and keeps the focus.
    let key_of = |entry: &TrayEntry| {
        let TrayEntry {
            role,
            title,
            provenance,
            ..
        } = entry;
        format!("{}:{title}:{provenance}", role.0)
    };
    let keys = Signal::derive(move || shown.with(|shown| shown.iter().map(key_of).collect()));
    let switch = Callback::new(move |key: String| {
        let entry = entries.with_untracked(|entries| {
            let mut entries = entries.iter();
            entries.find(|entry| key_of(entry) == key).cloned()
        });
        let entry = entry.map(|entry| view! { <TraySwitch entry entries on_switch /> });
        entry.into_any()
    });
    view! {
        <ul>
            <Each keys view=switch />
        </ul>
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
    let provenance = move || {
        let baseline = if pinned() { ", baseline" } else { "" };
        text(format!("{}{baseline}", entry.provenance))
    };
    let first_color = entry.color;
    let role = entry.role.clone();
    let color = Memo::new(move |_| {
        let entry =
            entries.with(|entries| entries.iter().find(|e| e.role == role).map(|e| e.color));
        entry.unwrap_or(first_color)
    });
    let role = entry.role.clone();
    let on_change = move |event: Event| {
        let is_on =
            || entries.with_untracked(|entries| entries.iter().any(|e| e.role == role && e.on));
        if event::is_checked(&event) != is_on() {
            on_switch.run(role.clone());
        }
        // Where one more cannot be compared, the switch has moved and nothing else.
        event::show_checked(&event, is_on());
    };
    view! {
        <li>
            <label class="switch" class:on=is_on>
                <input
                    type="checkbox"
                    role="switch"
                    prop:checked=on
                    checked=entry.on
                    on:change=on_change
                />
                <span class="switch-track" aria-hidden="true"></span>
                <span class="switch-words">
                    <span class="switch-name">
                        {move || view! { <Swatch color=color.get() /> }}
                        <span>{text(entry.title)}</span>
                    </span>
                    " "
                    <span class="provenance">{provenance}</span>
                </span>
            </label>
        </li>
    }
    .into_any()
}
