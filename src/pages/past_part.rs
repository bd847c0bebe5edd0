use leptos::prelude::*;

use super::details_part::{Failed, ask_for, failed, failure};
use crate::compare::{Column, Dollars, PayHistory, own, pay_history};
use crate::model::{Dataset, Details, Standing};
use crate::state::{Fetched, Shards};

/// What the compared roles were paid in past years, from the shards that are here.
#[derive(Clone, Copy)]
pub struct Past {
    /// One for each column, in their order.
    pub histories: Memo<Vec<PayHistory>>,
    /// The dollars they are in.
    pub dollars: RwSignal<Dollars>,
    failed: Memo<Option<Failed>>,
    ask: Callback<()>,
}

impl Past {
    /// Nothing is asked for by this alone.
    pub fn new(
        columns: Memo<Vec<Column>>,
        dataset: &'static Dataset,
        shards: Shards<Details>,
        dollars: Dollars,
    ) -> Self {
        let dollars = RwSignal::new(dollars);
        let history = move |(place, column): (usize, &Column)| {
            let role = &column.role;
            let history = |standing, details: Option<&Details>| {
                pay_history(place, role, standing, details, dollars.get())
            };
            let fetched = match dataset.has_details(&role.id) {
                true => Some(shards.get(&role.id)),
                false => None,
            };
            match fetched {
                Some(Some(Fetched::Here(details))) => history(Standing::Here, Some(&details)),
                Some(Some(Fetched::Failed(_))) => history(Standing::Failed, None),
                Some(_) => history(Standing::OnTheirWay, None),
                None => history(Standing::Here, None),
            }
        };
        Self {
            histories: Memo::new(move |_| {
                columns.with(|columns| columns.iter().enumerate().map(history).collect())
            }),
            dollars,
            failed: Memo::new(move |_| columns.with(|columns| failed(columns, shards, own))),
            // Those that are here or on their way are not fetched again.
            ask: Callback::new(move |()| {
                columns.with_untracked(|columns| ask_for(columns, dataset, shards, own));
            }),
        }
    }

    /// Fetches what is needed. Browser only.
    pub fn ask(self) {
        self.ask.run(());
    }

    /// Whether some of it is neither here nor given up.
    pub fn is_on_its_way(self) -> bool {
        let on_its_way = |history: &PayHistory| history.standing == Standing::OnTheirWay;
        self.histories
            .with(|histories| histories.iter().any(on_its_way))
    }

    /// Whether some of it could not be had.
    pub fn has_failed(self) -> bool {
        self.failed.with(Option::is_some)
    }

    /// A message where some of it could not be had.
    pub fn failure(self) -> impl Fn() -> Option<AnyView> {
        failure(self.failed, self.ask, "the past pay of")
    }
}
