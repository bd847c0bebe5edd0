use leptos::html::Dialog;
use leptos::prelude::*;

use super::sources::SourceEntry;
use super::{RoleName, text};
use crate::compare::{About, AboutFigure, AboutRole, AboutSource, Definition};

/// What is to be known about some figures: a drawer from below on a phone, a panel on a wide screen.
#[component]
pub fn AboutDialog(
    /// What is told; closed where there is nothing.
    about: Signal<Option<About>>,
    /// Called when it is closed.
    on_close: Callback<()>,
) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let asked = about.with(Option::is_some);
        let Some(dialog) = dialog.get() else { return };
        match asked {
            true if !dialog.open() => {
                // A dialog that cannot be modal is still shown, and closed by its button.
                if dialog.show_modal().is_err() {
                    dialog.set_open(true);
                }
                dialog.set_scroll_top(0);
            }
            false if dialog.open() => dialog.close(),
            _ => {}
        }
    });
    let title = move || {
        let title = about.with(|about| about.as_ref().map(|about| about.title.clone()));
        text(title.unwrap_or_default())
    };
    let told = move || about.get().map(|about| view! { <Told about /> });
    view! {
        <dialog
            class="about"
            node_ref=dialog
            aria-labelledby="about-title"
            closedby="any"
            on:close=move |_| on_close.run(())
        >
            <div class="about-head">
                <h2 id="about-title">{title}</h2>
                <button type="button" class="plain" on:click=move |_| on_close.run(())>
                    "Close"
                </button>
            </div>
            {told}
        </dialog>
    }
    .into_any()
}

#[component]
fn Told(about: About) -> impl IntoView {
    let several = about.definitions.len() > 1;
    let definitions = about.definitions.into_iter();
    let definitions = definitions.map(|definition| view! { <Defined definition several /> });
    let roles = about.roles.into_iter();
    let roles = roles.map(|told| view! { <Role told several /> });
    let several_sources = about.sources.len() > 1;
    let sources = about
        .sources
        .into_iter()
        .map(|AboutSource { source, done }| {
            let done = match done.as_slice() {
                [] => "Nothing: it is shown as published.".to_owned(),
                done => done.join(" "),
            };
            view! { <SourceEntry source done /> }
        });
    let heading = if several_sources {
        "Where they come from"
    } else {
        "Where it comes from"
    };
    view! {
        <div class="about-definitions">{definitions.collect_view()}</div>
        {roles.collect_view()}
        <h3 class="about-sources">{text(heading)}</h3>
        {sources.collect_view()}
    }
    .into_any()
}

#[component]
fn Defined(definition: Definition, several: bool) -> impl IntoView {
    let name = several.then(|| view! { <strong>{text(format!("{}. ", definition.name))}</strong> });
    let unit = definition.unit.map(|unit| format!(" In {unit}."));
    let meaning = definition.meaning + &unit.unwrap_or_default();
    view! { <p>{name} <span>{text(meaning)}</span></p> }.into_any()
}

#[component]
fn Role(told: AboutRole, several: bool) -> impl IntoView {
    let nothing = told.figures.is_empty();
    let nothing = nothing.then(|| view! { <span>"No source speaks of it."</span> });
    let figures = told.figures.into_iter().map(|figure| {
        let AboutFigure {
            measure,
            text: words,
            source,
            remarks,
        } = figure;
        let measure = several.then(|| view! { <span>{text(format!("{measure}: "))}</span> });
        let source = source
            .map(|source| view! { <span class="qualifier">{text(format!(" {source}"))}</span> });
        let remarks = remarks.into_iter();
        let remarks = remarks.map(|remark| view! { <p class="definition">{text(remark)}</p> });
        view! {
            <p>{measure} <strong>{text(words)}</strong> {source}</p>
            {remarks.collect_view()}
        }
    });
    view! {
        <div class="about-role">
            <h3>
                <RoleName column=told.column of_figures=false />
            </h3>
            {nothing}
            {figures.collect_view()}
        </div>
    }
    .into_any()
}
