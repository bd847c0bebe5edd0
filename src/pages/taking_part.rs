use leptos::prelude::*;
use leptos::task::spawn_local;

use super::chart_part::Charts;
use crate::charts::ChartId;
use crate::compare::{self, Exported};
use crate::model::Details;
use crate::state::{Comparing, Exporting, Shards, copy};
use crate::ui::{EmbedSnippet, TakeItWithYou, Takings};

/// The ways to take the comparison along.
#[component]
pub fn TakingPart(
    /// The comparison the page is on.
    comparing: Comparing,
    /// The details of roles.
    shards: Shards<Details>,
) -> impl IntoView {
    let taking = Exporting::new(comparing, shards);
    let takings = Takings {
        csv: Callback::new(move |()| taking.save_csv()),
        json: Callback::new(move |()| taking.save_json()),
        text: Callback::new(move |()| taking.copy_message()),
        print: Callback::new(move |()| taking.print()),
    };
    let outcome = Signal::derive(move || taking.outcome().get().map(|outcome| outcome.to_string()));
    let text = Signal::derive(move || match taking.outcome().get()? {
        Exported::AsText(text) => Some(text),
        _ => None,
    });
    view! { <TakeItWithYou takings outcome text /> }.into_any()
}

/// The offer to put a chart into a page of one's own; nothing where no compared role has it.
#[component]
pub fn EmbedPart(
    /// The comparison the chart is of.
    comparing: Comparing,
    /// Which chart.
    id: ChartId,
    /// The charts there are.
    charts: Charts,
) -> impl IntoView {
    let chart = id.title();
    let dollars = charts.past().dollars;
    let link = comparing.link_to_embed(move || id.embed_key(dollars.get()));
    let comparison = comparing.comparison();
    let drawn = Memo::new(move |_| charts.has(id));
    let snippet = Signal::derive(move || {
        let roles = comparison.with(|c| compare::title(&c.columns));
        let height = charts.frame_height(id, &roles);
        let shown = charts
            .spec(id)
            .with(|spec| spec.as_ref().map(|spec| spec.title.clone()));
        let title = format!("{}: {roles}", shown.unwrap_or_default());
        link.with(|link| compare::snippet(link, &title, height))
    });
    let outcome = RwSignal::new(None::<String>);
    // What was copied belongs to the comparison as it was.
    Effect::new(move |_| {
        link.track();
        outcome.set(None);
    });
    let on_copy = Callback::new(move |snippet: String| {
        spawn_local(async move {
            let words = match copy(&snippet).await {
                true => "It is in the clipboard.",
                false => "Couldn’t copy. Select the text and copy it yourself.",
            };
            // The page may be gone by now, and with it who would read this.
            if outcome.try_set(Some(words.to_owned())).is_none() {
                comparing.announce(words);
            }
        });
    });
    view! {
        <Show when=move || drawn.get()>
            <EmbedSnippet chart snippet on_copy outcome=outcome.into() />
        </Show>
    }
    .into_any()
}
