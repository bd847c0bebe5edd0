use leptos::prelude::*;

use super::details_part::{DetailsPart, Here};
use super::sections_part::about_line;
use crate::compare::{self, About, AboutSource, Column, Detailed};
use crate::model::{Dataset, Details, Source, SourceId};
use crate::state::Shards;
use crate::ui::{SourceLine, text};

/// What the parts about the work of the compared roles are made from.
#[derive(Clone, Copy)]
pub struct Profiles {
    /// The compared roles.
    pub columns: Memo<Vec<Column>>,
    /// The roles and their sources.
    pub dataset: &'static Dataset,
    /// The details of roles.
    pub shards: Shards<Details>,
    /// Called with what is to be known about a part, when somebody asks for it.
    pub on_about: Callback<About>,
    /// Called when a part has other sources.
    pub on_sources: OnSources,
}

/// Takes the name of a part of the page and the sources of what it shows now that it is opened; none when it is gone.
pub type OnSources = Callback<(&'static str, Vec<Source>)>;

/// What a part is and where it comes from.
#[derive(Clone, Copy)]
pub struct Told {
    /// What it is called, as a heading.
    pub title: &'static str,
    /// What it holds of a role: "the tools of".
    pub what: &'static str,
    /// On the button that opens what is to be known about it.
    pub ask: &'static str,
    /// What it is, in a sentence.
    pub meaning: &'static str,
    /// Its sources by their ids, with what was done to each.
    pub sources: &'static [(&'static str, &'static str)],
}

/// A part made from the details of the compared roles or of those that stand in for them, with its sources.
#[component]
pub fn ProfilePart(
    /// What it is made from.
    profiles: Profiles,
    /// What it is.
    told: Told,
    /// Shows the roles whose details are here.
    body: Callback<Vec<Detailed>, AnyView>,
) -> impl IntoView {
    let Profiles {
        columns,
        dataset,
        shards,
        on_about,
        on_sources,
    } = profiles;
    let used = told.sources.iter();
    let used = used.filter_map(|(id, _)| dataset.source(&SourceId((*id).to_owned())));
    let sources: Vec<Source> = used.cloned().collect();
    let about = about(told, &sources);
    let used = sources.clone();
    let on_used = Callback::new(move |()| on_sources.run((told.title, used.clone())));
    on_cleanup(move || on_sources.run((told.title, Vec::new())));
    let body = Callback::new(move |here: Memo<Here>| {
        let (sources, about) = (sources.clone(), about.clone());
        let shown = move || {
            let Here { columns, details } = here.get();
            let roles = compare::detailed(columns, details);
            let stand_ins = compare::stand_ins(&roles).into_iter();
            let stand_ins =
                stand_ins.map(|words| view! { <p class="definition">{text(words)}</p> });
            view! {
                {stand_ins.collect_view()}
                {body.run(roles)}
            }
        };
        view! {
            {shown}
            <SourceLine sources />
            {about_line(told.ask, about, on_about)}
        }
        .into_any()
    });
    view! {
        <DetailsPart
            title=told.title
            what=told.what
            columns
            dataset
            shards
            of=compare::rated_as
            on_used
            body
        />
    }
    .into_any()
}

fn about(told: Told, sources: &[Source]) -> About {
    let with_source = told.sources.iter().flat_map(|(id, done)| {
        compare::as_published(&SourceId((*id).to_owned()), sources, &[*done])
    });
    let sources: Vec<AboutSource> = with_source.collect();
    compare::about_list(told.title, told.meaning, sources)
}
