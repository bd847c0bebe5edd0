//! The place of the comparison, and its figures.

use leptos::prelude::*;

use super::Comparing;
use crate::compare::{PlaceShown, Selection, link};
use crate::model::{AreaCode, AreaFigures};
use crate::state::Fetched;

impl Comparing {
    /// The place whose pay and jobs are compared; none for the whole United States.
    pub fn place(&self) -> Memo<Option<PlaceShown>> {
        let comparison = self.comparison;
        Memo::new(move |_| comparison.with(|comparison| comparison.place.clone()))
    }

    /// What there is of the figures of a place.
    pub fn place_figures(&self, code: &AreaCode) -> Option<Fetched<AreaFigures>> {
        self.places.get(code)
    }

    /// Fetches the figures of a place that may be about to be chosen, or could not be had before. Browser only.
    pub fn prepare_place(&self, code: &AreaCode) {
        if code.0 != AreaCode::NATION {
            self.places.ask_for(code);
        }
    }

    /// Compares the roles in a place, or in the whole United States.
    pub fn choose_place(&self, code: Option<&AreaCode>) {
        self.change(|selection| self.in_place(selection, code));
    }

    /// The query string, with its question mark, of the comparison in a place.
    pub fn query_in(&self, code: &AreaCode) -> String {
        let query = |selection: &Selection| {
            link::query(&self.in_place(selection, Some(code)), self.dataset)
        };
        format!("?{}", self.selection.with(query))
    }

    fn in_place(&self, selection: &Selection, code: Option<&AreaCode>) -> Selection {
        let area = code.and_then(|code| self.dataset.areas().get(code));
        selection.with_place(area.map(|area| &**area))
    }
}
