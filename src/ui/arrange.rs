use leptos::ev::{Event, PointerEvent};
use leptos::html::{Details, Ol};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlButtonElement};

use super::event;
use super::role_name::Swatch;
use super::text;
use super::tray::{TrayActions, TrayEntry};

/// The tray in order, to be changed: by buttons, and by dragging a row.
#[component]
pub fn Arrange(
    /// The entries, in order.
    entries: Memo<Vec<TrayEntry>>,
    /// What can be done with them.
    actions: TrayActions,
) -> impl IntoView {
    let list = NodeRef::<Ol>::new();
    // The place of the row that is being dragged, and the place it is over.
    let dragged = RwSignal::new(None::<(usize, usize)>);
    // Nothing of it is seen before it is opened.
    let place = NodeRef::<Details>::new();
    let is_open = RwSignal::new(false);
    let toggled =
        move |_: Event| is_open.set(place.get_untracked().is_some_and(|details| details.open()));
    let rows = move || {
        let entries = if is_open.get() {
            entries.get()
        } else {
            Vec::new()
        };
        let count = entries.len();
        let rows = entries.into_iter().enumerate();
        rows.map(|(place, entry)| {
            view! { <ArrangeRow entry place count actions list dragged /> }
        })
        .collect_view()
    };
    view! {
        <details class="arrange" node_ref=place on:toggle=toggled>
            <summary>"Arrange"</summary>
            <ol node_ref=list>{rows}</ol>
        </details>
    }
    .into_any()
}

#[component]
fn ArrangeRow(
    entry: TrayEntry,
    place: usize,
    count: usize,
    actions: TrayActions,
    list: NodeRef<Ol>,
    dragged: RwSignal<Option<(usize, usize)>>,
) -> impl IntoView {
    let title = entry.title.clone();
    let role = StoredValue::new(entry.role);
    let move_to = move |to: usize| actions.move_to.run((role.get_value(), to));
    let move_and_follow = move |to: usize, button: Move| {
        move_to(to);
        // The rows stay where they are and show other roles: whoever uses the keyboard goes along with theirs.
        request_animation_frame(move || focus_move(list, to, button));
    };
    let named = move |words: &str| format!("{words} {title}");
    let (pin, pin_words) = match entry.pinned {
        true => ("Unpin", "Unpin: stop measuring against"),
        false => ("Pin", "Pin: measure the others against"),
    };
    let on = entry.on;

    let start = move |event: PointerEvent| {
        let pointer = event::number(&event, "pointerId");
        if let Some((handle, pointer)) = event::element(&event).zip(pointer) {
            // Without the capture a drag ends where the pointer leaves the row; buttons still work.
            let _ = handle.set_pointer_capture(pointer as i32);
        }
        event.prevent_default();
        dragged.set(Some((place, place)));
    };
    let over = move |event: PointerEvent| {
        let Some((from, _)) = dragged.get_untracked().filter(|(from, _)| *from == place) else {
            return;
        };
        if let Some((list, y)) = list.get_untracked().zip(event::number(&event, "clientY")) {
            dragged.set(Some((from, place_at(&list, y))));
        }
    };
    let drop = move |_: PointerEvent| {
        if let Some((from, to)) = dragged.get_untracked() {
            dragged.set(None);
            if from != to {
                move_to(to);
            }
        }
    };
    let is_dragged = move || dragged.get().is_some_and(|(from, _)| from == place);
    let is_target = move || {
        dragged
            .get()
            .is_some_and(|(from, to)| from != to && to == place)
    };
    view! {
        <li class:dragged=is_dragged class:target=is_target>
            <span
                class="handle"
                on:pointerdown=start
                on:pointermove=over
                on:pointerup=drop
                on:pointercancel=move |_| dragged.set(None)
            >
                <Swatch color=entry.color />
                <span>{text(entry.title)}</span>
            </span>
            <span class="arrange-buttons">
                <button
                    type="button"
                    class="plain"
                    aria-label=named("Up:")
                    disabled=place == 0
                    on:click=move |_| move_and_follow(place.saturating_sub(1), Move::Up)
                >
                    "Up"
                </button>
                <button
                    type="button"
                    class="plain"
                    aria-label=named("Down:")
                    disabled=place + 1 == count
                    on:click=move |_| move_and_follow(place + 1, Move::Down)
                >
                    "Down"
                </button>
                <button
                    type="button"
                    class="plain"
                    aria-label=named(pin_words)
                    disabled=!on
                    on:click=move |_| actions.pin.run(role.get_value())
                >
                    {text(pin)}
                </button>
                <button
                    type="button"
                    class="plain"
                    aria-label=named("Swap: another role for")
                    on:click=move |_| actions.swap.run(role.get_value())
                >
                    "Swap"
                </button>
                <button
                    type="button"
                    class="plain"
                    aria-label=named("Remove:")
                    on:click=move |_| actions.remove.run(role.get_value())
                >
                    "Remove"
                </button>
            </span>
        </li>
    }
    .into_any()
}

/// The buttons that move a row, in their order.
#[derive(Clone, Copy)]
enum Move {
    Up,
    Down,
}

/// Focuses the button of the row at a place that moves it on; at the end, the one that moves it back.
fn focus_move(list: NodeRef<Ol>, place: usize, button: Move) {
    // The page may have been left by now.
    let Some(list) = list.try_get_untracked().flatten() else {
        return;
    };
    let row = u32::try_from(place)
        .ok()
        .and_then(|place| list.children().item(place));
    let buttons = row.map(|row| row.get_elements_by_tag_name("button"));
    let wanted = [button as u32, 1 - button as u32];
    let mut wanted = wanted.into_iter().filter_map(|number| {
        let button = buttons.as_ref()?.item(number)?;
        button.dyn_into::<HtmlButtonElement>().ok()
    });
    if let Some(button) = wanted.find(|button| !button.disabled()) {
        // A refused focus leaves the reader in the list.
        let _ = button.focus();
    }
}

/// The place of the row at this height of the screen, counted from 0.
fn place_at(list: &Element, y: f64) -> usize {
    let rows = list.children();
    let above = (0..rows.length()).filter(|place| {
        let row = rows.item(*place);
        row.is_some_and(|row| {
            let row = row.get_bounding_client_rect();
            row.top() + row.height() / 2.0 < y
        })
    });
    let most = rows.length().saturating_sub(1) as usize;
    above.count().min(most)
}
