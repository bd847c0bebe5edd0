use leptos::prelude::*;

use super::{RoleName, Wording, Written, text};

/// How many duties are seen before one asks for more.
const FEW: usize = 3;

/// Example responsibilities of each role: a few, and the rest on demand.
#[component]
pub fn Duties(
    /// The compared roles.
    roles: Memo<Vec<Written>>,
) -> impl IntoView {
    view! {
        <div class="side-by-side">
            <For each=move || roles.get() key=Written::key let:role>
                <div class="duties">
                    <h3>
                        <RoleName column=role.column.clone() of_figures=false />
                    </h3>
                    <RoleDuties role />
                </div>
            </For>
        </div>
    }
    .into_any()
}

#[component]
fn RoleDuties(role: Written) -> impl IntoView {
    let why = match role.wording {
        Wording::Here(words) if !words.duties.is_empty() => {
            let mut duties = words.duties.into_iter();
            let few = duties.by_ref().take(FEW);
            let few = few
                .map(|duty| view! { <li>{text(duty)}</li> })
                .collect_view();
            let rest: Vec<String> = duties.collect();
            let name = role.column.role.title.clone();
            return view! {
                <ul>{few}</ul>
                {(!rest.is_empty()).then(|| view! { <Rest duties=rest name /> })}
            }
            .into_any();
        }
        Wording::Here(_) | Wording::Unwritten => "Crossroads has no list of duties for this role.",
        Wording::Awaited => {
            return view! { <p class="definition awaited">"The duties are on their way."</p> }
                .into_any();
        }
        Wording::NotHad => "The duties are not here.",
    };
    view! { <p class="definition">{text(why)}</p> }.into_any()
}

#[component]
fn Rest(duties: Vec<String>, name: String) -> impl IntoView {
    let count = duties.len();
    let whose = format!(" duties of {name}");
    view! {
        <details class="rest">
            <summary>
                <span class="when-closed">{text(format!("Show {count} more"))}</span>
                <span class="when-open">"Show fewer"</span>
                <span class="visually-hidden">{text(whose)}</span>
            </summary>
            <ul>
                {duties.into_iter().map(|duty| view! { <li>{text(duty)}</li> }).collect_view()}
            </ul>
        </details>
    }
    .into_any()
}
