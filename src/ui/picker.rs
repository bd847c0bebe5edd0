use leptos::html::Input;
use leptos::prelude::*;

use super::combobox::{Combobox, ComboboxField, ComboboxList, ListOption};
use super::{InPageLink, text};
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

impl Choice {
    fn into_option(self) -> ListOption {
        let in_tray = if self.in_tray { "; in your list" } else { "" };
        let covers = self.covers.map(|words| format!("; {words}"));
        ListOption {
            title: self.title,
            remark: format!("{}{}{in_tray}", self.why, covers.unwrap_or_default()),
        }
    }
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
    /// Goes to where a file of own roles is opened.
    pub own: Callback<()>,
}

/// Where a role is found by typing, in its dialog.
#[component]
pub fn Picker(
    /// Whether the dialog is open.
    opened: Memo<bool>,
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
    let input = NodeRef::<Input>::new();
    let options = Memo::new(move |_| {
        let choices = choices.get().into_iter();
        choices.map(Choice::into_option).collect::<Vec<_>>()
    });
    let on_choose = Callback::new(move |place: usize| {
        let choice = choices.with_untracked(|choices| choices.get(place).cloned());
        if let Some(choice) = choice {
            actions.choose.run(choice.role);
        }
    });
    let combobox = Combobox::new("picker", options, on_choose);
    Effect::new(move |_| {
        let Some(input) = input.get().filter(|_| opened.get()) else {
            return;
        };
        combobox.begin_anew();
        let _ = input.focus();
        input.select();
    });
    let on_text = Callback::new(move |text: String| query.set(text));
    let on_show = Callback::new(|()| {});
    let idle = Memo::new(move |_| query.with(|query| query.trim().is_empty()));
    view! {
        <label class="picker-field">
            "A job title, as people say it"
            <ComboboxField combobox text=query on_text shown=true on_show node_ref=input />
        </label>
        <p class="definition" role="status">
            {move || text(remark.get().unwrap_or_default())}
        </p>
        <p class="definition" role="status">
            {move || text(limit.get().unwrap_or_default())}
        </p>
        <p class="visually-hidden" role="status">
            {move || text(announcement.get())}
        </p>
        <Show when=move || failed.get()>
            <button type="button" on:click=move |_| actions.retry.run(())>
                "Try again"
            </button>
        </Show>
        <ComboboxList combobox label="Roles found" />
        <Show when=move || idle.get()>
            <p>
                <InPageLink href=browse_href on_follow=actions.browse>
                    "Browse all roles"
                </InPageLink>
            </p>
            <p>
                <button type="button" class="plain" on:click=move |_| actions.own.run(())>
                    "Use your own roles"
                </button>
            </p>
            <Starts starts on_start=actions.start />
        </Show>
    }
    .into_any()
}

/// Ready-made comparisons.
#[component]
fn Starts(starts: StoredValue<Vec<Start>>, on_start: Callback<Start>) -> impl IntoView {
    if starts.with_value(Vec::is_empty) {
        return ().into_any();
    }
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
