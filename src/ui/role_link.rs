use leptos::prelude::*;

use super::{InPageLink, text};
use crate::compare::Offer;
use crate::model::RoleId;

/// A role that can be set beside the compared ones: a true link to that comparison.
#[component]
pub fn RoleLink(
    /// The role.
    offer: Offer,
    /// Called with it.
    on_add: Callback<RoleId>,
) -> impl IntoView {
    if offer.in_tray {
        let words = format!("{} (already in your list)", offer.title);
        return view! { <span class="in-tray">{text(words)}</span> }.into_any();
    }
    let role = offer.role;
    let on_follow = Callback::new(move |()| on_add.run(role.clone()));
    view! {
        <span class="role-link">
            <InPageLink href=format!("?{}", offer.query) on_follow>
                <span>{text(offer.title)}</span>
                <span class="visually-hidden">" (compare with it)"</span>
            </InPageLink>
        </span>
    }
    .into_any()
}
