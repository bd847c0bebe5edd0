use leptos::prelude::*;

use super::chart_part::Charts;
use super::moving_part::MovingPart;
use super::profile_part::Profiles;
use super::sections_part::{ScopeLine, SectionCharts, about_line};
use super::tools_part::ToolsPart;
use crate::compare::{self, sources_of};
use crate::model::{MetricId, Section};
use crate::state::Comparing;
use crate::ui::{PageSection, Skills, SourceLine};

/// What the roles need: skills, what changing between two of them takes, tools.
#[component]
pub fn SkillsSection(
    /// The comparison the page is on.
    comparing: Comparing,
    /// Its charts.
    charts: Charts,
    /// What the parts that are fetched are made from.
    profiles: Profiles,
    /// Whether more can be fetched about any of the roles.
    more: Memo<bool>,
) -> impl IntoView {
    let on_about = profiles.on_about;
    let (columns, sources) = (comparing.columns(), comparing.sources());
    let several = Memo::new(move |_| columns.with(|columns| columns.len() > 1));
    let skills = Memo::new(move |_| columns.with(|columns| compare::skills(columns)));
    let rated = Memo::new(move |_| skills.with(Option::is_some));
    let list = move || {
        let columns = columns.get();
        let measures = [MetricId::SkillImportance, MetricId::Skills];
        let sources = sources_of(&measures, &columns, &sources.get());
        let about = compare::about("Skills", &measures, &columns, &sources);
        Some(view! {
            <Skills skills=skills.get()? columns />
            <SourceLine sources />
            {about_line("About these skills", about, on_about)}
        })
    };
    view! {
        <Show when=move || rated.get() || more.get()>
            <PageSection section=Section::Skills>
                <ScopeLine comparing charts section=Section::Skills />
                <SectionCharts comparing dataset=profiles.dataset charts section=Section::Skills on_about />
                <details class="as-table">
                    <summary>"Show what is shared, as a list"</summary>
                    {list}
                </details>
                <Show when=move || more.get() && several.get()>
                    <MovingPart profiles />
                </Show>
                <Show when=move || more.get()>
                    <ToolsPart profiles />
                </Show>
            </PageSection>
        </Show>
    }
    .into_any()
}
