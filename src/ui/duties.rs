use leptos::prelude::*;

use super::RoleName;
use crate::compare::Column;

/// How many duties are seen before one asks for more.
const FEW: usize = 3;

/// Example responsibilities of each role: a few, and the rest on demand.
#[component]
pub fn Duties(
    /// The compared roles.
    columns: Signal<Vec<Column>>,
) -> impl IntoView {
    view! {
        <div class="side-by-side">
            <For
                each=move || columns.get()
                key=|column| (column.role.id.clone(), column.colour)
                let:column
            >
                <RoleDuties column />
            </For>
        </div>
    }
    .into_any()
}

#[component]
fn RoleDuties(column: Column) -> impl IntoView {
    let words = column.role.words.as_ref();
    let duties = words.map_or_else(Vec::new, |words| words.duties.clone());
    let unwritten = duties
        .is_empty()
        .then_some("Crossroads has no list of duties for this role.");
    let few = duties.iter().take(FEW).cloned();
    let rest: Vec<String> = duties.iter().skip(FEW).cloned().collect();
    let name = column.role.title.clone();
    view! {
        <div class="duties">
            <h3>
                <RoleName column of_figures=false />
            </h3>
            {unwritten.map(|words| view! { <p>{words}</p> })}
            <ul>{few.map(|duty| view! { <li>{duty}</li> }).collect_view()}</ul>
            {(!rest.is_empty()).then(|| view! { <Rest duties=rest name /> })}
        </div>
    }
    .into_any()
}

#[component]
fn Rest(duties: Vec<String>, name: String) -> impl IntoView {
    let count = duties.len();
    let whose = format!(" duties of {name}");
    view! {
        <details class="rest">
            <summary>
                <span class="when-closed">{format!("Show {count} more")}</span>
                <span class="when-open">"Show fewer"</span>
                <span class="visually-hidden">{whose}</span>
            </summary>
            <ul>
                {duties.into_iter().map(|duty| view! { <li>{duty}</li> }).collect_view()}
            </ul>
        </details>
    }
    .into_any()
}
