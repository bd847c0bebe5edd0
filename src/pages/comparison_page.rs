use leptos::prelude::*;

use super::own_pay_part::OwnPayPart;
use super::place_part::PlacePart;
use super::tools_part::ToolsPart;
use super::tray_part::{TrayPart, tray_entries};
use super::where_part::WherePart;
use crate::charts::salary_range;
use crate::compare::{self, Column, Selection, Table, sources_of};
use crate::model::{Dataset, Details, MetricId, RoleId, Section, Source};
use crate::state::{Comparing, Shards, measured_width};
use crate::ui::{
    ChartDetail, ChartFigure, ComparisonTable, Descriptions, Duties, InShort, Invitation,
    MissingSections, OfficialLine, PageSection, Related, Skills, SourceLine, Sources, ViewOptions,
    WriterLine,
};

/// The width a chart is drawn for before its place is known: a phone's.
const FIRST_WIDTH: u32 = 328;

/// What the salary chart is drawn from.
const SALARY: [MetricId; 7] = [
    MetricId::PayYearMedian,
    MetricId::PayYearAverage,
    MetricId::PayYearP10,
    MetricId::PayYearP25,
    MetricId::PayYearP75,
    MetricId::PayYearP90,
    MetricId::PayRange,
];

/// Roles side by side, in the order of the sections.
#[component]
pub fn ComparisonPage(
    /// The comparison the page is on.
    comparing: Comparing,
    /// The roles it chooses from.
    dataset: &'static Dataset,
) -> impl IntoView {
    let comparison = comparing.comparison();
    let selection = comparing.selection();
    let columns = Memo::new(move |_| comparison.with(|c| c.columns.clone()));
    let sources = Memo::new(move |_| comparison.with(|c| c.sources.clone()));
    let title = move || columns.with(|columns| compare::title(columns));
    let sentences = Memo::new(move |_| columns.with(|columns| compare::in_short(columns)));
    let any = Memo::new(move |_| columns.with(|columns| !columns.is_empty()));
    let written = Memo::new(move |_| columns.with(|c| c.iter().any(|c| c.role.words.is_some())));
    let missing = Memo::new(move |_| {
        let mut missing = Vec::new();
        if !written.get() {
            missing.extend([Section::WhatTheyDo, Section::Duties]);
        }
        let has_skills = columns.with(|columns| {
            let more = columns.iter().any(|c| dataset.has_details(&c.role.id));
            more || compare::skills(columns).is_some()
        });
        if !has_skills {
            missing.push(Section::Skills);
        }
        missing
    });
    let empty = Memo::new(move |_| selection.with(|selection| selection.tray().is_empty()));
    let related = Memo::new(move |_| {
        selection
            .with(|selection| columns.with(|columns| compare::related(dataset, selection, columns)))
    });
    let on_add = Callback::new(move |role: RoleId| comparing.change(|s| s.with_added(&role)));
    let on_open = Callback::new(move |query: String| comparing.follow_link(&query));
    let on_start = Callback::new(move |()| comparing.start_over());
    let on_baseline = Callback::new(move |role: Option<RoleId>| {
        comparing.change(|selection| selection.with_baseline(role.as_ref()));
    });
    let on_only_differences = Callback::new(move |only: bool| {
        comparing.change(|selection| selection.with_only_differences(only));
    });
    let entries = tray_entries(comparing, dataset);
    let shards = Shards::<Details>::default();
    let place = comparing.place();
    let in_place = Memo::new(move |_| place.with(Option::is_some));
    let more = Memo::new(move |_| {
        columns.with(|columns| columns.iter().any(|c| dataset.has_details(&c.role.id)))
    });
    let several = Memo::new(move |_| columns.with(|columns| columns.len() > 1));
    let only_differences = Memo::new(move |_| selection.with(Selection::only_differences));

    let salary = Memo::new(move |_| columns.with(|columns| salary_range(columns)));
    let salary_sources = Memo::new(move |_| sources_of(&SALARY, &columns.get(), &sources.get()));
    let spoken_sources =
        Memo::new(move |_| sources_of(&compare::SPOKEN_OF, &columns.get(), &sources.get()));
    let (brief_frame, brief_width) = measured_width(FIRST_WIDTH);
    let (full_frame, full_width) = measured_width(FIRST_WIDTH);

    view! {
        <h1 tabindex="-1">{title}</h1>
        <TrayPart comparing dataset entries />
        <Show when=move || !any.get()>
            <Invitation empty on_start />
        </Show>
        <InShort sentences sources=spoken_sources>
            <ChartFigure
                spec=salary
                width=brief_width
                frame=brief_frame
                sources=salary_sources
                detail=ChartDetail::Brief { full_at: "#pay" }
            />
        </InShort>
        <OfficialLine related on_add />
        <Show when=move || several.get()>
            <ViewOptions entries only_differences on_baseline on_only_differences />
        </Show>
        <Show when=move || any.get()>
            <PlacePart comparing dataset />
            <TableSection comparing section=Section::Overview />
            <Show when=move || written.get()>
                <PageSection section=Section::WhatTheyDo>
                    <Descriptions columns=columns.into() />
                    {writer_line(columns, sources)}
                </PageSection>
            </Show>
            <PageSection section=Section::Pay>
                <ChartFigure
                    spec=salary
                    width=full_width
                    frame=full_frame
                    sources=salary_sources
                    detail=ChartDetail::Full
                />
                <SectionTable comparing section=Section::Pay />
                <OwnPayPart comparing columns />
                <Show when=move || more.get()>
                    <WherePart comparing columns sources dataset shards />
                </Show>
            </PageSection>
            <TableSection comparing section=Section::Outlook />
            <TableSection comparing section=Section::Education />
            <TableSection comparing section=Section::People />
            <Show when=move || written.get()>
                <PageSection section=Section::Duties>
                    <Duties columns=columns.into() />
                    {writer_line(columns, sources)}
                </PageSection>
            </Show>
            <SkillsSection columns sources dataset shards more in_place />
            <PageSection section=Section::Related>
                {move || view! { <Related related=related.get() on_add on_open /> }}
                <SectionTable comparing section=Section::Related />
            </PageSection>
            <MissingSections missing />
            <PageSection section=Section::Sources>
                {move || view! { <Sources sources=sources.get() /> }}
            </PageSection>
        </Show>
    }
    .into_any()
}

