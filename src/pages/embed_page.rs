use leptos::prelude::*;

use super::chart_part::{ChartPart, Charts};
use super::past_part::Past;
use super::place_part::figures;
use crate::charts::ChartId;
use crate::compare::{self, Dollars, credits, link};
use crate::model::{Dataset, Standing};
use crate::state::{Comparing, Shards};
use crate::ui::{Unreadable, text};

/// One chart with its words and its table, to stand in somebody else's page.
#[component]
pub fn EmbedPage(
    /// The comparison the chart is of.
    comparing: Comparing,
    /// The roles it chooses from.
    dataset: &'static Dataset,
    /// The id the address asks for.
    id: String,
) -> impl IntoView {
    if let Err(error) = comparing.complete() {
        return view! { <Unreadable error /> }.into_any();
    }
    let selection = comparing.selection();
    let is_empty = comparing.columns().with_untracked(Vec::is_empty);
    let full = Signal::derive(move || match is_empty {
        true => "?".to_owned(),
        false => {
            let query = selection.with(|selection| link::query_to_share(selection, dataset));
            format!("?{query}")
        }
    });
    let body = match ChartId::embedded(&id) {
        Some(_) if is_empty => view! { <NoRoles /> }.into_any(),
        Some((id, dollars)) => view! { <Chart comparing dataset id dollars full /> }.into_any(),
        None => view! { <UnknownChart id /> }.into_any(),
    };
    let left_out = move || {
        let sentences = comparing.notices().get().into_iter();
        sentences
            .map(|sentence| view! { <p class="definition">{text(sentence)}</p> })
            .collect_view()
    };
    view! {
        <main id="main" class="embedded" tabindex="-1">
            {body}
            {left_out}
            <p>
                <a href=full target="_top">
                    "Compare on Crossroads"
                </a>
            </p>
        </main>
    }
    .into_any()
}

#[component]
fn Chart(
    comparing: Comparing,
    dataset: &'static Dataset,
    id: ChartId,
    dollars: Dollars,
    full: Signal<String>,
) -> impl IntoView {
    let comparison = comparing.comparison();
    let title = move || text(comparison.with(|c| compare::title(&c.columns)));
    let past = Past::new(comparing.columns(), dataset, Shards::default(), dollars);
    let is_fetched = id.is_fetched();
    if is_fetched {
        Effect::new(move |_| past.ask());
    }
    // What its reader keeps on this device is no part of a chart in another page.
    let charts = Charts::of(comparing, past, Signal::stored(None));
    let place = comparing.place();
    let place_is_here =
        move || place.with(|place| place.as_ref().is_none_or(|p| p.standing == Standing::Here));
    let to_come =
        move || !place_is_here() || (is_fetched && (past.is_on_its_way() || past.has_failed()));
    let nothing = move || {
        (!charts.has(id) && !to_come()).then(|| {
            view! { <p>"None of these roles has figures for this chart."</p> }
        })
    };
    let credits = move || {
        let credits = credits(&charts.sources(id)).into_iter();
        credits
            .map(|credit| view! { <p class="credit">{text(credit)}</p> })
            .collect_view()
    };
    view! {
        <h1>{title}</h1>
        {move || figures(comparing, place)}
        <ChartPart id charts sources_at=full />
        {nothing}
        {credits}
    }
    .into_any()
}

/// A message in place of a chart without roles. Other roles would pass for those that the author of the page has chosen.
#[component]
fn NoRoles() -> impl IntoView {
    view! {
        <h1>"This chart cannot be shown"</h1>
        <p>"Its link names no role that Crossroads can show. You can choose roles on Crossroads itself."</p>
    }
    .into_any()
}

/// What stands where an address asks for a chart that there is not.
#[component]
fn UnknownChart(id: String) -> impl IntoView {
    let charts = ChartId::ALL.into_iter().map(|chart| {
        view! {
            <li>
                <code>{chart.key()}</code>
                {format!(": {}", chart.title())}
            </li>
        }
    });
    view! {
        <h1>"There is no such chart"</h1>
        <p>{format!("The address asks for a chart {}. These there are:", compare::quote(&id))}</p>
        <ul class="chart-ids">{charts.collect_view()}</ul>
    }
    .into_any()
}
