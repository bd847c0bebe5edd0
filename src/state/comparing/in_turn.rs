//! How parts of the page see the comparison that are made, and follow a change, in their turn.

use leptos::prelude::*;

use super::Comparing;
use crate::state::laid_out::lay_out_all;
use crate::state::turns::Turn;

impl Comparing {
    /// The same as a part of the page sees it that is made, and follows a change, after the first view has shown it and
    /// after the parts that asked before it. What is chosen there goes on from what is chosen now.
    pub fn in_turn(&self) -> Self {
        let turn = self.turns.take();
        self.turns.begin();
        let comparison = turn.follow(self.comparison);
        Self {
            comparison,
            columns: Memo::new(move |_| comparison.with(|c| c.columns.clone())),
            sources: Memo::new(move |_| comparison.with(|c| c.sources.clone())),
            turn: Some(turn),
            ..*self
        }
    }

    /// Lays out all of the page, and what is put into it until the next change.
    pub fn lay_out_all(&self) {
        if self.address.is_in_browser() {
            lay_out_all();
        }
    }

    /// Whether it is time to make the part of the page that sees the comparison in this way.
    pub fn turn_has_come(&self) -> Signal<bool> {
        self.turn
            .map_or_else(|| Signal::stored(true), Turn::has_come)
    }

    /// What follows from the comparison, as such a part sees it.
    pub fn seen_in_turn<T>(&self, what_follows: Memo<T>) -> Memo<T>
    where
        T: Clone + PartialEq + Send + Sync + 'static,
    {
        self.turn
            .map_or(what_follows, |turn| turn.follow(what_follows))
    }
}
