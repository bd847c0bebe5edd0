use leptos::ev::{Event, KeyboardEvent};
use leptos::html::{Dialog, Input, Ul};
use leptos::prelude::*;
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use super::InPageLink;
use crate::compare::Start;
use crate::model::RoleId;

/// A role that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The role.
    pub role: RoleId,
    /// Its title, with whose figures these are.
    pub title: String,
    /// Why it is offered: "also called “RN”".
    pub why: String,
    /// The wider group its figures are of, where it is found by a narrower title.
    pub covers: Option<String>,
    /// Whether it is in the tray already.
    pub in_tray: bool,
}

/// What can be done in the picker.
#[derive(Clone, Copy)]
pub struct PickerActions {
    /// Chooses a role.
    pub choose: Callback<RoleId>,
    /// Opens a ready-made comparison.
    pub start: Callback<Start>,
    /// Asks once more for what could not be had.
    pub retry: Callback<()>,
    /// Goes to the list of all roles.
    pub browse: Callback<()>,
    /// Closes it.
    pub close: Callback<()>,
}

/// Where a role is found by typing: a drawer on a phone, a panel on a wide screen.
#[component]
pub fn Picker(
    /// What is chosen for: "Add a role"; closed where there is nothing.
    heading: Memo<Option<String>>,
    /// What was typed.
    query: RwSignal<String>,
    /// What it finds, the best first.
    choices: Memo<Vec<Choice>>,
    /// What is said about what it finds, or about what is still on its way.
    remark: Memo<Option<String>>,
    /// What stops one more role from being compared or kept. It stands apart from the remark, so that typing on does
    /// not say it again.
    limit: Memo<Option<&'static str>>,
    /// What just happened, for those who do not see it: the page's own is out of reach meanwhile.
    announcement: Signal<String>,
    /// Whether something could not be had that can be asked for again.
    failed: Memo<bool>,
    /// Ready-made comparisons, for who types nothing.
    starts: StoredValue<Vec<Start>>,
    /// The address of the list of all roles.
    browse_href: Signal<String>,
    /// What can be done.
    actions: PickerActions,
) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    let input = NodeRef::<Input>::new();
    let active = RwSignal::new(0_usize);
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match heading.with(Option::is_some) {
            true if !dialog.open() => {
                active.set(0);
                // A dialog that cannot be modal is still shown, and closed by its button.
                if dialog.show_modal().is_err() {
                    dialog.set_open(true);
                }
                if let Some(input) = input.get_untracked() {
                    let _ = input.focus();
                    input.select();
                }
            }
            false if dialog.open() => dialog.close(),
            _ => {}
        }
    });
    let typed = move |event: Event| {
        active.set(0);
        query.set(event_target_value(&event));
    };
    let list = NodeRef::<Ul>::new();
    let go_to = move |place: usize| {
        active.set(place);
        let options = list.get_untracked().map(|list| list.children());
        let number = u32::try_from(place).ok();
        if let Some(option) = options.zip(number).and_then(|(options, n)| options.item(n)) {
            // No further than it needs, so that its neighbours stay in sight.
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            option.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    };
    let key = move |event: KeyboardEvent| {
        let count = choices.with(Vec::len);
        let at = active.get_untracked();
        match event.key().as_str() {
            "ArrowDown" if count > 0 => go_to((at + 1) % count),
            "ArrowUp" if count > 0 => go_to((at + count - 1) % count),
            "Home" if event.ctrl_key() => go_to(0),
            "End" if event.ctrl_key() => go_to(count.saturating_sub(1)),
            "Enter" => {
                let choice = choices.with(|c| c.get(active.get_untracked()).cloned());
                if let Some(choice) = choice {
                    actions.choose.run(choice.role);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    let options = move || {
        let choices = choices.get().into_iter().enumerate();
        choices
            .map(
                |(place, choice)| view! { <ChoiceOption place choice active on_choose=actions.choose /> },
            )
            .collect_view()
    };
    let any = Memo::new(move |_| choices.with(|choices| !choices.is_empty()));
    let active_option = move || any.get().then(|| option_id(active.get()));
    let idle = Memo::new(move |_| query.with(|query| query.trim().is_empty()));
    view! {
        <dialog
            class="picker"
            node_ref=dialog
            aria-labelledby="picker-title"
            on:close=move |_| actions.close.run(())
        >
            <div class="picker-head">
                <h2 id="picker-title">{move || heading.get()}</h2>
                <button type="button" class="plain" on:click=move |_| actions.close.run(())>
                    "Close"
                </button>
            </div>
            <label class="picker-field">
                "A job title, as people say it"
                <input
                    type="text"
                    role="combobox"
                    node_ref=input
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    aria-autocomplete="list"
                    aria-controls="picker-options"
                    aria-expanded=move || any.get().to_string()
                    aria-activedescendant=active_option
                    prop:value=query
                    on:input=typed
                    on:keydown=key
                />
            </label>
            <p class="definition" role="status">
                {remark}
            </p>
            <p class="definition" role="status">
                {limit}
            </p>
            <p class="visually-hidden" role="status">
                {announcement}
            </p>
            <Show when=move || failed.get()>
                <button type="button" on:click=move |_| actions.retry.run(())>
                    "Try again"
                </button>
            </Show>
            <ul
                id="picker-options"
                node_ref=list
                class="picker-options"
                role="listbox"
                aria-label="Roles found"
                // The focus stays in the field, so that one can type on.
                on:mousedown=move |event| event.prevent_default()
            >
                {options}
            </ul>
            <Show when=move || idle.get()>
                <p>
                    <InPageLink href=browse_href on_follow=actions.browse>
                        "Browse all roles"
                    </InPageLink>
                </p>
                <Starts starts on_start=actions.start />
            </Show>
        </dialog>
    }
    .into_any()
}

fn option_id(place: usize) -> String {
    format!("picker-option-{place}")
}

#[component]
fn ChoiceOption(
    place: usize,
    choice: Choice,
    active: RwSignal<usize>,
    on_choose: Callback<RoleId>,
) -> impl IntoView {
    let role = choice.role;
    let is_active = move || active.get() == place;
    let in_tray = choice.in_tray.then_some("in the tray");
    view! {
        <li
            id=option_id(place)
            role="option"
            class:active=is_active
            aria-selected=move || is_active().to_string()
            on:pointermove=move |_| active.set(place)
            on:click=move |_| on_choose.run(role.clone())
        >
            <span class="choice-title">{choice.title}</span>
            <span class="qualifier">
                {choice.why} {choice.covers.map(|words| format!("; {words}"))}
                {in_tray.map(|words| format!("; {words}"))}
            </span>
        </li>
    }
    .into_any()
}

/// Ready-made comparisons.
#[component]
fn Starts(starts: StoredValue<Vec<Start>>, on_start: Callback<Start>) -> impl IntoView {
    let items = starts.get_value().into_iter().map(|start| {
        let title = start.title.clone();
        let roles = start.roles.join(", ");
        view! {
            <li>
                <button
                    type="button"
                    class="plain"
                    on:click=move |_| on_start.run(start.clone())
                >
                    {title}
                </button>
                <span class="qualifier">{roles}</span>
            </li>
        }
    });
    view! {
        <h3>"Or begin with one of these"</h3>
        <ul class="starts">{items.collect_view()}</ul>
    }
    .into_any()
}
