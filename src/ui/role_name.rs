use leptos::prelude::*;

use super::text;
use crate::compare::{Column, MAX_COMPARED};

/// A role's name with its color and, beside figures, whose they are.
#[component]
pub fn RoleName(
    /// The compared role.
    column: Column,
    /// Whether what stands with the name are figures, so that it matters whose they are.
    #[prop(default = true)]
    of_figures: bool,
) -> impl IntoView {
    let provenance = of_figures.then(|| {
        let words = column.provenance.clone();
        view! { <span class="provenance">{text(words)}</span> }
    });
    view! {
        <span class="role-name">
            <Swatch color=column.color />
            <span>
                <span>{text(column.role.title.clone())}</span> " " {provenance}
            </span>
        </span>
    }
    .into_any()
}

/// The color by which a role is known through the whole page. It says nothing that the name
/// beside it does not say.
#[component]
pub fn Swatch(
    /// The number of the role's color.
    color: usize,
) -> impl IntoView {
    view! { <span class=format!("swatch {}", series(color)) aria-hidden="true"></span> }.into_any()
}

/// The class that gives an element the color with this number.
pub fn series(color: usize) -> String {
    format!("series-{}", color % MAX_COMPARED + 1)
}
