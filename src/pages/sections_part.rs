use leptos::prelude::*;

use super::chart_part::{ChartPart, Charts};
use super::comparison_page::own_pay_shown;
use super::kind_of_work_part::KindOfWork;
use super::next_part::NextPart;
use super::own_pay_part::OwnPayPart;
use super::part_view::PartView;
use super::parts::{self, now};
use super::past_part::Past;
use super::picture_part::PicturePart;
use super::profile_part::Profiles;
use super::programs_part::ProgramsPart;
use super::skills_section::SkillsSection;
use super::taking_part::EmbedPart;
use super::where_part::WherePart;
use super::words_part::WordsPart;
use crate::charts::ChartId;
use crate::compare::{self, About, Column, sources_of};
use crate::model::{Dataset, Details, MetricId, RoleId, Section, Source, SourceId, derivation};
use crate::state::{Comparing, Shards};
use crate::ui::{
    AboutButton, AboutDialog, ComparisonTable, MissingSections, PageSection, Related, Sources,
    WriterLine,
};

/// What is told of the compared roles, section by section, and what is to be known about each figure.
#[component]
pub fn Sections(
    /// The comparison the page is on.
    comparing: Comparing,
    /// The roles it chooses from.
    dataset: &'static Dataset,
    /// The roles that the compared ones lead to.
    related: Memo<Vec<compare::Related>>,
    /// What more there is of the roles.
    shards: Shards<Details>,
) -> impl IntoView {
    let comparison = comparing.comparison();
    let (columns, sources) = (comparing.columns(), comparing.sources());
    // What an address points to is mostly here.
    Effect::new(move |_| comparing.reveal_target());
    let past = Past::new(columns, dataset, shards);
    let charts = Charts::of(comparing, past, own_pay_shown(comparing));
    let words = WordsPart::new(columns, dataset, shards);
    let written =
        Memo::new(move |_| columns.with(|c| c.iter().any(|c| dataset.writer(&c.role).is_some())));
    let missing = Memo::new(move |_| {
        let mut missing = Vec::new();
        if !written.get() {
            missing.extend([Section::WhatTheyDo, Section::Duties]);
        }
        let (rated, listed) = columns.with(|columns| {
            let rated = columns
                .iter()
                .any(|c| dataset.has_details(compare::rated_as(c)));
            (rated, compare::skills(columns).is_some())
        });
        if !rated && !listed {
            missing.push(Section::Skills);
        }
        if !rated {
            missing.push(Section::KindOfWork);
        }
        missing
    });
    let on_add = Callback::new(move |role: RoleId| comparing.change(|s| s.with_added(&role)));
    let on_open = Callback::new(move |query: String| comparing.follow_link(&query));
    let about = RwSignal::new(None::<About>);
    let on_about = Callback::new(move |told: About| about.set(Some(told)));
    let on_told = Callback::new(move |()| about.set(None));
    // What is told belongs to the comparison as it was.
    Effect::new(move |_| {
        comparison.track();
        about.set(None);
    });
    let more = have_details(columns, dataset, compare::own);
    let rated = have_details(columns, dataset, compare::rated_as);
    // The sources of parts that were opened: until then nothing of them is on the screen.
    let opened = RwSignal::new(Vec::<Source>::new());
    let on_sources = Callback::new(move |used: Vec<Source>| {
        opened.update(|opened| add_new(opened, used));
    });
    let shown_sources = Memo::new(move |_| {
        let mut shown = sources.get();
        add_new(&mut shown, opened.get());
        shown
    });
    let profiles = Profiles {
        columns,
        dataset,
        shards,
        on_about,
        on_sources,
    };
    let taking = Callback::new(move |()| now(parts::taking(comparing, shards)));
    let own_roles = Callback::new(move |()| now(parts::own_roles(comparing, dataset)));
    view! {
            <TableSection comparing dataset charts section=Section::Overview on_about />
            <Show when=move || written.get()>
                <PageSection section=Section::WhatTheyDo>
                    {words.descriptions()}
                    {writer_line(columns, sources, dataset, Section::WhatTheyDo, on_about)}
                </PageSection>
            </Show>
            <PageSection section=Section::Pay>
                <ScopeLine comparing charts section=Section::Pay />
                <SectionCharts comparing dataset charts section=Section::Pay on_about />
                <SectionTable comparing charts section=Section::Pay on_about />
                <OwnPayPart comparing columns />
                <Show when=move || more.get()>
                    <WherePart comparing columns sources dataset shards />
                </Show>
            </PageSection>
            <TableSection comparing dataset charts section=Section::Outlook on_about />
            <TableSection comparing dataset charts section=Section::Education on_about>
                <Show when=move || rated.get()>
                    <ProgramsPart profiles />
                </Show>
            </TableSection>
            <TableSection comparing dataset charts section=Section::People on_about />
            <Show when=move || written.get()>
                <PageSection section=Section::Duties>
                    {words.duties()}
                    {writer_line(columns, sources, dataset, Section::Duties, on_about)}
                </PageSection>
            </Show>
            <SkillsSection comparing charts profiles more=rated />
            <Show when=move || rated.get()>
                <KindOfWork profiles />
            </Show>
            <PageSection section=Section::Related>
                {move || view! { <Related related=related.get() on_add on_open /> }}
                {similar_line(columns, sources, on_about)}
                <NextPart comparing columns dataset on_about />
                <SectionTable comparing charts section=Section::Related on_about />
            </PageSection>
            <PageSection section=Section::TakeItWithYou>
                <PartView part=&parts::TAKING view=taking />
            </PageSection>
            <PageSection section=Section::OwnRoles>
                <PartView part=&parts::OWN_ROLES view=own_roles />
            </PageSection>
            <MissingSections missing />
            <PageSection section=Section::Sources>
                {move || view! { <Sources sources=shown_sources.get() /> }}
            </PageSection>
        <AboutDialog about=about.into() on_close=on_told />
    }
    .into_any()
}

