use leptos::prelude::*;

use super::past_part::Past;
use crate::charts::{ChartId, ChartSpec, FetchedFigures, OwnPayShown, Shown, chart, frame_height};
use crate::compare::{self, About, Column, PayHistory, Table, sources_of};
use crate::model::{Source, SourceId};
use crate::state::{Comparing, measured_width};
use crate::ui::{AboutButton, ChartFigure, RowsOfChart};

/// The width a chart is drawn for before its place is known: a phone's.
pub(super) const FIRST_WIDTH: u32 = 328;

/// The charts of the compared roles, each made once however often it is shown or asked for.
#[derive(Clone, Copy)]
pub struct Charts {
    columns: Memo<Vec<Column>>,
    sources: Memo<Vec<Source>>,
    past: Past,
    own_pay: Signal<Option<OwnPayShown>>,
    specs: [Memo<Option<ChartSpec>>; ChartId::ALL.len()],
}

impl Charts {
    /// The charts of a comparison; none is made before it is asked for.
    pub fn of(comparing: Comparing, past: Past, own_pay: Signal<Option<OwnPayShown>>) -> Self {
        let columns = comparing.columns();
        Self {
            columns,
            sources: comparing.sources(),
            past,
            own_pay,
            specs: ChartId::ALL
                .map(|id| Memo::new(move |_| made(id, columns, past, own_pay.get()))),
        }
    }

    /// What the chart of past pay is drawn from.
    pub fn past(self) -> Past {
        self.past
    }

    /// A chart; none where no compared role has anything to draw in it.
    pub fn spec(self, id: ChartId) -> Memo<Option<ChartSpec>> {
        self.specs[id as usize]
    }

    /// Whether a chart is drawn.
    pub fn has(self, id: ChartId) -> bool {
        self.spec(id).with(Option::is_some)
    }

    /// A chart as it may leave the screen.
    pub fn to_take_along(self, id: ChartId) -> Option<ChartSpec> {
        let shared = self.own_pay.get_untracked().filter(|own| own.is_linked);
        untrack(|| made(id, self.columns, self.past, shared))
    }

    /// The height of a frame, in px, in which a chart stands whole under a headline.
    pub fn frame_height(self, id: ChartId, headline: &str) -> u32 {
        /// A chart of two roles, where this one cannot be drawn.
        const USUAL: u32 = 800;
        let sources = self.sources(id);
        let named = sources
            .iter()
            .map(|s| format!("{}, {}; ", s.short, s.period));
        let mut words = vec![format!("Sources: {}", named.collect::<String>())];
        words.extend(compare::credits(&sources));
        let spec = made(id, self.columns, self.past, None);
        let height = spec.and_then(|spec| frame_height(&spec, headline, &words).ok());
        height.unwrap_or(USUAL)
    }

    /// The sources of a chart's figures.
    pub fn sources(self, id: ChartId) -> Vec<Source> {
        self.sources.with(|all| match self.fetched(id) {
            Some(figures) => {
                let is_used = |source: &&Source| {
                    let mut ids = figures.sources.iter().map(|(id, _)| *id);
                    ids.any(|id| id == source.id.0)
                };
                all.iter().filter(is_used).cloned().collect()
            }
            None => self
                .columns
                .with(|columns| sources_of(id.metrics(), columns, all)),
        })
    }

    fn fetched(self, id: ChartId) -> Option<FetchedFigures> {
        id.fetched(self.past.dollars.get())
    }

    /// What is to be known about a chart's figures.
    fn about(self, id: ChartId) -> About {
        let sources = self.sources(id);
        match self.fetched(id) {
            Some(figures) => {
                let used = figures.sources.iter().flat_map(|(id, done)| {
                    compare::as_published(&SourceId((*id).to_owned()), &sources, &[*done])
                });
                compare::about_list(id.title(), figures.meaning, used.collect())
            }
            None => self
                .columns
                .with(|columns| compare::about(id.title(), id.metrics(), columns, &sources)),
        }
    }
}

fn made(
    id: ChartId,
    columns: Memo<Vec<Column>>,
    past: Past,
    own_pay: Option<OwnPayShown>,
) -> Option<ChartSpec> {
    let with = |columns: &[Column], histories: &[PayHistory]| {
        chart(
            id,
            Shown {
                columns,
                histories,
                own_pay,
            },
        )
    };
    columns.with(|columns| match id.is_fetched() {
        true => past.histories.with(|histories| with(columns, histories)),
        false => with(columns, &[]),
    })
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
    /// table; none on a page of its own.
    #[prop(optional)]
    rows: Option<Memo<Option<Table>>>,
    /// Called with what is to be known about its figures, when somebody asks for it.
    #[prop(optional)]
    on_about: Option<Callback<About>>,
    /// The address of the page that describes the sources, where that is another one.
    #[prop(optional, into)]
    sources_at: Signal<String>,
) -> impl IntoView {
    let (columns, all_sources) = (charts.columns, charts.sources);
    let spec = charts.spec(id);
    let sources = Memo::new(move |_| charts.sources(id));
    let (frame, width) = measured_width(FIRST_WIDTH);
    let rows = rows.zip(on_about).map(|(rows, on_about)| RowsOfChart {
        section: id.section(),
        table: rows,
        columns,
        sources: all_sources,
        on_about,
    });
    let about = move || {
        let on_press = on_about.filter(|_| charts.has(id))?;
        let on_press = Callback::new(move |()| on_press.run(charts.about(id)));
        Some(view! {
            <p class="about-line">
                <AboutButton on_about=on_press>"About these figures"</AboutButton>
            </p>
        })
    };
    let failure = id.is_fetched().then(|| charts.past.failure());
    view! {
        {failure}
        <ChartFigure spec width frame sources rows sources_at />
        {about}
    }
    .into_any()
}
