use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::model::{Dataset, Kind, Source, format};
use crate::ui::Sources;

/// Where the figures lie for whoever wants to compute with them.
const OPEN_DATA: &str = "data/roles.csv";

/// What stands in place of a number, and what it means.
const NON_VALUES: [(&str, Kind); 4] = [
    ("at least", Kind::AtLeast),
    ("not released", Kind::NotReleased),
    ("not published for this role", Kind::NotPublished),
    (
        "published by the hour only, by the year only",
        Kind::HourlyOnly,
    ),
];

/// What else a figure may say of itself.
const WIDER_GROUP: (&str, &str) = (
    "for a wider group",
    "The source counts this role together with others. The figure is theirs together, and their name stands with it.",
);

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
    let kinds = NON_VALUES
        .into_iter()
        .filter_map(|(term, kind)| Some((term, kind.meaning()?)));
    let words = kinds.chain([WIDER_GROUP]).map(|(term, meaning)| {
        view! {
            <dt>{term}</dt>
            <dd>{meaning}</dd>
        }
    });
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
        <section class="page-section" aria-labelledby="words-heading">
            <h2 id="words-heading">"Where there is no number"</h2>
            <div class="page-section-body">
                <dl class="terms">{words.collect_view()}</dl>
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
        <section class="page-section" aria-labelledby="all-sources-heading">
            <h2 id="all-sources-heading">"All sources"</h2>
            <div class="page-section-body">
                <Sources sources />
            </div>
        </section>
    }
    .into_any()
}
