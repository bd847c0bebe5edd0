use leptos::prelude::*;

use super::text;
use crate::compare::Choice;
use crate::model::RoleId;

/// Sets a role beside the others, or takes it from them. It stays where it is, so that whoever pressed it keeps the focus.
#[component]
pub fn CompareButton(
    /// The role.
    role: RoleId,
    /// Its title.
    title: String,
    /// What the tray says to it.
    choice: Memo<Option<Choice>>,
    /// Called with it.
    on_compare: Callback<RoleId>,
) -> impl IntoView {
    let of = move |read: fn(&Choice) -> bool| choice.with(|c| c.as_ref().is_some_and(read));
    let pressed = move || of(|choice| choice.compared);
    // Not `disabled`, which would take the focus away from whoever has just pressed it.
    let stuck = move || !of(|choice| choice.can_change);
    let press = move |_| {
        let can = choice.with_untracked(|c| c.as_ref().is_some_and(|c| c.can_change));
        if can {
            on_compare.run(role.clone());
        }
    };
    let standing = move || {
        let standing = choice.with(|c| c.as_ref().and_then(|c| c.standing));
        text(standing.unwrap_or_default())
    };
    view! {
        <button
            type="button"
            class="compare-button"
            aria-pressed=move || if pressed() { "true" } else { "false" }
            aria-disabled=move || stuck().then_some("true")
            on:click=press
        >
            "Compare" <span class="visually-hidden">{text(format!(" {title}"))}</span>
        </button>
        <span class="standing">{standing}</span>
    }
    .into_any()
}
