use leptos::prelude::*;

use super::details_part::{Failed, ask_for, failed, failure};
use crate::compare::{Column, own};
use crate::model::{Dataset, Details, RoleId};
use crate::state::{Fetched, Shards};
use crate::ui::{Descriptions, Duties, Wording, Written};

/// What is written about the compared roles: with those that carry it at once, with the others when
/// their shard is here.
#[derive(Clone, Copy)]
pub struct WordsPart {
    roles: Memo<Vec<Written>>,
    failed: Memo<Option<Failed>>,
    on_retry: Callback<()>,
}

impl WordsPart {
    /// Asks for the shards as soon as the page is there, and again when other roles are compared. They are a few
    /// kilobytes each, so that the reader finds them here on the way down.
    pub fn ask(columns: Memo<Vec<Column>>, dataset: &'static Dataset, shards: Shards<Details>) {
        Effect::new(move |_| columns.with(|columns| ask_for(columns, dataset, shards, own)));
    }

    /// What is written about these roles, of which the shards are asked for.
    pub fn new(
        columns: Memo<Vec<Column>>,
        dataset: &'static Dataset,
        shards: Shards<Details>,
    ) -> Self {
        let ask = move |columns: &[Column]| ask_for(columns, dataset, shards, own);
        let fetched = move |id: &RoleId| match shards.get(id) {
            Some(Fetched::Here(details)) => details.words.map_or(Wording::Unwritten, Wording::Here),
            Some(Fetched::Failed(_)) => Wording::NotHad,
            Some(Fetched::Loading) | None => Wording::Awaited,
        };
        let written = move |column: &Column| Written {
            wording: match &column.role.words {
                Some(words) => Wording::Here(words.clone()),
                None if dataset.has_details(&column.role.id) => fetched(&column.role.id),
                None => Wording::Unwritten,
            },
            column: column.clone(),
        };
        Self {
            roles: Memo::new(move |_| columns.with(|c| c.iter().map(written).collect())),
            failed: Memo::new(move |_| columns.with(|columns| failed(columns, shards, own))),
            // Those that are here or on their way are not fetched again.
            on_retry: Callback::new(move |()| columns.with_untracked(|columns| ask(columns))),
        }
    }

    /// What people in each role do.
    pub fn descriptions(self) -> AnyView {
        view! {
            {failure(self.failed, self.on_retry, "the descriptions of")}
            <Descriptions roles=self.roles />
        }
        .into_any()
    }

    /// Example responsibilities of each role.
    pub fn duties(self) -> AnyView {
        view! {
            {failure(self.failed, self.on_retry, "the duties of")}
            <Duties roles=self.roles />
        }
        .into_any()
    }
}
