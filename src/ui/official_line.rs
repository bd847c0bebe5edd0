use leptos::prelude::*;

use super::RoleLink;
use crate::compare::Related;
use crate::model::RoleId;

/// One line that offers official figures wherever estimates stand alone.
#[component]
pub fn OfficialLine(
    /// What lies near each compared role.
    related: Memo<Vec<Related>>,
    /// Called with a role to set beside the others.
    on_add: Callback<RoleId>,
) -> impl IntoView {
    let offers = move || {
        let near = related.get().into_iter();
        let offers: Vec<_> = near
            .filter_map(|near| near.official)
            .filter(|offer| !offer.in_tray)
            .collect();
        (!offers.is_empty()).then(|| {
            let links = offers.into_iter();
            let links = links.map(|offer| view! { <li><RoleLink offer on_add /></li> });
            view! {
                <div class="official-line">
                    <p>"These are a job site’s estimates. Set the official figures beside them:"</p>
                    <ul class="role-links">{links.collect_view()}</ul>
                </div>
            }
        })
    };
    offers.into_any()
}