/// A section that is a table first of all; hidden where no compared role has a row of it.
#[component]
fn TableSection(
    comparing: Comparing,
    dataset: &'static Dataset,
    charts: Charts,
    section: Section,
    on_about: Callback<About>,
    /// What else stands in it.
    #[prop(optional)]
    children: Option<ChildrenFn>,
) -> impl IntoView {
    let children = StoredValue::new(children);
    let has_rows = Memo::new(move |_| charts.table(section).is_some());
    view! {
        <Show when=move || has_rows.get()>
            <PageSection section>
                <ScopeLine comparing charts section />
                <SectionCharts comparing dataset charts section on_about />
                <SectionTable comparing charts section on_about />
                {children.with_value(|children| children.as_ref().map(|children| children()))}
            </PageSection>
        </Show>
    }
    .into_any()
}

/// Which figures of a section are of the place that is chosen, and which of the whole United States.
#[component]
pub(super) fn ScopeLine(
    /// The comparison the page is on.
    comparing: Comparing,
    /// Its tables.
    charts: Charts,
    /// The section.
    section: Section,
) -> impl IntoView {
    let place = comparing.place();
    let words = Memo::new(move |_| {
        place.with(Option::is_some).then(|| {
            let scope = charts.table(section).and_then(|table| table.scope);
            scope.unwrap_or_else(|| compare::NATIONAL.to_owned())
        })
    });
    let line = move || {
        words
            .get()
            .map(|words| view! { <p class="definition scope">{words}</p> })
    };
    line.into_any()
}

/// The charts of a section.
#[component]
pub(super) fn SectionCharts(
    /// The comparison the page is on.
    comparing: Comparing,
    /// The roles there are.
    dataset: &'static Dataset,
    /// Its charts.
    charts: Charts,
    /// The section.
    section: Section,
    /// Called with what is to be known about a chart, when somebody asks for it.
    on_about: Callback<About>,
) -> impl IntoView {
    let parts = charts_of(section).map(|id| {
        let rows = Memo::new(move |_| Some(charts.table(section)?.split(id.rows()).1));
        view! {
            <div class="chart-part">
                <ChartPart id charts rows on_about />
                <EmbedPart comparing id charts />
                <PicturePart comparing dataset id charts />
            </div>
        }
    });
    let parts = parts.collect_view();
    view! { <div class="charts">{parts}</div> }.into_any()
}

