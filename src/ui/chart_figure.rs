use leptos::html::Div;
use leptos::prelude::*;

use super::brief_chart::drawn;
use super::role_name::series;
use super::{ComparisonTable, SourceLine, text};
use crate::charts::{ChartSpec, LegendEntry, Paint, Reference, RoleFigures};
use crate::compare::{About, Column, Table};
use crate::model::{Section, Source};

/// The rows of a comparison that hold a chart's figures.
#[derive(Clone, Copy, Debug)]
pub struct RowsOfChart {
    /// Their section.
    pub section: Section,
    /// The rows; none where they stand elsewhere.
    pub table: Memo<Option<Table>>,
    /// The compared roles.
    pub columns: Memo<Vec<Column>>,
    /// All sources of the comparison.
    pub sources: Memo<Vec<Source>>,
    /// Called with what is to be known about a row, when somebody asks for it.
    pub on_about: Callback<About>,
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
    #[prop(into)]
    rows: Option<RowsOfChart>,
    /// The address of the page that describes the sources, where that is another one.
    #[prop(optional, into)]
    sources_at: Signal<String>,
) -> impl IntoView {
    let has_chart = Memo::new(move |_| spec.with(Option::is_some));
    let words = move || {
        spec.get().map(|spec| {
            view! {
                <figcaption>
                    <span class="chart-title">{text(spec.title)}</span>
                    <span class="chart-takeaway">{text(spec.takeaway)}</span>
                    <span class="chart-key">{text(spec.key)}</span>
                    {spec.reference.map(|own| view! {
                        <span class="chart-key" class:private=own.is_private>{text(own.says)}</span>
                    })}
                    <Legend legend=spec.legend />
                </figcaption>
            }
        })
    };
    let has_rows = Memo::new(move |_| rows.is_some_and(|rows| rows.table.with(Option::is_some)));
    let own_table = move || {
        let spec = spec.get()?;
        Some(view! { <ChartAsTable title=spec.title table=spec.table reference=spec.reference /> })
    };
    let as_table = move || match rows.filter(|_| has_rows.get()) {
        Some(RowsOfChart {
            section,
            table,
            columns,
            sources,
            on_about,
        }) => view! {
            <details class="as-table">
                <summary>"Show as table"</summary>
                <ComparisonTable section table columns sources on_about />
            </details>
        }
        .into_any(),
        None => own_table.into_any(),
    };
    view! {
        <Show when=move || has_chart.get()>
            <figure class="chart-figure">
                {words}
                <div class="frame" node_ref=frame>
                    {drawn(spec, width)}
                </div>
                {as_table}
                {move || view! { <SourceLine sources=sources.get() at=sources_at.get() /> }}
            </figure>
        </Show>
    }
    .into_any()
}

/// What the colors stand for.
#[component]
fn Legend(legend: Vec<LegendEntry>) -> impl IntoView {
    if legend.is_empty() {
        return ().into_any();
    }
    let entries = legend.into_iter().map(|entry| {
        let color = match entry.paint {
            Paint::Role(number) => series(number),
            Paint::Tone(number) => format!("tone-{}", number + 1),
        };
        view! {
            <span class="legend-entry">
                <span class=format!("swatch {color}") aria-hidden="true"></span>
                <span>{text(entry.words)}</span>
            </span>
        }
    });
    view! { <span class="chart-legend">{entries.collect_view()}</span> }.into_any()
}

/// The figures of a chart as a table, one tap away: role after role, so that it fits a phone.
#[component]
fn ChartAsTable(
    title: String,
    table: Vec<RoleFigures>,
    reference: Option<Reference>,
) -> impl IntoView {
    let reference = reference.map(|own| {
        view! {
            <tbody class:private=own.is_private>
                <tr>
                    <th scope="row">{text(own.name)}</th>
                    <td>{text(own.text)}</td>
                </tr>
            </tbody>
        }
    });
    let roles = table.into_iter().map(|RoleFigures { role, figures }| {
        let figures = figures.into_iter().map(|(name, value)| {
            view! {
                <tr>
                    <th scope="row">{text(name)}</th>
                    <td>{text(value)}</td>
                </tr>
            }
        });
        view! {
            <tbody>
                <tr>
                    <th scope="rowgroup" colspan="2">
                        {text(role)}
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
                <caption class="visually-hidden">{text(title)}</caption>
                {roles.collect_view()}
                {reference}
            </table>
        </details>
    }
    .into_any()
}
