use leptos::prelude::*;

use super::moving_part::MovingPart;
use super::section_parts::{ScopeLine, SectionCharts, SectionParts};
use super::sections_part::about_line;
use super::tools_part::ToolsPart;
use crate::compare::{self, sources_of};
use crate::model::{MetricId, Section};
use crate::ui::{PageSection, Skills, SourceLine, text};

/// What the roles need: skills, what changing between two of them takes, tools.
#[component]
pub fn SkillsSection(
    /// What the section is made from.
    parts: SectionParts,
    /// Whether more can be fetched about any of the roles.
    more: Memo<bool>,
) -> impl IntoView {
    let SectionParts {
        comparing,
        profiles,
        ..
    } = parts;
    let on_about = profiles.on_about;
    let (columns, sources) = (profiles.columns, comparing.sources());
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
                <ScopeLine parts />
                <SectionCharts parts />
                <details class="as-table">
                    <summary>
                        {move || {
                            text(if several.get() {
                                "Show what is shared, as a list"
                            } else {
                                "Show as a list"
                            })
                        }}
                    </summary>
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
