use leptos::prelude::*;

use super::chunk_view::ChunkView;
use super::chunks::{self, now};
use super::comparison_page::ComparisonPage;
use crate::compare::link::View;
use crate::model::{DataError, Dataset, Details, RoleId};
use crate::state::{Address, Comparing, Renewal, Shards, open_all_on_paper};
use crate::ui::{InPageLink, RENEWED, RenewalLine, Unreadable, text};

/// The whole page, at an address.
#[component]
pub fn App(
    /// Where the page is.
    address: Address,
    /// What is known of roles besides what is compiled in.
    #[prop(optional)]
    given: Vec<(RoleId, Details)>,
    /// The roles it is about.
    #[prop(default = Dataset::bundled())]
    dataset: Result<&'static Dataset, &'static DataError>,
) -> impl IntoView {
    // What is in the page now is what an address can point to.
    Effect::new(move |_| address.reveal_target());
    if address.is_in_browser() {
        open_all_on_paper();
    }
    let renewal = Renewal::follow(address);
    let (page, ways, links, view) = match dataset {
        Ok(dataset) => {
            // The program waits for these chunks before it starts, where it needs them (src/main.rs).
            if chunks::AREAS.is_here() {
                let _ = now(chunks::add_areas(dataset));
            }
            let take_up_kept = |file| {
                let _ = now(chunks::take_up_kept(file));
            };
            let comparing = Comparing::new(dataset, address, take_up_kept);
            // What stands in another page stays what it is for as long as it is there.
            if let Some(id) = comparing.embed().get_untracked() {
                let view =
                    Callback::new(move |()| now(chunks::embed(comparing, dataset, id.clone())));
                return view! { <ChunkView chunk=&chunks::EMBED view /> }.into_any();
            }
            Effect::new(move |_| {
                if renewal.is_here().get() {
                    comparing.announce(RENEWED);
                }
            });
            let view = comparing.view();
            let shards = Shards::holding(given);
            let was_here = StoredValue::new(false);
            let page = move || match view.get() {
                View::Comparison => {
                    let is_back = was_here.get_value();
                    was_here.set_value(true);
                    view! { <ComparisonPage comparing dataset shards is_back /> }.into_any()
                }
                View::Browse => {
                    let view = Callback::new(move |()| now(chunks::browse(comparing, dataset)));
                    view! { <ChunkView chunk=&chunks::BROWSE view /> }.into_any()
                }
                View::About => {
                    let view = Callback::new(move |()| now(chunks::about(dataset)));
                    view! { <ChunkView chunk=&chunks::ABOUT view /> }.into_any()
                }
            };
            let ways = view! { <ViewLinks comparing to=&[View::Comparison, View::Browse] label="Pages" /> };
            let links =
                view! { <ViewLinks comparing to=&[View::About] label="About Crossroads" /> };
            (page.into_any(), ways.into_any(), links.into_any(), view)
        }
        Err(error) => {
            let page = view! {
                <h1>"Crossroads cannot be shown"</h1>
                <Unreadable error=error.clone() />
            };
            let nowhere = Memo::new(|_| View::Comparison);
            (page.into_any(), ().into_any(), ().into_any(), nowhere)
        }
    };
    view! {
        <a class="skip-link" href="#main">
            {move || text(skip_words(view.get()))}
        </a>
        <header class="masthead">
            <a class="wordmark" href="?">
                "Crossroads"
            </a>
            <p>"Jobs, side by side"</p>
            {ways}
        </header>
        <RenewalLine
            shown=renewal.is_here()
            on_reload=Callback::new(move |()| renewal.reload())
            on_later=Callback::new(move |()| renewal.put_off())
        />
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
    .into_any()
}

/// What a reader who uses the keyboard skips to.
fn skip_words(view: View) -> &'static str {
    match view {
        View::Comparison => "Skip to the comparison",
        View::Browse => "Skip to the list of roles",
        View::About => "Skip to what the figures are",
    }
}

/// How the way to a view is called.
fn way_words(view: View) -> &'static str {
    match view {
        View::Comparison => "Back to comparing",
        View::Browse => "Browse all roles",
        View::About => "About the figures, and all of them to download",
    }
}

/// The ways to other views than the one that is shown.
#[component]
fn ViewLinks(
    comparing: Comparing,
    /// The views.
    to: &'static [View],
    /// What the links are together.
    label: &'static str,
) -> impl IntoView {
    let view = comparing.view();
    let links = move || {
        let others = to.iter().copied().filter(move |other| *other != view.get());
        let links = others.map(|other| {
            let href = Signal::derive(move || comparing.query_of(other));
            let on_follow = Callback::new(move |()| comparing.show(other));
            view! {
                <li>
                    <InPageLink href on_follow>{text(way_words(other))}</InPageLink>
                </li>
            }
        });
        links.collect_view()
    };
    let any = Memo::new(move |_| to.iter().any(|other| *other != view.get()));
    view! {
        <Show when=move || any.get()>
            <nav aria-label=label>
                <ul class="view-links">{links}</ul>
            </nav>
        </Show>
    }
    .into_any()
}
