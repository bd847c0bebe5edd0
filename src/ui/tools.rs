use leptos::prelude::*;

use super::RoleName;
use crate::compare::{Column, TechnologyCompared};
use crate::model::Technology;

/// How many tools are seen before one asks for more.
const FEW: usize = 8;

/// Tools and technology: what more than one role uses, then what each uses alone.
#[component]
pub fn Tools(
    /// The tools of the columns.
    technology: TechnologyCompared,
    /// The compared roles.
    columns: Vec<Column>,
) -> impl IntoView {
    let several = columns.len() > 1;
    let shared = several.then(|| {
        let none = technology.shared.is_empty();
        let none = none.then_some("None of the listed tools is on more than one of these lists.");
        view! {
            <div class="shared-tools">
                <h4>"On more than one list"</h4>
                {none}
                <ToolList tools=technology.shared whose="shared".to_owned() />
            </div>
        }
    });
    let alone = columns
        .into_iter()
        .zip(technology.alone)
        .map(|(column, tools)| {
            let whose = column.role.title.clone();
            let none = tools
                .is_empty()
                .then_some("No tool that is not on another list.");
            view! {
                <div>
                    <h4 class="alone">
                        {several.then_some("Only ")}
                        <RoleName column of_figures=false />
                    </h4>
                    {none}
                    <ToolList tools whose />
                </div>
            }
        });
    view! {
        {shared}
        <div class="side-by-side">{alone.collect_view()}</div>
    }
    .into_any()
}

#[component]
fn ToolList(tools: Vec<Technology>, whose: String) -> impl IntoView {
    let count = tools.len();
    let mut tools = tools.into_iter();
    let few: Vec<Technology> = tools.by_ref().take(FEW).collect();
    let rest: Vec<Technology> = tools.collect();
    let more = (!rest.is_empty()).then(|| {
        view! {
            <details class="rest">
                <summary>
                    <span class="when-closed">{format!("Show {} more", count - FEW)}</span>
                    <span class="when-open">"Show fewer"</span>
                    <span class="visually-hidden">{format!(" tools, {whose}")}</span>
                </summary>
                <ul class="tools">{items(rest)}</ul>
            </details>
        }
    });
    view! {
        <ul class="tools">{items(few)}</ul>
        {more}
    }
    .into_any()
}

fn items(tools: Vec<Technology>) -> impl IntoView {
    let items = tools.into_iter().map(|tool| {
        let marks = tool.mark();
        view! {
            <li>
                {tool.name}
                " "
                <span class="qualifier">
                    {tool.category} {marks.map(|mark| format!("; {mark}"))}
                </span>
            </li>
        }
    });
    items.collect_view().into_any()
}
