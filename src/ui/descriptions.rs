use leptos::prelude::*;

use super::{RoleName, Wording, Written, text};

/// What people in each role do, side by side.
#[component]
pub fn Descriptions(
    /// The compared roles.
    roles: Memo<Vec<Written>>,
) -> impl IntoView {
    view! {
        <div class="side-by-side">
            <For each=move || roles.get() key=Written::key let:role>
                <div class="prose">
                    <h3>
                        <RoleName column=role.column of_figures=false />
                    </h3>
                    {match role.wording {
                        Wording::Here(words) => view! { <p>{text(words.description)}</p> }.into_any(),
                        absent => absence(&absent),
                    }}
                </div>
            </For>
        </div>
    }
    .into_any()
}

/// What stands where there is no description.
fn absence(wording: &Wording) -> AnyView {
    let why = match wording {
        Wording::Here(_) => return ().into_any(),
        Wording::Awaited => "The description is on its way.",
        Wording::NotHad => "The description is not here.",
        Wording::Unwritten => "Crossroads has no description of this role.",
    };
    view! {
        <p class="definition" class:awaited=*wording == Wording::Awaited>
            {text(why)}
        </p>
    }
    .into_any()
}
