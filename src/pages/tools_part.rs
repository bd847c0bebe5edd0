use leptos::prelude::*;

use super::comparison_page::about_line;
use super::details_part::DetailsPart;
use crate::compare::{self, About, Column};
use crate::model::{Dataset, Details, SourceId};
use crate::state::Shards;
use crate::ui::{SourceLine, Tools};

/// What was done to the source's list.
const DONE: &str =
    "Crossroads shows those in demand first and tells which are on more than one list.";

/// Tools and technology of the compared roles, fetched when somebody asks for them.
#[component]
pub fn ToolsPart(
    /// The compared roles.
    columns: Memo<Vec<Column>>,
    /// The roles and their sources.
    dataset: &'static Dataset,
    /// The details of roles.
    shards: Shards<Details>,
    /// Called with what is to be known about them, when somebody asks for it.
    on_about: Callback<About>,
) -> impl IntoView {
    let source = SourceId(Details::TECHNOLOGY_SOURCE.to_owned());
    let sources: Vec<_> = dataset.source(&source).cloned().into_iter().collect();
    let about = compare::about_list(
        "Tools and technology",
        "Tools and technology that people in the role use.",
        compare::as_published(&source, &sources, &[DONE]),
    );
    let body = Callback::new(
        move |(columns, details): (Vec<Column>, Vec<Option<Details>>)| {
            let technology = compare::technology(&columns, &details);
            let sources = sources.clone();
            view! {
                <Tools technology columns />
                <SourceLine sources />
                {about_line("About these tools", about.clone(), on_about)}
            }
            .into_any()
        },
    );
    view! { <DetailsPart title="Tools and technology" what="the tools of" columns dataset shards body /> }
        .into_any()
}
