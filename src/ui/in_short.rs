use leptos::prelude::*;

use super::{SourceLine, text};
use crate::model::Source;

/// The comparison in a few sentences. What is given as children, a picture, stands after the first.
#[component]
pub fn InShort(
    /// The sentences, the one that matters most first.
    sentences: Memo<Vec<String>>,
    /// The sources of the comparison.
    sources: Memo<Vec<Source>>,
    /// What stands beside the sentences, or after the first on a narrow screen.
    children: Children,
) -> impl IntoView {
    let lead = Memo::new(move |_| sentences.with(|sentences| sentences.first().cloned()));
    let rest = move || {
        let sentences = sentences.get().into_iter().skip(1);
        sentences.map(|s| view! { <p>{text(s)}</p> }).collect_view()
    };
    view! {
        <div class="in-short">
            {move || lead.get().map(|sentence| view! { <p class="in-short-lead">{text(sentence)}</p> })}
            {children()}
            <div class="in-short-rest">
                {rest} {move || view! { <SourceLine sources=sources.get() /> }}
            </div>
        </div>
    }
    .into_any()
}
