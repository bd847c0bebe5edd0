use leptos::prelude::*;

use crate::compare::Column;
use crate::model::{Dataset, Details, RoleId, format};
use crate::state::{Fetched, Shard, Shards};
use crate::ui::{NotHere, OnDemand};

/// A part made from the details of the compared roles, which are fetched when somebody opens it.
#[component]
pub fn DetailsPart(
    /// What the part is called.
    title: &'static str,
    /// What it holds of a role: "the tools of".
    what: &'static str,
    /// The compared roles.
    columns: Memo<Vec<Column>>,
    /// The roles there are.
    dataset: &'static Dataset,
    /// The details of roles.
    shards: Shards<Details>,
    /// Shows the details there are of the columns, in their order.
    body: Callback<(Vec<Column>, Vec<Option<Details>>), AnyView>,
) -> impl IntoView {
    let wanted = RwSignal::new(false);
    let ask = move || columns.with_untracked(|columns| ask_for(columns, dataset, shards));
    let on_open = Callback::new(move |()| {
        wanted.set(true);
        ask();
    });
    Effect::new(move |_| {
        columns.track();
        if wanted.get() {
            ask();
        }
    });
    let shown = move || {
        let columns = columns.get();
        let not_here = |titles: Vec<String>, failure: Option<String>| {
            let what = format!("{what} {}", format::list(&titles));
            // Those that are here or on their way are not fetched again.
            let on_retry = Callback::new(move |()| ask());
            view! { <NotHere what failure on_retry /> }
        };
        let waiting = waiting(&columns, shards).map(|titles| not_here(titles, None));
        let failed = failed(&columns, shards);
        let failed = failed.map(|Failed { titles, reason }| not_here(titles, Some(reason)));
        let here = columns
            .iter()
            .map(|column| match shards.get(&column.role.id) {
                Some(Fetched::Here(details)) => Some(details),
                _ => None,
            });
        let details: Vec<Option<Details>> = here.collect();
        let any = details.iter().any(Option::is_some);
        let body = any.then(|| body.run((columns, details)));
        view! {
            {waiting}
            {failed}
            {body}
        }
    };
    view! {
        <OnDemand title on_open>
            {shown}
        </OnDemand>
    }
    .into_any()
}

/// Asks for the details of all roles that have any.
pub(super) fn ask_for(columns: &[Column], dataset: &Dataset, shards: Shards<Details>) {
    let roles = columns.iter().map(|column| &column.role.id);
    roles
        .filter(|id| dataset.has_details(id))
        .for_each(|id| shards.ask_for(id));
}

/// What could not be had.
#[derive(Clone, PartialEq)]
pub(super) struct Failed {
    /// The titles of the roles.
    pub titles: Vec<String>,
    /// The reason for the first of them, which is mostly that for all: the shards lie in one place.
    pub reason: String,
}

/// The roles whose details could not be had; none where there is no such role.
pub(super) fn failed(columns: &[Column], shards: Shards<Details>) -> Option<Failed> {
    failed_of(&of_columns(columns), shards)
}

/// The titles of the roles whose details are on their way; none where there is no such role.
fn waiting(columns: &[Column], shards: Shards<Details>) -> Option<Vec<String>> {
    waiting_for(&of_columns(columns), shards)
}

/// Roles by their titles, each with the role whose shard is asked for.
pub(super) type Asked = Vec<(String, RoleId)>;

fn of_columns(columns: &[Column]) -> Asked {
    let asked = columns.iter().map(|column| &column.role);
    asked
        .map(|role| (role.title.clone(), role.id.clone()))
        .collect()
}

/// Those whose shards could not be had; none where there is no such role.
pub(super) fn failed_of<T: Shard<Key = RoleId>>(
    asked: &[(String, RoleId)],
    shards: Shards<T>,
) -> Option<Failed> {
    let failures = asked
        .iter()
        .filter_map(|(title, key)| match shards.get(key) {
            Some(Fetched::Failed(reason)) => Some((title.clone(), reason)),
            _ => None,
        });
    let (titles, reasons): (Vec<String>, Vec<String>) = failures.unzip();
    let reason = reasons.into_iter().next()?;
    Some(Failed { titles, reason })
}

/// The titles of those whose shards are on their way; none where there is no such role.
pub(super) fn waiting_for<T: Shard<Key = RoleId>>(
    asked: &[(String, RoleId)],
    shards: Shards<T>,
) -> Option<Vec<String>> {
    let loading = asked
        .iter()
        .filter(|(_, key)| matches!(shards.get(key), Some(Fetched::Loading)));
    let titles: Vec<String> = loading.map(|(title, _)| title.clone()).collect();
    (!titles.is_empty()).then_some(titles)
}
