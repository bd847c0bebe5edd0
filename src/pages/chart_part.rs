use leptos::prelude::*;

use crate::charts::{ChartId, ChartSpec, chart};
use crate::compare::{self, About, Column, Table, sources_of};
use crate::model::Source;
use crate::state::{Comparing, measured_width};
use crate::ui::{AboutButton, ChartDetail, ChartFigure, RowsOfChart};

/// The width a chart is drawn for before its place is known: a phone's.
const FIRST_WIDTH: u32 = 328;

/// The charts of the compared roles, each made once however often it is shown or asked for.
#[derive(Clone, Copy)]
pub struct Charts {
    columns: Memo<Vec<Column>>,
    sources: Memo<Vec<Source>>,
    specs: [Memo<Option<ChartSpec>>; ChartId::ALL.len()],
}

impl Charts {
    /// The charts of a comparison; none is made before it is asked for.
    pub fn of(comparing: Comparing) -> Self {
        let columns = comparing.columns();
        Self {
            columns,
            sources: comparing.sources(),
            specs: ChartId::ALL
                .map(|id| Memo::new(move |_| columns.with(|columns| chart(id, columns)))),
        }
    }

    /// A chart; none where no compared role has anything to draw in it.
    pub fn spec(self, id: ChartId) -> Memo<Option<ChartSpec>> {
        self.specs[id as usize]
    }

    /// Whether a chart is drawn.
    pub fn has(self, id: ChartId) -> bool {
        self.spec(id).with(Option::is_some)
    }
}

/// A chart of the compared roles, drawn for the width there is; nothing where none has anything to
/// draw in it.
#[component]
pub fn ChartPart(
    /// Which chart.
    id: ChartId,
    /// The charts there are.
    charts: Charts,
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
    let Charts {
        columns,
        sources: all_sources,
        ..
    } = charts;
    let spec = charts.spec(id);
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
    let about = move || {
        let told = move || {
            columns.with(|columns| {
                all_sources
                    .with(|sources| compare::about(id.title(), id.metrics(), columns, sources))
            })
        };
        let on_press = on_about.filter(|_| charts.has(id))?;
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
