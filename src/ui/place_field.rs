use leptos::ev::KeyboardEvent;
use leptos::html::Input;
use leptos::prelude::*;

use super::combobox::{Combobox, ComboboxField, ComboboxList, ListOption};
use super::event;

/// What can be done in the field of the place.
#[derive(Clone, Copy)]
pub struct PlaceActions {
    /// Called when somebody is about to look for a place.
    pub open: Callback<()>,
    /// Called with the place in the list of the one that is chosen.
    pub choose: Callback<usize>,
    /// Called with that of one that may be about to be chosen.
    pub intend: Callback<usize>,
    /// Goes back to the whole nation.
    pub leave: Callback<()>,
}

/// Where a place for the whole comparison is found by typing.
#[component]
pub fn PlaceField(
    /// The official name of the place that is shown.
    name: Memo<String>,
    /// Whether that is the whole nation.
    is_nation: Memo<bool>,
    /// What was typed.
    query: RwSignal<String>,
    /// What it finds, the best first.
    found: Memo<Vec<ListOption>>,
    /// What can be done.
    actions: PlaceActions,
) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    let shown = RwSignal::new(false);
    let close = move || {
        shown.set(false);
        query.set(String::new());
    };
    let on_choose = Callback::new(move |place: usize| {
        actions.choose.run(place);
        close();
        if let Some(input) = input.get_untracked() {
            // The field shows the place again, as it is called officially.
            input.set_value(&name.get_untracked());
            input.select();
        }
    });
    let combobox = Combobox::new("place", found, on_choose).on_intent(actions.intend);
    let on_show = Callback::new(move |()| {
        if !shown.get_untracked() {
            actions.open.run(());
            combobox.begin_anew();
            shown.set(true);
        }
    });
    let on_text = Callback::new(move |text: String| query.set(text));
    let text = Signal::derive(
        move || match shown.get() && query.with(|query| !query.is_empty()) {
            true => query.get(),
            false => name.get(),
        },
    );
    let on_focus = move |_| {
        // Selecting gives the focus to a field that does not have it, which is told of again while this still runs.
        let input = input.get_untracked();
        if let Some(input) = input.filter(|input| input.matches(":focus").unwrap_or(false)) {
            input.select();
        }
    };
    let on_blur = move |_| {
        // A field that is taken away while it has the focus is told of that last, when its signals are gone.
        let Some(name) = name.try_get_untracked() else {
            return;
        };
        close();
        if let Some(input) = input.get_untracked() {
            input.set_value(&name);
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let is_escape = event::pressed_key(&event).as_deref() == Some("Escape");
        if is_escape && shown.get_untracked() {
            close();
            if let Some(input) = input.get_untracked() {
                input.set_value(&name.get_untracked());
                input.select();
            }
            event.prevent_default();
        }
    };
    let leave = move |_| {
        actions.leave.run(());
        if let Some(input) = input.get_untracked() {
            // The button goes away; whoever reached it by keyboard goes on from here.
            let _ = input.focus();
        }
    };
    let count = move || {
        let found = found.with(Vec::len);
        let words = match (
            shown.get() && query.with(|query| !query.trim().is_empty()),
            found,
        ) {
            (false, _) => String::new(),
            (true, 0) => "No place found. Try a larger city nearby, or a state.".to_owned(),
            (true, 1) => "1 place found.".to_owned(),
            (true, count) => format!("{count} places found."),
        };
        super::text(words)
    };
    view! {
        <div class="place-field" on:focusin=on_focus on:focusout=on_blur on:keydown=on_key>
            <label class="picker-field" on:click=move |_| on_show.run(())>
                "Pay and jobs in"
                <ComboboxField combobox text on_text shown on_show node_ref=input />
            </label>
            <p class="definition" aria-live="polite">
                {count}
            </p>
            <Show when=move || shown.get()>
                <ComboboxList combobox label="Places" />
            </Show>
        </div>
        <Show when=move || !is_nation.get()>
            <button type="button" class="plain" on:click=leave>
                "Back to the whole United States"
            </button>
        </Show>
    }
    .into_any()
}
