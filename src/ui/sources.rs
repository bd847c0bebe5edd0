use leptos::prelude::*;

use crate::model::Source;

/// Every source used on the screen, described.
#[component]
pub fn Sources(
    /// In the order of first use.
    sources: Vec<Source>,
) -> impl IntoView {
    let entries = sources.into_iter();
    let entries = entries.map(|source| view! { <SourceEntry source /> });
    view! { <div class="sources">{entries.collect_view()}</div> }.into_any()
}

#[component]
fn SourceEntry(source: Source) -> impl IntoView {
    let facts = [
        ("Release", source.release),
        ("Period", source.period),
        ("Licence", source.licence),
    ];
    let facts = facts.into_iter().map(|(name, fact)| {
        view! {
            <dt>{name}</dt>
            <dd>{fact}</dd>
        }
    });
    let link = source.link.map(|link| {
        let shown = link.trim_start_matches("https://").trim_end_matches('/');
        let shown = shown.to_owned();
        view! {
            <dt>"Link"</dt>
            <dd>
                <a href=link rel="external noreferrer">
                    {shown}
                </a>
            </dd>
        }
    });
    let credit = source
        .credit
        .map(|credit| view! { <p class="credit">{credit}</p> });
    view! {
        <article class="source" id=format!("source-{}", source.id.0)>
            <h3>{source.publisher}</h3>
            <p>{format!("“{}.” {}", source.table, source.note)}</p>
            <dl>{facts.collect_view()} {link}</dl>
            {credit}
        </article>
    }
    .into_any()
}
