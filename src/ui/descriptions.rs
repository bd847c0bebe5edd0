use leptos::prelude::*;

use super::RoleName;
use crate::compare::Column;

/// What people in each role do, side by side.
#[component]
pub fn Descriptions(
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
                <div class="prose">
                    <h3>
                        <RoleName column=column.clone() of_figures=false />
                    </h3>
                    <p>{description(&column)}</p>
                </div>
            </For>
        </div>
    }
    .into_any()
}

/// What stands where nobody has written about a role.
const UNWRITTEN: &str = "Crossroads has no description of this role.";

fn description(column: &Column) -> String {
    let words = column.role.words.as_ref();
    words.map_or_else(|| UNWRITTEN.to_owned(), |words| words.description.clone())
}
