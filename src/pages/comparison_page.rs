use leptos::prelude::*;

use crate::charts::salary_range;
use crate::compare::{self, Column, Table};
use crate::model::{Dataset, MetricId, RoleId, Section, Source};
use crate::state::{Comparing, measured_width};
use crate::ui::{
    ChartDetail, ChartFigure, ComparisonTable, Descriptions, Duties, InShort, Notices, PageSection,
    Related, Skills, SourceLine, Sources, Tray, TrayEntry, WriterLine,
};

/// The width a chart is drawn for before its place is known: a phone's.
const FIRST_WIDTH: u32 = 328;

/// Roles side by side, in the order of the sections.
#[component]
pub fn ComparisonPage(
    /// The comparison the page is on.
    comparing: Comparing,
    /// The roles it chooses from.
    dataset: &'static Dataset,
) -> impl IntoView {
    let comparison = comparing.comparison();
    let columns = Memo::new(move |_| comparison.with(|c| c.columns.clone()));
    let sources = Memo::new(move |_| comparison.with(|c| c.sources.clone()));
    let title = move || columns.with(|columns| compare::title(columns));
    let sentences = Memo::new(move |_| columns.with(|columns| compare::in_short(columns)));
    let any = Memo::new(move |_| columns.with(|columns| !columns.is_empty()));
    let on_switch = Callback::new(move |role: RoleId| comparing.switch(&role));
    let on_dismiss = Callback::new(move |()| comparing.dismiss_notices());

    let salary = Memo::new(move |_| columns.with(|columns| salary_range(columns)));
    let salary_sources = Memo::new(move |_| {
        let metrics = [MetricId::PayYearAverage, MetricId::PayRange];
        sources_of(&metrics, &columns.get(), &sources.get())
    });
    let (brief_frame, brief_width) = measured_width(FIRST_WIDTH);
    let (full_frame, full_width) = measured_width(FIRST_WIDTH);

    view! {
        <h1>{title}</h1>
        <Notices sentences=comparing.notices() on_dismiss />
        <Tray entries=tray_entries(comparing, dataset) on_switch />
        <p class="visually-hidden" role="status">
            {comparing.announcement()}
        </p>
        <Show when=move || !any.get()>
            <p class="invitation">
                "Nothing is compared now. Switch on a role above to see it alone, or two or more to see \
                 them side by side."
            </p>
        </Show>
        <InShort sentences>
            <ChartFigure
                spec=salary
                width=brief_width
                frame=brief_frame
                sources=salary_sources
                detail=ChartDetail::Brief { full_at: "#pay" }
            />
        </InShort>
        <Show when=move || any.get()>
            <TableSection comparing section=Section::Overview />
            <PageSection section=Section::WhatTheyDo>
                <Descriptions columns=columns.into() />
                {writer_line(columns, sources)}
            </PageSection>
            <PageSection section=Section::Pay>
                <ChartFigure
                    spec=salary
                    width=full_width
                    frame=full_frame
                    sources=salary_sources
                    detail=ChartDetail::Full
                />
                <SectionTable comparing section=Section::Pay />
            </PageSection>
            <TableSection comparing section=Section::Outlook />
            <TableSection comparing section=Section::Education />
            <TableSection comparing section=Section::People />
            <PageSection section=Section::Duties>
                <Duties columns=columns.into() />
                {writer_line(columns, sources)}
            </PageSection>
            <SkillsSection columns sources />
            <PageSection section=Section::Related>
                {move || view! { <Related columns=columns.get() /> }}
                <SectionTable comparing section=Section::Related />
            </PageSection>
            <PageSection section=Section::Sources>
                <Sources sources />
            </PageSection>
        </Show>
    }
    .into_any()
}

fn tray_entries(comparing: Comparing, dataset: &'static Dataset) -> Memo<Vec<TrayEntry>> {
    let selection = comparing.selection();
    Memo::new(move |_| {
        let selection = selection.get();
        let entries = selection.tray().iter().enumerate();
        let shown = entries.filter_map(|(place, entry)| {
            let role = dataset.role(&entry.role)?;
            Some(TrayEntry {
                role: entry.role.clone(),
                title: role.title.clone(),
                provenance: dataset.source(&role.source)?.short.clone(),
                place,
                on: entry.on,
            })
        });
        shown.collect()
    })
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
        Some(view! { <ComparisonTable table columns sources /> })
    };
    table.into_any()
}

fn table_of(tables: &[Table], section: Section) -> Option<&Table> {
    tables.iter().find(|table| table.section == section)
}

#[component]
fn SkillsSection(columns: Memo<Vec<Column>>, sources: Memo<Vec<Source>>) -> impl IntoView {
    let section = move || {
        let columns = columns.get();
        let sources = sources_of(&[MetricId::Skills], &columns, &sources.get());
        let skills = compare::skills(&columns)?;
        Some(view! {
            <PageSection section=Section::Skills>
                <Skills skills columns />
                <SourceLine sources />
            </PageSection>
        })
    };
    section.into_any()
}

/// The sources of some metrics' figures, in the order of first use.
fn sources_of(metrics: &[MetricId], columns: &[Column], sources: &[Source]) -> Vec<Source> {
    let used = |source: &&Source| {
        columns.iter().any(|column| {
            let mut figures = metrics.iter().filter_map(|id| column.role.figure(*id));
            figures.any(|figure| figure.source == source.id)
        })
    };
    sources.iter().filter(used).cloned().collect()
}

/// Who wrote the descriptive sentences.
fn writer_line(columns: Memo<Vec<Column>>, sources: Memo<Vec<Source>>) -> AnyView {
    let line = move || {
        let writers = columns.with(|columns| {
            let used = |source: &&Source| {
                let mut roles = columns.iter().map(|column| &column.role);
                roles.any(|role| role.words.source == source.id)
            };
            sources.with(|sources| sources.iter().filter(used).cloned().collect())
        });
        let writers: Vec<Source> = writers;
        view! { <WriterLine writers /> }
    };
    line.into_any()
}
