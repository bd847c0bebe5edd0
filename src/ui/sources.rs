use leptos::prelude::*;

use super::text;
use crate::compare::credits;
use crate::model::Source;

/// Every source used on the screen, described.
#[component]
pub fn Sources(
    /// In the order of first use.
    sources: Vec<Source>,
) -> impl IntoView {
    let credits = credits(&sources).into_iter();
    let credits = credits.map(|credit| view! { <p class="credit">{text(credit)}</p> });
    let entries = sources.into_iter();
    let entries = entries.map(|source| {
        let id = format!("source-{}", source.id.0);
        view! { <SourceEntry source id /> }
    });
    view! {
        <div class="sources">{entries.collect_view()}</div>
        {credits.collect_view()}
    }
    .into_any()
}

/// One source, described.
#[component]
pub(super) fn SourceEntry(
    /// The source.
    source: Source,
    /// By which the page links to it; none where it is told of in passing.
    #[prop(optional, into)]
    id: Option<String>,
    /// What was done to its figures, where that is told.
    #[prop(optional, into)]
    done: Option<String>,
) -> impl IntoView {
    let facts = [
        ("Release", source.release),
        ("Period", source.period),
        ("License", source.license),
    ];
    let facts = facts.into_iter().map(|(name, fact)| {
        view! {
            <dt>{name}</dt>
            <dd>{text(fact)}</dd>
        }
    });
    let done = done.map(|done| {
        view! {
            <dt>"What was done to it"</dt>
            <dd>{text(done)}</dd>
        }
    });
    let link = source.link.map(|link| {
        let shown = link.trim_start_matches("https://").trim_end_matches('/');
        let shown = shown.to_owned();
        view! {
            <dt>"Link"</dt>
            <dd>
                <a href=link rel="external noreferrer">
                    {text(shown)}
                </a>
            </dd>
        }
    });
    // A title that asks has its mark.
    let table = match source.table.ends_with('?') {
        true => source.table,
        false => format!("{}.", source.table),
    };
    view! {
        <article class="source" id=id>
            <h3>{text(source.publisher)}</h3>
            <p>{text(format!("“{table}” {}", source.note))}</p>
            <dl>{facts.collect_view()} {link} {done}</dl>
        </article>
    }
    .into_any()
}
