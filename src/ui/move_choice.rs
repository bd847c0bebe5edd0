use leptos::ev::Event;
use leptos::prelude::*;

use super::{RoleName, event, text};
use crate::compare::Column;
use crate::model::RoleId;

/// From which role to which: fields where there are more than two, and a button that turns them round.
#[component]
pub fn MoveChoice(
    /// The roles to choose from.
    columns: Vec<Column>,
    /// The two that are chosen.
    pair: Memo<Option<(RoleId, RoleId)>>,
    /// Called with another two.
    on_choose: Callback<(RoleId, RoleId)>,
) -> impl IntoView {
    let choose = move |of: fn((RoleId, RoleId), RoleId) -> (RoleId, RoleId), event: Event| {
        if let Some((pair, role)) = pair.get_untracked().zip(event::value(&event)) {
            on_choose.run(of(pair, RoleId(role)));
        }
    };
    // Choosing the other one turns them round: nobody moves from a role to itself.
    let set_from = move |event| {
        choose(
            |(from, to), role| if role == to { (to, from) } else { (role, to) },
            event,
        );
    };
    let set_to = move |event| {
        choose(
            |(from, to), role| {
                if role == from {
                    (to, from)
                } else {
                    (from, role)
                }
            },
            event,
        );
    };
    let swap = move |_| {
        if let Some((from, to)) = pair.get_untracked() {
            on_choose.run((to, from));
        }
    };
    let many = columns.len() > 2;
    let from = move || pair.get().map(|(from, _)| from.0).unwrap_or_default();
    let to = move || pair.get().map(|(_, to)| to.0).unwrap_or_default();
    let options = |chosen: String| {
        let options = columns.iter().map(|column| {
            let id = column.role.id.0.clone();
            let selected = id == chosen;
            view! {
                <option value=id selected=selected>
                    {text(format!("{}, {}", column.role.title, column.provenance))}
                </option>
            }
        });
        options.collect_view()
    };
    let fields = many.then(|| {
        let (from_options, to_options) = (
            options(
                pair.get_untracked()
                    .map(|(from, _)| from.0)
                    .unwrap_or_default(),
            ),
            options(pair.get_untracked().map(|(_, to)| to.0).unwrap_or_default()),
        );
        view! {
            <label class="field">
                <span>"From"</span>
                <select prop:value=from on:change=set_from>
                    {from_options}
                </select>
            </label>
            <label class="field">
                <span>"To"</span>
                <select prop:value=to on:change=set_to>
                    {to_options}
                </select>
            </label>
        }
    });
    let shown = columns.clone();
    let named = move |id: &RoleId| {
        let column = shown.iter().find(|column| column.role.id == *id);
        column.map(|column| view! { <RoleName column=column.clone() /> })
    };
    let words = move || {
        let (from, to) = pair.get()?;
        Some(view! {
            <dl>
                <dt>"From"</dt>
                <dd>{named(&from)}</dd>
                <dt>"To"</dt>
                <dd>{named(&to)}</dd>
            </dl>
        })
    };
    let words = (!many).then_some(words);
    view! {
        <div class="move-choice">
            {fields} {words} <button type="button" on:click=swap>
                "Swap from and to"
            </button>
        </div>
    }
    .into_any()
}
