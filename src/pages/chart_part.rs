use leptos::prelude::*;

use crate::charts::{ChartId, chart};
use crate::compare::{self, About, Column, Table, sources_of};
use crate::model::Source;
use crate::state::measured_width;
use crate::ui::{AboutButton, ChartDetail, ChartFigure, RowsOfChart};

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
    /// Called with what is to be known about its figures, when somebody asks for it.
    #[prop(optional)]
    on_about: Option<Callback<About>>,
    /// The address of the page that describes the sources, where that is another one.
    #[prop(optional, into)]
    sources_at: Signal<String>,
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
        Some(RowsOfChart {
            table,
            columns: columns.get(),
            sources: all_sources.get(),
        })
    });
    let drawn = Memo::new(move |_| spec.with(Option::is_some));
    let about = move || {
        let told = move || {
            columns.with(|columns| {
                all_sources
                    .with(|sources| compare::about(id.title(), id.metrics(), columns, sources))
            })
        };
        let on_press = on_about.filter(|_| drawn.get())?;
        let on_press = Callback::new(move |()| on_press.run(told()));
        Some(view! {
            <p class="about-line">
                <AboutButton on_about=on_press>"About these figures"</AboutButton>
            </p>
        })
    };
    view! {
        <ChartFigure spec width frame sources table detail on_about sources_at />
        {about}
    }
    .into_any()
}
