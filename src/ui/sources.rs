use leptos::prelude::*;

use crate::model::Source;

/// Every source used on the screen, described.
#[component]
pub fn Sources(
    /// In the order of first use.
    sources: Vec<Source>,
) -> impl IntoView {
    // One licence can ask the same of several tables; its words stand once.
    let mut credits: Vec<String> = Vec::new();
    for credit in sources.iter().filter_map(|source| source.credit.as_ref()) {
        if !credits.contains(credit) {
            credits.push(credit.clone());
        }
    }
    let credits = credits.into_iter();
    let credits = credits.map(|credit| view! { <p class="credit">{credit}</p> });
    let entries = sources.into_iter();
    let entries = entries.map(|source| view! { <SourceEntry source /> });
    view! {
        <div class="sources">{entries.collect_view()}</div>
        {credits.collect_view()}
    }
    .into_any()
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
    view! {
        <article class="source" id=format!("source-{}", source.id.0)>
            <h3>{source.publisher}</h3>
            <p>{format!("“{}.” {}", source.table, source.note)}</p>
            <dl>{facts.collect_view()} {link}</dl>
        </article>
    }
    .into_any()
}
