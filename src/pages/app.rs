use leptos::prelude::*;

use super::comparison_page::ComparisonPage;
use crate::model::Dataset;
use crate::state::{Address, Comparing};

/// The whole page, at an address.
#[component]
pub fn App(
    /// Where the page is.
    address: Address,
) -> impl IntoView {
    let page = match Dataset::bundled() {
        Ok(dataset) => {
            let comparing = Comparing::new(dataset, address);
            view! { <ComparisonPage comparing dataset /> }.into_any()
        }
        Err(error) => view! {
            <div class="failure" role="alert">
                <h1>"The figures could not be read"</h1>
                <p>{format!("In {error}.")}</p>
                <p>"Please load the page again. If that does not help, the site needs to be built anew."</p>
            </div>
        }
        .into_any(),
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
            <p>
                "Crossroads is a static page. It has no account and no tracking, and what you choose \
                 stays between you and the address bar."
            </p>
        </footer>
    }
}
