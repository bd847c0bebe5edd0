use leptos::prelude::*;

use crate::model::Source;

/// Under a table or chart: whose figures these are, each a link to what is said of the source.
#[component]
pub fn SourceLine(
    /// The sources, in the order of first use.
    sources: Vec<Source>,
) -> impl IntoView {
    let word = if sources.len() == 1 {
        "Source: "
    } else {
        "Sources: "
    };
    let last = sources.len().saturating_sub(1);
    let links = sources.into_iter().enumerate().map(|(number, source)| {
        let target = format!("#source-{}", source.id.0);
        let separator = if number == last { "." } else { "; " };
        view! {
            <a href=target>{source.publisher}</a>
            {format!(", {}{separator}", source.period)}
        }
    });
    view! { <p class="source-line">{word} {links.collect_view()}</p> }.into_any()
}

/// Under sentences: who wrote them, a link to what is said of the writer.
#[component]
pub fn WriterLine(
    /// The writers, in the order of first use.
    writers: Vec<Source>,
) -> impl IntoView {
    let lines = writers.into_iter().map(|writer| {
        let target = format!("#source-{}", writer.id.0);
        view! {
            <p class="source-line">
                <a href=target>{writer.note}</a>
            </p>
        }
    });
    lines.collect_view().into_any()
}
