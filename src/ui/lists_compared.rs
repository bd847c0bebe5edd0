use leptos::prelude::*;

use super::{RoleName, text};
use crate::compare::{Column, InCommon, ListItem, OwnList};

/// How many items are seen before one asks for more.
const FEW: usize = 8;

/// How what is listed is called.
#[derive(Clone, Copy)]
pub struct Listed {
    /// Several of them: "tools".
    pub plural: &'static str,
    /// What is said where no two lists have one in common.
    pub none_shared: &'static str,
    /// What is said of a role without a list.
    pub none: &'static str,
    /// What is said of a role whose list holds only what others have.
    pub none_alone: &'static str,
}

/// Lists side by side: what is on more than one, then what each has alone.
#[component]
pub fn ListsCompared(
    /// The lists of the roles.
    lists: InCommon,
    /// The roles, in the same order.
    columns: Vec<Column>,
    /// How what they hold is called.
    listed: Listed,
) -> impl IntoView {
    let several = lists.shared.is_some();
    let shared = lists.shared.map(|shared| {
        let none = shared.is_empty();
        let none = none.then(|| view! { <span>{text(listed.none_shared)}</span> });
        view! {
            <div class="shared-list">
                <h4>"On more than one list"</h4>
                {none}
                <FewFirst items=shared whose="shared".to_owned() plural=listed.plural />
            </div>
        }
    });
    let alone = columns.into_iter().zip(lists.alone);
    let alone = alone.map(|(column, own)| {
        let whose = column.role.title.clone();
        let (none, items) = match own {
            OwnList::None => (Some(listed.none.to_owned()), Vec::new()),
            OwnList::SameAs(title) => (Some(format!("The same list as {title}.")), Vec::new()),
            OwnList::Items(items) if items.is_empty() => {
                (Some(listed.none_alone.to_owned()), items)
            }
            OwnList::Items(items) => (None, items),
        };
        let only = several && !items.is_empty();
        let none = none.map(|words| view! { <span>{text(words)}</span> });
        view! {
            <div>
                <h4 class="alone">
                    {only.then(|| view! { <span>"Only "</span> })}
                    <RoleName column of_figures=false />
                </h4>
                {none}
                <FewFirst items whose plural=listed.plural />
            </div>
        }
    });
    view! {
        {shared}
        <div class="side-by-side">{alone.collect_view()}</div>
    }
    .into_any()
}

#[component]
fn FewFirst(items: Vec<ListItem>, whose: String, plural: &'static str) -> impl IntoView {
    let count = items.len();
    let mut items = items.into_iter();
    let few: Vec<ListItem> = items.by_ref().take(FEW).collect();
    let rest: Vec<ListItem> = items.collect();
    let more = (!rest.is_empty()).then(|| {
        view! {
            <details class="rest">
                <summary>
                    <span class="when-closed">{text(format!("Show {} more", count - FEW))}</span>
                    <span class="when-open">"Show fewer"</span>
                    <span class="visually-hidden">{text(format!(" {plural}, {whose}"))}</span>
                </summary>
                <ul class="listed">{views(rest)}</ul>
            </details>
        }
    });
    let few = (!few.is_empty()).then(|| view! { <ul class="listed">{views(few)}</ul> });
    view! {
        {few}
        {more}
    }
    .into_any()
}

fn views(items: Vec<ListItem>) -> impl IntoView {
    let items = items.into_iter().map(|item| {
        view! {
            <li>
                <span>{text(item.name)}</span> " " <span class="qualifier">{text(item.remark)}</span>
            </li>
        }
    });
    items.collect_view().into_any()
}
