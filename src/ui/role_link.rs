use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::compare::Offer;
use crate::model::RoleId;

/// A role that can be set beside the compared ones: a true link to that comparison, followed
/// without loading the page anew.
#[component]
pub fn RoleLink(
    /// The role.
    offer: Offer,
    /// Called with it.
    on_add: Callback<RoleId>,
) -> impl IntoView {
    if offer.in_tray {
        let words = format!("{} (in the tray)", offer.title);
        return view! { <span class="in-tray">{words}</span> }.into_any();
    }
    let role = offer.role;
    let follow = move |event: MouseEvent| {
        // With one of these keys the reader asks for the link in another tab or window.
        if event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
            return;
        }
        event.prevent_default();
        on_add.run(role.clone());
    };
    view! {
        <a class="role-link" href=format!("?{}", offer.query) on:click=follow>
            <span class="visually-hidden">"Compare with "</span>
            {offer.title}
        </a>
    }
    .into_any()
}