/// A section that is a table and nothing else; hidden where no compared role has a row of it.
#[component]
fn TableSection(comparing: Comparing, section: Section) -> impl IntoView {
    let comparison = comparing.comparison();
    let has_rows = Memo::new(move |_| comparison.with(|c| table_of(&c.tables, section).is_some()));
    view! {
        <Show when=move || has_rows.get()>
            <PageSection section>
                <SectionTable comparing section />
            </PageSection>
        </Show>
    }
    .into_any()
}

/// The table of a section.
#[component]
fn SectionTable(comparing: Comparing, section: Section) -> impl IntoView {
    let table = move || {
        let comparison = comparing.comparison().get();
        let table = table_of(&comparison.tables, section).cloned()?;
        let (columns, sources) = (comparison.columns, comparison.sources);
        let scope = table.scope.clone();
        Some(view! {
            {scope.map(|words| view! { <p class="definition scope">{words}</p> })}
            <ComparisonTable table columns sources />
        })
    };
    table.into_any()
}

fn table_of(tables: &[Table], section: Section) -> Option<&Table> {
    tables.iter().find(|table| table.section == section)
}

#[component]
fn SkillsSection(
    columns: Memo<Vec<Column>>,
    sources: Memo<Vec<Source>>,
    dataset: &'static Dataset,
    shards: Shards<Details>,
    more: Memo<bool>,
    in_place: Memo<bool>,
) -> impl IntoView {
    let skills = Memo::new(move |_| columns.with(|columns| compare::skills(columns)));
    let rated = Memo::new(move |_| skills.with(Option::is_some));
    let list = move || {
        let columns = columns.get();
        let measures = [MetricId::SkillImportance, MetricId::Skills];
        let sources = sources_of(&measures, &columns, &sources.get());
        Some(view! {
            <Skills skills=skills.get()? columns />
            <SourceLine sources />
        })
    };
    view! {
        <Show when=move || rated.get() || more.get()>
            <PageSection section=Section::Skills>
                <Show when=move || in_place.get()>
                    <p class="definition scope">{compare::NATIONAL}</p>
                </Show>
                {list}
                <Show when=move || more.get()>
                    <ToolsPart columns dataset shards />
                </Show>
            </PageSection>
        </Show>
    }
    .into_any()
}

/// Who wrote the descriptive sentences.
fn writer_line(columns: Memo<Vec<Column>>, sources: Memo<Vec<Source>>) -> AnyView {
    let line = move || {
        let writers = columns.with(|columns| {
            let used = |source: &&Source| {
                let mut words = columns
                    .iter()
                    .filter_map(|column| column.role.words.as_ref());
                words.any(|words| words.source == source.id)
            };
            sources.with(|sources| sources.iter().filter(used).cloned().collect())
        });
        let writers: Vec<Source> = writers;
        view! { <WriterLine writers /> }
    };
    line.into_any()
}
