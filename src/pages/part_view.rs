use leptos::prelude::*;

use crate::state::{Part, PartState};
use crate::ui::NotHere;

/// A part of the page whose program is fetched when it is shown.
#[component]
pub fn PartView(
    /// The part.
    part: &'static Part,
    /// Whether nothing stands in its place while it is on its way: for what nobody looks at yet.
    #[prop(optional)]
    quiet: bool,
    /// Makes it, once its program is here.
    view: Callback<(), Option<AnyView>>,
) -> impl IntoView {
    let state = RwSignal::new(if part.is_here() {
        PartState::Here
    } else {
        PartState::OnItsWay
    });
    let ask = move || part.ask(state);
    if !part.is_here() {
        ask();
    }
    let on_retry = Callback::new(move |()| ask());
    let shown = move || {
        let failure = match state.get() {
            PartState::Here => return view.run(()),
            PartState::OnItsWay if quiet => return None,
            PartState::OnItsWay => None,
            PartState::Failed => Some("This part of the page could not be fetched.".to_owned()),
        };
        let what = part.what().to_owned();
        Some(view! { <NotHere what failure on_retry /> }.into_any())
    };
    shown.into_any()
}
