use leptos::prelude::*;

use super::RoleName;
use crate::compare::Column;

/// The official occupation nearest to each role that is not official itself.
#[component]
pub fn Related(
    /// The compared roles.
    columns: Vec<Column>,
) -> impl IntoView {
    let lines = columns.into_iter().filter_map(|column| {
        let official = column.role.official.clone()?;
        Some(view! {
            <div class="prose">
                <h3>
                    <RoleName column of_figures=false />
                </h3>
                <p>
                    "The nearest official occupation is " <q>{official.title}</q>
                    {format!(" (SOC code {}).", official.code)}
                </p>
            </div>
        })
    });
    view! { <div class="side-by-side">{lines.collect_view()}</div> }.into_any()
}
