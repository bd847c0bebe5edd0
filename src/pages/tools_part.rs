use leptos::prelude::*;

use super::details_part::DetailsPart;
use crate::compare::{self, Column};
use crate::model::{Dataset, Details, SourceId};
use crate::state::Shards;
use crate::ui::{SourceLine, Tools};

/// Tools and technology of the compared roles, fetched when somebody asks for them.
#[component]
pub fn ToolsPart(
    /// The compared roles.
    columns: Memo<Vec<Column>>,
    /// The roles and their sources.
    dataset: &'static Dataset,
    /// The details of roles.
    shards: Shards<Details>,
) -> impl IntoView {
    let source = SourceId(Details::TECHNOLOGY_SOURCE.to_owned());
    let sources: Vec<_> = dataset.source(&source).cloned().into_iter().collect();
    let body = Callback::new(
        move |(columns, details): (Vec<Column>, Vec<Option<Details>>)| {
            let technology = compare::technology(&columns, &details);
            let sources = sources.clone();
            view! {
                <Tools technology columns />
                <SourceLine sources />
            }
            .into_any()
        },
    );
    view! { <DetailsPart title="Tools and technology" what="the tools of" columns dataset shards body /> }
        .into_any()
}
