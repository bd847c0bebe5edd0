use leptos::prelude::*;

use super::text;
use crate::model::Source;

/// Under a table or chart: whose figures these are, each a link to what is said of the source.
#[component]
pub fn SourceLine(
    /// The sources, in the order of first use.
    sources: Vec<Source>,
    /// The address of the page that describes them, where that is another one.
    #[prop(optional, into)]
    at: String,
) -> impl IntoView {
    // From inside a frame, the whole window goes there.
    let target = (!at.is_empty()).then_some("_top");
    // Tables of one survey and year are one name here; the sources section tells them apart.
    let mut named: Vec<Source> = Vec::new();
    for source in sources {
        let same = |other: &Source| other.short == source.short && other.period == source.period;
        if !named.iter().any(same) {
            named.push(source);
        }
    }
    let word = match named.len() {
        0 => return ().into_any(),
        1 => "Source: ",
        _ => "Sources: ",
    };
    let last = named.len() - 1;
    let links = named.into_iter().enumerate().map(|(number, source)| {
        let href = format!("{at}#source-{}", source.id.0);
        let separator = if number == last { "." } else { "; " };
        view! {
            <a href=href target=target>
                {text(source.short)}
            </a>
            <span>{text(format!(", {}{separator}", source.period))}</span>
        }
    });
    view! { <p class="source-line"><span>{text(word)}</span> {links.collect_view()}</p> }.into_any()
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
                <a href=target>{text(writer.note)}</a>
            </p>
        }
    });
    lines.collect_view().into_any()
}
