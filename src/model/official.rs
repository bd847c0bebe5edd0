//! The official occupations: tables kept as text, and an occupation read from them when asked for.

mod area_shard;
mod census;
mod derivation;
mod figures;
mod names;
mod occupation;
mod satisfaction;
mod summary_row;
mod tables;
pub(super) mod wages;

pub use derivation::{dated_label, derivation, vintage};
pub(super) use figures::main_source;
pub use tables::OfficialTables;
pub(super) use tables::{Official, TablesApart};

use super::summary::Summary;
use super::{DataError, Role, RoleId};

impl Official {
    /// The occupation with this code.
    pub(super) fn role(&self, id: &RoleId) -> Result<Option<Role>, DataError> {
        let row = self.occupations.find(&id.0);
        row.map(|row| occupation::role(self, row)).transpose()
    }

    /// Every occupation as a row of a list, in order.
    pub(super) fn summaries(&self) -> impl Iterator<Item = Result<Summary, DataError>> {
        let rows = self.occupations.all();
        let mut answers = summary_row::Answers::default();
        rows.map(move |row| summary_row::summary(self, row, &mut answers))
    }
}
