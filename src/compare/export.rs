//! The comparison to take along: everything it compares, as text for a file or a message.
//!
//! All forms hold the same [`Record`]s and the numbers of the screen. Rows that only the view hides are
//! among them; `docs/EXPORT.md` describes the forms.

mod caption;
mod csv;
mod file_name;
mod json;
mod message;
mod record;

pub use caption::caption;
pub use csv::csv;
pub use file_name::file_name;
pub use json::json;
pub use message::message;
pub use record::{Record, RecordValue};

use super::{Arrived, Comparison, Selection, compare_in_place};
use crate::model::{Dataset, Details, RoleId, Source, SourceId};

/// A comparison, ready to be written down.
#[derive(Clone, Debug, PartialEq)]
pub struct Export {
    /// The comparison with all its rows.
    pub comparison: Comparison,
    /// The full address that opens it.
    pub link: String,
    /// The release of the figures.
    pub release: &'static str,
    /// Everything compared, role by role, each in the order of the page.
    pub records: Vec<Record>,
    /// The sources of the records, in the order of first use.
    pub sources: Vec<Source>,
}

impl Export {
    /// What a selection compares, with what there is of the figures of its place and of the roles'
    /// details; `link` is the full address that opens it.
    pub fn of(
        dataset: &Dataset,
        selection: &Selection,
        link: &str,
        arrived: Arrived,
        details_of: &dyn Fn(&RoleId) -> Option<Details>,
    ) -> Self {
        // What the view hides is part of the comparison all the same.
        let selection = selection.with_only_differences(false);
        let comparison = compare_in_place(dataset, &selection, arrived);
        let records = record::records(dataset, &comparison, details_of);
        // Those of what is on the page from the beginning in its order, then those of what was fetched apart.
        let on_the_page = comparison.sources.iter().map(|source| &source.id);
        let named = records.iter().filter_map(|record| record.source.as_ref());
        let is_named = |id: &&SourceId| named.clone().any(|named| named == *id);
        let mut ids: Vec<&SourceId> = on_the_page.filter(is_named).collect();
        for id in named.clone() {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let sources = ids.into_iter().filter_map(|id| dataset.source(id));
        let sources = sources.cloned().collect();
        Self {
            link: link.to_owned(),
            release: dataset.release(),
            records,
            sources,
            comparison,
        }
    }

    /// The source of a record.
    fn source_of(&self, record: &Record) -> Option<&Source> {
        let id = record.source.as_ref()?;
        self.sources.iter().find(|source| source.id == *id)
    }
}
