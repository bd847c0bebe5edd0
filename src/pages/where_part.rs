use leptos::prelude::*;

use super::details_part::{DetailsPart, Here};
use super::states_part::StatesPart;
use crate::compare::{self, sources_of};
use crate::model::{AreaCode, Dataset, Details, MetricId};
use crate::state::{Comparing, Shards};
use crate::ui::{SourceLine, StateActions, WhereaboutsView};

/// Where the compared roles are paid best and where most of their people work, fetched when somebody asks for it.
#[component]
pub fn WherePart(
    /// The comparison the page is on.
    comparing: Comparing,
    /// The roles and their sources.
    dataset: &'static Dataset,
    /// The details of roles.
    shards: Shards<Details>,
) -> impl IntoView {
    let (columns, sources) = (comparing.columns(), comparing.sources());
    let href_of = Callback::new(move |code: AreaCode| comparing.query_in(&code));
    let on_place = Callback::new(move |code: AreaCode| comparing.choose_place(Some(&code)));
    let body = Callback::new(move |here: Memo<Here>| {
        let lists = Memo::new(move |_| {
            here.with(|here| compare::whereabouts(&here.columns, &here.details))
        });
        let shown = move || {
            let lists = lists.get();
            let columns = here.with_untracked(|here| here.columns.clone());
            view! { <WhereaboutsView lists columns href_of on_place /> }
        };
        let credited = move || {
            let sources = columns
                .with(|columns| sources_of(&[MetricId::PayYearMedian], columns, &sources.get()));
            view! { <SourceLine sources /> }
        };
        let actions = StateActions {
            href_of,
            choose: on_place,
        };
        view! {
            <StatesPart here dataset actions />
            {shown}
            {credited}
        }
        .into_any()
    });
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
