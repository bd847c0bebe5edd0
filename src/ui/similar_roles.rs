use leptos::prelude::*;

use super::steps::Steps;
use super::{CompareButton, text};
use crate::compare::{Choice, SimilarRole, Wishes, fulfilling, what_empties};
use crate::model::RoleId;

/// How many roles are seen before one asks for more.
const FEW: usize = 5;

/// The roles most like one: a few of those that fulfill the wishes, and the rest on demand.
#[component]
pub fn SimilarRoles(
    /// The most alike roles, the most alike first.
    roles: Vec<SimilarRole>,
    /// The role whose figures they are held against, with its pay.
    compared_with: Option<String>,
    /// What they should be like besides.
    wishes: Signal<Wishes>,
    /// The title of the role they are like.
    whose: String,
    /// What the tray says to each of them.
    choices: Memo<Vec<Choice>>,
    /// Called with a role that is to be compared, or no longer.
    on_compare: Callback<RoleId>,
) -> impl IntoView {
    let list = move || {
        let wishes = wishes.get();
        let mut shown = fulfilling(&roles, wishes).into_iter();
        let row = |role: &SimilarRole| {
            view! { <SimilarRow role=role.clone() choices on_compare /> }
        };
        let few = shown.by_ref().take(FEW).map(row).collect_view();
        let rest: Vec<&SimilarRole> = shown.collect();
        let rest = (!rest.is_empty()).then(|| {
            let whose = format!(" roles like {whose}");
            let rows = rest.iter().copied().map(row).collect_view();
            view! {
                <details class="rest">
                    <summary>
                        <span class="when-closed">{text(format!("Show {} more", rest.len()))}</span>
                        <span class="when-open">"Show fewer"</span>
                        <span class="visually-hidden">{text(whose)}</span>
                    </summary>
                    <ol start=(FEW + 1).to_string()>{rows}</ol>
                </details>
            }
        });
        match what_empties(&roles, wishes) {
            Some(why) => view! { <p class="definition">{text(why)}</p> }.into_any(),
            None => view! {
                <ol>{few}</ol>
                {rest}
            }
            .into_any(),
        }
    };
    view! {
        <div class="similar-roles">
            {compared_with.map(|words| view! { <p class="definition">{text(words)}</p> })}
            {list}
        </div>
    }
    .into_any()
}

#[component]
fn SimilarRow(
    role: SimilarRole,
    choices: Memo<Vec<Choice>>,
    on_compare: Callback<RoleId>,
) -> impl IntoView {
    view! {
        <li class="similar-role">
            <RoleHead role=role.role title=role.title choices on_compare />
            <p class="likeness">{text(role.likeness)}</p>
            <Steps steps=role.steps />
        </li>
    }
    .into_any()
}

/// A role's title, and what sets it beside the others.
#[component]
pub(super) fn RoleHead(
    /// The role.
    role: RoleId,
    /// Its title.
    title: String,
    /// What the tray says to it, among others.
    choices: Memo<Vec<Choice>>,
    /// Called with it.
    on_compare: Callback<RoleId>,
    /// What stands before the title.
    #[prop(optional)]
    before: &'static str,
) -> impl IntoView {
    let wanted = role.clone();
    let choice = Memo::new(move |_| {
        let of_role = |choice: &&Choice| choice.role == wanted;
        choices.with(|choices| choices.iter().find(of_role).cloned())
    });
    view! {
        <div class="role-head">
            <h5>{text(format!("{before}{title}"))}</h5>
            <p>
                <CompareButton role title choice on_compare />
            </p>
        </div>
    }
    .into_any()
}
