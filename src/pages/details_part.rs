use leptos::prelude::*;

use crate::compare::Column;
use crate::model::{Dataset, Details, format};
use crate::state::{Fetched, Shards};
use crate::ui::{NotHere, OnDemand};

/// The compared roles, and the details there are of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Here {
    /// The compared roles.
    pub columns: Vec<Column>,
    /// Their details, in the same order; none while they are not here.
    pub details: Vec<Option<Details>>,
}

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
    /// Shows the details there are. It is made once, so that what has the focus in it keeps it while they change.
    body: Callback<Memo<Here>, AnyView>,
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
        view! {
            {waiting}
            {failed}
        }
    };
    let here = Memo::new(move |_| {
        let columns = columns.get();
        let details = columns
            .iter()
            .map(|column| match shards.get(&column.role.id) {
                Some(Fetched::Here(details)) => Some(details),
                _ => None,
            });
        Here {
            details: details.collect(),
            columns,
        }
    });
    let any = Memo::new(move |_| here.with(|here| here.details.iter().any(Option::is_some)));
    view! {
        <OnDemand title on_open>
            {shown}
            <Show when=move || any.get()>{body.run(here)}</Show>
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
    let failures = columns
        .iter()
        .filter_map(|column| match shards.get(&column.role.id) {
            Some(Fetched::Failed(reason)) => Some((column.role.title.clone(), reason)),
            _ => None,
        });
    let (titles, reasons): (Vec<String>, Vec<String>) = failures.unzip();
    let reason = reasons.into_iter().next()?;
    Some(Failed { titles, reason })
}

/// One message for all that could not be had: what it is, the roles, the reason, and a way to try again.
pub(super) fn failure(
    failed: Memo<Option<Failed>>,
    on_retry: Callback<()>,
    what: &'static str,
) -> impl Fn() -> Option<AnyView> {
    move || {
        let Failed { titles, reason } = failed.get()?;
        let what = format!("{what} {}", format::list(&titles));
        let failure = Some(reason);
        Some(view! { <NotHere what failure on_retry /> }.into_any())
    }
}

/// The titles of the roles whose details are on their way; none where there is no such role.
fn waiting(columns: &[Column], shards: Shards<Details>) -> Option<Vec<String>> {
    let loading = columns
        .iter()
        .filter(|column| shards.get(&column.role.id) == Some(Fetched::Loading));
    let titles: Vec<String> = loading.map(|column| column.role.title.clone()).collect();
    (!titles.is_empty()).then_some(titles)
}
