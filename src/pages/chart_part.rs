use leptos::prelude::*;

use crate::charts::{ChartId, chart};
use crate::compare::{Column, Table, sources_of};
use crate::model::Source;
use crate::state::measured_width;
use crate::ui::{ChartDetail, ChartFigure};

/// The width a chart is drawn for before its place is known: a phone's.
const FIRST_WIDTH: u32 = 328;

/// A chart of the compared roles, drawn for the width there is; nothing where none has anything to
/// draw in it.
#[component]
pub fn ChartPart(
    /// Which chart.
    id: ChartId,
    /// The compared roles.
    columns: Memo<Vec<Column>>,
    /// All sources of the comparison.
    sources: Memo<Vec<Source>>,
    /// The rows whose figures it shows, where they stand with the chart and not in the section's
    /// table.
    #[prop(optional)]
    rows: Option<Memo<Option<Table>>>,
    /// How much stands with it.
    #[prop(default = ChartDetail::Full)]
    detail: ChartDetail,
) -> impl IntoView {
    let spec = Memo::new(move |_| columns.with(|columns| chart(id, columns)));
    let all_sources = sources;
    let sources = Memo::new(move |_| {
        columns.with(|columns| all_sources.with(|all| sources_of(id.metrics(), columns, all)))
    });
    let (frame, width) = measured_width(FIRST_WIDTH);
    let table = Memo::new(move |_| {
        let table = rows?.get().filter(|table| !table.groups.is_empty())?;
        Some((table, columns.get(), all_sources.get()))
    });
    view! { <ChartFigure spec width frame sources table detail /> }.into_any()
}
