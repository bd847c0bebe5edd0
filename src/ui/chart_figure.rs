use leptos::html::Div;
use leptos::prelude::*;

use super::role_name::series;
use super::{ChartPicture, ComparisonTable, SourceLine};
use crate::charts::{self, ChartSpec, LegendEntry, Paint, RoleFigures};
use crate::compare::{Column, Table};
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
    /// The rows of the comparison that hold its figures, where they stand nowhere else.
    table: Memo<Option<(Table, Vec<Column>, Vec<Source>)>>,
    /// How much stands with it.
    detail: ChartDetail,
) -> impl IntoView {
    let picture = Memo::new(move |_| {
        let width = width.get();
        spec.with(|spec| spec.as_ref().map(|spec| charts::draw(spec, width)))
    });
    let has_chart = Memo::new(move |_| spec.with(Option::is_some));
    let svg = move || match picture.get() {
        Some(Ok(drawing)) => {
            let title = spec.with_untracked(|spec| spec.as_ref().map(|spec| spec.title.clone()));
            view! { <ChartPicture drawing title=title.unwrap_or_default() /> }.into_any()
        }
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
                    <Legend legend=spec.legend />
                </figcaption>
            }
            .into_any(),
        })
    };
    let own_table = move |title, own: Vec<RoleFigures>| match table.get() {
        Some((table, columns, sources)) => view! {
            <details class="as-table">
                <summary>"Show as table"</summary>
                <ComparisonTable table columns sources />
            </details>
        }
        .into_any(),
        None => view! { <ChartAsTable title table=own /> }.into_any(),
    };
    let table = move || {
        let full = detail == ChartDetail::Full;
        spec.get().filter(|_| full).map(|spec| {
            view! {
                {own_table(spec.title, spec.table)}
                <SourceLine sources=sources.get() />
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

/// What the colours stand for.
#[component]
fn Legend(legend: Vec<LegendEntry>) -> impl IntoView {
    if legend.is_empty() {
        return ().into_any();
    }
    let entries = legend.into_iter().map(|entry| {
        let colour = match entry.paint {
            Paint::Role(number) => series(number),
            Paint::Tone(number) => format!("tone-{}", number + 1),
        };
        view! {
            <span class="legend-entry">
                <span class=format!("swatch {colour}") aria-hidden="true"></span>
                {entry.words}
            </span>
        }
    });
    view! { <span class="chart-legend">{entries.collect_view()}</span> }.into_any()
}

/// The figures of a chart as a table, one tap away: role after role, so that it fits a phone.
#[component]
fn ChartAsTable(title: String, table: Vec<RoleFigures>) -> impl IntoView {
    let roles = table.into_iter().map(|RoleFigures { role, figures }| {
        let figures = figures.into_iter().map(|(name, text)| {
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td>{text}</td>
                </tr>
            }
        });
        view! {
            <tbody>
                <tr>
                    <th scope="rowgroup" colspan="2">
                        {role}
                    </th>
                </tr>
                {figures.collect_view()}
            </tbody>
        }
    });
    view! {
        <details class="as-table">
            <summary>"Show as table"</summary>
            <table class="chart-table">
                <caption class="visually-hidden">{title}</caption>
                {roles.collect_view()}
            </table>
        </details>
    }
    .into_any()
}
