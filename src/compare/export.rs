//! The comparison to take along: everything it compares, as text for a file or a message.
//!
//! All forms hold the same [`Record`]s and the numbers of the screen. Rows that only the view hides are
//! among them; `docs/EXPORT.md` describes the forms.

mod csv;
mod file_name;
mod json;
mod message;
mod record;

pub use csv::csv;
pub use file_name::file_name;
pub use json::json;
pub use message::message;
pub use record::{Record, RecordValue};

use super::{Comparison, Selection, compare};
use crate::model::{Dataset, Source};

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
    /// What a selection compares; `link` is the full address that opens it.
    pub fn of(dataset: &Dataset, selection: &Selection, link: &str) -> Self {
        // What the view hides is part of the comparison all the same.
        let comparison = compare(dataset, &selection.with_only_differences(false));
        let records = record::records(dataset, &comparison);
        let used = |source: &&Source| {
            let mut named = records.iter().filter_map(|record| record.source.as_ref());
            named.any(|id| *id == source.id)
        };
        let sources = comparison.sources.iter().filter(used).cloned().collect();
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
