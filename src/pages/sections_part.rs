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
    Unreadable, WriterLine,
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
    if let Err(error) = comparing.complete() {
        return view! { <Unreadable error /> }.into_any();
    }
    // What an address points to is mostly here.
    Effect::new(move |_| comparing.reveal_target());
    let on_add = Callback::new(move |role: RoleId| comparing.change(|s| s.with_added(&role)));
    let on_open = Callback::new(move |query: String| comparing.follow_link(&query));
    let about = RwSignal::new(None::<About>);
    let on_about = Callback::new(move |told: About| about.set(Some(told)));
    let on_told = Callback::new(move |()| about.set(None));
    // What is told belongs to the comparison as it was.
    let comparison = comparing.comparison();
    Effect::new(move |_| {
        comparison.track();
        about.set(None);
    });
    // The sources of parts that were opened: until then nothing of them is on the screen.
    let opened = RwSignal::new(Vec::<Source>::new());
    let on_sources = Callback::new(move |used: Vec<Source>| {
        opened.update(|opened| add_new(opened, used));
    });
    // In the order of the page.
    let next = move || SectionParts::of(comparing.in_turn(), dataset, shards, on_about, on_sources);
    let (which, overview, descriptions) = (next(), next(), next());
    let (pay, outlook, education, people) = (next(), next(), next(), next());
    let (duties, skills, kind_of_work) = (next(), next(), next());
    let (related_to, rest) = (next(), next());
    let columns = which.columns();
    let written =
        Memo::new(move |_| columns.with(|c| c.iter().any(|c| dataset.writer(&c.role).is_some())));
    let more = have_details(columns, dataset, compare::own);
    let rated = have_details(columns, dataset, compare::rated_as);
    let missing = Memo::new(move |_| {
        let mut missing = Vec::new();
        if !written.get() {
            missing.extend([Section::WhatTheyDo, Section::Duties]);
        }
        let listed = columns.with(|columns| compare::skills(columns).is_some());
        if !rated.get() && !listed {
            missing.push(Section::Skills);
        }
        if !rated.get() {
            missing.push(Section::KindOfWork);
        }
        missing
    });
    let sources = rest.comparing.sources();
    let shown_sources = Memo::new(move |_| {
        let mut shown = sources.get();
        add_new(&mut shown, opened.get());
        shown
    });
    let taking = Callback::new(move |()| now(parts::taking(comparing, shards)));
    let own_roles = Callback::new(move |()| now(parts::own_roles(comparing, dataset)));
    view! {
        <TableSection parts=overview section=Section::Overview />
        <Show when=move || written.get()>
            <PageSection section=Section::WhatTheyDo>
                {descriptions.words().descriptions()}
                {writer_line(descriptions, Section::WhatTheyDo)}
            </PageSection>
        </Show>
        <PageSection section=Section::Pay>
            <ScopeLine parts=pay section=Section::Pay />
            <SectionCharts parts=pay section=Section::Pay />
            <SectionTable parts=pay section=Section::Pay />
            <OwnPayPart comparing=pay.comparing />
            <Show when=move || more.get()>
                <WherePart comparing=pay.comparing dataset shards />
            </Show>
        </PageSection>
        <TableSection parts=outlook section=Section::Outlook />
        <TableSection parts=education section=Section::Education>
            <Show when=move || rated.get()>
                <ProgramsPart profiles=education.profiles />
            </Show>
        </TableSection>
        <TableSection parts=people section=Section::People />
        <Show when=move || written.get()>
            <PageSection section=Section::Duties>
                {duties.words().duties()} {writer_line(duties, Section::Duties)}
            </PageSection>
        </Show>
        <SkillsSection parts=skills more=rated />
        <Show when=move || rated.get()>
            <KindOfWork profiles=kind_of_work.profiles />
        </Show>
        <PageSection section=Section::Related>
            {move || view! { <Related related=related.get() on_add on_open /> }}
            {similar_line(related_to)}
            <NextPart comparing=related_to.comparing dataset on_about />
            <SectionTable parts=related_to section=Section::Related />
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

/// What a section is made from. Each has its own, for each is made anew in its turn when the comparison changes.
#[derive(Clone, Copy)]
pub(super) struct SectionParts {
    /// The comparison the page is on.
    pub comparing: Comparing,
    /// Its charts.
    pub charts: Charts,
    /// What the parts that are fetched are made from.
    pub profiles: Profiles,
}

impl SectionParts {
    fn of(
        comparing: Comparing,
        dataset: &'static Dataset,
        shards: Shards<Details>,
        on_about: Callback<About>,
        on_sources: Callback<Vec<Source>>,
    ) -> Self {
        let columns = comparing.columns();
        let past = Past::new(columns, dataset, shards);
        Self {
            comparing,
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

    /// The compared roles.
    fn columns(self) -> Memo<Vec<Column>> {
        self.profiles.columns
    }

    /// What is written about them.
    fn words(self) -> WordsPart {
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
fn TableSection(
    parts: SectionParts,
    section: Section,
    /// What else stands in it.
    #[prop(optional)]
    children: Option<ChildrenFn>,
) -> impl IntoView {
    let children = StoredValue::new(children);
    let table = parts.charts.table(section);
    let has_rows = Memo::new(move |_| table.with(Option::is_some));
    view! {
        <Show when=move || has_rows.get()>
            <PageSection section>
                <ScopeLine parts section />
                <SectionCharts parts section />
                <SectionTable parts section />
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
    /// The section.
    section: Section,
) -> impl IntoView {
    let (place, table) = (parts.comparing.place(), parts.charts.table(section));
    let words = Memo::new(move |_| {
        place.with(Option::is_some).then(|| {
            let scope = table.with(|table| table.as_ref().and_then(|table| table.scope.clone()));
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
    /// What the section is made from.
    parts: SectionParts,
    /// The section.
    section: Section,
) -> impl IntoView {
    let SectionParts {
        comparing,
        charts,
        profiles: Profiles {
            dataset, on_about, ..
        },
    } = parts;
    let table = charts.table(section);
    let charts_here = charts_of(section).map(|id| {
        let rows = Memo::new(move |_| {
            table.with(|table| Some(table.as_ref()?.clone().split(id.rows()).1))
        });
        view! {
            <div class="chart-part">
                <ChartPart id charts rows on_about />
                <EmbedPart comparing id charts />
                <PicturePart comparing dataset id charts />
            </div>
        }
    });
    let charts_here = charts_here.collect_view();
    view! { <div class="charts">{charts_here}</div> }.into_any()
}

/// The table of a section, without the rows that stand with its charts.
#[component]
fn SectionTable(parts: SectionParts, section: Section) -> impl IntoView {
    let SectionParts {
        comparing,
        charts,
        profiles: Profiles { on_about, .. },
    } = parts;
    let all_rows = charts.table(section);
    let table = move || {
        let (columns, sources) = (comparing.columns().get(), comparing.sources().get());
        let drawn = charts_of(section).filter(|id| charts.has(*id));
        let with_charts: Vec<MetricId> = drawn.flat_map(|id| id.rows()).copied().collect();
        let (table, _) = all_rows.get()?.split(&with_charts);
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
fn writer_line(parts: SectionParts, section: Section) -> AnyView {
    let sources = parts.comparing.sources();
    let Profiles {
        columns,
        dataset,
        on_about,
        ..
    } = parts.profiles;
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
fn similar_line(parts: SectionParts) -> AnyView {
    let sources = parts.comparing.sources();
    let Profiles {
        columns, on_about, ..
    } = parts.profiles;
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
