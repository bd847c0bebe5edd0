use leptos::prelude::*;

use super::{InPageLink, text};

/// The way to the pages before and after this one.
#[component]
pub fn Pager(
    /// How many pages stand before this one.
    pages_before: Signal<usize>,
    /// How many there are.
    pages: Signal<usize>,
    /// The address of a page, counted from 0.
    href_of: Callback<usize, String>,
    /// Called with the page that is asked for.
    on_page: Callback<usize>,
) -> impl IntoView {
    let step = move |words: &'static str, to: Signal<Option<usize>>| {
        move || match to.get() {
            Some(page) => {
                let href = Signal::derive(move || href_of.run(page));
                let on_follow = Callback::new(move |()| on_page.run(page));
                view! { <InPageLink href on_follow>{words}</InPageLink> }.into_any()
            }
            None => view! { <span class="no-page">{words}</span> }.into_any(),
        }
    };
    let previous = Signal::derive(move || pages_before.get().checked_sub(1));
    let next =
        Signal::derive(move || Some(pages_before.get() + 1).filter(|page| *page < pages.get()));
    view! {
        <nav class="pager" aria-label="Pages of the list">
            {step("Previous", previous)}
            <span>{move || text(format!("Page {} of {}", pages_before.get() + 1, pages.get()))}</span>
            {step("Next", next)}
        </nav>
    }
    .into_any()
}
