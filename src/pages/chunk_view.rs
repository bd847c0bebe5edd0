use leptos::html::Div;
use leptos::prelude::*;

use crate::state::{Chunk, ChunkState, carry_over, holding, take_served};
use crate::ui::NotHere;

/// A piece of the page whose chunk is fetched when it is shown. Until it is loaded, the prerendered markup stands in its
/// place, or a line that says so.
#[component]
pub fn ChunkView(
    /// The chunk.
    chunk: &'static Chunk,
    /// Makes the view, once the chunk is loaded.
    view: Callback<(), Option<AnyView>>,
) -> impl IntoView {
    let state = RwSignal::new(ChunkState::OnItsWay);
    let ask = move || chunk.ask(state);
    ask();
    let on_retry = Callback::new(move |()| ask());
    let place = NodeRef::<Div>::new();
    let mut is_first = true;
    let shown = move || {
        // What another view has left in the same element is not this chunk's.
        let is_first = std::mem::replace(&mut is_first, false);
        let failure = match state.get() {
            ChunkState::Here => {
                if !is_first {
                    carry_over(place);
                }
                return view.run(());
            }
            ChunkState::Failed => Some("This part of the page could not be fetched.".to_owned()),
            ChunkState::OnItsWay => {
                if let Some(served) = take_served(chunk.name()) {
                    let held = holding(served);
                    // It can be read at once; what it offers answers when its chunk is loaded.
                    return Some(view! { <div node_ref=held class="part"></div> }.into_any());
                }
                None
            }
        };
        let what = chunk.what().to_owned();
        Some(view! { <NotHere what failure on_retry /> }.into_any())
    };
    view! {
        <div
            node_ref=place
            class="part"
            data-part=chunk.name()
            aria-busy=move || (state.get() == ChunkState::OnItsWay).then_some("true")
        >
            {shown}
        </div>
    }
    .into_any()
}
