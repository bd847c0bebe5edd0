use leptos::prelude::*;

use super::details_part::DetailsPart;
use crate::compare::{self, Column, sources_of};
use crate::model::{AreaCode, Dataset, Details, MetricId, Source};
use crate::state::{Comparing, Shards};
use crate::ui::{SourceLine, WhereaboutsView};

/// Where the compared roles are paid best and where most of their people work, fetched when somebody asks for it.
#[component]
pub fn WherePart(
    /// The comparison the page is on.
    comparing: Comparing,
    /// The compared roles.
    columns: Memo<Vec<Column>>,
    /// The sources of the comparison.
    sources: Memo<Vec<Source>>,
    /// The roles and their sources.
    dataset: &'static Dataset,
    /// The details of roles.
    shards: Shards<Details>,
) -> impl IntoView {
    let href_of = Callback::new(move |code: AreaCode| comparing.query_in(&code));
    let on_place = Callback::new(move |code: AreaCode| comparing.choose_place(Some(&code)));
    let body = Callback::new(
        move |(columns, details): (Vec<Column>, Vec<Option<Details>>)| {
            let lists = compare::whereabouts(&columns, &details);
            let sources = sources_of(&[MetricId::PayYearMedian], &columns, &sources.get());
            view! {
                <WhereaboutsView lists columns href_of on_place />
                <SourceLine sources />
            }
            .into_any()
        },
    );
    view! {
        <DetailsPart
            title="Where it pays best, and where the jobs are"
            what="the places of"
            columns
            dataset
            shards
            body
        />
    }
    .into_any()
}
