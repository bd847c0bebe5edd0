use leptos::prelude::*;

use super::{InPageLink, RoleLink, RoleName, text};
use crate::compare::Related as RelatedRoles;
use crate::model::RoleId;

/// What lies near each compared role, each one tap away.
#[component]
pub fn Related(
    /// One entry for each compared role.
    related: Vec<RelatedRoles>,
    /// Called with a role to set beside the others.
    on_add: Callback<RoleId>,
    /// Called with the query string of a list to look through.
    on_open: Callback<String>,
) -> impl IntoView {
    let entries = related.into_iter().map(|near| {
        let official = near.official.map(|offer| {
            view! {
                <p>
                    "The nearest official occupation: "
                    <RoleLink offer on_add />
                </p>
            }
        });
        let similar = near.similar.into_iter();
        let similar = similar.map(|offer| {
            view! {
                <li>
                    <RoleLink offer on_add />
                </li>
            }
        });
        let family = near.family.map(|family| {
            let (href, query) = (format!("?{}", family.query), family.query);
            let on_follow = Callback::new(move |()| on_open.run(query.clone()));
            view! {
                <p>
                    "All roles of the family: "
                    <InPageLink href on_follow>{text(family.title)}</InPageLink>
                </p>
            }
        });
        view! {
            <div class="prose">
                <h3>
                    <RoleName column=near.column of_figures=false />
                </h3>
                {official}
                <ul class="role-links">{similar.collect_view()}</ul>
                {family}
            </div>
        }
    });
    view! { <div class="side-by-side">{entries.collect_view()}</div> }.into_any()
}
