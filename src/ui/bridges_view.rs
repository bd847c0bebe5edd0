use leptos::prelude::*;

use super::event;
use super::similar_roles::RoleHead;
use super::steps::Steps;
use super::text;
use crate::compare::{Bridge, Bridges, Choice, Hop};
use crate::model::RoleId;

/// Chooses from which role to which other one a way is asked for.
#[component]
pub fn BridgeEnds(
    /// The roles that can be either, with their titles.
    options: Memo<Vec<(RoleId, String)>>,
    /// The two that are chosen.
    ends: Memo<Option<(RoleId, RoleId)>>,
    /// Called with another role to come from.
    on_from: Callback<RoleId>,
    /// Called with another role to go to.
    on_to: Callback<RoleId>,
) -> impl IntoView {
    let field = |label: &'static str, is_from: bool, on_choose: Callback<RoleId>| {
        let chosen = move || {
            let end = |(from, to): (RoleId, RoleId)| if is_from { from } else { to };
            ends.get().map(end)
        };
        let choices = move || {
            let options = options.get().into_iter();
            let options = options.map(|(role, title)| {
                let selected = chosen().as_ref() == Some(&role);
                view! {
                    <option value=role.0 selected=selected prop:selected=selected>
                        {text(title)}
                    </option>
                }
            });
            options.collect_view()
        };
        view! {
            <label class="field">
                <span>{label}</span>
                <select on:change=move |event| {
                    if let Some(role) = event::value(&event) {
                        on_choose.run(RoleId(role));
                    }
                }>
                    {choices}
                </select>
            </label>
        }
    };
    view! {
        <div class="bridge-ends">
            {field("From", true, on_from)} {field("To", false, on_to)}
        </div>
    }
    .into_any()
}

/// The ways from one role to another.
#[component]
pub fn BridgesView(
    /// The ways.
    bridges: Bridges,
    /// What the tray says to the roles in the middle.
    choices: Memo<Vec<Choice>>,
    /// Called with a role that is to be compared, or no longer.
    on_compare: Callback<RoleId>,
) -> impl IntoView {
    let over = bridges.over.into_iter();
    let over = over.map(|bridge| view! { <BridgeRow bridge choices on_compare /> });
    view! {
        <div class="direct-way">
            <h5>"The direct way"</h5>
            <HopView hop=bridges.direct />
        </div>
        <ol class="bridges">{over.collect_view()}</ol>
    }
    .into_any()
}

#[component]
fn BridgeRow(
    bridge: Bridge,
    choices: Memo<Vec<Choice>>,
    on_compare: Callback<RoleId>,
) -> impl IntoView {
    let hops = bridge.hops.into_iter();
    let hops = hops.map(|hop| view! { <li><HopView hop /></li> });
    view! {
        <li>
            <RoleHead
                role=bridge.role
                title=bridge.title
                before="Over "
                choices
                on_compare
            />
            <ol class="hops">{hops.collect_view()}</ol>
        </li>
    }
    .into_any()
}

#[component]
fn HopView(hop: Hop) -> impl IntoView {
    view! {
        <p class="hop">
            <span>{text(hop.from)}</span> <span aria-hidden="true">" → "</span> <span class="visually-hidden">" to "</span>
            <span>{text(hop.to)}</span>
        </p>
        <p class="likeness">{text(hop.likeness)}</p>
        <Steps steps=hop.steps.to_vec() />
    }
    .into_any()
}