/// The table of a section, without the rows that stand with its charts.
#[component]
fn SectionTable(
    comparing: Comparing,
    charts: Charts,
    section: Section,
    on_about: Callback<About>,
) -> impl IntoView {
    let table = move || {
        let (columns, sources) = (comparing.columns().get(), comparing.sources().get());
        let drawn = charts_of(section).filter(|id| charts.has(*id));
        let with_charts: Vec<MetricId> = drawn.flat_map(|id| id.rows()).copied().collect();
        let (table, _) = charts.table(section)?.split(&with_charts);
        Some(view! { <ComparisonTable table columns sources on_about /> })
    };
    table.into_any()
}

/// Whether more can be fetched about any of the roles, or of those that speak for them.
fn have_details(
    columns: Memo<Vec<Column>>,
    dataset: &'static Dataset,
    of: fn(&Column) -> &RoleId,
) -> Memo<bool> {
    Memo::new(move |_| columns.with(|columns| columns.iter().any(|c| dataset.has_details(of(c)))))
}

/// Adds those sources that are not there yet.
fn add_new(sources: &mut Vec<Source>, more: Vec<Source>) {
    for source in more {
        if sources.iter().all(|other| other.id != source.id) {
            sources.push(source);
        }
    }
}

fn charts_of(section: Section) -> impl Iterator<Item = ChartId> {
    let charts = ChartId::ALL.into_iter();
    charts.filter(move |id| id.section() == section)
}

/// Who wrote the descriptive sentences.
fn writer_line(
    columns: Memo<Vec<Column>>,
    sources: Memo<Vec<Source>>,
    dataset: &'static Dataset,
    section: Section,
    on_about: Callback<About>,
) -> AnyView {
    let about = match section {
        Section::Duties => (
            "About these duties",
            "Examples of what people in the role are responsible for.",
        ),
        _ => (
            "About these descriptions",
            "What people in the role do, in a few sentences.",
        ),
    };
    let line = move || {
        let writers = columns.with(|columns| {
            let used = |source: &&Source| {
                let mut writers = columns.iter().filter_map(|c| dataset.writer(&c.role));
                writers.any(|writer| writer == source.id)
            };
            sources.with(|sources| sources.iter().filter(used).cloned().collect())
        });
        let writers: Vec<Source> = writers;
        let told = writers.first().map(|writer| {
            let done = ["It was written for this page; nothing of it is taken from a source."];
            let sources = compare::as_published(&writer.id, &writers, &done);
            about_line(
                about.0,
                compare::about_list(section.heading(), about.1, sources),
                on_about,
            )
        });
        view! {
            <WriterLine writers />
            {told}
        }
    };
    line.into_any()
}

/// What is to be known about the similar roles, where a source names any.
fn similar_line(
    columns: Memo<Vec<Column>>,
    sources: Memo<Vec<Source>>,
    on_about: Callback<About>,
) -> AnyView {
    let line = move || {
        let named = sources_of(&[MetricId::Related], &columns.get(), &sources.get());
        let source: SourceId = named.first()?.id.clone();
        let metric = MetricId::Related.metric();
        let done = derivation(metric.id, &source);
        let sources = compare::as_published(&source, &named, done.as_slice());
        let about = compare::about_list(metric.label, metric.definition, sources);
        Some(about_line("About these roles", about, on_about))
    };
    line.into_any()
}

/// Under a list: what opens what is to be known about it.
pub(super) fn about_line(
    words: &'static str,
    about: About,
    on_about: Callback<About>,
) -> impl IntoView {
    let on_press = Callback::new(move |()| on_about.run(about.clone()));
    view! {
        <p class="about-line">
            <AboutButton on_about=on_press>{words}</AboutButton>
        </p>
    }
    .into_any()
}
