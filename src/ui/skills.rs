use leptos::prelude::*;

use super::{RoleName, ScaleBar, text};
use crate::compare::{Column, OwnSkills, SharedSkill, SkillWeight, SkillsCompared};

/// Skills with their weights: what more than one role needs, then what each needs alone.
#[component]
pub fn Skills(
    /// The skills of the columns.
    skills: SkillsCompared,
    /// The compared roles.
    columns: Vec<Column>,
) -> impl IntoView {
    let several = skills.shared.is_some();
    let notes = skills.notes.join(" ");
    let shared = skills.shared.map(|shared| {
        view! { <Shared shared columns=columns.clone() /> }
    });
    let alone = columns.into_iter().zip(skills.alone).map(|(column, own)| {
        view! { <Alone column own several /> }
    });
    view! {
        <p class="definition">{text(notes)}</p>
        {shared}
        <div class="side-by-side">{alone.collect_view()}</div>
    }
    .into_any()
}

#[component]
fn Shared(shared: Vec<SharedSkill>, columns: Vec<Column>) -> impl IntoView {
    if shared.is_empty() {
        let words = "None of the listed skills is on more than one of these lists.";
        return view! { <p>{words}</p> }.into_any();
    }
    let skills = shared.into_iter().map(|skill| {
        let weights = skill.weights.into_iter().zip(&columns);
        let weights = weights.filter_map(|(weight, column)| {
            let name = column.role.title.clone();
            Some(view! { <Weight name weight=weight? color=column.color /> })
        });
        view! {
            <li>
                <span class="skill-name">{text(skill.name)}</span>
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
fn Alone(column: Column, own: OwnSkills, several: bool) -> impl IntoView {
    let color = column.color;
    let nothing = match (own.listed, own.skills.is_empty()) {
        (0, _) if column.role.rated_narrower => {
            Some("O*NET rates only narrower occupations within this role.")
        }
        (0, _) => Some("No source rates the skills of this role."),
        (_, true) => Some("Nothing that is not on another list."),
        _ => None,
    };
    let only = (several && own.listed > 0).then(|| format!("Only in the top {} of ", own.listed));
    let skills = own.skills.into_iter();
    let skills = skills.map(|(name, weight)| view! { <Weight name weight color /> });
    view! {
        <div>
            <h3 class="alone">
                {only.map(|only| view! { <span>{text(only)}</span> })}
                <RoleName column />
            </h3>
            {nothing.map(|words| view! { <p class="definition">{text(words)}</p> })}
            <ul class="weights">{skills.collect_view()}</ul>
        </div>
    }
    .into_any()
}

/// One weight, with its bar.
#[component]
fn Weight(name: String, weight: SkillWeight, color: usize) -> impl IntoView {
    view! {
        <li>
            <span>{text(name)}</span>
            " "
            <span class="weight">{text(weight.text)}</span>
            <ScaleBar extent=(0.0, weight.fraction) color />
        </li>
    }
    .into_any()
}
