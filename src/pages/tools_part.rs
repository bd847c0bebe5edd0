use leptos::prelude::*;

use super::comparison_page::about_line;
use super::details_part::{DetailsPart, Here};
use crate::compare::{self, About, Column};
use crate::model::{Dataset, Details, SourceId, Technology};
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
        Technology::TITLE,
        "Tools and technology that people in the role use.",
        compare::as_published(&source, &sources, &[DONE]),
    );
    let body = Callback::new(move |here: Memo<Here>| {
        let technology =
            Memo::new(move |_| here.with(|here| compare::technology(&here.columns, &here.details)));
        let (sources, about) = (sources.clone(), about.clone());
        let tools = move || {
            let technology = technology.get();
            let columns = here.with_untracked(|here| here.columns.clone());
            view! { <Tools technology columns /> }
        };
        view! {
            {tools}
            <SourceLine sources />
            {about_line("About these tools", about, on_about)}
        }
        .into_any()
    });
    view! { <DetailsPart title=Technology::TITLE what="the tools of" columns dataset shards body /> }
        .into_any()
}
