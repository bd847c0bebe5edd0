use leptos::prelude::*;

use super::chunk_view::ChunkView;
use super::chunks::{self, now};
use super::in_turn::InTurn;
use super::kind_of_work_part::KindOfWork;
use super::next_part::NextPart;
use super::own_pay_part::OwnPayPart;
use super::profile_part::{OnSources, Profiles};
use super::programs_part::ProgramsPart;
use super::section_parts::{ScopeLine, SectionCharts, SectionParts, SectionTable, TableSection};
use super::skills_section::SkillsSection;
use super::where_part::WherePart;
use super::words_part::WordsPart;
use crate::compare::{self, About, Column, sources_of};
use crate::model::{Dataset, Details, MetricId, RoleId, Section, Source, SourceId, derivation};
use crate::state::{Comparing, Shards};
use crate::ui::{
    AboutButton, AboutDialog, MissingSections, PageSection, Related, Sources, Unreadable,
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
    /// Whether the page was here before, and what the browser goes back to must be there at once.
    at_once: bool,
) -> impl IntoView {
    if let Err(error) = comparing.complete() {
        return view! { <Unreadable error /> }.into_any();
    }
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
    // The sources of parts that are opened: until then nothing of them is on the screen.
    let opened = RwSignal::new(Vec::<(&str, Vec<Source>)>::new());
    let on_sources = OnSources::new(move |(part, sources): (&'static str, Vec<Source>)| {
        // The page may be gone by now.
        let _ = opened.try_update(|opened| {
            opened.retain(|(other, _)| *other != part);
            opened.push((part, sources));
        });
    });
    let columns = comparing.in_turn().columns();
    WordsPart::ask(columns, dataset, shards);
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
    let taking = Callback::new(move |()| now(chunks::export(comparing, shards)));
    let own_roles = Callback::new(move |()| now(chunks::own_roles(comparing, dataset)));
    let made = move |parts: SectionParts| {
        let section = parts.section;
        match section {
            Section::Overview | Section::Outlook | Section::People => {
                view! { <TableSection parts /> }.into_any()
            }
            Section::WhatTheyDo => view! {
                <Show when=move || written.get()>
                    <PageSection section>
                        {parts.words().descriptions()} {writer_line(parts)}
                    </PageSection>
                </Show>
            }
            .into_any(),
            Section::Pay => view! {
                <PageSection section>
                    <ScopeLine parts />
                    <SectionCharts parts />
                    <SectionTable parts />
                    <Show when=move || more.get()>
                        <p class="definition">{compare::PAY_COUNTED}</p>
                    </Show>
                    <OwnPayPart comparing=parts.comparing />
                    <Show when=move || more.get()>
                        <WherePart comparing=parts.comparing dataset shards />
                    </Show>
                </PageSection>
            }
            .into_any(),
            Section::Education => view! {
                <TableSection parts>
                    <Show when=move || rated.get()>
                        <ProgramsPart profiles=parts.profiles />
                    </Show>
                </TableSection>
            }
            .into_any(),
            Section::Duties => view! {
                <Show when=move || written.get()>
                    <PageSection section>
                        {parts.words().duties()} {writer_line(parts)}
                    </PageSection>
                </Show>
            }
            .into_any(),
            Section::Skills => view! { <SkillsSection parts more=rated /> }.into_any(),
            Section::KindOfWork => view! {
                <Show when=move || rated.get()>
                    <KindOfWork profiles=parts.profiles />
                </Show>
            }
            .into_any(),
            Section::Related => {
                let related = parts.comparing.seen_in_turn(related);
                view! {
                    <PageSection section>
                        {move || view! { <Related related=related.get() on_add on_open /> }}
                        {similar_line(parts)}
                        <NextPart comparing=parts.comparing dataset on_about on_sources />
                        <SectionTable parts />
                    </PageSection>
                }
                .into_any()
            }
            Section::TakeItWithYou => view! {
                <PageSection section>
                    <ChunkView chunk=&chunks::EXPORT view=taking />
                </PageSection>
            }
            .into_any(),
            Section::OwnRoles => view! {
                <PageSection section>
                    <ChunkView chunk=&chunks::OWN_ROLES view=own_roles />
                </PageSection>
            }
            .into_any(),
            Section::Sources => {
                let sources = parts.comparing.sources();
                let shown = Memo::new(move |_| {
                    let mut shown = sources.get();
                    for (_, sources) in opened.get() {
                        add_new(&mut shown, sources);
                    }
                    shown
                });
                view! {
                    <MissingSections missing />
                    <PageSection section>
                        {move || view! { <Sources sources=shown.get() /> }}
                    </PageSection>
                }
                .into_any()
            }
        }
    };
    let sections = Section::ALL.into_iter().map(|section| {
        let seen = comparing.in_turn();
        let is_due = match at_once {
            true => Signal::stored(true),
            false => seen.turn_has_come(),
        };
        let view = Callback::new(move |()| {
            let parts = SectionParts::of(section, seen, dataset, shards, on_about, on_sources);
            made(parts)
        });
        let part = format!("section-{}", section.key());
        (is_due, view! { <InTurn part is_due view /> }.into_any())
    });
    let (are_due, sections): (Vec<_>, Vec<_>) = sections.unzip();
    // With the last of them, what an address points to stays where it is.
    Effect::new(move |_| {
        if are_due.iter().all(Get::get) {
            comparing.reveal_target();
        }
    });
    view! {
        {sections}
        <AboutDialog about=about.into() on_close=on_told />
    }
    .into_any()
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

/// Who wrote the descriptive sentences.
fn writer_line(parts: SectionParts) -> AnyView {
    let section = parts.section;
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
