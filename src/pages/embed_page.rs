use leptos::prelude::*;

use super::embeds::{EMBEDDED, EmbeddedChart};
use crate::compare::{self, credits, link, sources_of};
use crate::model::{Dataset, MetricId, Source};
use crate::state::{Comparing, measured_width};
use crate::ui::{ChartDetail, ChartFigure};

/// The width the chart is drawn for before its place is known: a phone's.
const FIRST_WIDTH: u32 = 328;

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
    let selection = comparing.selection();
    let full = Signal::derive(move || {
        let query = selection.with(|selection| link::query_to_share(selection, dataset));
        format!("?{query}")
    });
    let body = match EMBEDDED.iter().find(|chart| chart.id == id) {
        Some(chart) => view! { <Chart comparing chart full /> }.into_any(),
        None => view! { <UnknownChart id /> }.into_any(),
    };
    let left_out = move || {
        let sentences = comparing.notices().get().into_iter();
        sentences
            .map(|sentence| view! { <p class="definition">{sentence}</p> })
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
    chart: &'static EmbeddedChart,
    full: Signal<String>,
) -> impl IntoView {
    let comparison = comparing.comparison();
    let title = move || comparison.with(|c| compare::title(&c.columns));
    let spec = Memo::new(move |_| comparison.with(|c| (chart.spec)(&c.columns)));
    let sources: Memo<Vec<Source>> = Memo::new(move |_| {
        let metrics: &[MetricId] = chart.metrics;
        comparison.with(|c| sources_of(metrics, &c.columns, &c.sources))
    });
    let nothing = move || {
        spec.with(Option::is_none).then(|| {
            view! { <p>"None of these roles has figures for this chart."</p> }
        })
    };
    let credits = move || {
        let credits = credits(&sources.get()).into_iter();
        credits
            .map(|credit| view! { <p class="credit">{credit}</p> })
            .collect_view()
    };
    let (frame, width) = measured_width(FIRST_WIDTH);
    view! {
        <h1>{title}</h1>
        <ChartFigure spec width frame sources detail=ChartDetail::Full sources_at=full />
        {nothing}
        {credits}
    }
    .into_any()
}

/// What stands where an address asks for a chart that there is not.
#[component]
fn UnknownChart(id: String) -> impl IntoView {
    let charts = EMBEDDED.iter().map(|chart| {
        view! {
            <li>
                <code>{chart.id}</code>
                {format!(": {}", chart.title)}
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
