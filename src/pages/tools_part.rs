use leptos::prelude::*;

use super::comparison_page::about_line;
use crate::compare::{self, About, Column};
use crate::model::{Dataset, Details, SourceId, format};
use crate::state::{Fetched, Shards};
use crate::ui::{NotHere, OnDemand, SourceLine, Tools};

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
    /// Where their shards are kept.
    shards: Shards<Details>,
    /// Called with what is to be known about them, when somebody asks for it.
    on_about: Callback<About>,
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
    let source = SourceId(Details::TECHNOLOGY_SOURCE.to_owned());
    let sources: Vec<_> = dataset.source(&source).cloned().into_iter().collect();
    let about = compare::about_list(
        "Tools and technology",
        "Tools and technology that people in the role use.",
        compare::as_published(&source, &sources, &[DONE]),
    );
    let body = move || {
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
            let what = format!("the tools of {}", format::list(&titles));
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
        let tools = any.then(|| {
            let technology = compare::technology(&columns, &details);
            view! { <Tools technology columns=columns.clone() /> }
        });
        let sources = sources.clone();
        view! {
            {waiting}
            {failed}
            {tools}
            <SourceLine sources />
            {about_line("About these tools", about.clone(), on_about)}
        }
    };
    view! {
        <OnDemand title="Tools and technology" on_open>
            {body.clone()}
        </OnDemand>
    }
    .into_any()
}
