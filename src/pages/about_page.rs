use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::compare::{Block, MethodSection, methodology};
use crate::model::{Dataset, Source, format};
use crate::ui::Sources;

/// Where the figures lie for whoever wants to compute with them.
const OPEN_DATA: &str = "data/roles.csv";

/// The licenses of what the program is made of, written when the site is built.
const LICENSES: &str = "licenses.txt";

/// What Crossroads is, and where its figures come from.
#[component]
pub fn AboutPage(
    /// The roles and their sources.
    dataset: &'static Dataset,
) -> impl IntoView {
    let roles = dataset.ids().count();
    let sources: Vec<Source> = dataset.sources().cloned().collect();
    let what = match dataset.has_official() {
        true => format!(
            "It knows {roles} roles: the occupations of the United States with official figures, and two roles \
             with a job site’s estimates. Each figure on the page is a cell of a published table, as it stands \
             there, and says which one."
        ),
        false => {
            let publishers: BTreeSet<String> =
                sources.iter().map(|s| s.publisher.clone()).collect();
            let publishers = format::list(&publishers.into_iter().collect::<Vec<_>>());
            format!(
                "This site was built with figures of its own: {roles} roles, with figures by {publishers}. Pay is \
                 in {}. Each figure says where it is from.",
                dataset.currency().name
            )
        }
    };
    let has_official = dataset.has_official();
    let sections = methodology(dataset).into_iter().map(told);
    view! {
        <h1 tabindex="-1">"About the figures"</h1>
        <section class="page-section" aria-labelledby="what-heading">
            <h2 id="what-heading">"What this is"</h2>
            <div class="page-section-body prose">
                <p>
                    {format!("Crossroads puts jobs side by side. {what}")}
                </p>
                <p>
                    "Crossroads adds no scores and fills no gaps. A difference that is within a \
                     survey’s own error is not called one."
                </p>
            </div>
        </section>
        <Show when=move || has_official>
        <section class="page-section" aria-labelledby="data-heading">
            <h2 id="data-heading">"Open data"</h2>
            <div class="page-section-body prose">
                <p>
                    <a href=OPEN_DATA download="roles.csv">"Download all figures (CSV)"</a>
                </p>
                <p>
                    "One row a role, every figure in a column that names its unit. What is not a \
                     number says so in words. The figures belong to their sources; please name \
                     them when you use the file."
                </p>
            </div>
        </section>
        </Show>
        {sections.collect_view()}
        <section class="page-section" aria-labelledby="all-sources-heading">
            <h2 id="all-sources-heading">"All sources"</h2>
            <div class="page-section-body">
                <Sources sources />
            </div>
        </section>
        <section class="page-section" aria-labelledby="software-heading">
            <h2 id="software-heading">"Software"</h2>
            <div class="page-section-body prose">
                <p>
                    "Crossroads is free to use and to change, under MIT or Apache-2.0. It is made with \
                     the work of others, whose licenses stand in a file of their own."
                </p>
                <p>
                    <a href=LICENSES>"Licenses of what Crossroads is made of (text)"</a>
                </p>
            </div>
        </section>
    }
    .into_any()
}

/// A section of the methodology.
fn told(section: MethodSection) -> AnyView {
    let id = format!("{}-heading", section.id);
    let labeled = id.clone();
    let blocks = section.blocks.into_iter().map(|block| match block {
        Block::Words(words) => view! { <p class="prose">{words}</p> }.into_any(),
        Block::Terms(heading, terms) => {
            let terms = terms.into_iter().map(|(term, meaning)| {
                view! {
                    <dt>{term}</dt>
                    <dd>{meaning}</dd>
                }
            });
            view! {
                {heading.map(|heading| view! { <h3>{heading}</h3> })}
                <dl class="terms">{terms.collect_view()}</dl>
            }
            .into_any()
        }
    });
    view! {
        <section class="page-section" aria-labelledby=labeled>
            <h2 id=id>{section.heading}</h2>
            <div class="page-section-body">{blocks.collect_view()}</div>
        </section>
    }
    .into_any()
}
