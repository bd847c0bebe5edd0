use leptos::prelude::*;

use super::{event, text};
use crate::compare::{Wish, Wishes};

/// The filters of similar roles: what they should be like besides alike. Each works as soon as it is set.
#[component]
pub fn WishList(
    /// Which wishes are made.
    wishes: Signal<Wishes>,
    /// What is left with them, in words.
    #[prop(into)]
    status: Signal<String>,
    /// Called with a wish's place among all and whether it is made.
    on_wish: Callback<(usize, bool)>,
) -> impl IntoView {
    let ticks = Wish::ALL.into_iter().enumerate().map(|(place, wish)| {
        let made = move || wishes.get()[place];
        let meaning = format!("wish-{place}");
        view! {
            <div>
                <label class="tick">
                    <input
                        type="checkbox"
                        aria-describedby=meaning.clone()
                        checked=made
                        prop:checked=made
                        on:change=move |event| on_wish.run((place, event::is_checked(&event)))
                    />
                    <span>{wish.name()}</span>
                </label>
                <p class="definition" id=meaning>
                    {wish.meaning()}
                </p>
            </div>
        }
    });
    view! {
        <fieldset class="wishes">
            <legend>"Like this, but…"</legend>
            <div class="side-by-side">{ticks.collect_view()}</div>
        </fieldset>
        <p class="wishes-status" role="status">
            {move || text(status.get())}
        </p>
    }
    .into_any()
}
