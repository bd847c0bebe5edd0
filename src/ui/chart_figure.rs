use leptos::html::Div;
use leptos::prelude::*;

use super::SourceLine;
use crate::charts::{self, ChartSpec, ChartTable};
use crate::model::Source;

/// How much stands with a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartDetail {
    /// The picture, its title, and a link to where the rest is.
    Brief {
        /// The address of the full chart on this page.
        full_at: &'static str,
    },
    /// Title, takeaway, key, table and sources.
    Full,
}

/// A chart with its words, redrawn for the width it has.
#[component]
pub fn ChartFigure(
    /// What is drawn; nothing where no compared role has it.
    spec: Memo<Option<ChartSpec>>,
    /// The width there is for the picture, in px.
    width: Signal<u32>,
    /// Where that width is measured.
    frame: NodeRef<Div>,
    /// The sources of the figures.
    sources: Memo<Vec<Source>>,
    /// How much stands with it.
    detail: ChartDetail,
    /// The address of the page that describes the sources, where that is another one.
    #[prop(optional, into)]
    sources_at: Signal<String>,
) -> impl IntoView {
    let picture = Memo::new(move |_| {
        let width = width.get();
        spec.with(|spec| spec.as_ref().map(|spec| charts::draw(spec, width)))
    });
    let has_chart = Memo::new(move |_| spec.with(Option::is_some));
    let svg = move || match picture.get() {
        Some(Ok(svg)) => view! { <div class="picture" inner_html=svg></div> }.into_any(),
        Some(Err(error)) => {
            view! { <p class="failure">{format!("No chart: {error}.")}</p> }.into_any()
        }
        None => ().into_any(),
    };
    let words = move || {
        spec.get().map(|spec| match detail {
            ChartDetail::Brief { full_at } => view! {
                <figcaption>
                    <span class="chart-title">{spec.title}</span>
                    " "
                    <a href=full_at>"Pay in full"</a>
                </figcaption>
            }
            .into_any(),
            ChartDetail::Full => view! {
                <figcaption>
                    <span class="chart-title">{spec.title}</span>
                    <span class="chart-takeaway">{spec.takeaway}</span>
                    <span class="chart-key">{spec.key}</span>
                </figcaption>
            }
            .into_any(),
        })
    };
    let table = move || {
        let full = detail == ChartDetail::Full;
        spec.get().filter(|_| full).map(|spec| {
            view! {
                <ChartAsTable title=spec.title table=spec.table />
                <SourceLine sources=sources.get() at=sources_at.get() />
            }
        })
    };
    view! {
        <Show when=move || has_chart.get()>
            <figure class="chart-figure">
                {words}
                <div class="frame" node_ref=frame>
                    {svg}
                </div>
                {table}
            </figure>
        </Show>
    }
    .into_any()
}

/// The figures of a chart as a table, one tap away.
#[component]
fn ChartAsTable(title: String, table: ChartTable) -> impl IntoView {
    let heads = table.columns.into_iter();
    let heads = heads.map(|name| view! { <th scope="col">{name}</th> });
    let rows = table.rows.into_iter().map(|(name, cells)| {
        let cells = cells.into_iter().map(|cell| view! { <td>{cell}</td> });
        view! {
            <tr>
                <th scope="row">{name}</th>
                {cells.collect_view()}
            </tr>
        }
    });
    view! {
        <details class="as-table">
            <summary>"Show as table"</summary>
            <table>
                <caption class="visually-hidden">{title}</caption>
                <thead>
                    <tr>
                        <th scope="col">"Role"</th>
                        {heads.collect_view()}
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </details>
    }
    .into_any()
}
