use leptos::html::Div;
use leptos::prelude::*;

use crate::state::{Part, PartState, carry_over, holding, take_served};
use crate::ui::NotHere;

/// A part of the page whose program is fetched when it is shown. While it is on its way, what the page was served with
/// stands in its place, or a line that says so.
#[component]
pub fn PartView(
    /// The part.
    part: &'static Part,
    /// Makes it, once its program is here.
    view: Callback<(), Option<AnyView>>,
) -> impl IntoView {
    let state = RwSignal::new(PartState::OnItsWay);
    let ask = move || part.ask(state);
    ask();
    let on_retry = Callback::new(move |()| ask());
    let place = NodeRef::<Div>::new();
    let mut is_first = true;
    let shown = move || {
        // What another view has left in the same element is not this part's.
        let is_first = std::mem::replace(&mut is_first, false);
        let failure = match state.get() {
            PartState::Here => {
                if !is_first {
                    carry_over(place);
                }
                return view.run(());
            }
            PartState::Failed => Some("This part of the page could not be fetched.".to_owned()),
            PartState::OnItsWay => {
                if let Some(served) = take_served(part.name()) {
                    let held = holding(served);
                    // It can be read at once; what it offers answers when its program is here.
                    return Some(view! { <div node_ref=held class="part"></div> }.into_any());
                }
                None
            }
        };
        let what = part.what().to_owned();
        Some(view! { <NotHere what failure on_retry /> }.into_any())
    };
    view! {
        <div
            node_ref=place
            class="part"
            data-part=part.name()
            aria-busy=move || (state.get() == PartState::OnItsWay).then_some("true")
        >
            {shown}
        </div>
    }
    .into_any()
}
