use leptos::prelude::*;

use super::{RoleName, ScaleBar};
use crate::compare::{Column, SkillsCompared, Weighted};
use crate::model::{MetricId, NamedShare, format};

/// Skills with their weights: what more than one role needs, then what each needs alone.
#[component]
pub fn Skills(
    /// The skills of the columns.
    skills: SkillsCompared,
    /// The compared roles.
    columns: Vec<Column>,
) -> impl IntoView {
    let heaviest = skills.heaviest;
    let several = columns.len() > 1;
    let shared = several.then(|| {
        view! { <Shared shared=skills.shared columns=columns.clone() heaviest /> }
    });
    let alone = columns.into_iter().zip(skills.alone).map(|(column, own)| {
        view! { <Alone column own heaviest several /> }
    });
    view! {
        {shared}
        <div class="side-by-side">{alone.collect_view()}</div>
    }
    .into_any()
}

#[component]
fn Shared(shared: Vec<Weighted>, columns: Vec<Column>, heaviest: f64) -> impl IntoView {
    if shared.is_empty() {
        let words = "None of the listed skills is on more than one of these lists.";
        return view! { <p>{words}</p> }.into_any();
    }
    let skills = shared.into_iter().map(|skill| {
        let weights = skill
            .weights
            .iter()
            .zip(&columns)
            .filter_map(|(weight, column)| {
                let percent = (*weight)?;
                let place = column.place;
                let name = column.role.title.clone();
                Some(view! {
                    <li>
                        <span>{name}</span>
                        " "
                        <span class="weight">{weight_text(percent)}</span>
                        <ScaleBar extent=(0.0, percent / heaviest) place />
                    </li>
                })
            });
        view! {
            <li>
                <span class="skill-name">{skill.name}</span>
                <ul class="weights">{weights.collect_view()}</ul>
            </li>
        }
    });
    view! {
        <div class="shared-skills">
            <h3>"On more than one list"</h3>
            <ul>{skills.collect_view()}</ul>
        </div>
    }
    .into_any()
}

#[component]
fn Alone(column: Column, own: Vec<NamedShare>, heaviest: f64, several: bool) -> impl IntoView {
    let place = column.place;
    let items = own.into_iter().map(|skill| {
        view! {
            <li>
                <span>{skill.name}</span>
                " "
                <span class="weight">{weight_text(skill.percent)}</span>
                <ScaleBar extent=(0.0, skill.percent / heaviest) place />
            </li>
        }
    });
    view! {
        <div>
            <h3>
                {several.then_some("Only ")}
                <RoleName column />
            </h3>
            <ul class="weights">{items.collect_view()}</ul>
        </div>
    }
    .into_any()
}

fn weight_text(percent: f64) -> String {
    format::number(MetricId::Skills.metric().unit, percent)
}
