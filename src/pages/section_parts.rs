use leptos::prelude::*;

use super::chart_part::{ChartPart, Charts};
use super::comparison_page::own_pay_shown;
use super::past_part::Past;
use super::picture_part::PicturePart;
use super::profile_part::{OnSources, Profiles};
use super::taking_part::EmbedPart;
use super::words_part::WordsPart;
use crate::charts::ChartId;
use crate::compare::{self, About, Dollars, Table};
use crate::model::{Dataset, Details, MetricId, Section};
use crate::state::{Comparing, Shards};
use crate::ui::{ComparisonTable, DollarsSwitch, PageSection, text};

/// What a section is made from. Each has its own, for each is made, and made anew, in its turn.
#[derive(Clone, Copy)]
pub(super) struct SectionParts {
    /// Which section.
    pub section: Section,
    /// The comparison the page is on, as the section sees it.
    pub comparing: Comparing,
    /// Its rows; none where no compared role has one.
    pub table: Memo<Option<Table>>,
    /// The charts of the comparison.
    pub charts: Charts,
    /// What the parts that are fetched are made from.
    pub profiles: Profiles,
}

impl SectionParts {
    /// For a section with what it sees of the comparison, in its turn.
    pub(super) fn of(
        section: Section,
        comparing: Comparing,
        dataset: &'static Dataset,
        shards: Shards<Details>,
        on_about: Callback<About>,
        on_sources: OnSources,
    ) -> Self {
        let columns = comparing.columns();
        let past = Past::new(columns, dataset, shards, Dollars::default());
        let comparison = comparing.comparison();
        Self {
            section,
            comparing,
            table: Memo::new(move |_| comparison.with(|c| c.table(section))),
            charts: Charts::of(comparing, past, own_pay_shown(comparing)),
            profiles: Profiles {
                columns,
                dataset,
                shards,
                on_about,
                on_sources,
            },
        }
    }

    /// What is written about them.
    pub(super) fn words(self) -> WordsPart {
        let Profiles {
            columns,
            dataset,
            shards,
            ..
        } = self.profiles;
        WordsPart::new(columns, dataset, shards)
    }
}

/// A section that is a table first of all; hidden where no compared role has a row of it.
#[component]
pub(super) fn TableSection(
    /// What the section is made from.
    parts: SectionParts,
    /// What else stands in it.
    #[prop(optional)]
    children: Option<ChildrenFn>,
) -> impl IntoView {
    let children = StoredValue::new(children);
    let SectionParts { section, table, .. } = parts;
    let has_rows = Memo::new(move |_| table.with(Option::is_some));
    view! {
        <Show when=move || has_rows.get()>
            <PageSection section>
                <ScopeLine parts />
                <SectionCharts parts />
                <SectionTable parts />
                {children.with_value(|children| children.as_ref().map(|children| children()))}
            </PageSection>
        </Show>
    }
    .into_any()
}

/// Which figures of a section are of the place that is chosen, and which of the whole United States.
#[component]
pub(super) fn ScopeLine(
    /// What the section is made from.
    parts: SectionParts,
) -> impl IntoView {
    let (place, table) = (parts.comparing.place(), parts.table);
    let words = Memo::new(move |_| {
        place.with(Option::is_some).then(|| {
            let scope = table.with(|table| table.as_ref().and_then(|table| table.scope.clone()));
            scope.unwrap_or_else(|| compare::NATIONAL.to_owned())
        })
    });
    let line = move || {
        words
            .get()
            .map(|words| view! { <p class="definition scope">{text(words)}</p> })
    };
    line.into_any()
}

/// The charts of a section.
#[component]
pub(super) fn SectionCharts(
    /// What the section is made from.
    parts: SectionParts,
) -> impl IntoView {
    let SectionParts {
        section,
        comparing,
        table,
        charts,
        profiles: Profiles {
            dataset, on_about, ..
        },
    } = parts;
    let charts_here = charts_of(section).map(|id| {
        let rows = Memo::new(move |_| {
            let (_, apart) = table.get()?.split(id.rows());
            Some(apart).filter(|apart| !apart.groups.is_empty())
        });
        let dollars = id.is_fetched().then(|| dollars_switch(id, charts));
        view! {
            <div class="chart-part">
                {dollars}
                <ChartPart id charts rows on_about />
                <EmbedPart comparing id charts />
                <PicturePart comparing dataset id charts />
            </div>
        }
    });
    let charts_here = charts_here.collect_view();
    view! { <div class="charts">{charts_here}</div> }.into_any()
}

/// Switches the dollars of a chart of past pay, where there is one.
fn dollars_switch(id: ChartId, charts: Charts) -> AnyView {
    let dollars = charts.past().dollars;
    let of_each_year = Memo::new(move |_| dollars.get() == Dollars::OfEachYear);
    let on_switch = Callback::new(move |of_each_year: bool| {
        dollars.set(match of_each_year {
            true => Dollars::OfEachYear,
            false => Dollars::OfMay2025,
        });
    });
    let has_chart = Memo::new(move |_| charts.has(id));
    view! {
        <Show when=move || has_chart.get()>
            <DollarsSwitch of_each_year on_switch />
        </Show>
    }
    .into_any()
}

/// The table of a section, without the rows that stand with its charts.
#[component]
pub(super) fn SectionTable(
    /// What the section is made from.
    parts: SectionParts,
) -> impl IntoView {
    let SectionParts {
        section,
        comparing,
        table: all_rows,
        charts,
        profiles: Profiles { on_about, .. },
    } = parts;
    let table = Memo::new(move |_| {
        let drawn = charts_of(section).filter(|id| charts.has(*id));
        let with_charts: Vec<MetricId> = drawn.flat_map(|id| id.rows()).copied().collect();
        let (rest, _) = all_rows.get()?.split(&with_charts);
        Some(rest)
    });
    let has_rows = Memo::new(move |_| table.with(Option::is_some));
    let (columns, sources) = (comparing.columns(), comparing.sources());
    view! {
        <Show when=move || has_rows.get()>
            <ComparisonTable section table columns sources on_about />
        </Show>
    }
    .into_any()
}

fn charts_of(section: Section) -> impl Iterator<Item = ChartId> {
    let charts = ChartId::ALL.into_iter();
    charts.filter(move |id| id.section() == section)
}
