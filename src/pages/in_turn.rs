use leptos::html::Div;
use leptos::prelude::*;

use crate::state::{carry_over, holding, take_served};

/// A part of the page that is made in its turn. Until then what was served of it stands in its place.
#[component]
pub fn InTurn(
    /// Its name in the page.
    #[prop(into)]
    part: String,
    /// Whether its turn has come.
    is_due: Signal<bool>,
    /// Makes it.
    view: Callback<(), AnyView>,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let name = part.clone();
    let mut is_first = true;
    let shown = move || {
        // What another view has left in the same element is not this part's.
        let is_first = std::mem::replace(&mut is_first, false);
        if is_due.get() {
            if !is_first {
                carry_over(place);
            }
            return Some(view.run(()));
        }
        let held = holding(take_served(&name)?);
        Some(view! { <div node_ref=held class="part"></div> }.into_any())
    };
    view! {
        <div
            node_ref=place
            class="part"
            data-part=part
            aria-busy=move || (!is_due.get()).then_some("true")
        >
            {shown}
        </div>
    }
    .into_any()
}
