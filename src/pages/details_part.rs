use leptos::prelude::*;

use crate::compare::{self, Column};
use crate::model::{Dataset, Details, RoleId, format};
use crate::state::{Fetched, Shard, Shards};
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
    /// Whose details speak for a column.
    #[prop(default = compare::own)]
    of: fn(&Column) -> &RoleId,
    /// Called when it is opened.
    #[prop(optional)]
    on_used: Option<Callback<()>>,
    /// Shows the details there are. It is made once, so that what has the focus in it keeps it while they change.
    body: Callback<Memo<Here>, AnyView>,
) -> impl IntoView {
    let wanted = RwSignal::new(false);
    let ask = move || columns.with_untracked(|columns| ask_for(columns, dataset, shards, of));
    let on_open = Callback::new(move |()| {
        wanted.set(true);
        if let Some(on_used) = on_used {
            on_used.run(());
        }
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
        let waiting = waiting(&columns, shards, of).map(|titles| not_here(titles, None));
        let failed = failed(&columns, shards, of);
        let failed = failed.map(|Failed { titles, reason }| not_here(titles, Some(reason)));
        view! {
            {waiting}
            {failed}
        }
    };
    let here = Memo::new(move |_| {
        let columns = columns.get();
        let details = columns.iter().map(|column| match shards.get(of(column)) {
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
pub(super) fn ask_for(
    columns: &[Column],
    dataset: &Dataset,
    shards: Shards<Details>,
    of: fn(&Column) -> &RoleId,
) {
    let roles = columns.iter().map(of);
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
pub(super) fn failed(
    columns: &[Column],
    shards: Shards<Details>,
    of: fn(&Column) -> &RoleId,
) -> Option<Failed> {
    failed_of(&of_columns(columns, of), shards)
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
fn waiting(
    columns: &[Column],
    shards: Shards<Details>,
    of: fn(&Column) -> &RoleId,
) -> Option<Vec<String>> {
    waiting_for(&of_columns(columns, of), shards)
}

/// Roles by their titles, each with the role whose shard is asked for.
pub(super) type Asked = Vec<(String, RoleId)>;

fn of_columns(columns: &[Column], of: fn(&Column) -> &RoleId) -> Asked {
    let asked = columns.iter();
    asked
        .map(|column| (column.role.title.clone(), of(column).clone()))
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
            Some(Fetched::Failed(error)) => Some((title.clone(), error.to_string())),
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
