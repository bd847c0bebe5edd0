use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::about_page::AboutPage;
use super::comparison_page::ComparisonPage;
use crate::compare::link::View;
use crate::model::Dataset;
use crate::state::{Address, Comparing};

/// The whole page, at an address.
#[component]
pub fn App(
    /// Where the page is.
    address: Address,
) -> impl IntoView {
    // What is in the page now is what an address can point to.
    Effect::new(move |_| address.reveal_target());
    let (page, links) = match Dataset::bundled() {
        Ok(dataset) => {
            let comparing = Comparing::new(dataset, address);
            let view = comparing.view();
            let page = move || match view.get() {
                View::Comparison => view! { <ComparisonPage comparing dataset /> }.into_any(),
                View::About => view! { <AboutPage dataset /> }.into_any(),
            };
            let links = view! { <ViewLinks comparing /> };
            (page.into_any(), links.into_any())
        }
        Err(error) => {
            let page = view! {
                <div class="failure" role="alert">
                    <h1>"The figures could not be read"</h1>
                    <p>{format!("In {error}.")}</p>
                    <p>
                        "Please load the page again. If that does not help, the site needs to be \
                         built anew."
                    </p>
                </div>
            };
            (page.into_any(), ().into_any())
        }
    };
    view! {
        <a class="skip-link" href="#main">
            "Skip to the comparison"
        </a>
        <header class="masthead">
            <a class="wordmark" href="?">
                "Crossroads"
            </a>
            <p>"Jobs, side by side"</p>
        </header>
        <main id="main" tabindex="-1">
            {page}
        </main>
        <footer class="colophon">
            <div>
                {links}
                <p>
                    "Crossroads is a static page. It has no account and no tracking, and what you \
                     choose stays between you and the address bar."
                </p>
            </div>
        </footer>
    }
}

/// The way to the other view, and back.
#[component]
fn ViewLinks(comparing: Comparing) -> impl IntoView {
    let view = comparing.view();
    let other = move || match view.get() {
        View::Comparison => (
            View::About,
            "About the figures, and all of them to download",
        ),
        View::About => (View::Comparison, "Back to the comparison"),
    };
    let follow = move |event: MouseEvent| {
        if event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
            return;
        }
        event.prevent_default();
        comparing.show(other().0);
    };
    view! {
        <nav aria-label="Crossroads">
            <a href=move || comparing.query_of(other().0) on:click=follow>
                {move || other().1}
            </a>
        </nav>
    }
    .into_any()
}
