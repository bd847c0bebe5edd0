use leptos::prelude::*;

use crate::compare::Column;
use crate::model::{Dataset, Details, format};
use crate::state::{Fetched, Shards};
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
    let ask = move || {
        columns.with_untracked(|columns| {
            let roles = columns.iter().map(|column| &column.role.id);
            roles
                .filter(|id| dataset.has_details(id))
                .for_each(|id| shards.ask_for(id));
        });
    };
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
        let known: Vec<Option<Fetched<Details>>> = columns
            .iter()
            .map(|column| shards.get(&column.role.id))
            .collect();
        let not_here = |why: fn(&Fetched<Details>) -> Option<Option<String>>| {
            let parts = columns.iter().zip(&known);
            let parts = parts.filter_map(|(column, known)| {
                Some((column.role.title.clone(), why(known.as_ref()?)?))
            });
            let (titles, reasons): (Vec<String>, Vec<Option<String>>) = parts.unzip();
            // They lie in the same place: what keeps one from being had mostly keeps the others.
            let failure = reasons.into_iter().next()?;
            let what = format!("{what} {}", format::list(&titles));
            // Those that are here or on their way are not fetched again.
            let on_retry = Callback::new(move |()| ask());
            Some(view! { <NotHere what failure on_retry /> })
        };
        let waiting = not_here(|known| matches!(known, Fetched::Loading).then_some(None));
        let failed = not_here(|known| match known {
            Fetched::Failed(reason) => Some(Some(reason.clone())),
            _ => None,
        });
        let details: Vec<Option<Details>> = known
            .into_iter()
            .map(|known| match known {
                Some(Fetched::Here(details)) => Some(details),
                _ => None,
            })
            .collect();
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
