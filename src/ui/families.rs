use leptos::html::Details;
use leptos::prelude::*;

use super::{InPageLink, text};
use crate::compare::FamilyCount;

/// The families, each a link to its roles, with how many of them there are.
#[component]
pub fn Families(
    /// The families under the other filters.
    families: Memo<Vec<FamilyCount>>,
    /// How many roles there are in all of them together.
    in_all: Signal<usize>,
    /// The code of the one that is shown; none is all.
    shown: Signal<Option<String>>,
    /// The address of a family.
    href_of: Callback<Option<String>, String>,
    /// Called with the family that is asked for.
    on_family: Callback<Option<String>>,
) -> impl IntoView {
    let place = NodeRef::<Details>::new();
    let link = move |code: Option<String>, title: String, roles: Signal<usize>| {
        let (of_href, of_follow, of_current) = (code.clone(), code.clone(), code);
        let href = Signal::derive(move || href_of.run(of_href.clone()));
        let on_follow = Callback::new(move |()| {
            if let Some(place) = place.get_untracked() {
                place.set_open(false);
            }
            on_family.run(of_follow.clone());
        });
        let current = Signal::derive(move || shown.with(|shown| *shown == of_current));
        view! {
            <li>
                <InPageLink href on_follow current>
                    <span class="family-title">{title}</span> " " <span class="count">{move || text(roles.get().to_string())}</span>
                </InPageLink>
            </li>
        }
    };
    view! {
        <details class="families" node_ref=place>
            <summary>
                <span class="when-closed">"Show families"</span>
                <span class="when-open">"Hide families"</span>
            </summary>
            <ul>
                {link(None, "All families".to_owned(), in_all)}
                // The families stay; what changes is how many roles are in each.
                <For
                    each=move || families.get()
                    key=|count| count.family.code.clone()
                    children=move |count| {
                        let code = count.family.code.clone();
                        let roles = Signal::derive(move || {
                            let of_code = |count: &&FamilyCount| count.family.code == code;
                            families.with(|all| all.iter().find(of_code).map_or(0, |c| c.roles))
                        });
                        link(Some(count.family.code), count.family.title, roles)
                    }
                />
            </ul>
        </details>
    }
    .into_any()
}
