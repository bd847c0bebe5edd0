use leptos::html::Button;
use leptos::prelude::*;

use super::chunk_view::ChunkView;
use super::chunks::{self, now};
use crate::compare::{Selection, Shared};
use crate::model::RoleId;
use crate::state::{Choosing, Comparing};
use crate::ui::{
    Notices, PickerDialog, SharedActions, SharedBanner, SharedLink, Tray, TrayActions, TrayEntry,
    UndoLine, text,
};

/// Choosing: the tray, and what is said about the link it came from.
#[component]
pub fn TrayPart(
    /// The comparison the page is on.
    comparing: Comparing,
    /// The tray, as it is shown.
    entries: Memo<Vec<TrayEntry>>,
) -> impl IntoView {
    let on_dismiss = Callback::new(move |()| comparing.dismiss_notices());
    let add_button = NodeRef::<Button>::new();
    let undo_button = NodeRef::<Button>::new();
    let removed = comparing.removed();
    // What had the focus goes away with a role that is taken out, and with the last undo; whoever uses the keyboard
    // goes on from what is there then.
    let go_on = move || {
        request_animation_frame(move || {
            // The page may have been left by now.
            let more = removed.try_with_untracked(Option::is_some);
            let button = if more == Some(true) {
                undo_button
            } else {
                add_button
            };
            if let Some(button) = button.try_get_untracked().flatten() {
                // A refused focus leaves the reader at the top, which is near.
                let _ = button.focus();
            }
        });
    };
    let on_undo = Callback::new(move |()| {
        comparing.undo();
        go_on();
    });
    let on_remove = Callback::new(move |role: RoleId| {
        comparing.remove(&role);
        go_on();
    });
    let limit = limit(comparing.selection());
    let actions = tray_actions(comparing, on_remove, limit);
    // From the first time on that a role is looked for.
    let choosing = comparing.choosing();
    let wanted = Memo::new(move |before: Option<&bool>| {
        before.is_some_and(|wanted| *wanted) || choosing.with(Option::is_some)
    });
    let heading = Memo::new(move |_| {
        Some(match choosing.get()? {
            Choosing::Add => "Add a role".to_owned(),
            Choosing::Swap(role) => {
                let title = comparing.dataset().with(|all| all.title(&role));
                format!("Swap {} for", title.unwrap_or_default())
            }
        })
    });
    let on_close = Callback::new(move |()| comparing.stop_choosing());
    let picking = Callback::new(move |()| now(chunks::choosing(comparing)));
    view! {
        <Show when=move || comparing.is_another_s().get()>
            <SharedBanner actions=shared_actions(comparing, go_on) />
        </Show>
        <Notices sentences=comparing.notices() on_dismiss />
        <Tray entries actions add_button limit />
        <UndoLine removed undo_button on_undo />
        <Show when=move || wanted.get()>
            <PickerDialog heading on_close>
                <ChunkView chunk=&chunks::CHOOSING view=picking />
            </PickerDialog>
        </Show>
        {shared_link(comparing)}
        <p class="visually-hidden" role="status">
            {move || text(comparing.announcement().get())}
        </p>
    }
    .into_any()
}

/// The tray, as it is shown.
pub(super) fn tray_entries(comparing: Comparing) -> Memo<Vec<TrayEntry>> {
    let (selection, dataset) = (comparing.selection(), comparing.dataset());
    Memo::new(move |_| {
        let (selection, dataset) = (selection.get(), dataset.get());
        let entries = selection.tray().iter().zip(selection.colors());
        let shown = entries.filter_map(|(entry, color)| {
            Some(TrayEntry {
                role: entry.role.clone(),
                title: dataset.title(&entry.role)?,
                provenance: dataset.provenance(&entry.role)?.to_owned(),
                color,
                on: entry.on,
                pinned: selection.baseline() == Some(&entry.role),
            })
        });
        shown.collect()
    })
}

fn tray_actions(
    comparing: Comparing,
    on_remove: Callback<RoleId>,
    limit: Memo<Option<&'static str>>,
) -> TrayActions {
    let switch = move |role: RoleId| {
        let before = comparing.selection().get_untracked();
        comparing.change(|selection| selection.with_switched(&role));
        let is_same = comparing.selection().with_untracked(|now| *now == before);
        if let (true, Some(why)) = (is_same, limit.get_untracked()) {
            comparing.announce(why);
        }
    };
    TrayActions {
        switch: Callback::new(switch),
        pin: Callback::new(move |role: RoleId| {
            comparing.change(|selection| {
                let pinned = selection.baseline() == Some(&role);
                selection.with_baseline((!pinned).then_some(&role))
            });
        }),
        swap: Callback::new(move |role: RoleId| comparing.choose(Choosing::Swap(role))),
        move_to: Callback::new(move |(role, to): (RoleId, usize)| {
            comparing.change(|selection| selection.with_moved(&role, to));
        }),
        remove: on_remove,
        add: Callback::new(move |()| comparing.choose(Choosing::Add)),
        share: Callback::new(move |()| comparing.share()),
    }
}

/// After each, what was pressed is gone, and `go_on` says where the focus is then.
fn shared_actions(
    comparing: Comparing,
    go_on: impl Fn() + Copy + Send + Sync + 'static,
) -> SharedActions {
    let then_go_on = move |act: fn(&Comparing)| {
        Callback::new(move |()| {
            act(&comparing);
            go_on();
        })
    };
    SharedActions {
        replace: then_go_on(Comparing::replace_own),
        add: then_go_on(Comparing::add_to_own),
        back: then_go_on(Comparing::back_to_own),
    }
}

/// What stops one more role from being compared or kept, said before it is tried.
pub(super) fn limit(selection: Memo<Selection>) -> Memo<Option<&'static str>> {
    Memo::new(move |_| {
        selection.with(|selection| match () {
            () if !selection.has_room() => Some(
                "The list is full (30 roles). Remove one to add another.",
            ),
            () if !selection.has_room_to_compare() => Some(
                "Six roles are compared, which is the most at once. One more will wait, switched off.",
            ),
            () => None,
        })
    })
}

/// What became of the link that was passed on.
fn shared_link(comparing: Comparing) -> impl IntoView {
    let shared = comparing.shared();
    let outcome = Signal::derive(move || Some(shared.get()?.words()?.to_owned()));
    let link = Signal::derive(move || match shared.get()? {
        Shared::AsText(link) => Some(link),
        _ => None,
    });
    view! { <SharedLink outcome link /> }
}
